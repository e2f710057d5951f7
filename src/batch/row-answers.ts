import { type CalendarDate, dayNumber } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { isOverdue } from '../engine/situation.ts';
import { closedFactNames, dateFacts } from '../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';
import { answerByDecision, type RowAnswer } from './row-answer.ts';
import { type LawDays, lawDays, makeRowPlan, type RowPlan } from './row-plan.ts';

/** Enough for what a file of letters brings together; beyond that all are forgotten, so that memory does not grow. */
const mostPlans = 20_000;

interface Day {
  readonly number: number;
  readonly days: LawDays;
  readonly plans: Map<string, RowPlan>;
}

/**
 * Makes the function that turns answers, in which nothing is given as unknown, into what a row says. It says what
 * `evaluate` says, without sentences.
 */
export function makeRowAnswers(book: RuleSet): (answers: Answers, day: CalendarDate) => RowAnswer {
  // Special days are looked for among the days of each answer.
  if (book.specialDays.length > 0) return (answers, day) => answerByDecision(book, answers, day);
  const dayOf = makeDays(book);
  return (answers, today) => {
    const { number, days, plans } = dayOf(today);
    const given = givenDays(answers);
    const key = keyOf(answers, given);
    let plan = plans.get(key);
    if (plan === undefined) {
      if (plans.size >= mostPlans) plans.clear();
      plan = makeRowPlan(days, answers, today);
      plans.set(key, plan);
    }
    return plan(answers, given, today, number);
  };
}

/** Days of one law share their counts; days before and after the review of the rules do not share their plans. */
function makeDays(book: RuleSet): (day: CalendarDate) => Day {
  const laws = new Map<
    RuleSet,
    { readonly days: LawDays; readonly plans: Record<'due' | 'fresh', Map<string, RowPlan>> }
  >();
  const known = new Map<CalendarDate, Day>();
  return (today) => {
    const found = known.get(today);
    if (found) return found;
    const law = lawOn(book, today);
    const of = laws.get(law) ?? { days: lawDays(law), plans: { due: new Map(), fresh: new Map() } };
    laws.set(law, of);
    const plans = of.plans[isOverdue(law.manifest, today) ? 'due' : 'fresh'];
    const day = { number: dayNumber(today), days: of.days, plans };
    known.set(today, day);
    return day;
  };
}

const numbers = new Map<string, number>();

function givenDays(answers: Answers): GivenDays {
  return dateFacts.map((fact) => {
    const date = answers[fact];
    if (date === undefined || date === 'unknown') return 0;
    const known = numbers.get(date) ?? dayNumber(date);
    numbers.set(date, known);
    return known;
  });
}

/** The closed facts, and which dates are given. */
function keyOf(answers: Answers, given: GivenDays): string {
  let key = answers.notice ?? '';
  for (const fact of closedFactNames) key += `,${answers[fact] ?? ''}`;
  for (const day of given) key += day === 0 ? '0' : '1';
  return key;
}
