import type { CalendarDate } from '../calendar.ts';
import type { MissingFact, ProgramName, ProgramStatus } from '../vocabulary.ts';
import type { RowDeadline } from './row-answer.ts';

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

/** How many of the most urgent rows are kept. */
export const mostListed = 20;

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
