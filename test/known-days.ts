import type { Answers } from '../src/engine/guidance.ts';
import { afterBusinessDays, type LastDay, rolled } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import type { DatedDay } from './term.ts';

/** A last day that is known; all days as numbers. */
export interface KnownDay {
  readonly date: number;
  readonly unrolled: number;
}

const aimed = { aim: 'five-days' } as const;

/** A day by a term that rolls. */
export const rolling = (unrolled: number): KnownDay => ({ date: rolled(unrolled), unrolled });

/** A day by a term that never rolls. */
export const fixed = (unrolled: number): KnownDay => ({ date: unrolled, unrolled });

/** The day counted from a lien filing. */
export const lienDay = (filed: number): KnownDay => rolling(afterBusinessDays(filed, 5) + 30);

/** The earliest of some days; of two equal ones the first. */
export function firstOf(first: KnownDay, ...others: readonly KnownDay[]): KnownDay {
  return others.reduce((least, day) => (day.date < least.date ? day : least), first);
}

/** "Dates are shown early, rights end late": the counted day stands first, and other days may end the right later. */
export function settled(counted: KnownDay, printed: KnownDay, ...others: readonly KnownDay[]): LastDay {
  const ends = Math.max(...[counted, printed, ...others].map(({ date }) => date));
  return { ...firstOf(counted, printed), ...aimed, ends };
}

/** Only one day is known. */
export const lone = (day: KnownDay): LastDay => ({ ...day, ...aimed });

/**
 * A petition about a notice of deficiency, IRC 6213(a): the printed day is in time where it is later than the day counted
 * from the date of the notice. A second mailing counts from the postmark, and its day is estimated.
 */
export function petitionDay(days: number, dates: { notice: number; mailed?: number; printed: number }): DatedDay {
  const { notice, mailed = notice, printed } = dates;
  const [from, counted] = [rolling(notice + days), rolling(Math.max(notice, mailed) + days)];
  const isPrinted = printed > from.date || printed < counted.date;
  return {
    ...lone(isPrinted ? fixed(printed) : counted),
    ...(mailed > notice ? { safer: [from.unrolled] } : {}),
    ends: Math.max(counted.date, printed),
    firmness: mailed > notice && !isPrinted ? 'estimated' : 'hard',
  };
}

/** Days that letters carry lie around the day that the law gives: 13 days side by side, in every order with weekdays. */
export const around = (start: number, from: number): number => start + from + (start % 13);

export const printedDay = (start: number): number => around(start, 25);
export const printedLienDay = (start: number): number => around(start, 34);
export const postmark = (start: number): number => around(start, -3);
export const lienLetter = (start: number): number => around(start, -2);

/** A later postmark starts the count, and the day from the letter stays the safer one. */
export function mailedDay(start: number): LastDay {
  return { ...lone(rolling(Math.max(start, postmark(start)) + 30)), safer: [start + 30] };
}

/** A letter with the day on its postmark. */
export const postmarkedLetter = (start: number): Answers => ({
  notice: 'lt11',
  noticeDate: dayOf(start),
  mailedDate: dayOf(postmark(start)),
});
