import { type FactRead, readFact } from '../../facts/read-fact.ts';
import type { Fact } from '../../vocabulary.ts';
import { kept } from '../kept.ts';

/** Reads one cell of a column. */
export type ReadCell = (typed: string) => FactRead;

/** Enough for every day of ten years; beyond that, the values of a column hardly come back. */
const mostRemembered = 4096;

/** Stands for "says nothing", which a memory cannot keep. */
const nothing = {};

/** The same answer for the same value, kept in a small memory. */
export function remembered<T extends object>(read: (typed: string) => T): (typed: string) => T {
  const answerOf = kept(new Map<string, T>(), mostRemembered);
  return (typed) => answerOf(typed, read);
}

/** Reads the cells of a column of facts; a cell without text leaves the fact out. */
export function cellReader(fact: Fact): ReadCell {
  const read = remembered<NonNullable<FactRead> | typeof nothing>((typed) => readFact(fact, typed) ?? nothing);
  return (typed) => {
    const found = read(typed);
    return found === nothing ? undefined : (found as FactRead);
  };
}
