import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { enUS } from 'date-fns/locale/en-US';

/** A day on the wall calendar, `YYYY-MM-DD`: no clock, no time zone. Strings of this type compare with `<`. */
export type CalendarDate = string & { readonly __calendarDate: true };

/** First and last year that answers may name; holidays are known a little longer, for terms that end later. */
export const firstYear = 1998;
export const lastYear = 2060;

const msPerDay = 86_400_000;
const [thursday, friday, saturday] = [4, 5, 6];

/** Days since 1970-01-01, by UTC: the one form in which days are added, so that no time zone can drop one. */
export function dayNumber(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / msPerDay;
}

/** Days that were written out: the answers of a batch name the same few thousand again and again. */
const written = new Map<number, CalendarDate>();

/** The day that is so many days after 1970-01-01. */
export function fromDayNumber(day: number): CalendarDate {
  const date = written.get(day) ?? (new Date(day * msPerDay).toISOString().slice(0, 10) as CalendarDate);
  written.set(day, date);
  return date;
}

/** Asked for every day of a count, so it writes no date out. */
function yearOf(day: number): number {
  return new Date(day * msPerDay).getUTCFullYear();
}

/** 0 is Sunday. 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + thursday) % 7) + 7) % 7;
}

function makeDate(year: number, month: number, day: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

/** The day, or undefined where the calendar has no such day (2026-02-30). Any year from 1000 to 9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  // Noon of the first of a month exists in every time zone; date-fns then counts within that month.
  const length = getDaysInMonth(new Date(year, month - 1, 1, 12));
  return day <= length ? makeDate(year, month, day) : undefined;
}

/** The local wall-calendar day of a moment. */
export function localDay(moment: Date): CalendarDate {
  return makeDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** Adds calendar days; `days` may be negative. */
export function addCalendarDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of a later year; from February 29 it is February 28 where there is no other, the shorter reading. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const [year, month, day] = [Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return calendarDate(year, month, day) ?? makeDate(year, month, day - 1);
}

/** The same day of a later month; where that month is shorter, its last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, index] = [Math.floor(month / 12), month % 12];
  const length = getDaysInMonth(new Date(year, index, 1, 12));
  return makeDate(year, index + 1, Math.min(Number(date.slice(8, 10)), length));
}

/** Saturday or Sunday. */
export function isWeekend(date: CalendarDate): boolean {
  return isWeekendDay(dayNumber(date));
}

function isWeekendDay(day: number): boolean {
  return weekdayOf(day) % saturday === 0;
}

/** "Dec 2026". */
export function monthAndYear(date: CalendarDate): string {
  const month = enUS.localize.month((Number(date.slice(5, 7)) - 1) as 0, { width: 'abbreviated' });
  return `${month} ${date.slice(0, 4)}`;
}

/** "Wednesday, December 2, 2026". */
export function longDate(date: CalendarDate): string {
  const weekday = enUS.localize.day(weekdayOf(dayNumber(date)) as 0);
  const month = enUS.localize.month((Number(date.slice(5, 7)) - 1) as 0);
  return `${weekday}, ${month} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`;
}

/** 1 to 12 for the English name of a month or its first three letters; undefined for anything else. */
export function monthNumber(name: string): number | undefined {
  const typed = name.toLowerCase();
  const months = Array.from({ length: 12 }, (_, month) => enUS.localize.month(month as 0).toLowerCase());
  const found = months.findIndex((month) => typed.length >= 3 && month.startsWith(typed));
  return found < 0 ? undefined : found + 1;
}

/** A holiday as a dated rule; see rules/calendar/legal-holidays.json. */
export interface HolidayRule {
  readonly id: string;
  readonly name: { readonly en: string };
  readonly rule:
    | { readonly month: number; readonly day: number }
    | { readonly month: number; readonly weekday: number; readonly nth: number };
  readonly from?: number | undefined;
  readonly everyFourYearsFrom?: number | undefined;
  readonly observed: 'nearest-weekday' | 'sunday-to-monday' | 'as-is';
  readonly federal: boolean;
}

export interface LegalHoliday {
  readonly name: string;
  /** false: a holiday in the District of Columbia only; it rolls a last day but is a business day in counts. */
  readonly federal: boolean;
}

/** A day passed over, and why: the name of a holiday, or undefined for a weekend. */
export interface SkippedDay {
  readonly date: CalendarDate;
  readonly holiday: string | undefined;
}

export interface Counted {
  readonly date: CalendarDate;
  readonly skipped: readonly SkippedDay[];
}

/** Day counts that know the legal holidays of one rules directory. Years outside its table throw RangeError. */
export interface Calendar {
  /** The `days`-th business day after `date` (day 0); skips Saturdays, Sundays and federal legal holidays. */
  readonly addBusinessDays: (date: CalendarDate, days: number) => Counted;
  /** IRC 7503: the first day from `date` on that is no Saturday, Sunday or D.C. legal holiday. */
  readonly roll: (date: CalendarDate) => Counted;
  /** The last business day on or before `date`. */
  readonly businessDayOnOrBefore: (date: CalendarDate) => CalendarDate;
  readonly holidayOn: (date: CalendarDate) => LegalHoliday | undefined;
  /** The legal holidays whose observed day falls in a year, in order of date. */
  readonly holidaysIn: (year: number) => readonly (LegalHoliday & { readonly date: CalendarDate })[];
}

/** Builds the calendar; holidays are worked out a year at a time, when first needed. */
export function makeCalendar(rules: {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly holidays: readonly HolidayRule[];
}): Calendar {
  const years = new Map<number, Map<number, LegalHoliday>>();
  const holidaysOf = (year: number): Map<number, LegalHoliday> => {
    const known = years.get(year) ?? holidaysOfYear(rules, year);
    years.set(year, known);
    return known;
  };
  const holiday = (day: number): LegalHoliday | undefined => holidaysOf(yearOf(day)).get(day);
  const isBusinessDay = (day: number): boolean => !isWeekendDay(day) && !holiday(day)?.federal;
  const skipped = (day: number): SkippedDay => ({ date: fromDayNumber(day), holiday: holiday(day)?.name });

  return {
    addBusinessDays(date, days) {
      const passed: SkippedDay[] = [];
      let day = dayNumber(date);
      for (let left = days; left > 0; ) {
        day += 1;
        if (isBusinessDay(day)) left -= 1;
        else passed.push(skipped(day));
      }
      return { date: fromDayNumber(day), skipped: passed };
    },
    roll(date) {
      const passed: SkippedDay[] = [];
      let day = dayNumber(date);
      for (; isWeekendDay(day) || holiday(day); day += 1) passed.push(skipped(day));
      return { date: fromDayNumber(day), skipped: passed };
    },
    businessDayOnOrBefore(date) {
      let day = dayNumber(date);
      while (!isBusinessDay(day)) day -= 1;
      return fromDayNumber(day);
    },
    holidayOn: (date) => holiday(dayNumber(date)),
    holidaysIn: (year) =>
      [...holidaysOf(year)].sort(([a], [b]) => a - b).map(([day, found]) => ({ date: fromDayNumber(day), ...found })),
  };
}

/** The holidays whose observed day falls in `year`; New Year's Day of the next year may fall on December 31. */
function holidaysOfYear(rules: Parameters<typeof makeCalendar>[0], year: number): Map<number, LegalHoliday> {
  if (year < rules.firstYear || year > rules.lastYear) {
    throw new RangeError(`legal holidays are known from ${rules.firstYear} to ${rules.lastYear}, not for ${year}`);
  }
  const found = new Map<number, LegalHoliday>();
  for (const rule of rules.holidays) {
    for (const named of [year, year + 1].filter((each) => isHolidayIn(rule, each))) {
      const day = observedDay(rule, named);
      if (yearOf(day) !== year) continue;
      // Two holidays on one day (2013: Inauguration and Martin Luther King Day): the federal one decides.
      if (!found.get(day)?.federal) found.set(day, { name: rule.name.en, federal: rule.federal });
    }
  }
  return found;
}

function isHolidayIn({ from, everyFourYearsFrom }: HolidayRule, year: number): boolean {
  const [first, cycle] = [from ?? year, everyFourYearsFrom ?? year];
  return year >= first && year >= cycle && (year - cycle) % 4 === 0;
}

function observedDay(rule: HolidayRule, year: number): number {
  const day = actualDay(rule.rule, year);
  if (rule.observed === 'as-is') return day;
  if (weekdayOf(day) === 0) return day + 1;
  return rule.observed === 'nearest-weekday' && weekdayOf(day) === saturday ? day - (saturday - friday) : day;
}

function actualDay(rule: HolidayRule['rule'], year: number): number {
  if ('day' in rule) return dayNumber(makeDate(year, rule.month, rule.day));
  const first = dayNumber(makeDate(year, rule.month, 1));
  if (rule.nth !== -1) return first + ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.nth - 1) * 7;
  const last = first + getDaysInMonth(new Date(year, rule.month - 1, 1, 12)) - 1;
  return last - ((weekdayOf(last) - rule.weekday + 7) % 7);
}
