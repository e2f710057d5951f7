import type { Answers } from '../engine/guidance.ts';
import { type DateFact, dateFacts } from '../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';
import { encode, writeDay } from './row-bytes.ts';
import { dayText } from './term-days.ts';

/** The facts of rows whose closed facts are the same and which give the same dates. */
export interface FactsPlan {
  readonly closed: Answers;
  /** All facts of one row. */
  readonly of: (given: GivenDays) => Answers;
  /** Writes the same as JSON and gives where it ends. */
  readonly write: (memory: Buffer, at: number, given: GivenDays) => number;
}

/** In the order in which one such row tells them. */
export function factsPlan(example: Answers): FactsPlan {
  const names = Object.keys(example) as (keyof Answers)[];
  const places = names.map((name) => dateFacts.indexOf(name as DateFact));
  const days = places.filter((place) => place >= 0);
  const pieces = jsonPieces(example, places).map(encode);
  return {
    closed: Object.fromEntries(Object.entries(example).filter((_, index) => places[index] === -1)),
    of(given) {
      const facts = names.map((name, index) => {
        const place = places[index] ?? -1;
        return [name, place < 0 ? example[name] : dayText(given[place] ?? 0)];
      });
      return Object.fromEntries(facts);
    },
    write(memory, start, given) {
      let at = start;
      for (let index = 0; index < pieces.length; index += 1) {
        const piece = pieces[index] as Uint8Array;
        for (let byte = 0; byte < piece.length; byte += 1) memory[at + byte] = piece[byte] as number;
        at += piece.length;
        if (index < days.length) at = writeDay(memory, at, given[days[index] as number] ?? 0);
      }
      return at;
    },
  };
}

/** The JSON of the facts in pieces, between which the days stand. */
function jsonPieces(example: Answers, places: readonly number[]): string[] {
  const pieces: string[] = [];
  let piece = '{';
  for (const [index, [name, value]] of Object.entries(example).entries()) {
    piece += `${index === 0 ? '' : ','}"${name}":`;
    if (places[index] === -1) {
      piece += JSON.stringify(value);
    } else {
      pieces.push(piece);
      piece = '';
    }
  }
  return [...pieces, `${piece}}`];
}
