import type { CalendarDate } from '../src/calendar.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { afterMonths, afterTwoYears, dayNumber } from './day-numbers.ts';
import type { Term } from './term.ts';

/** IRC 6343(b) and 6532(c): two years; nine months for levies that were older than that on December 22, 2017. */
export function claimEnd(served: number): number {
  return served < dayNumber('2017-03-23') ? afterMonths(served, 9) : afterTwoYears(served);
}

const appeal = { id: 'other-appeal', rolls: false, aim: 'five-days', firmness: 'hard' } as const;
const reply = { id: 'other-reply', rolls: false, aim: 'five-days', firmness: 'soft' } as const;
const shortReply = { ...reply, aim: 'one-business-day' } as const;

/** Days after the date of the letter, by the table "Other appeals" of the contract. */
const daysOf: readonly (Pick<Term, 'id' | 'rolls' | 'aim' | 'firmness'> & {
  readonly notice: string;
  readonly days: number;
  readonly given?: Answers;
})[] = [
  { notice: 'oic-rej', days: 30, ...appeal, rolls: true },
  { notice: 'l1153', days: 60, ...appeal },
  { notice: 'l1153', days: 75, given: { addressedAbroad: 'yes' }, ...appeal },
  { notice: 'l525', days: 30, ...appeal },
  { notice: 'l854c', days: 60, ...appeal },
  { notice: 'l4380', days: 30, ...appeal },
  { notice: 'cp2000', days: 30, ...reply },
  { notice: 'cp2000', days: 60, given: { addressedAbroad: 'yes' }, ...reply },
  { notice: 'cp508c', days: 30, ...reply },
  { notice: 'cp91', days: 30, ...reply },
  { notice: 'cp298', days: 30, ...reply },
  { notice: 'l4388', days: 14, ...shortReply },
  { notice: 'cp522', days: 10, ...shortReply },
  { notice: 'lt24', days: 7, ...shortReply },
  { notice: 'lt16', days: 10, ...shortReply },
  { notice: 'lt26', days: 10, ...shortReply },
];

/** The terms that letters carry in their own files. */
export const ownTerms: readonly Term[] = [
  ...daysOf.map(
    ({ notice, days, given, ...day }): Term => ({
      ...day,
      name: `${notice}${given ? ' sent abroad' : ''}`,
      facts: (noticeDate: CalendarDate) => ({ notice, ...given, noticeDate }),
      count: (start) => start + days,
    }),
  ),
  ...(['l3973', 'l3974'] as const).map(
    (notice): Term => ({
      ...appeal,
      name: notice,
      facts: (levyServedDate: CalendarDate) => ({ notice, levyServedDate }),
      count: claimEnd,
    }),
  ),
];
