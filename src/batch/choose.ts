import { UsageError } from '../errors.ts';
import type { AnsweredRow } from './batch-row.ts';
import { hasPassed, nextDeadline } from './next-deadline.ts';
import type { RowAnswer } from './row-answer.ts';

/** Whether a row fits what was asked for. */
export type Choice = (answer: RowAnswer) => boolean;

/** `open`, `passed` or `due-within=N`. Throws UsageError. */
export function readChoice(flag: '--only' | '--fail-on', typed: string): Choice {
  const [, days] = /^due-within=(\d{1,5})$/.exec(typed) ?? [];
  if (days !== undefined) {
    return (answer) => {
      const left = nextDeadline(answer)?.daysLeft;
      return typeof left === 'number' && left <= Number(days);
    };
  }
  if (typed === 'passed') return hasPassed;
  if (typed === 'open' && flag === '--only') return (answer) => nextDeadline(answer) !== undefined;
  const words = flag === '--only' ? 'open, passed or due-within=N' : 'passed or due-within=N';
  throw new UsageError(`${flag} "${typed}": write ${words}, for example due-within=7`);
}

/** Rows that cannot be read are never left out: nobody knows what they hold. */
export function isChosen(row: AnsweredRow, only: Choice | undefined): boolean {
  return !only || 'error' in row || only(row.answer);
}

/** Rows in order of their next last day: those that cannot be read first, those without a day last. */
export function sortKey(row: AnsweredRow): string {
  return 'error' in row ? '' : (nextDeadline(row.answer)?.date ?? '9999');
}
