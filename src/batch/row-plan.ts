import type { CalendarDate } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import { readSituation } from '../engine/situation.ts';
import { type ClockPlan, type GivenDays, sideOf } from './clock-plan.ts';
import { type ClockSet, makeClockSets } from './clock-set.ts';
import { factsPlan } from './facts-plan.ts';
import type { LawDays } from './law-days.ts';
import { answerByDecision, type RowAnswer, type RowDeadline } from './row-answer.ts';
import { dayText } from './term-days.ts';

/** Answers the rows whose closed facts are the same and which give the same dates. */
export type RowPlan = (given: GivenDays, today: CalendarDate, todayNumber: number) => RowAnswer;

/** Makes plans by one law. What is equal in two of them is kept once, so that a file of many kinds of rows stays quick. */
export function makePlanner(days: LawDays): (example: Answers, exampleDay: CalendarDate) => RowPlan {
  const clockSetOf = makeClockSets(days);
  const settle = makeSettler();

  // A plan is made from one row. The decision tables are asked once for each way in which clocks can stand; in all other
  // rows that stand the same only days are counted.
  return (example, exampleDay) => {
    const { clocks, situation } = readSituation(days.law, days.calendar, example, exampleDay);
    const set = clockSetOf(clocks, situation);
    const facts = factsPlan(example);
    const ways: (Settled | undefined)[] = [];

    return (given, today, todayNumber) => {
      const way = set.stand(given, todayNumber);
      let settled = ways[way];
      if (settled === undefined) {
        settled = settle(answerByDecision(days.law, facts.of(given), today), set);
        ways[way] = settled;
      }
      const { missing, notice, programs, form9423, beforeDeadlines } = settled.before;
      const { representation, warnings, afterDeadlines } = settled.after;
      return {
        today,
        facts,
        given,
        missing,
        notice,
        programs,
        form9423,
        deadlines: deadlinesOf(settled.shown, todayNumber),
        representation,
        warnings,
        trace: settled.trace,
        beforeDeadlines,
        afterDeadlines,
      };
    };
  };
}

/** What rows say whose closed facts are the same and whose clocks stand the same: all but the days. */
interface Settled {
  readonly before: Pick<RowAnswer, 'missing' | 'notice' | 'programs' | 'form9423' | 'beforeDeadlines'>;
  readonly after: Pick<RowAnswer, 'representation' | 'warnings' | 'afterDeadlines'>;
  readonly trace: RowAnswer['trace'];
  readonly shown: readonly ShownClock[];
}

interface ShownClock {
  readonly clock: ClockPlan;
  readonly firmness: RowDeadline['firmness'];
}

/** Takes the days out of an answer; parts that an earlier answer had, too, are those of the earlier one. */
function makeSettler(): (said: RowAnswer, set: ClockSet) => Settled {
  const kept = new Map<string, unknown>();
  const keep = <T>(key: string, part: T): T => {
    if (!kept.has(key)) kept.set(key, part);
    return kept.get(key) as T;
  };
  return (said, set) => {
    const { missing, notice, programs, form9423, beforeDeadlines } = said;
    const { representation, warnings, afterDeadlines } = said;
    const ids = [...said.deadlines].sort((a, b) => (a.id < b.id ? -1 : 1));
    const shown = ids.flatMap(({ id, firmness }) => {
      const clock = set.clockOf(id);
      return clock ? [{ clock, firmness }] : [];
    });
    return {
      before: keep(beforeDeadlines, { missing, notice, programs, form9423, beforeDeadlines }),
      after: keep(afterDeadlines, { representation, warnings, afterDeadlines }),
      trace: keep(said.trace.join(), said.trace),
      shown,
    };
  };
}

const statuses = ['unknown', 'passed', 'today', 'open'] as const;

/** In order of date, those without a date last, then by id: in that order the clocks come. */
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
  return {
    id,
    date: dayText(shown),
    unrolled: dayText(unrolled),
    aimFor: dayText(aim),
    status: statuses[sideOf(shown, todayNumber)],
    daysLeft: shown >= todayNumber ? shown - todayNumber : null,
    firmness,
  };
}
