import type { Clock } from '../../engine/clocks.ts';
import { type DateFact, type DeadlineId, dateFacts } from '../../vocabulary.ts';
import type { SafeDays, TermDays } from './term-days.ts';

/** Days since 1970-01-01 by date fact, in the order of the vocabulary; 0 where none was given. */
export type GivenDays = readonly number[];

/** One clock of a plan. What `stand` finds is left in it; 0 stands for no day. */
export interface ClockPlan {
  readonly id: DeadlineId;
  /** Of the deadline and its term. */
  readonly name: string;
  /** Looks where the clock stands, and gives a code that is the same wherever nothing but days differs. */
  readonly stand: (days: GivenDays, today: number) => number;
  start: number;
  date: number;
  unrolled: number;
  shown: number;
  aim: number;
}

/** Where a fact stands among the given days. */
export function placeOf(fact: DateFact): number {
  return dateFacts.indexOf(fact);
}

const printedAt = placeOf('printedDeadline');
const mailedAt = placeOf('mailedDate');

/** How a printed day stands to the counted one; as `printedDate` of the clocks. */
function relationOf(printed: number, counted: number): number {
  if (printed === 0) return 0;
  if (counted === 0) return 1;
  if (printed < counted) return 2;
  return printed > counted ? 3 : 4;
}

/** No day, passed, today or still to come. */
export function sideOf(day: number, today: number): 0 | 1 | 2 | 3 {
  if (day === 0) return 0;
  if (day < today) return 1;
  return day === today ? 2 : 3;
}

/** A clock of the engine for many rows: its days as integers, each count worked out once. */
export function clockPlan({ rule, term }: Clock, counts: TermDays, safe: SafeDays): ClockPlan {
  const from = placeOf(term.from);
  const isPrinted = term.from === 'printedDeadline';
  const takesPrinted = isPrinted || rule.takesPrintedDate === true;
  const takesMailed = rule.takesMailedDate === true && term.from === 'noticeDate';
  const isUnstated = rule.rollUnstated === true;
  const runsCapDays = rule.program === 'cap' && !rule.roll;
  const yearFrom = term.aimNoLaterThanYearFrom ? placeOf(term.aimNoLaterThanYearFrom) : -1;
  const before = rule.aim === 'five-days' ? safe.fiveBefore : safe.oneBefore;

  const plan: ClockPlan = {
    id: rule.id,
    name: `${rule.id}/${term.id}`,
    start: 0,
    date: 0,
    unrolled: 0,
    shown: 0,
    aim: 0,
    stand(days, today) {
      const letter = days[from] ?? 0;
      const postmark = takesMailed && letter > 0 ? (days[mailedAt] ?? 0) : 0;
      const start = postmark > letter ? postmark : letter;
      const isCounted = start > 0 && !isPrinted;
      plan.start = start;
      plan.date = isCounted ? counts.date(start) : 0;
      plan.unrolled = isCounted ? counts.unrolled(start) : 0;
      const printed = takesPrinted ? (days[printedAt] ?? 0) : 0;
      const relation = relationOf(printed, plan.date);
      plan.shown = relation === 1 || relation === 2 ? printed : plan.date;
      plan.aim = aimOf(days, letter, today);
      const ends = Math.min(sideOf(Math.max(plan.date, printed), today), 2);
      const code = (relation * 3 + ends) * 4 + sideOf(plan.shown, today);
      return (code * 2 + rollMark(today)) * 2 + runMark(today);
    },
  };
  return plan;

  function aimOf(days: GivenDays, letter: number, today: number): number {
    if (plan.shown === 0) return 0;
    let aim = before(plan.shown);
    if (plan.date > 0) aim = Math.min(aim, plan.unrolled);
    if (plan.date > 0 && plan.start !== letter) aim = Math.min(aim, counts.unrolled(letter));
    const year = yearFrom < 0 ? 0 : (days[yearFrom] ?? 0);
    if (year > 0) aim = Math.min(aim, safe.yearAfter(year));
    return aim < today ? 0 : aim;
  }

  /** 1 where the day shown, or the right today, rests on a roll that no source states. */
  function rollMark(today: number): 0 | 1 {
    const { date, unrolled, shown } = plan;
    if (!isUnstated || date === 0 || date === unrolled || today > date) return 0;
    return shown === date || today > unrolled || shown < today ? 1 : 0;
  }

  /** 1 where business days for CAP have begun and are not over. */
  function runMark(today: number): 0 | 1 {
    return runsCapDays && plan.date > 0 && plan.start <= today && today <= plan.shown ? 1 : 0;
  }
}
