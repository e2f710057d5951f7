import type { FactsPlan } from './plan/facts-plan.ts';
import type { RowAnswer, RowDeadline } from './plan/row-answer.ts';

/** The earliest last day that is not over; deadlines stand in order of date. */
export function nextDeadline({ deadlines }: RowAnswer): RowDeadline | undefined {
  return deadlines.find(({ status }) => status === 'today' || status === 'open');
}

export function hasPassed({ deadlines }: RowAnswer): boolean {
  return deadlines.some(({ status }) => status === 'passed');
}

/** Someone is to speak who needs a Form 2848, and none is known to be on file. */
export function lacksForm2848({ form2848 }: RowAnswer['representation'], { closed }: FactsPlan): boolean {
  return form2848 === 'required' && closed.form2848 !== 'filed';
}
