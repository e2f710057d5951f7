import type { Answers } from '../engine/guidance.ts';
import type { RowAnswer, RowDeadline } from './row-answer.ts';

/** The earliest last day that is not over; deadlines stand in order of date. */
export function nextDeadline({ deadlines }: RowAnswer): RowDeadline | undefined {
  return deadlines.find(({ status }) => status === 'today' || status === 'open');
}

export function hasPassed({ deadlines }: RowAnswer): boolean {
  return deadlines.some(({ status }) => status === 'passed');
}

/** Someone is to speak who needs a Form 2848, and none is known to be on file. */
export function lacksForm2848({ form2848 }: RowAnswer['representation'], facts: Answers): boolean {
  return form2848 === 'required' && facts.form2848 !== 'filed';
}
