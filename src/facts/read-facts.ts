import type { Answers } from '../engine/guidance.ts';
import { type Fact, factNames } from '../vocabulary.ts';
import type { DateReading } from './read-date.ts';
import { readFact } from './read-fact.ts';

/** What is wrong with one fact, in words that say what to write instead. */
export interface FactFault {
  readonly fact: Fact;
  readonly message: string;
}

/** A day that could have been meant otherwise, and how it was read. */
export interface DateNote {
  readonly fact: Fact;
  readonly reading: DateReading;
  readonly typed: string;
  readonly date: string;
}

export interface ReadFacts {
  readonly answers: Answers;
  readonly faults: readonly FactFault[];
  readonly notes: readonly DateNote[];
}

/**
 * Reads raw values into answers, each by itself; what they say together is for `settleFacts`. A value that says nothing
 * leaves its fact out. `nameOf` gives the name under which the person knows a fact.
 */
export function readFacts(raw: Readonly<Partial<Record<Fact, unknown>>>, nameOf: (fact: Fact) => string): ReadFacts {
  const answers: Record<string, string> = {};
  const faults: FactFault[] = [];
  const notes: DateNote[] = [];
  for (const fact of factNames) {
    const read = raw[fact] === undefined ? undefined : readFact(fact, raw[fact]);
    if (read === undefined) continue;
    if ('error' in read) {
      faults.push({ fact, message: `${nameOf(fact)}: ${read.error}` });
      continue;
    }
    answers[fact] = read.value;
    if (read.reading) notes.push({ fact, reading: read.reading, typed: String(raw[fact]), date: read.value });
  }
  return { answers, faults, notes };
}
