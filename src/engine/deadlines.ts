import { addCalendarDays, addYears, type Calendar, type CalendarDate, daysBetween } from '../calendar.ts';
import type { DeadlineStatus, MissingFact } from '../vocabulary.ts';
import { type Clock, dateOf } from './clocks.ts';
import { countingOf } from './counting.ts';
import type { Answers, Deadline } from './guidance.ts';
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
    .filter(({ rule, shown }) => shown !== undefined || rule.whenStartMissing !== 'hide');
}

/** Clocks as deadlines, in order of date, those without a date last, then by id. */
export function datedDeadlines(
  calendar: Calendar,
  clocks: readonly Clock[],
  answers: Answers,
  today: CalendarDate,
): DatedDeadline[] {
  return clocks.map((clock) => dated(calendar, clock, answers, today)).sort(compareDeadlines);
}

function compareDeadlines(a: DatedDeadline, b: DatedDeadline): number {
  const order = ({ date, id }: DatedDeadline): string => `${date ?? '9999'} ${id}`;
  return order(a) < order(b) ? -1 : 1;
}

function dated(calendar: Calendar, clock: Clock, answers: Answers, today: CalendarDate): DatedDeadline {
  const { rule, term, shown: date = null } = clock;
  const status = statusOf(date, today);
  return {
    id: rule.id,
    date,
    unrolled: clock.counted?.unrolled ?? null,
    aimFor: date && aimFor(calendar, clock, date, answers, today),
    rightEnds: clock.ends === clock.shown ? null : (clock.ends ?? null),
    start: startOf(clock, answers),
    status,
    daysLeft: date && status !== 'passed' ? daysBetween(today, date) : null,
    firmness: rule.firmness,
    clock,
    missing: date === null && rule.whenStartMissing === 'ask' ? (term.from as MissingFact) : undefined,
  };
}

/** The day of the letter, also where a later postmark starts the count: it tells one letter from another. */
function startOf({ term }: Clock, answers: Answers): Deadline['start'] {
  const date = term.add.length > 0 ? dateOf(answers, term.from) : undefined;
  return date ? { fact: term.from, date } : null;
}

/** A deadline with its sentences; their places are still to be filled. */
export function toldDeadline(
  { statements, counting }: RuleSet['text'],
  deadline: DatedDeadline,
  situation: Situation,
): Deadline {
  const { clock, missing: _missing, ...dates } = deadline;
  const { program, label, otherwise } = clock.rule;
  const fitting = otherwise?.filter(({ when }) => matches(when, situation));
  const ifMissed = fitting?.find((each) => each.ifMissed)?.ifMissed ?? clock.rule.ifMissed;
  const onTime = fitting?.find((each) => each.onTime)?.onTime ?? clock.rule.onTime;
  return {
    ...dates,
    program,
    label: statements[label] ?? label,
    counting: countingOf(clock, counting),
    ifMissed: statements[ifMissed] ?? ifMissed,
    ...(onTime ? { onTime: statements[onTime] ?? onTime } : {}),
    cite: clock.term.cite,
  };
}

function statusOf(date: CalendarDate | null, today: CalendarDate): DeadlineStatus {
  if (!date) return 'unknown';
  if (date < today) return 'passed';
  return date > today ? 'open' : 'today';
}

/** A safer day, never after the unrolled one; null once it is past. */
function aimFor(
  calendar: Calendar,
  { rule, term, counted, fromNoticeDate }: Clock,
  date: CalendarDate,
  answers: Answers,
  today: CalendarDate,
): CalendarDate | null {
  const daysEarlier = rule.aim === 'five-days' ? 5 : 1;
  const candidates = [calendar.businessDayOnOrBefore(addCalendarDays(date, -daysEarlier))];
  if (counted) candidates.push(counted.unrolled);
  if (fromNoticeDate) candidates.push(fromNoticeDate.unrolled);
  const yearFrom = term.aimNoLaterThanYearFrom && dateOf(answers, term.aimNoLaterThanYearFrom);
  if (yearFrom) candidates.push(addYears(yearFrom, 1));
  const [earliest = date] = candidates.sort();
  return earliest < today ? null : earliest;
}
