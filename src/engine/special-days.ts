import type { CalendarDate } from '../calendar.ts';
import type { DatedDeadline } from './deadlines.ts';
import type { Statement } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * What is to be said because a day of the answer is among special days: a last day that is postponed for some people, as
 * long as the later day is not over; a last or safer day on which offices are closed.
 */
export function specialDayWarnings(
  { specialDays }: RuleSet,
  deadlines: readonly DatedDeadline[],
  today: CalendarDate,
): Statement[] {
  const concerned = specialDays.filter(({ kind, first, last, until }) => {
    const isAmong = (date: CalendarDate | null): boolean => date !== null && first <= date && date <= last;
    if (kind === 'postponed') return (until ?? '') >= today && deadlines.some(({ date }) => isAmong(date));
    return deadlines.some(({ date, aimFor, status }) => status !== 'passed' && (isAmong(date) || isAmong(aimFor)));
  });
  return concerned.map(({ id, text, cite }) => ({ id: `special-day.${id}`, text: text.en, cite }));
}
