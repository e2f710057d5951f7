import { addCalendarDays, addYears, type Calendar, type CalendarDate, daysBetween } from '../calendar.ts';
import type { DeadlineStatus, MissingFact } from '../vocabulary.ts';
import { type Clock, dateOf, leavesOpen } from './clocks.ts';
import { countingOf } from './counting.ts';
import type { Answers, Deadline } from './guidance.ts';
import type { ListedDeadline } from './list-days.ts';
import type { RuleSet } from './rule-set.ts';
import { matches, matchesAny, type Situation } from './table.ts';

/** What a deadline is without its sentences. */
export interface DatedDeadline
  extends Pick<
    Deadline,
    'id' | 'date' | 'unrolled' | 'aimFor' | 'rightEnds' | 'start' | 'status' | 'daysLeft' | 'firmness'
  > {
  readonly clock: Clock;
  /** The fact that its missing date would need, where it has to be asked for. */
  readonly missing: MissingFact | undefined;
}

/** The clocks that the answer shows. */
export function shownClocks(clocks: readonly Clock[], situation: Situation): Clock[] {
  return clocks
    .filter(({ rule }) => matchesAny(rule.shown ?? [{}], situation))
    .filter((clock) => clock.shown !== undefined || whenStartMissing(clock) !== 'hide');
}

function whenStartMissing({ rule, term }: Clock): 'ask' | 'explain' | 'hide' {
  return term.whenStartMissing ?? rule.whenStartMissing;
}

/** Clocks as deadlines, in order of date, those without a date last, then by id. */
export function datedDeadlines(
  calendar: Calendar,
  clocks: readonly Clock[],
  answers: Answers,
  situation: Situation,
  today: CalendarDate,
): DatedDeadline[] {
  return clocks.map((clock) => dated(calendar, clock, answers, situation, today)).sort(compareDeadlines);
}

function compareDeadlines(a: DatedDeadline, b: DatedDeadline): number {
  const order = ({ date, id }: DatedDeadline): string => `${date ?? '9999'} ${id}`;
  return order(a) < order(b) ? -1 : 1;
}

function dated(
  calendar: Calendar,
  clock: Clock,
  answers: Answers,
  situation: Situation,
  today: CalendarDate,
): DatedDeadline {
  const date = clock.shown?.date ?? null;
  const status = statusOf(date, today);
  return {
    id: clock.rule.id,
    date,
    unrolled: clock.shown?.unrolled ?? null,
    aimFor: date && aimFor(calendar, clock, date, answers, situation, today),
    rightEnds: date && clock.ends && clock.ends > date ? clock.ends : null,
    start: startOf(clock, answers),
    status,
    daysLeft: date && status !== 'passed' ? daysBetween(today, date) : null,
    firmness: clock.isEstimated ? 'estimated' : clock.rule.firmness,
    clock,
    missing: whenStartMissing(clock) === 'ask' ? missingStart(clock, status) : undefined,
  };
}

/** The fact without which the day is not known, or not known well enough. */
function missingStart(clock: Clock, status: DeadlineStatus): MissingFact | undefined {
  const { term, shown } = clock;
  const isEstimate = term.estimate !== undefined && shown?.basis === 'letter';
  const isPassedPrint = term.printed === 'petition' && status === 'passed' && leavesOpen(clock);
  return shown === undefined || isEstimate || isPassedPrint ? (term.from as MissingFact) : undefined;
}

/** The day of the letter, also where a later postmark starts the count: it tells one letter from another. */
function startOf({ term }: Clock, answers: Answers): Deadline['start'] {
  const date = term.add.length > 0 ? dateOf(answers, term.from) : undefined;
  return date ? { fact: term.from, date } : null;
}

/** The sources of a day: those of its term, and those of the letter's own where another term stands before it. */
export function citedByClock({ own, term }: Clock): readonly string[] {
  return own ? [...new Set([...term.cite, ...own.term.cite])] : term.cite;
}

/** A deadline with its sentences; their places are still to be filled. */
export function toldDeadline(
  { statements, counting }: RuleSet['text'],
  deadline: ListedDeadline,
  situation: Situation,
  own: RuleSet['notices'][string]['text']['en']['deadline'],
): Deadline {
  const { clock, missing: _missing, ...dates } = deadline;
  const { program, label, otherwise } = clock.rule;
  const fitting = otherwise?.filter(({ when }) => matches(when, situation));
  const name = fitting?.find((each) => each.label)?.label ?? label;
  const ifMissed = fitting?.find((each) => each.ifMissed)?.ifMissed ?? clock.rule.ifMissed;
  const onTime = fitting?.find((each) => each.onTime)?.onTime ?? clock.rule.onTime;
  const ofLetter = clock.rule.terms.length === 0 ? own : undefined;
  const sent = ofLetter?.onTime ?? (onTime && (statements[onTime] ?? onTime));
  const note = clock.term.note && statements[clock.term.note];
  const isOver = deadline.status === 'passed' && deadline.listDay === null;
  const passed = isOver && clock.rule.whenPassed ? statements[clock.rule.whenPassed] : undefined;
  const missed = ofLetter?.ifMissed ?? statements[ifMissed] ?? ifMissed;
  return {
    ...dates,
    program,
    label: ofLetter?.label ?? statements[name] ?? name,
    counting: [countingOf(clock, counting), note].filter(Boolean).join(' '),
    ifMissed: [missed, passed].filter(Boolean).join(' '),
    ...(sent ? { onTime: sent } : {}),
    cite: citedByClock(clock),
  };
}

function statusOf(date: CalendarDate | null, today: CalendarDate): DeadlineStatus {
  if (!date) return 'unknown';
  if (date < today) return 'passed';
  return date > today ? 'open' : 'today';
}

/** A safer day: a business day, never after the unrolled one; null once it is past. */
function aimFor(
  calendar: Calendar,
  { rule, term, shown, fromNoticeDate, counted }: Clock,
  date: CalendarDate,
  answers: Answers,
  situation: Situation,
  today: CalendarDate,
): CalendarDate | null {
  const aim = rule.aims?.find(({ when }) => matches(when, situation))?.aim ?? term.aim ?? rule.aim;
  const yearFrom = term.aimNoLaterThanYearFrom && dateOf(answers, term.aimNoLaterThanYearFrom);
  const candidates = [
    aim === 'next-business-day' && counted
      ? calendar.addBusinessDays(counted.start, 1).date
      : addCalendarDays(date, aim === 'five-days' ? -5 : -1),
    shown?.unrolled,
    fromNoticeDate?.unrolled,
    yearFrom && addYears(yearFrom, 1),
  ];
  const [earliest = date] = candidates.flatMap((day) => (day ? [calendar.businessDayOnOrBefore(day)] : [])).sort();
  return earliest < today ? null : earliest;
}
