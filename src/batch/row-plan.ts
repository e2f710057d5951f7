import type { Calendar, CalendarDate } from '../calendar.ts';
import type { Clock } from '../engine/clocks.ts';
import type { CountStep } from '../engine/count.ts';
import { calendarOf } from '../engine/decide.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { readSituation } from '../engine/situation.ts';
import { matches, type Situation } from '../engine/table.ts';
import { type ClockPlan, clockPlan, type GivenDays, sideOf } from './clock-plan.ts';
import { type DayMark, futureMark, hearingMark, installmentMark, lateMark, mailedMark } from './day-marks.ts';
import { factsPlan } from './facts-plan.ts';
import { answerByDecision, type RowAnswer, type RowDeadline } from './row-answer.ts';
import { dayText, type SafeDays, safeDays, type TermDays, termDays } from './term-days.ts';

/** The counts of one law, each worked out once for each day. */
export interface LawDays {
  readonly law: RuleSet;
  readonly calendar: Calendar;
  readonly safe: SafeDays;
  readonly of: (steps: readonly CountStep[], rolls: boolean) => TermDays;
}

export function lawDays(law: RuleSet): LawDays {
  const calendar = calendarOf(law);
  const known = new Map<string, TermDays>();
  const of = (steps: readonly CountStep[], rolls: boolean): TermDays => {
    const key = JSON.stringify([steps, rolls]);
    const days = known.get(key) ?? termDays(calendar, steps, rolls);
    known.set(key, days);
    return days;
  };
  return { law, calendar, safe: safeDays(calendar), of };
}

/** What rows say whose closed facts are the same and whose clocks stand the same: all but the days. */
interface Settled {
  readonly said: RowAnswer;
  readonly shown: readonly ShownClock[];
}

interface ShownClock {
  readonly clock: ClockPlan;
  readonly firmness: RowDeadline['firmness'];
}

/** A way of standing, up to one of the clocks; the last one leads to what is said. */
interface Branch {
  readonly next: (Branch | undefined)[];
  settled?: Settled;
}

function branchOf({ next }: Branch, code: number): Branch {
  const known = next[code];
  if (known) return known;
  const branch: Branch = { next: [] };
  next[code] = branch;
  return branch;
}

/** Answers the rows whose closed facts are the same and which give the same dates. */
export type RowPlan = (given: GivenDays, today: CalendarDate, todayNumber: number) => RowAnswer;

/**
 * A plan made from one row. The decision tables are asked once for each way in which clocks can stand; in all other rows
 * that stand the same only days are counted.
 */
export function makeRowPlan(days: LawDays, example: Answers, exampleDay: CalendarDate): RowPlan {
  const { law } = days;
  const { clocks: found, situation } = readSituation(law, days.calendar, example, exampleDay);
  const clocks = found.map((clock) => clockPlan(clock, days.of(clock.term.add, clock.rule.roll), days.safe));
  const marks = marksOf(days, found, clocks, situation);
  const facts = factsPlan(example);
  const root: Branch = { next: [] };

  return (given, today, todayNumber) => {
    let branch = root;
    for (const clock of clocks) branch = branchOf(branch, clock.stand(given, todayNumber));
    for (const mark of marks) branch = branchOf(branch, mark(given, todayNumber));
    branch.settled ??= settle(answerByDecision(law, facts.of(given), today), clocks);
    const known = branch.settled;
    const { missing, notice, programs, form9423, representation, warnings, trace, json } = known.said;
    const deadlines = deadlinesOf(known.shown, todayNumber);
    return {
      today,
      facts,
      given,
      missing,
      notice,
      programs,
      form9423,
      deadlines,
      representation,
      warnings,
      trace,
      json,
    };
  };
}

/** The days beside the clocks that something hangs on. */
function marksOf(
  days: LawDays,
  found: readonly Clock[],
  clocks: readonly ClockPlan[],
  situation: Situation,
): DayMark[] {
  const opensAfter = found.find(({ term }) => term.opensAfter)?.term.opensAfter;
  const late = days.law.clocks.find(({ id, when }) => id === 'tenDayClock' && matches(when, situation));
  return [
    futureMark,
    mailedMark,
    ...(clocks.some(({ id }) => id === 'ia-appeal-after-effective') ? [installmentMark] : []),
    ...(opensAfter ? [hearingMark(clocks, days.of(opensAfter, true))] : []),
    ...(late ? [lateMark(late.from, days.of(late.add, false))] : []),
  ];
}

/** Deadlines in order of id: rows put them in order of day. */
function settle(said: RowAnswer, clocks: readonly ClockPlan[]): Settled {
  const shown = [...said.deadlines]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, firmness }) => {
      const clock = clocks.find((each) => each.id === id);
      return clock ? [{ clock, firmness }] : [];
    });
  return { said, shown };
}

const statuses = ['unknown', 'passed', 'today', 'open'] as const;

/** In order of date, those without a date last, then by id. */
function deadlinesOf(shown: readonly ShownClock[], todayNumber: number): RowDeadline[] {
  const deadlines: RowDeadline[] = [];
  for (const { clock, firmness } of shown) {
    const deadline = deadlineOf(clock, firmness, todayNumber);
    let at = deadlines.length;
    for (; at > 0 && isLater(deadlines[at - 1], deadline); at -= 1) deadlines[at] = deadlines[at - 1] as RowDeadline;
    deadlines[at] = deadline;
  }
  return deadlines;
}

function isLater(one: RowDeadline | undefined, other: RowDeadline): boolean {
  return other.date !== null && (one?.date == null || one.date > other.date);
}

function deadlineOf(clock: ClockPlan, firmness: RowDeadline['firmness'], todayNumber: number): RowDeadline {
  const { id, shown, unrolled, aim } = clock;
  const status = statuses[sideOf(shown, todayNumber)];
  return {
    id,
    date: dayText(shown),
    unrolled: dayText(unrolled),
    aimFor: dayText(aim),
    status,
    daysLeft: shown >= todayNumber ? shown - todayNumber : null,
    firmness,
  };
}
