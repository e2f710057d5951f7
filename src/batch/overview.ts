import type { CalendarDate } from '../calendar.ts';
import type { MissingFact, ProgramName, ProgramStatus } from '../vocabulary.ts';
import { programs } from '../vocabulary.ts';
import type { AnsweredRow } from './batch-row.ts';
import { hasPassed, lacksForm2848, nextDeadline } from './next-deadline.ts';
import { rowAnswerOf, hasPassedClock, nextClock, type PlannedRow } from './planned-row.ts';
import type { RowAnswer, RowDeadline } from './row-answer.ts';
import { dayText } from './term-days.ts';
import { mondayOf } from './week.ts';

/** How near the next last day of a row is. */
export const urgencies = ['today', 'within7', 'within30', 'later', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

/** One of the most urgent rows. */
export interface UrgentRow {
  readonly row: number;
  readonly client: string | null;
  readonly notice: string | null;
  readonly next: RowDeadline & { readonly date: CalendarDate };
}

/** What all rows come to; its size does not grow with their number. */
export interface Overview {
  rows: number;
  errors: number;
  incomplete: number;
  /** Rows of which some last day is over. */
  passed: number;
  form2848Missing: number;
  readonly urgency: Record<Urgency, number>;
  readonly programs: Record<ProgramName, Partial<Record<ProgramStatus, number>>>;
  readonly missing: Partial<Record<MissingFact, number>>;
  /** Rows by the Monday of the week of their next last day. */
  readonly weeks: Map<CalendarDate, number>;
  readonly mostUrgent: UrgentRow[];
}

const mostListed = 20;

/** Days that are near, and those that are not far; for counting only, no term of law. */
export const [nearDays, farDays] = [7, 30];

export function emptyOverview(): Overview {
  return {
    rows: 0,
    errors: 0,
    incomplete: 0,
    passed: 0,
    form2848Missing: 0,
    urgency: { today: 0, within7: 0, within30: 0, later: 0, none: 0 },
    programs: { cap: {}, cdp: {}, equivalentHearing: {} },
    missing: {},
    weeks: new Map(),
    mostUrgent: [],
  };
}

/** Adds one row to the counts. */
export function countRow(overview: Overview, told: AnsweredRow): void {
  if ('error' in told) {
    overview.rows += 1;
    overview.errors += 1;
    return;
  }
  const { answer, row, client } = told;
  const { date = null, daysLeft = null } = nextDeadline(answer) ?? {};
  countSaid(overview, answer, lacksForm2848(answer.representation, answer.facts), hasPassed(answer), daysLeft);
  if (date !== null) countDay(overview, date, () => urgentRow(row, client, answer));
}

/** The same for a row as its plan left it. */
export function countPlanned(overview: Overview, row: number, client: string | null, planned: PlannedRow): void {
  const { settled, facts, todayNumber } = planned;
  const day = nextClock(planned)?.shown ?? 0;
  const daysLeft = day === 0 ? null : day - todayNumber;
  countSaid(
    overview,
    settled.said,
    lacksForm2848(settled.said.representation, facts),
    hasPassedClock(planned),
    daysLeft,
  );
  const date = dayText(day);
  if (date !== null) countDay(overview, date, () => urgentRow(row, client, rowAnswerOf(planned)));
}

function countSaid(
  overview: Overview,
  { missing, programs: said }: Pick<RowAnswer, 'missing' | 'programs'>,
  isFormMissing: boolean,
  isPassed: boolean,
  daysLeft: number | null,
): void {
  overview.rows += 1;
  if (missing.length > 0) overview.incomplete += 1;
  if (isPassed) overview.passed += 1;
  if (isFormMissing) overview.form2848Missing += 1;
  for (const fact of missing) overview.missing[fact] = (overview.missing[fact] ?? 0) + 1;
  for (const name of programs) countStatus(overview.programs[name], said[name].status);
  overview.urgency[urgencyOf(daysLeft)] += 1;
}

function countStatus(counts: Partial<Record<ProgramStatus, number>>, status: ProgramStatus): void {
  counts[status] = (counts[status] ?? 0) + 1;
}

/** Counts the week of a next last day, and keeps its row where it is among the most urgent. */
function countDay({ weeks, mostUrgent: list }: Overview, date: CalendarDate, tell: () => UrgentRow): void {
  const week = mondayOf(date);
  weeks.set(week, (weeks.get(week) ?? 0) + 1);
  const last = list[mostListed - 1];
  if (last && last.next.date <= date) return;
  // Rows of the same day stay in the order of the file.
  const place = list.findIndex(({ next }) => next.date > date);
  list.splice(place < 0 ? list.length : place, 0, tell());
  list.length = Math.min(list.length, mostListed);
}

function urgentRow(row: number, client: string | null, answer: RowAnswer): UrgentRow {
  const next = nextDeadline(answer) as UrgentRow['next'];
  return { row, client, notice: answer.notice?.id ?? null, next };
}

function urgencyOf(daysLeft: number | null): Urgency {
  if (daysLeft === null) return 'none';
  if (daysLeft === 0) return 'today';
  if (daysLeft <= nearDays) return 'within7';
  return daysLeft <= farDays ? 'within30' : 'later';
}
