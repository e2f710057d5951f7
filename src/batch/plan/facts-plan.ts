import type { Answers } from '../../engine/guidance.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import { copy, encode, writeDay } from '../write/row-bytes.ts';
import type { GivenDays } from './clock-plan.ts';
import { kept } from './kept.ts';
import { dayText } from './term-days.ts';

/** The facts of rows whose closed facts are the same and which give the same dates. */
export interface FactsPlan {
  readonly closed: Answers;
  /** All facts of one row. */
  readonly of: (given: GivenDays) => Answers;
  /** Writes the same as JSON, without the braces, and gives where it ends. */
  readonly write: (memory: Buffer, at: number, given: GivenDays) => number;
}

/** Makes such plans; pieces of their JSON that two of them have are kept once. */
export function makeFactsPlans(): (example: Answers) => FactsPlan {
  const pieces = new Map<string, Uint8Array>();
  return (example) => factsPlan(example, pieces);
}

/** In the order in which one such row tells them. */
export function factsPlan(example: Answers, known = new Map<string, Uint8Array>()): FactsPlan {
  const pieceOf = kept(known);
  const names = Object.keys(example) as (keyof Answers)[];
  const places = names.map((name) => dateFacts.indexOf(name as DateFact));
  const pieces = names.map((name, index) => {
    const key = `${index === 0 ? '' : ','}"${name}":`;
    return pieceOf(places[index] === -1 ? key + JSON.stringify(example[name]) : key, encode);
  });
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
        at = copy(memory, at, pieces[index] as Uint8Array);
        const place = places[index] ?? -1;
        if (place >= 0) at = writeDay(memory, at, given[place] ?? 0);
      }
      return at;
    },
  };
}
