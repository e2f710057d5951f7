import { type CalendarDate, daysBetween } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RowAnswer, RowDeadline } from './row-answer.ts';

/** The last day that a row is listed by. */
export interface NextDay {
  readonly id: RowDeadline['id'];
  readonly date: CalendarDate;
  readonly daysLeft: number;
}

/**
 * The earliest last day that is not over, by the day that lists go by; what opens only later comes after all that are
 * open now. The one function that picks it.
 */
export function nextDeadline({ deadlines, today }: RowAnswer): NextDay | undefined {
  let next: RowDeadline | undefined;
  for (const deadline of deadlines) if (deadline.listDay && (!next || isBefore(deadline, next))) next = deadline;
  if (!next?.listDay) return undefined;
  return { id: next.id, date: next.listDay, daysLeft: daysBetween(today, next.listDay) };
}

function isBefore(one: RowDeadline, other: RowDeadline): boolean {
  if (one.comesLater !== other.comesLater) return other.comesLater;
  return (one.listDay ?? '') < (other.listDay ?? '');
}

/** The clocks of a row that run, or may run, to a day that nobody knows. The one function that tells. */
export function unknownClocks({ deadlines }: RowAnswer): readonly RowDeadline[] {
  return deadlines.filter(({ isUnknownDay }) => isUnknownDay);
}

export function hasUnknownDay({ deadlines }: RowAnswer): boolean {
  return deadlines.some(({ isUnknownDay }) => isUnknownDay);
}

/** The deadlines that are over: shown as passed, and no later day may still decide. */
export function passedDeadlines({ deadlines }: RowAnswer): readonly RowDeadline[] {
  return deadlines.filter(isOver);
}

export function hasPassed({ deadlines }: RowAnswer): boolean {
  return deadlines.some(isOver);
}

function isOver({ status, listDay, isUnknownDay }: RowDeadline): boolean {
  return status === 'passed' && listDay === null && !isUnknownDay;
}

/** Someone is to speak who needs a Form 2848, and none is known to be on file. */
export function lacksForm2848({ form2848 }: RowAnswer['representation'], facts: Answers): boolean {
  return form2848 === 'required' && facts.form2848 !== 'filed';
}
