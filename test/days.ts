import { type CalendarDate, calendarDate } from '../src/calendar.ts';

/** A day for tests; throws on a slip in the test itself. */
export function d(text: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = calendarDate(year, month, day);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
}
