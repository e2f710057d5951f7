import { UsageError } from '../errors.ts';
import type { AnsweredRow } from './batch-row.ts';
import { hasPassed, hasUnknownDay, nextDeadline } from './next-deadline.ts';
import type { RowAnswer } from './row-answer.ts';

/** Whether a row fits what was asked for. */
export type Choice = (answer: RowAnswer) => boolean;

/**
 * `open`, `passed` or `due-within=N`; several add up. A last day that nobody knows may be near, so it fits unless
 * `knownOnly`. Throws UsageError.
 */
export function readChoice(flag: '--only' | '--fail-on', typed: readonly string[], knownOnly: boolean): Choice {
  const choices = typed.map((each) => readOne(flag, each, knownOnly));
  return (answer) => choices.some((fits) => fits(answer));
}

function readOne(flag: '--only' | '--fail-on', typed: string, knownOnly: boolean): Choice {
  const isUnknown: Choice = knownOnly ? () => false : hasUnknownDay;
  const [, days] = /^due-within=(\d{1,5})$/.exec(typed) ?? [];
  if (days !== undefined) {
    return (answer) => (nextDeadline(answer)?.daysLeft ?? Infinity) <= Number(days) || isUnknown(answer);
  }
  if (typed === 'passed') return hasPassed;
  if (typed === 'open' && flag === '--only') return (answer) => nextDeadline(answer) !== undefined || isUnknown(answer);
  const words = flag === '--only' ? 'open, passed or due-within=N' : 'passed or due-within=N';
  throw new UsageError(`${flag} "${typed}": write ${words}, for example due-within=7`);
}

/** Rows that cannot be read are never left out: nobody knows what they hold. */
export function isChosen(row: AnsweredRow, only: Choice | undefined): boolean {
  return !only || 'error' in row || only(row.answer);
}

/**
 * Rows in the order in which they need someone: those that cannot be read, those with a last day that nobody knows, then
 * by the next last day, and those without one.
 */
export function sortKey(row: AnsweredRow): string {
  if ('error' in row) return '';
  return hasUnknownDay(row.answer) ? '0' : (nextDeadline(row.answer)?.date ?? '9999');
}
