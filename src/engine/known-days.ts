import type { Calendar, CalendarDate } from '../calendar.ts';
import type { PrintedPolicy } from '../situation-words.ts';
import type { Count } from './count.ts';

/** Where a last day comes from. `letter`: estimated from the date of the letter; `first`: from an earlier CDP notice. */
export type Basis = 'counted' | 'printed' | 'letter' | 'first';

/** A last day that is known, moved on where the term rolls. */
export interface KnownDay {
  readonly basis: Basis;
  readonly date: CalendarDate;
  readonly unrolled: CalendarDate;
  /** How it was counted; none for a printed day. */
  readonly count?: Count;
}

/** What the known days of one term come to. */
export interface Settled {
  /** The day to show; undefined where none is known. */
  readonly shown: KnownDay | undefined;
  /** The last day on which the right is still open ("rights end late"). */
  readonly ends: CalendarDate | undefined;
}

export interface Candidates {
  readonly counted?: KnownDay | undefined;
  readonly printed?: KnownDay | undefined;
  /** From the date of a lien letter. */
  readonly letter?: KnownDay | undefined;
  /** For a petition: from the date of the notice, where `counted` starts with a second mailing. */
  readonly fromNoticeDate?: KnownDay | undefined;
}

/** A day as a letter prints it; by a term that rolls it moves off a weekend or holiday too. */
export function printedDay(calendar: Calendar, printed: CalendarDate, rolls: boolean): KnownDay {
  return { basis: 'printed', date: rolls ? calendar.roll(printed).date : printed, unrolled: printed };
}

/** A counted day. */
export function countedDay(count: Count, basis: Basis = 'counted'): KnownDay {
  return { basis, date: count.date, unrolled: count.unrolled, count };
}

/** Dates are shown early, rights end late; what differs by kind of term stands in the policy. */
export function settleDays(policy: PrintedPolicy, { counted, printed, letter, fromNoticeDate }: Candidates): Settled {
  switch (policy) {
    case 'printed-first': {
      const shown = printed ?? counted;
      return { shown, ends: shown?.date };
    }
    case 'petition': {
      // By IRC 6213(a) a petition by the day that the notice of deficiency prints is in time.
      const base = fromNoticeDate ?? counted;
      const isBinding = printed && base && printed.date > base.date;
      return { shown: isBinding ? printed : earliest(counted, printed), ends: latest(counted, printed) };
    }
    case 'lien':
      return { shown: earliest(counted, printed) ?? letter, ends: latest(counted, printed, letter) };
    case 'ignored':
      return { shown: counted, ends: counted?.date };
    case 'earliest':
      return { shown: earliest(counted, printed), ends: latest(counted, printed) };
    // Stryker disable next-line all: another policy does not compile.
    default:
      return policy satisfies never;
  }
}

/** The earliest of the days that are known; of two equal ones the first. */
export function earliest(...days: readonly (KnownDay | undefined)[]): KnownDay | undefined {
  return days.reduce((least, day) => (day && (!least || day.date < least.date) ? day : least), undefined);
}

function latest(...days: readonly (KnownDay | undefined)[]): CalendarDate | undefined {
  return latestOf(days.map((day) => day?.date));
}

/** The latest of the dates that are known. */
export function latestOf(days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
