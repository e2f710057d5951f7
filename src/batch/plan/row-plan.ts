import type { CalendarDate } from '../../calendar.ts';
import { type Decision, decide } from '../../engine/decide.ts';
import type { Answers } from '../../engine/guidance.ts';
import { readSituation } from '../../engine/situation.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import { deadlineJson, encode, jsonInside } from '../write/row-bytes.ts';
import { factsBesides, withBesides, without } from './besides.ts';
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
import { type RowAnswer, rowAnswer } from './row-answer.ts';

/** Plans the rows whose closed facts are the same and which give the same dates. */
export type RowPlan = (given: GivenDays, today: CalendarDate, todayNumber: number) => PlannedRow;

/** Plans of one law and one run. */
export interface Planner {
  readonly plan: (example: Answers, exampleDay: CalendarDate) => RowPlan;
  /** All that rows said so far, with the number of rows. */
  readonly said: () => readonly SaidBefore[];
}

/** Rows whose facts are the same but for those besides: their clocks, and what was decided for each way in which they stand. */
interface Core {
  readonly set: ClockSet;
  readonly decisions: (Decision | undefined)[];
}

/** Beyond that many, what is kept to be used again is forgotten. */
const mostKept = 20_000;

/** Makes plans by one law. What is equal in two of them is kept once, so that a file of many kinds of rows stays quick. */
export function makePlanner(days: LawDays): Planner {
  const { law, calendar } = days;
  const clockSetOf = makeClockSets(days);
  const { settle, said } = makeSettler();
  const factsOf = makeFactsPlans();
  const besides = factsBesides(law);
  const coreOf = kept(new Map<string, Core>(), mostKept);
  let row: PlannedRow | undefined;

  // A plan is made from one row. The decision tables are asked once for each way in which clocks can stand; in all other
  // rows that stand the same only days are counted.
  const plan = (example: Answers, exampleDay: CalendarDate): RowPlan => {
    const withoutThem = without(example, besides);
    const { set, decisions } = coreOf(keyOf(withoutThem), () => {
      const { clocks, situation } = readSituation(law, calendar, withoutThem, exampleDay);
      return { set: clockSetOf(clocks, situation), decisions: [] };
    });
    const facts = factsOf(example);
    const ways: (Settled | undefined)[] = [];

    return (given, today, todayNumber) => {
      const way = set.stand(given, todayNumber);
      let settled = ways[way];
      if (settled === undefined) {
        const answers = facts.of(given);
        const decision = decisions[way] ?? decide(law, without(answers, besides), today);
        decisions[way] = decision;
        settled = settle(rowAnswer(law, withBesides(law, decision, answers, besides), answers, today), set);
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

/** The closed facts, and the names of the dates. */
function keyOf(answers: Answers): string {
  return Object.entries(answers)
    .map(([name, value]) => (dateFacts.includes(name as DateFact) ? name : `${name}=${value}`))
    .join();
}

/** Takes the days out of an answer; parts that an earlier answer had, too, are those of the earlier one. */
function makeSettler(): {
  readonly settle: (answer: RowAnswer, set: ClockSet) => Settled;
  readonly said: () => readonly SaidBefore[];
} {
  const befores = new Map<string, SaidBefore>();
  const beforeOf = kept(befores);
  const afterOf = kept(new Map<string, SaidAfter>());
  const traceOf = kept(new Map<string, RowAnswer['trace']>(), mostKept);
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
