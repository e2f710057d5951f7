import { type CalendarDate, dayNumber } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import { lawOn } from '../../engine/law-on.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { isOverdue } from '../../engine/situation.ts';
import { givenDays } from './given-days.ts';
import { lawDays } from './law-days.ts';
import { type Limits, usualLimits } from './limits.ts';
import type { PlannedRow, SaidBefore } from './planned-row.ts';
import { makePlanner, type Planner } from './row-plan.ts';
import { makeSayings, type Sayings } from './sayings.ts';

/** The plans of rows on one day. Days of one law share them, but for days before and after the review of the rules. */
export interface PlansOfDay {
  readonly number: number;
  readonly planner: Planner;
}

/** The plans of one run. */
export interface Plans {
  readonly on: (today: CalendarDate) => PlansOfDay;
  /** What rows said so far, with the number of rows. */
  readonly said: () => readonly SaidBefore[];
  readonly limits: Limits;
}

/** Plans the rows whose facts were read one by one. */
export function planRow(plans: Plans, answers: Answers, today: CalendarDate): PlannedRow {
  const { number, planner } = plans.on(today);
  return planner.plan(planner.numberFor(answers, today), givenDays(answers), today, number);
}

/** Plans for one run; undefined where each row has to be decided by itself. */
export function makePlans(book: RuleSet, limits: Limits = usualLimits): Plans | undefined {
  // Special days are looked for among the days of each answer.
  if (book.specialDays.length > 0) return undefined;
  const sayings = makeSayings();
  const laws = new Map<string, () => Planner>();
  const known = new Map<CalendarDate, () => PlansOfDay>();
  const dayOf = (today: CalendarDate): (() => PlansOfDay) => {
    const law = lawOn(book, today);
    const since = book.changes.findLast((change) => change <= today) ?? '';
    const key = `${since} ${isOverdue(law.manifest, today)}`;
    const planner = laws.get(key) ?? plannersOf(law, sayings, limits);
    laws.set(key, planner);
    const number = dayNumber(today);
    return () => ({ number, planner: planner() });
  };
  const on = (today: CalendarDate): PlansOfDay => {
    const day = known.get(today) ?? dayOf(today);
    known.set(today, day);
    return day();
  };
  return { on, said: sayings.all, limits };
}

/** Gives a planner of a law; a new one where it is full. */
function plannersOf(law: RuleSet, sayings: Sayings, limits: Limits): () => Planner {
  const days = lawDays(law);
  let planner = makePlanner(days, sayings, limits);
  return () => {
    if (planner.size() >= limits.plans) planner = makePlanner(days, sayings, limits);
    return planner;
  };
}
