import type { CalendarDate } from '../../calendar.ts';
import { type Decision, decide, traceOf } from '../../engine/decide.ts';
import type { Answers } from '../../engine/guidance.ts';
import { readSituation } from '../../engine/situation.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import { kept } from '../kept.ts';
import { lacksForm2848 } from '../next-deadline.ts';
import { makeBesides } from './besides.ts';
import type { GivenDays } from './clock-plan.ts';
import { type ClockSet, makeClockSets } from './clock-set.ts';
import { factsOn, makeFactsTexts } from './facts-texts.ts';
import type { LawDays } from './law-days.ts';
import type { Limits } from './limits.ts';
import { type PlannedRow, putInOrder, type SaidBefore, type Settled, type ShownClock } from './planned-row.ts';
import { warningIds } from './row-answer.ts';
import type { Sayings } from './sayings.ts';
import { makeWayList } from './way-list.ts';

/** Plans of one law. A plan is for the rows whose closed facts are the same and which give the same dates. */
export interface Planner {
  /** The number of the plan for rows like this one, which is made where there is none. */
  readonly numberFor: (example: Answers, exampleDay: CalendarDate) => number;
  readonly size: () => number;
  /** What the plan says of one row; it holds until the next row is planned. */
  readonly plan: (number: number, given: GivenDays, today: CalendarDate, todayNumber: number) => PlannedRow;
}

/** Rows whose facts are the same but for those besides: their clocks, and what was decided for each way in which they stand. */
interface Core {
  readonly set: ClockSet;
  readonly ways: (Way | undefined)[];
}

interface Way {
  readonly decision: Decision;
  readonly before: SaidBefore;
  readonly shown: readonly ShownClock[];
}

/**
 * Makes plans by one law. What is equal in two of them is kept once, and what belongs to one of them alone is kept as numbers
 * in few arrays: rows jump from plan to plan, and a processor that has to fetch each from afar waits longer than it works.
 */
export function makePlanner(days: LawDays, sayings: Sayings, limits: Limits): Planner {
  const { law, calendar } = days;
  const clockSetOf = makeClockSets(days);
  const besides = makeBesides(law);
  const coreOf = kept(new Map<string, Core>(), limits.plans);
  const texts = makeFactsTexts();
  const numbers = new Map<string, number>();
  // Of each plan.
  const examples: Answers[] = [];
  const cores: Core[] = [];
  const sets: ClockSet[] = [];
  const facts: number[] = [];
  const wayList = makeWayList();
  let row: PlannedRow | undefined;
  let decisions = 0;

  const makePlan = (example: Answers, exampleDay: CalendarDate): number => {
    const bare = besides.without(example);
    const core = coreOf(keyOf(bare), () => {
      const { clocks, situation } = readSituation(law, calendar, bare, exampleDay);
      return { set: clockSetOf(clocks, situation), ways: [] };
    });
    cores.push(core);
    sets.push(core.set);
    facts.push(texts.add(example));
    return examples.push(example) - 1;
  };

  const settle = (number: number, way: number, given: GivenDays, today: CalendarDate): Settled => {
    const { set, ways } = cores[number] as Core;
    const answers = factsOn(examples[number] as Answers, given);
    const known = ways[way] ?? decideWay(besides.without(answers), today, set);
    ways[way] = known;
    const { decision, before, shown } = known;
    const { representation, warnings } = besides.decide(decision, answers);
    const after = sayings.after(representation, warningIds(law, { ...decision, warnings }, today));
    const trace = traceOf({ ...decision.rows, representation });
    const lacks = lacksForm2848(after.said.representation, answers);
    return sayings.settled({ before, after, trace, shown, lacksForm2848: lacks });
  };

  // The decision tables are asked once for each way in which clocks can stand; in all other rows that stand the same only
  // days are counted.
  const addWay = (number: number, given: GivenDays, today: CalendarDate, todayNumber: number): Settled => {
    if (decisions >= limits.decisions || wayList.size() >= limits.ways) forgetWays();
    const way = (sets[number] as ClockSet).stand(given, todayNumber);
    const settled = settle(number, way, given, today);
    wayList.add(number, way, settled);
    return settled;
  };

  /** Plans keep their numbers. */
  const forgetWays = (): void => {
    for (const core of new Set(cores)) core.ways.length = 0;
    for (const set of new Set(sets)) set.forget();
    wayList.forget();
    decisions = 0;
  };

  const decideWay = (answers: Answers, today: CalendarDate, set: ClockSet): Way => {
    const decision = decide(law, answers, today);
    decisions += 1;
    return { decision: besides.keep(decision), before: sayings.before(decision), shown: sayings.shown(decision, set) };
  };

  return {
    size: () => examples.length,
    numberFor(example, exampleDay) {
      const key = keyOf(example);
      const number = numbers.get(key) ?? makePlan(example, exampleDay);
      numbers.set(key, number);
      return number;
    },
    plan(number, given, today, todayNumber) {
      const way = (sets[number] as ClockSet).stand(given, todayNumber);
      const settled = wayList.find(number, way) ?? addWay(number, given, today, todayNumber);
      const example = examples[number] as Answers;
      const list = facts[number] as number;
      row ??= { settled, example, texts, facts: list, given, today, todayNumber, inOrder: [], count: 0 };
      row.settled = settled;
      row.example = example;
      row.facts = list;
      row.given = given;
      row.today = today;
      row.todayNumber = todayNumber;
      putInOrder(row);
      return row;
    },
  };
}

/** The closed facts, and the names of the dates; in the order of the answers, in which their JSON tells them. */
function keyOf(answers: Answers): string {
  return Object.entries(answers)
    .map(([name, value]) => (dateFacts.includes(name as DateFact) ? name : `${name}=${value}`))
    .join();
}
