import { readingInWords } from '../facts/read-fact.ts';
import type { DateNote } from '../facts/read-facts.ts';
import type { Io } from '../io.ts';
import type { Fact } from '../vocabulary.ts';

/** Says once on stderr for each way in which a day could have been meant otherwise how the first such day was read. */
export function sayNotes(io: Pick<Io, 'err'>, notes: readonly DateNote[], nameOf: (fact: Fact) => string): void {
  const said = new Set<string>();
  for (const { fact, reading, typed, date } of notes) {
    if (!said.has(reading)) io.err(`${readingInWords(reading, nameOf(fact), typed, date)}\n`);
    said.add(reading);
  }
}
