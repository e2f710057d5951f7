import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import { type ClosedFact, closedFacts, dateFacts, type Fact } from '../vocabulary.ts';
import { type Decision, decide } from './decide.ts';
import type { Answers } from './guidance.ts';
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
  const decision = decide(rules, known, today);
  const now = comparable(decision);
  return rules.questions.find(
    (question) =>
      question.ask === ask &&
      !Object.hasOwn(known, question.fact) &&
      !isIdle(known, question.fact as Fact, decision.missing) &&
      canChange(rules, known, today, question.fact as Fact, now),
  );
}

/** Whether any answer to a fact would change the guidance. */
function canChange(rules: RuleSet, known: Answers, today: CalendarDate, fact: Fact, now: string): boolean {
  if (fact === 'notice') return true;
  if (fact === 'action' && known.notice === undefined && !Object.hasOwn(known, 'notice')) return false;
  return sampleValues(fact, today).some(
    (value) => comparable(decide(rules, { ...known, [fact]: value }, today)) !== now,
  );
}

/**
 * No hearing was held on a letter that never came: no row decides the two together. Its date is asked for only where the
 * answer hangs on the day on which the IRS says it sent it.
 */
function isIdle({ priorCdp, cdpHearing }: Answers, fact: Fact, missing: Decision['missing']): boolean {
  if (fact === 'cdpHearing') return priorCdp === 'no';
  if (fact === 'firstCdpDate') return priorCdp === 'no' && !missing.includes('firstCdpDate');
  return fact === 'priorCdp' && (cdpHearing === 'cdp' || cdpHearing === 'equivalent');
}

/** All values of a closed fact; for a date, days near and far enough to fall into every window of every clock. */
function sampleValues(fact: Exclude<Fact, 'notice'>, today: CalendarDate): readonly string[] {
  if (!(dateFacts as readonly string[]).includes(fact)) return closedFacts[fact as ClosedFact];
  return [-800, -200, -40, -12, -3, 0, 20].map((days) => addCalendarDays(today, days));
}

/** What decides all that a person would notice in the answer, but for warnings about slips. */
function comparable({ rows, deadlines, missing, steps, warnings, help }: Decision): string {
  const idOf = ({ id }: { readonly id: string }): string => id;
  // The clock of CAP counts only through what it decides: the row of the table cap.
  const { capClock: _capClock, ...decided } = rows;
  const dates = deadlines.map(({ id, date, unrolled, aimFor }) => [id, date, unrolled, aimFor]);
  const said = [...steps, ...help, ...warnings.filter(({ id }) => !slips.has(id))].map(idOf);
  return JSON.stringify([Object.values(decided).map(idOf), dates, missing, said]);
}

/** Warnings that only say that a fact does not fit; a question must not be asked for their sake. */
const slips: ReadonlySet<string> = new Set([
  'action-differs',
  'date-in-future',
  'first-notice-not-used',
  'mailed-earlier',
]);
