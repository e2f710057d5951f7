import { type CalendarDate, longDate } from '../calendar.ts';
import type { Deadline } from '../engine/guidance.ts';
import type { Words } from './words.ts';

/** "September 2021" for 2021-09, "May 26, 2022" for 2022-05-26; anything else as it stands. */
export function editionDate(written: string): string {
  const withoutWeekday = (date: string): string => longDate(date as CalendarDate).replace(/^\w+, /, '');
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return withoutWeekday(written);
  if (/^\d{4}-\d{2}$/.test(written)) return withoutWeekday(`${written}-01`).replace(' 1,', '');
  return written;
}

/** "3 days left", "today is the last day", "this day has passed". */
export function daysLeft(deadline: Deadline, words: Words): string {
  const { status, daysLeft: days, isUnknownDay } = deadline;
  if (status === 'passed' && isUnknownDay) return words('left.unsure');
  if (status !== 'open' || days === null) return words(`left.${status === 'open' ? 'unknown' : status}`);
  return days === 1 ? words('left.one') : words('left.many', { days: String(days) });
}
