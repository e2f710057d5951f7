import { type CalendarDate, dayNumber } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { isOverdue } from '../engine/situation.ts';
import { type DateFact, dateFacts } from '../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';
import { givenDays } from './given-days.ts';
import { lawDays } from './law-days.ts';
import { answerByDecision, type RowAnswer } from './row-answer.ts';
import { makePlanner, type RowPlan } from './row-plan.ts';

/** Enough for what a file of letters brings together; beyond that all are forgotten, so that memory does not grow. */
const mostPlans = 20_000;

/** Plans of rows on one day, by a key of their closed facts and of which dates they give. */
export interface PlansOfDay {
  readonly number: number;
  readonly get: (key: string) => RowPlan | undefined;
  readonly make: (key: string, answers: Answers) => RowPlan;
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

function makePlans(book: RuleSet): Plans {
  const laws = new Map<RuleSet, PlansOfLaw>();
  const known = new Map<CalendarDate, PlansOfDay>();
  return (today) => {
    const found = known.get(today);
    if (found) return found;
    const law = lawOn(book, today);
    const ofLaw = laws.get(law) ?? { plan: makePlanner(lawDays(law)), due: new Map(), fresh: new Map() };
    laws.set(law, ofLaw);
    const day = plansOfDay(ofLaw.plan, isOverdue(law.manifest, today) ? ofLaw.due : ofLaw.fresh, today);
    known.set(today, day);
    return day;
  };
}

/** Days of one law share their counts; days before and after the review of the rules do not share their plans. */
interface PlansOfLaw {
  readonly plan: ReturnType<typeof makePlanner>;
  readonly due: Map<string, RowPlan>;
  readonly fresh: Map<string, RowPlan>;
}

function plansOfDay(makePlan: PlansOfLaw['plan'], plans: Map<string, RowPlan>, today: CalendarDate): PlansOfDay {
  return {
    number: dayNumber(today),
    get: (key) => plans.get(key),
    make(key, answers) {
      if (plans.size >= mostPlans) plans.clear();
      const plan = makePlan(answers, today);
      plans.set(key, plan);
      return plan;
    },
  };
}

/**
 * Makes the function that turns answers, in which nothing is given as unknown, into what a row says. It says what
 * `evaluate` says, without sentences.
 */
export function makeRowAnswers(book: RuleSet): (answers: Answers, today: CalendarDate) => RowAnswer {
  const plans = plansOf(book);
  if (!plans) return (answers, today) => answerByDecision(book, answers, today);
  return (answers, today) => {
    const { number, get, make } = plans(today);
    const given = givenDays(answers);
    const key = keyOf(answers, given);
    return (get(key) ?? make(key, answers))(given, today, number);
  };
}

/** The closed facts, and which dates are given; in the order of the answers, in which their JSON tells them. */
function keyOf(answers: Answers, given: GivenDays): string {
  let key = '';
  for (const name in answers) {
    const isDay = dateFacts.includes(name as DateFact);
    key += isDay ? `,${name}` : `,${name}=${answers[name as keyof Answers]}`;
  }
  for (const day of given) key += day === 0 ? '0' : '1';
  return key;
}
