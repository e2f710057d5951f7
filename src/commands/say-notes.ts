import type { DateReading } from '../facts/read-date.ts';
import { readingInWords } from '../facts/read-fact.ts';
import type { DateNote } from '../facts/read-facts.ts';
import type { Io } from '../io.ts';
import type { Fact } from '../vocabulary.ts';

/** What was said in a run; each way of reading is said once, whichever flag was first. */
const saidIn = new WeakMap<object, Set<DateReading>>();

/** Says on stderr how a day was read that could have been meant otherwise, unless that was said before. */
export function sayReading(io: Pick<Io, 'err'>, reading: DateReading, name: string, typed: string, date: string): void {
  const said = saidIn.get(io) ?? new Set();
  if (!said.has(reading)) io.err(`${readingInWords(reading, name, typed, date)}\n`);
  saidIn.set(io, said.add(reading));
}

/** The same for facts. */
export function sayNotes(io: Pick<Io, 'err'>, notes: readonly DateNote[], nameOf: (fact: Fact) => string): void {
  for (const { fact, reading, typed, date } of notes) sayReading(io, reading, nameOf(fact), typed, date);
}
