import { type CalendarDate, dayNumber } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { isOverdue } from '../engine/situation.ts';
import { type DateFact, dateFacts } from '../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';
import { givenDays } from './given-days.ts';
import { lawDays } from './law-days.ts';
import type { PlannedRow } from './planned-row.ts';
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

/** The plans of each day. */
export type Plans = (today: CalendarDate) => PlansOfDay;

const plansByBook = new WeakMap<RuleSet, Plans>();

/** The plans of every day, made once for a rule set; undefined where each row has to be decided by itself. */
export function plansOf(book: RuleSet): Plans | undefined {
  // Special days are looked for among the days of each answer.
  if (book.specialDays.length > 0) return undefined;
  const plans = plansByBook.get(book) ?? makePlans(book);
  plansByBook.set(book, plans);
  return plans;
}

/** Plans the rows whose facts were read one by one, in which nothing is given as unknown. */
export function planRow(plans: Plans, answers: Answers, today: CalendarDate): PlannedRow {
  const day = plans(today);
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

function makePlans(book: RuleSet): Plans {
  const laws = new Map<string, ReturnType<typeof plansOfLaw>>();
  const known = new Map<CalendarDate, PlansOfDay>();
  return (today) => {
    const found = known.get(today);
    if (found) return found;
    const law = lawOn(book, today);
    const since = book.changes.findLast((change) => change <= today) ?? '';
    const key = `${since} ${isOverdue(law.manifest, today)}`;
    const ofLaw = laws.get(key) ?? plansOfLaw(law);
    laws.set(key, ofLaw);
    const day = { number: dayNumber(today), root: ofLaw.root, make: ofLaw.makeOn(today) };
    known.set(today, day);
    return day;
  };
}

function plansOfLaw(law: RuleSet): {
  readonly root: PlanTree;
  readonly makeOn: (today: CalendarDate) => PlansOfDay['make'];
} {
  const makePlan = makePlanner(lawDays(law));
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
      const plan = makePlan(example, today);
      leafOf(root, words).plan = plan;
      return plan;
    };
  return { root, makeOn };
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
