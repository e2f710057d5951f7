import { type CalendarDate, dayNumber } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import { lawOn } from '../../engine/law-on.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { isOverdue } from '../../engine/situation.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';
import { givenDays } from './given-days.ts';
import { lawDays } from './law-days.ts';
import type { PlannedRow, SaidBefore } from './planned-row.ts';
import { makePlanner, type RowPlan } from './row-plan.ts';

/** Enough for what a file of letters brings together; beyond that all are forgotten, so that memory does not grow. */
const mostPlans = 20_000;

/** Plans by words that are looked up one after the other. */
export interface PlanTree {
  readonly next: Map<string | number, PlanTree>;
  plan?: RowPlan;
}

/** The plans of rows on one day. Days of one law share them, but for days before and after the review of the rules. */
export interface PlansOfDay {
  readonly number: number;
  readonly root: PlanTree;
  /** Makes the plan of a row and keeps it where the words lead. */
  readonly make: (words: readonly (string | number)[], example: Answers) => RowPlan;
}

/** The plans of one run. */
export interface Plans {
  readonly on: (today: CalendarDate) => PlansOfDay;
  /** What rows said so far, with the number of rows. */
  readonly said: () => readonly SaidBefore[];
}

/** Plans the rows whose facts were read one by one, in which nothing is given as unknown. */
export function planRow(plans: Plans, answers: Answers, today: CalendarDate): PlannedRow {
  const day = plans.on(today);
  const given = givenDays(answers);
  const words = wordsOf(answers, given);
  const plan = words.reduce<PlanTree | undefined>((tree, word) => tree?.next.get(word), day.root)?.plan;
  return (plan ?? day.make(words, answers))(given, today, day.number);
}

/** The closed facts and which dates are given; in the order of the answers, in which their JSON tells them. */
function wordsOf(answers: Answers, given: GivenDays): string[] {
  const words = Object.entries(answers).map(([name, value]) =>
    dateFacts.includes(name as DateFact) ? name : `${name}=${value}`,
  );
  return [...words, given.map((day) => (day === 0 ? '0' : '1')).join('')];
}

/** Plans for one run; undefined where each row has to be decided by itself. */
export function makePlans(book: RuleSet): Plans | undefined {
  // Special days are looked for among the days of each answer.
  if (book.specialDays.length > 0) return undefined;
  const laws = new Map<string, PlansOfLaw>();
  const known = new Map<CalendarDate, PlansOfDay>();
  const dayOf = (today: CalendarDate): PlansOfDay => {
    const law = lawOn(book, today);
    const since = book.changes.findLast((change) => change <= today) ?? '';
    const key = `${since} ${isOverdue(law.manifest, today)}`;
    const ofLaw = laws.get(key) ?? plansOfLaw(law);
    laws.set(key, ofLaw);
    return { number: dayNumber(today), root: ofLaw.root, make: ofLaw.makeOn(today) };
  };
  const on = (today: CalendarDate): PlansOfDay => {
    const day = known.get(today) ?? dayOf(today);
    known.set(today, day);
    return day;
  };
  return { on, said: () => [...laws.values()].flatMap((ofLaw) => ofLaw.said()) };
}

interface PlansOfLaw extends Pick<Plans, 'said'> {
  readonly root: PlanTree;
  readonly makeOn: (today: CalendarDate) => PlansOfDay['make'];
}

function plansOfLaw(law: RuleSet): PlansOfLaw {
  const planner = makePlanner(lawDays(law));
  const root: PlanTree = { next: new Map() };
  let kept = 0;
  const makeOn =
    (today: CalendarDate): PlansOfDay['make'] =>
    (words, example) => {
      if (kept >= mostPlans) {
        root.next.clear();
        kept = 0;
      }
      kept += 1;
      const plan = planner.plan(example, today);
      leafOf(root, words).plan = plan;
      return plan;
    };
  return { root, makeOn, said: planner.said };
}

function leafOf(root: PlanTree, words: readonly (string | number)[]): PlanTree {
  let tree = root;
  for (const word of words) {
    const next: PlanTree = tree.next.get(word) ?? { next: new Map() };
    tree.next.set(word, next);
    tree = next;
  }
  return tree;
}
