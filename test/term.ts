import type { CalendarDate } from '../src/calendar.ts';
import type { Answers } from '../src/engine/guidance.ts';
import type { DeadlineId, ProgramName, ProgramStatus } from '../src/vocabulary.ts';
import type { LastDay } from './day-numbers.ts';

/** A deadline of one situation, with its last day counted a second time from the law. */
export interface Term {
  /** The situation in words. */
  readonly name: string;
  readonly id: DeadlineId;
  /** The situation, when the term starts on `start`. */
  readonly facts: (start: CalendarDate) => Answers;
  /** From the number of the starting day to that of the last day before any roll. */
  readonly count: (start: number) => number;
  readonly rolls: boolean;
  readonly aim: LastDay['aim'];
  readonly firmness: 'hard' | 'soft';
  /** The program that is there through the last day and gone the day after; undefined where no program hangs on it. */
  readonly right?: ProgramName;
  /** What the program is the day after; `expired` where nothing is said. */
  readonly after?: ProgramStatus;
}

export type Firmness = Term['firmness'] | 'estimated';

/** A last day with its firmness, where that hangs on the starting day. */
export type DatedDay = LastDay & { readonly firmness?: Firmness };

/** A deadline of one situation, whatever dates its letter carries; all days as numbers. */
export interface DatedTerm extends Pick<Term, 'name' | 'right' | 'after'> {
  readonly id: DeadlineId;
  readonly facts: (start: number) => Answers;
  readonly lastDay: (start: number) => DatedDay;
  /** Where the day does not say it itself. */
  readonly firmness: Firmness;
  /** For a clock that another one follows: through which day it is shown, and what is shown then, if anything. */
  readonly through?: (start: number) => number;
  readonly then?: (start: number) => DatedDay;
}

export const thirtyDays = (start: number): number => start + 30;
export const hardDay = { rolls: true, aim: 'five-days', firmness: 'hard' } as const;
export const softDay = { rolls: false, aim: 'one-business-day', firmness: 'soft' } as const;
export const capDay = { ...hardDay, right: 'cap' } as const;
