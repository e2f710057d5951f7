import {
  addCalendarDays,
  type Calendar,
  type CalendarDate,
  daysBetween,
  isWeekend,
  type SkippedDay,
} from '../calendar.ts';
import { count } from './count.ts';
import { countWords } from './counting.ts';

/** A count as a practitioner asks for it, apart from any letter; what `days --json` prints. */
export interface DayCount {
  readonly from: CalendarDate;
  readonly add: number;
  readonly unit: keyof typeof units;
  readonly roll: boolean;
  readonly date: CalendarDate;
  readonly unrolled: CalendarDate;
  readonly counting: string;
  /** Days that did not count as business days. */
  readonly skipped: readonly NamedDay[];
  /** Days that the roll passed over. */
  readonly rolledOver: readonly NamedDay[];
  /** Whether the last day could move and was not asked to: a Saturday, a Sunday or a legal holiday. */
  readonly mayMove: boolean;
}

interface NamedDay {
  readonly date: CalendarDate;
  readonly holiday: string | null;
}

const units = { calendar: 'calendar-day', business: 'business-day', year: 'year' } as const;

/**
 * Counts calendar days, business days or years from a day, which is day 0. With `roll` a last day on a Saturday, Sunday
 * or D.C. legal holiday moves on (IRC 7503). `pieces` are the sentences of text/en/counting.json. Throws RangeError
 * outside the years whose holidays are known.
 */
export function countedDays(
  calendar: Calendar,
  asked: Pick<DayCount, 'from' | 'add' | 'unit' | 'roll'>,
  pieces: Readonly<Record<string, string>>,
): DayCount {
  const { from, add, unit, roll } = asked;
  const found = count(calendar, from, add === 0 ? [] : [{ count: add, unit: units[unit] }], roll);
  const { date, unrolled, rolledOver, legs } = found;
  return {
    ...asked,
    date,
    unrolled,
    counting: countWords(found, pieces),
    skipped: named(legs.flatMap((leg) => leg.skipped)),
    rolledOver: named(rolledOver),
    mayMove: unit !== 'business' && calendar.roll(date).date !== date,
  };
}

function named(days: readonly SkippedDay[]): NamedDay[] {
  return days.map(({ date, holiday }) => ({ date, holiday: holiday ?? null }));
}

export interface DaysBetween {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly calendarDays: number;
  /** Days after `from` up to `to`, without Saturdays, Sundays and federal legal holidays. */
  readonly businessDays: number;
  readonly weekendDays: number;
  /** Federal legal holidays on weekdays after `from` up to `to`. */
  readonly holidays: readonly { readonly date: CalendarDate; readonly holiday: string }[];
}

/** The days from one day (day 0) to a later one. Throws RangeError outside the years whose holidays are known. */
export function betweenDays(calendar: Calendar, from: CalendarDate, to: CalendarDate): DaysBetween {
  const holidays: DaysBetween['holidays'][number][] = [];
  let [businessDays, weekendDays] = [0, 0];
  for (let date = addCalendarDays(from, 1); date <= to; date = addCalendarDays(date, 1)) {
    const holiday = calendar.holidayOn(date);
    if (calendar.businessDayOnOrBefore(date) === date) businessDays += 1;
    else if (isWeekend(date)) weekendDays += 1;
    else if (holiday) holidays.push({ date, holiday: holiday.name });
  }
  return { from, to, calendarDays: daysBetween(from, to), businessDays, weekendDays, holidays };
}
