import { addCalendarDays, type CalendarDate, daysBetween } from '../calendar.ts';

const someMonday = '1996-01-01' as CalendarDate;

/** The Monday of the week of a day. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addCalendarDays(date, -(daysBetween(someMonday, date) % 7));
}
