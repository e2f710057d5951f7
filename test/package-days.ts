import federalHolidays from '@18f/us-federal-holidays';
import Holidays from 'date-holidays';
import { dayNumber, dayText } from './day-numbers.ts';
import { everyStart } from './every-day.ts';

/** What a package calls a holiday, asked in one of its ways. */
export interface PackageDays {
  /** The package, and how it was asked. */
  readonly name: string;
  /** The days that it names, as numbers; see day-numbers.ts. */
  readonly days: ReadonlySet<number>;
}

const years = Array.from({ length: 65 }, (_, index) => 1997 + index);
const inTime = (days: readonly string[]): Set<number> => new Set(days.map(dayNumber));

/** Noon, so that no change of the clock is near; as local time, which the package takes. */
export function localNoon(day: number): Date {
  const [year = 0, month = 0, date = 0] = dayText(day).split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/** A holiday of date-holidays begins with the day on the wall calendar of the place, wherever the program runs. */
export function dateHolidays(types: readonly string[], country: string, state?: string): PackageDays {
  const holidays = state ? new Holidays(country, state) : new Holidays(country);
  const found = years.flatMap((year) => holidays.getHolidays(year)).filter(({ type }) => types.includes(type));
  return {
    name: `date-holidays, ${state ?? country}, ${types.join(' and ')} holidays`,
    days: inTime(found.map(({ date }) => date.slice(0, 10))),
  };
}

export function isAHoliday(): PackageDays {
  const named = everyStart.filter((day) => federalHolidays.isAHoliday(localNoon(day)));
  return { name: '@18f/us-federal-holidays, isAHoliday', days: new Set(named) };
}

export function isAHolidayInUtc(): PackageDays {
  const inUtc = (day: number): Date => new Date(`${dayText(day)}T12:00:00Z`);
  const named = everyStart.filter((day) => federalHolidays.isAHoliday(inUtc(day), { utc: true }));
  return { name: '@18f/us-federal-holidays, isAHoliday with utc', days: new Set(named) };
}

/** The list of a year is asked for the days of that year, as its name promises. */
export function allForYear(): PackageDays {
  const named = years.flatMap((year) =>
    federalHolidays
      .allForYear(year)
      .map(({ dateString }) => dateString)
      .filter((day) => day.startsWith(String(year))),
  );
  return { name: '@18f/us-federal-holidays, allForYear', days: inTime(named) };
}
