import { addCalendarDays, addYear, type Calendar, type CalendarDate, daysBetween } from '../calendar.ts';
import type { DeadlineStatus, MissingFact } from '../vocabulary.ts';
import { type Clock, dateOf } from './clocks.ts';
import { countingOf } from './counting.ts';
import type { Answers, Deadline } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';
import { matchesAny, type Situation } from './table.ts';

/** A deadline before its sentences are filled in; `fact` is what its missing date would need. */
export interface DatedDeadline {
  readonly deadline: Deadline;
  readonly missing: MissingFact | undefined;
}

/** The deadlines that the answer shows, in order of date, those without a date last, then by id. */
export function shownDeadlines(
  rules: RuleSet,
  calendar: Calendar,
  clocks: readonly Clock[],
  situation: Situation,
  answers: Answers,
  today: CalendarDate,
): DatedDeadline[] {
  return clocks
    .filter(({ rule }) => matchesAny(rule.shown ?? [{}], situation))
    .filter(({ rule, shown }) => shown !== undefined || rule.whenStartMissing !== 'hide')
    .map((clock) => ({
      deadline: deadlineOf(rules, calendar, clock, answers, today),
      missing: clock.shown || clock.rule.whenStartMissing !== 'ask' ? undefined : (clock.term.from as MissingFact),
    }))
    .sort((a, b) => compareDeadlines(a.deadline, b.deadline));
}

function compareDeadlines(a: Deadline, b: Deadline): number {
  const [dateA, dateB] = [a.date ?? '9999', b.date ?? '9999'];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function deadlineOf(rules: RuleSet, calendar: Calendar, clock: Clock, answers: Answers, today: CalendarDate): Deadline {
  const { rule, term, shown = null } = clock;
  const { statements, counting } = rules.text;
  const status = statusOf(shown, today);
  return {
    id: rule.id,
    program: rule.program,
    label: statements[rule.label] ?? rule.label,
    date: shown,
    unrolled: clock.counted?.unrolled ?? null,
    aimFor: shown && aimFor(calendar, clock, shown, answers, today),
    status,
    daysLeft: shown && status !== 'passed' ? daysBetween(today, shown) : null,
    firmness: rule.firmness,
    counting: countingOf(clock, counting),
    ifMissed: statements[rule.ifMissed] ?? rule.ifMissed,
    ...(rule.onTime ? { onTime: statements[rule.onTime] ?? rule.onTime } : {}),
    cite: term.cite,
  };
}

function statusOf(date: CalendarDate | null, today: CalendarDate): DeadlineStatus {
  if (!date) return 'unknown';
  if (date === today) return 'today';
  return date < today ? 'passed' : 'open';
}

/** A safer day, never after the unrolled one; null once it is past. */
function aimFor(
  calendar: Calendar,
  { rule, counted, fromNoticeDate }: Clock,
  date: CalendarDate,
  answers: Answers,
  today: CalendarDate,
): CalendarDate | null {
  const daysEarlier = rule.aim === 'five-days' ? 5 : 1;
  const candidates = [calendar.businessDayOnOrBefore(addCalendarDays(date, -daysEarlier))];
  if (counted) candidates.push(counted.unrolled);
  if (fromNoticeDate) candidates.push(fromNoticeDate.unrolled);
  const yearFrom = rule.aimNoLaterThanYearFrom && dateOf(answers, rule.aimNoLaterThanYearFrom);
  if (yearFrom && rule.program === 'equivalentHearing') candidates.push(addYear(yearFrom));
  const earliest = candidates.reduce((a, b) => (b < a ? b : a));
  return earliest < today ? null : earliest;
}
