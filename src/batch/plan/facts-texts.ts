import type { Answers } from '../../engine/guidance.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import { copy, type Memory, makePiece, type Piece, writeDay } from '../write/pieces.ts';
import type { GivenDays } from './clock-plan.ts';
import { dayText } from './term-days.ts';

/** How rows tell their facts whose closed facts are the same and which give the same dates. */
export interface FactsTexts {
  /** Keeps how rows like this one tell them; the number that it gives stands for the list. */
  readonly add: (example: Answers) => number;
  /** Writes the facts of one row as JSON, without the braces, and gives where they end. */
  readonly write: (memory: Memory, at: number, list: number, given: GivenDays) => number;
}

const endOfList = -1;

/**
 * A list is numbers in one array: of pieces of text, and, below zero, of days. Rows of a file jump from list to list, and a
 * processor that has to fetch each from afar waits longer than it works.
 */
export function makeFactsTexts(): FactsTexts {
  const pieces: Piece[] = [];
  const numbers = new Map<string, number>();
  const lists: number[] = [];
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? pieces.length;
    if (number === pieces.length) pieces.push(makePiece(text));
    numbers.set(text, number);
    return number;
  };
  return {
    add(example) {
      const start = lists.length;
      Object.entries(example).forEach(([name, value], index) => {
        const key = `${index === 0 ? '' : ','}"${name}":`;
        const place = dateFacts.indexOf(name as DateFact);
        if (place < 0) lists.push(numberOf(key + JSON.stringify(value)));
        else lists.push(numberOf(key), endOfList - 1 - place);
      });
      lists.push(endOfList);
      return start;
    },
    write(memory, start, list, given) {
      let at = start;
      for (let index = list; ; index += 1) {
        const number = lists[index] as number;
        if (number >= 0) at = copy(memory, at, pieces[number] as Piece);
        else if (number === endOfList) return at;
        else at = writeDay(memory, at, given[endOfList - 1 - number] ?? 0);
      }
    },
  };
}

/** The facts of one row that tells the same facts as another, with days of its own. */
export function factsOn(example: Answers, given: GivenDays): Answers {
  const facts = Object.entries(example).map(([name, value]) => {
    const place = dateFacts.indexOf(name as DateFact);
    return [name, place < 0 ? value : dayText(given[place] ?? 0)];
  });
  return Object.fromEntries(facts);
}
