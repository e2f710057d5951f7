import type { CalendarDate } from '../calendar.ts';
import type { MissingFact, ProgramName, ProgramStatus } from '../vocabulary.ts';
import { leavesOpen } from './clocks.ts';
import type { DatedDeadline } from './deadlines.ts';
import type { Deadline } from './guidance.ts';

/** A deadline with what a list of clients or a calendar must know of it. */
export type ListedDeadline = DatedDeadline & Pick<Deadline, 'listDay' | 'isUnknownDay' | 'comesLater'>;

type Statuses = Readonly<Record<ProgramName, ProgramStatus>>;

/** Adds to the deadlines of one answer what lists and calendars go by. */
export function listDeadlines(
  deadlines: readonly DatedDeadline[],
  statuses: Statuses,
  missing: readonly MissingFact[],
  today: CalendarDate,
): ListedDeadline[] {
  const isOnlyActionMissing = missing.length === 1 && missing[0] === 'action';
  const isAhead = (id: string | undefined): boolean =>
    deadlines.some((each) => each.id === id && listDayOf(each, today) !== null);
  return deadlines.map((deadline) => ({
    ...deadline,
    listDay: listDayOf(deadline, today),
    isUnknownDay: !isOnlyActionMissing && isUnknownDay(deadline, statuses, today),
    comesLater: statusOf(deadline, statuses) === 'later' || isAhead(deadline.clock.rule.listAfter),
  }));
}

function listDayOf({ date, unrolled, rightEnds, clock }: DatedDeadline, today: CalendarDate): CalendarDate | null {
  if (date === null) return null;
  if (clock.rule.rollUnstated && unrolled !== null && unrolled < date && today <= unrolled) return unrolled;
  if (today <= date) return date;
  return rightEnds !== null && today <= rightEnds ? rightEnds : null;
}

function isUnknownDay(deadline: DatedDeadline, statuses: Statuses, today: CalendarDate): boolean {
  const { date, clock, firmness } = deadline;
  const { rule, term } = clock;
  if (rule.unknownCounts !== true || term.unknownCounts === false) return false;
  if (date === null) return true;
  if (date >= today || listDayOf(deadline, today) !== null) return false;
  // A petition counted from a second mailing is estimated, and its day is known all the same.
  const isEstimated = firmness === 'estimated' && term.estimatedWhenMailedLater !== true;
  return statusOf(deadline, statuses) === 'unknown' || isEstimated || leavesOpen(clock);
}

function statusOf({ clock }: DatedDeadline, statuses: Statuses): ProgramStatus | undefined {
  const { program } = clock.rule;
  return program === 'other' ? undefined : statuses[program];
}
