import {
  addCalendarDays,
  addMonths,
  addYears,
  type Calendar,
  type CalendarDate,
  type SkippedDay,
} from '../calendar.ts';
import type { RuleSet } from './rule-set.ts';

type Term = RuleSet['deadlines'][number]['terms'][number];
export type CountStep = Term['add'][number];

/** One leg of a count: where it began, what was added, where it ended, what did not count. */
export interface CountedLeg {
  readonly step: CountStep;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly skipped: readonly SkippedDay[];
}

export interface Count {
  readonly start: CalendarDate;
  readonly legs: readonly CountedLeg[];
  /** The last day before any roll. */
  readonly unrolled: CalendarDate;
  /** The last day; the same as `unrolled` where nothing rolled. */
  readonly date: CalendarDate;
  /** The days the roll passed over. */
  readonly rolledOver: readonly SkippedDay[];
}

/** Counts a term from its starting day, which is day 0. Years outside the holiday table throw RangeError. */
export function count(calendar: Calendar, start: CalendarDate, steps: readonly CountStep[], rolls: boolean): Count {
  const legs: CountedLeg[] = [];
  let day = start;
  for (const step of steps) {
    const leg = countLeg(calendar, day, step);
    legs.push(leg);
    day = leg.to;
  }
  const rolled = rolls ? calendar.roll(day) : { date: day, skipped: [] };
  return { start, legs, unrolled: day, date: rolled.date, rolledOver: rolled.skipped };
}

function countLeg(calendar: Calendar, from: CalendarDate, step: CountStep): CountedLeg {
  switch (step.unit) {
    case 'calendar-day':
      return { step, from, to: addCalendarDays(from, step.count), skipped: [] };
    case 'business-day': {
      const { date, skipped } = calendar.addBusinessDays(from, step.count);
      return { step, from, to: date, skipped };
    }
    case 'month':
      return { step, from, to: addMonths(from, step.count), skipped: [] };
    case 'year':
      return { step, from, to: addYears(from, step.count), skipped: [] };
    // Stryker disable next-line all: another unit does not compile.
    default:
      return step.unit satisfies never;
  }
}
