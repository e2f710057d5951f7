import type { CalendarDate } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import { readSituation } from '../../engine/situation.ts';
import { deadlineJson, encode, jsonInside } from '../write/row-bytes.ts';
import type { GivenDays } from './clock-plan.ts';
import { type ClockSet, makeClockSets } from './clock-set.ts';
import { makeFactsPlans } from './facts-plan.ts';
import { kept } from './kept.ts';
import type { LawDays } from './law-days.ts';
import {
  type PlannedRow,
  putInOrder,
  type SaidAfter,
  type SaidBefore,
  type Settled,
  type ShownClock,
} from './planned-row.ts';
import { answerByDecision, type RowAnswer } from './row-answer.ts';

/** Plans the rows whose closed facts are the same and which give the same dates. */
export type RowPlan = (given: GivenDays, today: CalendarDate, todayNumber: number) => PlannedRow;

/** Plans of one law and one run. */
export interface Planner {
  readonly plan: (example: Answers, exampleDay: CalendarDate) => RowPlan;
  /** All that rows said so far, with the number of rows. */
  readonly said: () => readonly SaidBefore[];
}

/** Makes plans by one law. What is equal in two of them is kept once, so that a file of many kinds of rows stays quick. */
export function makePlanner(days: LawDays): Planner {
  const clockSetOf = makeClockSets(days);
  const { settle, said } = makeSettler();
  const factsOf = makeFactsPlans();
  let row: PlannedRow | undefined;

  // A plan is made from one row. The decision tables are asked once for each way in which clocks can stand; in all other
  // rows that stand the same only days are counted.
  const plan = (example: Answers, exampleDay: CalendarDate): RowPlan => {
    const { clocks, situation } = readSituation(days.law, days.calendar, example, exampleDay);
    const set = clockSetOf(clocks, situation);
    const facts = factsOf(example);
    const ways: (Settled | undefined)[] = [];

    return (given, today, todayNumber) => {
      const way = set.stand(given, todayNumber);
      let settled = ways[way];
      if (settled === undefined) {
        settled = settle(answerByDecision(days.law, facts.of(given), today), set);
        ways[way] = settled;
      }
      row ??= { settled, facts, given, today, todayNumber, inOrder: [], count: 0 };
      row.settled = settled;
      row.facts = facts;
      row.given = given;
      row.today = today;
      row.todayNumber = todayNumber;
      putInOrder(row);
      return row;
    };
  };
  return { plan, said };
}

/** Takes the days out of an answer; parts that an earlier answer had, too, are those of the earlier one. */
function makeSettler(): {
  readonly settle: (answer: RowAnswer, set: ClockSet) => Settled;
  readonly said: () => readonly SaidBefore[];
} {
  const befores = new Map<string, SaidBefore>();
  const beforeOf = kept(befores);
  const afterOf = kept(new Map<string, SaidAfter>());
  const traceOf = kept(new Map<string, RowAnswer['trace']>());
  const clockOf = kept(new Map<string, ShownClock>());

  const settle = (answer: RowAnswer, set: ClockSet): Settled => {
    const { missing, notice, programs, form9423, representation, warnings, trace } = answer;
    const [before, after] = [
      { missing, notice, programs, form9423 },
      { representation, warnings },
    ];
    const inOrderOfId = [...answer.deadlines].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      before: beforeOf(`},${jsonInside(before)},"deadlines":[`, (json) => ({
        said: before,
        json: encode(json),
        rows: 0,
      })),
      after: afterOf(`],${jsonInside(after)}}\n`, (json) => ({ said: after, json: encode(json) })),
      trace: traceOf(trace.join(), () => trace),
      shown: inOrderOfId.flatMap(({ id, firmness }): ShownClock[] => {
        const clock = set.clockOf(id);
        if (clock === undefined) return [];
        return [clockOf(clock.name, () => ({ clock, firmness, json: deadlineJson(id, firmness) }))];
      }),
    };
  };
  return { settle, said: () => [...befores.values()] };
}
