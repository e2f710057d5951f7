import type { CalendarDate } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import { readSituation } from '../engine/situation.ts';
import type { GivenDays } from './clock-plan.ts';
import { type ClockSet, makeClockSets } from './clock-set.ts';
import { factsPlan } from './facts-plan.ts';
import type { LawDays } from './law-days.ts';
import { type PlannedRow, putInOrder, type Settled, type ShownClock } from './planned-row.ts';
import { answerByDecision, type RowAnswer } from './row-answer.ts';
import { deadlineJson, encode, jsonInside } from './row-bytes.ts';

/** Plans the rows whose closed facts are the same and which give the same dates. */
export type RowPlan = (given: GivenDays, today: CalendarDate, todayNumber: number) => PlannedRow;

/** Makes plans by one law. What is equal in two of them is kept once, so that a file of many kinds of rows stays quick. */
export function makePlanner(days: LawDays): (example: Answers, exampleDay: CalendarDate) => RowPlan {
  const clockSetOf = makeClockSets(days);
  const settle = makeSettler();
  let row: PlannedRow | undefined;

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
}

/** Takes the days out of an answer; parts that an earlier answer had, too, are those of the earlier one. */
function makeSettler(): (said: RowAnswer, set: ClockSet) => Settled {
  const kept = new Map<string, unknown>();
  const keep = <T>(key: string, make: (json: string) => T): T => {
    if (!kept.has(key)) kept.set(key, make(key));
    return kept.get(key) as T;
  };
  return ({ deadlines, ...answer }, set) => {
    const { missing, notice, programs, form9423, representation, warnings, trace } = answer;
    const before = `,${jsonInside({ missing, notice, programs, form9423 })},"deadlines":[`;
    const after = `],${jsonInside({ representation, warnings })}`;
    const inOrderOfId = [...deadlines].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      said: {
        ...keep(`said ${before}`, () => ({ missing, notice, programs, form9423 })),
        ...keep(`said ${after}`, () => ({ representation, warnings })),
        trace: keep(trace.join(), () => trace),
      },
      before: keep(before, encode),
      after: keep(after, encode),
      shown: inOrderOfId.flatMap(({ id, firmness }): ShownClock[] => {
        const clock = set.clockOf(id);
        if (clock === undefined) return [];
        return [keep(`${clock.name} ${firmness}`, () => ({ clock, firmness, json: deadlineJson(id, firmness) }))];
      }),
    };
  };
}
