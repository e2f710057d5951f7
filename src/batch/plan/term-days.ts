import {
  addYears,
  type Calendar,
  type CalendarDate,
  dayNumber,
  firstYear,
  fromDayNumber,
  lastYear,
} from '../../calendar.ts';
import { type CountStep, count } from '../../engine/count.ts';

/** The days that answers may name, and those that are counted from them, by number: the first one, and how many. */
export const firstDay = dayNumber(`${firstYear - 1}-01-01` as CalendarDate);
export const numberOfDays = (lastYear + 4 - firstYear + 1) * 366;

/** A number for each day, worked out when it is first asked for. */
export function eachDay(workOut: (day: number) => number): (day: number) => number {
  const known = new Int32Array(numberOfDays);
  return (day) => {
    const found = known[day - firstDay];
    if (found) return found;
    const fresh = workOut(day);
    known[day - firstDay] = fresh;
    return fresh;
  };
}

/** `2026-12-02` for its number, or null for 0. */
export function dayText(day: number): CalendarDate | null {
  return day === 0 ? null : fromDayNumber(day);
}

/** The last days of one count by its starting day, as the engine counts them. */
export interface TermDays {
  readonly unrolled: (start: number) => number;
  readonly date: (start: number) => number;
}

/** Counts each starting day once, however many rows name it. */
export function termDays(calendar: Calendar, steps: readonly CountStep[], rolls: boolean): TermDays {
  const counted = (start: number): ReturnType<typeof count> => count(calendar, fromDayNumber(start), steps, rolls);
  return {
    unrolled: eachDay((start) => dayNumber(counted(start).unrolled)),
    date: eachDay((start) => dayNumber(counted(start).date)),
  };
}

/** The safer days that hang on a day alone. */
export interface SafeDays {
  /** The last business day at least so many days before. */
  readonly fiveBefore: (day: number) => number;
  readonly oneBefore: (day: number) => number;
  readonly yearAfter: (day: number) => number;
}

export function safeDays(calendar: Calendar): SafeDays {
  const before = (days: number): ((day: number) => number) =>
    eachDay((day) => dayNumber(calendar.businessDayOnOrBefore(fromDayNumber(day - days))));
  return {
    fiveBefore: before(5),
    oneBefore: before(1),
    yearAfter: eachDay((day) => dayNumber(addYears(fromDayNumber(day), 1))),
  };
}
