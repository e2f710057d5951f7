import type { Calendar, CalendarDate } from '../calendar.ts';
import type { PrintedPolicy } from '../situation-words.ts';
import type { DateFact } from '../vocabulary.ts';
import { type Count, count } from './count.ts';
import type { Answers } from './guidance.ts';
import {
  type Candidates,
  countedDay,
  earliest,
  type KnownDay,
  latestOf,
  printedDay,
  settleDays,
} from './known-days.ts';
import type { RuleSet } from './rule-set.ts';
import { matches, type Situation } from './table.ts';

export type DeadlineRule = RuleSet['deadlines'][number];
export type Term = DeadlineRule['terms'][number];
type Notice = RuleSet['notices'][string];

/** How a date printed on the letter stands to the computed one. */
export type PrintedDate = 'none' | 'alone' | 'earlier' | 'same' | 'later';

/** A term that fits the situation, counted as far as its starting fact is known. */
export interface Clock {
  readonly rule: DeadlineRule;
  readonly term: Term;
  /** The fact that really started the count: the postmark where it is later than the letter. */
  readonly startFact: DateFact;
  readonly counted: Count | undefined;
  /** The count from the date of the letter, where the postmark started the real one. */
  readonly fromNoticeDate: Count | undefined;
  readonly printed: CalendarDate | undefined;
  readonly printedDate: PrintedDate;
  /** Every last day that is known. */
  readonly days: readonly KnownDay[];
  /** The day to show ("dates are shown early"). */
  readonly shown: KnownDay | undefined;
  /** The last day that decides the right ("rights end late"). */
  readonly ends: CalendarDate | undefined;
  /** The fact that started it or its day was derived. */
  readonly isEstimated: boolean;
  /** The letter's own clock, where the days of an earlier CDP notice are still running. */
  readonly own?: Clock;
}

/** `unsure`: a printed day has passed, and without the count nobody knows whether it was the last one. */
export type ClockState = 'none' | 'open' | 'passed' | 'unsure' | 'unknown';

/** A date fact, or undefined where it is unknown or not given. */
export function dateOf(answers: Answers, fact: DateFact): CalendarDate | undefined {
  const value = answers[fact];
  return value === 'unknown' ? undefined : value;
}

/** The terms of a deadline: its own, or those that stand in the file of the letter. */
function termsOf(rule: DeadlineRule, notice: Notice | undefined): readonly Term[] {
  return notice?.ownDeadline?.id === rule.id ? notice.ownDeadline.terms : rule.terms;
}

/** Terms may hold for counts that start on some days only (a change of law); without the day the law in force counts. */
function startsWithin({ from, since, until }: Term, answers: Answers): boolean {
  const start = dateOf(answers, from);
  if (!start) return until === undefined;
  return (since === undefined || since <= start) && (until === undefined || start <= until);
}

/** Every clock that runs in the situation, counted; at most one term of each deadline fits, but for that of a first notice. */
export function runClocks(
  rules: RuleSet,
  calendar: Calendar,
  answers: Answers,
  situation: Situation,
  notice: Notice | undefined,
): Clock[] {
  const fitting = rules.deadlines.flatMap((rule) => {
    const terms = termsOf(rule, notice).filter((term) => matches(term.when, situation) && startsWithin(term, answers));
    return terms.length > 0 ? [{ rule, terms }] : [];
  });
  // A printed day belongs to one deadline; where that is not shown, the day is shown nowhere.
  const isTaken = fitting.some(({ rule, terms }) =>
    terms.some((term) => takesPrinted(rule, term) && !rule.yieldsPrinted),
  );
  return fitting
    .filter(({ rule }) => !(rule.yieldsPrinted && isTaken))
    .map(({ rule, terms }) => {
      const first = terms.find((term) => term.ofFirstNotice);
      const own = terms.find((term) => !term.ofFirstNotice);
      const clock = own && runClock(calendar, rule, own, answers);
      return first ? besideFirst(runClock(calendar, rule, first, answers), clock, situation) : (clock as Clock);
    });
}

function takesPrinted(rule: DeadlineRule, term: Term): boolean {
  return term.from === 'printedDeadline' || (term.printed ?? rule.printed) !== undefined;
}

/** Where the days of the first CDP notice for this tax and period stand: its term, counted from its date. */
export function firstNoticeState(
  rules: RuleSet,
  calendar: Calendar,
  answers: Answers,
  situation: Situation,
  today: CalendarDate,
): 'running' | 'over' {
  const running = { ...situation, earlierNotice: 'running' };
  for (const rule of rules.deadlines) {
    const term = rule.terms.find(({ ofFirstNotice, when }) => ofFirstNotice && matches(when, running));
    if (!term) continue;
    const { ends } = runClock(calendar, rule, term, answers);
    return ends !== undefined && today <= ends ? 'running' : 'over';
  }
  return 'over';
}

function runClock(calendar: Calendar, rule: DeadlineRule, term: Term, answers: Answers): Clock {
  const rolls = term.roll ?? rule.roll;
  const countFrom = (start: CalendarDate | undefined): Count | undefined =>
    start && count(calendar, start, term.add, rolls);
  const isPrinted = term.from === 'printedDeadline';
  const letter = dateOf(answers, term.from);
  const start = startOf(term, answers);
  const isMailedLater = start !== letter;
  const counted = isPrinted ? undefined : countFrom(start);
  const fromNoticeDate = isMailedLater && letter ? countFrom(letter) : undefined;
  const policy = term.printed ?? rule.printed ?? 'ignored';
  const takesDay = isPrinted || (takesPrinted(rule, term) && policy !== 'ignored');
  const printed = takesDay ? dateOf(answers, 'printedDeadline') : undefined;
  const days = {
    counted: counted && countedDay(counted),
    printed: printed && printedDay(calendar, printed, rolls && policy !== 'petition'),
    letter: letterDay(calendar, term, answers, rolls),
    fromNoticeDate: fromNoticeDate && countedDay(fromNoticeDate),
  };
  const { shown, ends } = settleDays(isPrinted ? 'printed-first' : policy, days);
  const isSecondMailing = isMailedLater && fromNoticeDate !== undefined && term.estimatedWhenMailedLater === true;
  return {
    rule,
    term,
    startFact: isMailedLater ? 'mailedDate' : term.from,
    counted,
    fromNoticeDate,
    printed,
    printedDate: comparePrinted(policy, days),
    days: [days.counted, days.printed, days.letter].filter((day) => day !== undefined),
    shown,
    ends,
    isEstimated:
      term.estimated === true || shown?.basis === 'letter' || (isSecondMailing && shown?.basis === 'counted'),
  };
}

/** A later postmark starts some counts, and for one letter does so alone. */
function startOf({ from, mailed }: Term, answers: Answers): CalendarDate | undefined {
  const letter = dateOf(answers, from);
  const postmark = mailed === undefined ? undefined : dateOf(answers, 'mailedDate');
  if (letter === undefined) return mailed === 'alone' ? postmark : undefined;
  return latestOf([letter, postmark]);
}

/** A lien letter sent in time is dated no later than the fifth business day, so its own date gives an early estimate. */
function letterDay(calendar: Calendar, { estimate }: Term, answers: Answers, rolls: boolean): KnownDay | undefined {
  const start = estimate && dateOf(answers, estimate.from);
  return start && estimate ? countedDay(count(calendar, start, estimate.add, rolls), 'letter') : undefined;
}

/**
 * While the days of the first CDP notice run, the earliest day is shown. With `priorCdp` `no` (none has reached the
 * taxpayer) the letter's own days count too; else only the day that it prints.
 */
function besideFirst(first: Clock, own: Clock | undefined, { priorCdp }: Situation): Clock {
  const isOwnRight = priorCdp === 'no';
  const others = (own?.days ?? []).filter(({ basis }) => isOwnRight || basis === 'printed');
  const shown = earliest(first.shown && { ...first.shown, basis: 'first' }, ...others);
  return {
    ...first,
    printed: own?.printed,
    printedDate: shown?.basis === 'printed' ? 'earlier' : 'none',
    days: [...first.days, ...others],
    shown,
    ends: latestOf([first.ends, isOwnRight ? own?.ends : undefined]),
    isEstimated: shown?.basis === 'letter',
    ...(own ? { own } : {}),
  };
}

function comparePrinted(policy: PrintedPolicy, { printed, counted, fromNoticeDate }: Candidates): PrintedDate {
  const computed = policy === 'petition' ? (fromNoticeDate ?? counted) : counted;
  if (!printed) return 'none';
  if (!computed) return 'alone';
  // Where the printed day counts in any case, it contradicts nothing.
  if (policy === 'printed-first' || printed.date === computed.date) return 'same';
  if (printed.date < computed.date) return 'earlier';
  return policy === 'petition' ? 'same' : 'later';
}

/** Where the right that hangs on a clock stands today; the last day itself is still open. */
export function clockState(clock: Clock | undefined, today: CalendarDate): ClockState {
  if (!clock) return 'none';
  if (!clock.ends) return 'unknown';
  if (today <= clock.ends) return 'open';
  return leavesOpen(clock) ? 'unsure' : 'passed';
}

/** Whether the count that would decide is not known: a printed day alone, or an estimate, does not close a right. */
export function leavesOpen({ counted, shown, rule, term }: Clock): boolean {
  if (shown?.basis === 'letter') return true;
  const policy = term.printed ?? rule.printed;
  return shown?.basis === 'printed' && counted === undefined && policy !== undefined && policy !== 'printed-first';
}
