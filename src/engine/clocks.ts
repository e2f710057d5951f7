import type { Calendar, CalendarDate } from '../calendar.ts';
import type { DateFact } from '../vocabulary.ts';
import { type Count, count } from './count.ts';
import type { Answers } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';
import { matches, type Situation } from './table.ts';

export type DeadlineRule = RuleSet['deadlines'][number];
type Term = DeadlineRule['terms'][number];

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
  /** The day to show ("dates are shown early"). */
  readonly shown: CalendarDate | undefined;
  /** The last day that decides the right ("rights end late"). */
  readonly ends: CalendarDate | undefined;
}

export type ClockState = 'none' | 'open' | 'passed' | 'unknown';

/** A date fact, or undefined where it is unknown or not given. */
export function dateOf(answers: Answers, fact: DateFact): CalendarDate | undefined {
  const value = answers[fact];
  return value === 'unknown' ? undefined : value;
}

/** Every clock that runs in the situation, counted; at most one term of each deadline fits. */
export function runClocks(rules: RuleSet, calendar: Calendar, answers: Answers, situation: Situation): Clock[] {
  const fitting = rules.deadlines.flatMap((rule) => {
    const term = rule.terms.find(({ when }) => matches(when, situation));
    return term ? [{ rule, term }] : [];
  });
  const printedDateTaken = fitting.some(({ rule }) => rule.takesPrintedDate);
  return fitting
    .filter(({ term }) => !(term.from === 'printedDeadline' && printedDateTaken))
    .map(({ rule, term }) => runClock(calendar, rule, term, answers));
}

function runClock(calendar: Calendar, rule: DeadlineRule, term: Term, answers: Answers): Clock {
  const countFrom = (start: CalendarDate | undefined): Count | undefined =>
    start && count(calendar, start, term.add, rule.roll);
  const letter = dateOf(answers, term.from);
  const postmark = rule.takesMailedDate && term.from === 'noticeDate' ? dateOf(answers, 'mailedDate') : undefined;
  const start = letter && latest(letter, postmark);
  const mailedLater = start !== letter;
  const isPrinted = term.from === 'printedDeadline';
  const counted = isPrinted ? undefined : countFrom(start);
  const printed = rule.takesPrintedDate || isPrinted ? dateOf(answers, 'printedDeadline') : undefined;
  const printedDate = comparePrinted(printed, counted?.date);
  return {
    rule,
    term,
    startFact: mailedLater ? 'mailedDate' : term.from,
    counted,
    fromNoticeDate: mailedLater ? countFrom(letter) : undefined,
    printed,
    printedDate,
    shown: printedDate === 'alone' || printedDate === 'earlier' ? printed : counted?.date,
    ends: latest(counted?.date, printed),
  };
}

/** The latest of the days that are known. */
function latest(...days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function comparePrinted(printed: CalendarDate | undefined, computed: CalendarDate | undefined): PrintedDate {
  if (!printed) return 'none';
  if (!computed) return 'alone';
  if (printed < computed) return 'earlier';
  return printed > computed ? 'later' : 'same';
}

/** Where the right that hangs on a clock stands today; the last day itself is still open. */
export function clockState(clock: Clock | undefined, today: CalendarDate): ClockState {
  if (!clock) return 'none';
  if (!clock.ends) return 'unknown';
  return today <= clock.ends ? 'open' : 'passed';
}
