import type { CalendarDate } from '../calendar.ts';
import type { MissingFact, ProgramName, ProgramStatus } from '../vocabulary.ts';
import { programs } from '../vocabulary.ts';
import type { AnsweredRow } from './batch-row.ts';
import { hasPassed, lacksForm2848, nextDeadline } from './next-deadline.ts';
import type { RowAnswer, RowDeadline } from './row-answer.ts';
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
  overview.rows += 1;
  if ('error' in told) {
    overview.errors += 1;
    return;
  }
  const { answer } = told;
  if (answer.missing.length > 0) overview.incomplete += 1;
  if (hasPassed(answer)) overview.passed += 1;
  if (lacksForm2848(answer)) overview.form2848Missing += 1;
  for (const fact of answer.missing) overview.missing[fact] = (overview.missing[fact] ?? 0) + 1;
  for (const name of programs) countStatus(overview.programs[name], answer.programs[name].status);
  countNext(overview, told, answer);
}

function countStatus(counts: Partial<Record<ProgramStatus, number>>, status: ProgramStatus): void {
  counts[status] = (counts[status] ?? 0) + 1;
}

function countNext(overview: Overview, { row, client }: AnsweredRow, answer: RowAnswer): void {
  const next = nextDeadline(answer);
  overview.urgency[urgencyOf(next)] += 1;
  if (!next || next.date === null) return;
  const week = mondayOf(next.date);
  overview.weeks.set(week, (overview.weeks.get(week) ?? 0) + 1);
  const list = overview.mostUrgent;
  const last = list[mostListed - 1];
  if (last && last.next.date <= next.date) return;
  // Rows of the same day stay in the order of the file.
  const place = list.findIndex(({ next: { date } }) => date > (next.date ?? ''));
  const urgent = { row, client, notice: answer.notice?.id ?? null, next: { ...next, date: next.date } };
  list.splice(place < 0 ? list.length : place, 0, urgent);
  list.length = Math.min(list.length, mostListed);
}

function urgencyOf(next: RowDeadline | undefined): Urgency {
  const left = next?.daysLeft;
  if (typeof left !== 'number') return 'none';
  if (left === 0) return 'today';
  if (left <= nearDays) return 'within7';
  return left <= farDays ? 'within30' : 'later';
}
