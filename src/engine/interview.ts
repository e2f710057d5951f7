import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import { type ClosedFact, closedFacts, dateFacts, type Fact } from '../vocabulary.ts';
import { evaluate } from './evaluate.ts';
import type { Answers, Guidance } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';

export type Question = RuleSet['questions'][number];

/**
 * The next question: the first in the order of questions.json that has not been asked and whose answer can change
 * something. A key that is present counts as asked, also with the value `unknown`. Undefined when nothing is left.
 */
export function nextQuestion(
  rules: RuleSet,
  known: Answers,
  today: CalendarDate,
  ask: Question['ask'] = 'always',
): Question | undefined {
  const now = comparable(evaluate(rules, known, today));
  return rules.questions.find(
    (question) =>
      question.ask === ask &&
      !Object.hasOwn(known, question.fact) &&
      canChange(rules, known, today, question.fact as Fact, now),
  );
}

/** Whether any answer to a fact would change the guidance. */
function canChange(rules: RuleSet, known: Answers, today: CalendarDate, fact: Fact, now: string): boolean {
  if (fact === 'notice') return true;
  if (fact === 'action' && known.notice === undefined && !Object.hasOwn(known, 'notice')) return false;
  return sampleValues(fact, today).some(
    (value) => comparable(evaluate(rules, { ...known, [fact]: value }, today)) !== now,
  );
}

/** All values of a closed fact; for a date, days near and far enough to fall into every window of every clock. */
function sampleValues(fact: Exclude<Fact, 'notice'>, today: CalendarDate): readonly string[] {
  if (!(dateFacts as readonly string[]).includes(fact)) return closedFacts[fact as ClosedFact];
  return [-800, -200, -40, -12, -3, 0, 20].map((days) => addCalendarDays(today, days));
}

/** What of an answer a person would notice: everything but the facts themselves and a differing action's warning. */
function comparable({ facts: _facts, warnings, ...guidance }: Guidance): string {
  return JSON.stringify({ ...guidance, warnings: warnings.filter(({ id }) => !slips.has(id)) });
}

/** Warnings that only say that a fact does not fit; a question must not be asked for their sake. */
const slips: ReadonlySet<string> = new Set([
  'action-differs',
  'date-in-future',
  'first-notice-not-used',
  'mailed-earlier',
]);
