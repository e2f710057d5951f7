import { eventDates } from '../../engine/situation.ts';
import type { DateFact } from '../../vocabulary.ts';
import { type ClockPlan, type GivenDays, placeOf, sideOf } from './clock-plan.ts';
import type { TermDays } from './term-days.ts';

/** Something besides the clocks that tells one row from another by its days. */
export type DayMark = (days: GivenDays, today: number) => number;

const events = eventDates.map(placeOf);
const noticeAt = placeOf('noticeDate');
const mailedAt = placeOf('mailedDate');
const effectiveAt = placeOf('effectiveDate');

/** Whether an event is said to be after today. */
export function futureMark(days: GivenDays, today: number): 0 | 1 {
  for (const at of events) if ((days[at] ?? 0) > today) return 1;
  return 0;
}

/** Whether the postmark is later than the letter, or earlier. */
export function mailedMark(days: GivenDays): 0 | 1 | 2 {
  const letter = days[noticeAt] ?? 0;
  const postmark = days[mailedAt] ?? 0;
  if (letter === 0 || postmark === 0 || postmark === letter) return 0;
  return postmark > letter ? 1 : 2;
}

/** Whether an installment agreement has still to end or change. */
export function installmentMark(days: GivenDays, today: number): 0 | 1 {
  return today < (days[effectiveAt] ?? 0) ? 1 : 0;
}

/** Whether the days of a first CDP notice, after which its Equivalent Hearing opens, are still running. */
export function hearingMark(clocks: readonly ClockPlan[], opens: TermDays): DayMark {
  const hearing = clocks.find(({ id }) => id === 'equivalent-hearing-request');
  return (_days, today) => (hearing && hearing.date > 0 && today <= opens.date(hearing.start) ? 1 : 0);
}

/** Where the clock stands until whose end a late CAP request is heard. */
export function lateMark(from: DateFact, last: TermDays): DayMark {
  const at = placeOf(from);
  return (days, today) => {
    const start = days[at] ?? 0;
    return sideOf(start === 0 ? 0 : last.date(start), today);
  };
}
