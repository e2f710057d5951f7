import type { CalendarDate } from '../calendar.ts';
import type { MissingFact, ProgramName, ProgramStatus } from '../vocabulary.ts';
import type { NextDay } from './next-deadline.ts';

/** How near the next last day of a row is. */
export const urgencies = ['today', 'within7', 'within30', 'later', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

/** A row by its name. */
export interface NamedRow {
  readonly row: number;
  readonly client: string | null;
}

/** One of the most urgent rows. */
export interface UrgentRow extends NamedRow {
  readonly notice: string | null;
  readonly next: NextDay;
}

/** How many of the most urgent rows are kept, and how many that are named behind each count. */
export const [mostListed, mostNamed] = [20, 50];

/** What is counted and named besides the days; an error is told with its reason. */
export interface Named {
  readonly errors: (NamedRow & { readonly message: string })[];
  /** Rows with a last day that nobody knows. */
  readonly unknownDays: NamedRow[];
  readonly passed: NamedRow[];
  readonly form2848Missing: NamedRow[];
  readonly missing: Partial<Record<MissingFact, NamedRow[]>>;
}

/** What all rows come to; its size does not grow with their number. */
export interface Overview {
  rows: number;
  errors: number;
  incomplete: number;
  /** Rows with a last day that nobody knows; it may be near. */
  unknownDays: number;
  /** Rows of which some last day is over. */
  passed: number;
  form2848Missing: number;
  /** By the next last day; `none` has none, and none that is not known. */
  readonly urgency: Record<Urgency, number>;
  readonly programs: Record<ProgramName, Partial<Record<ProgramStatus, number>>>;
  readonly missing: Partial<Record<MissingFact, number>>;
  /** Rows by the Monday of the week of their next last day. */
  readonly weeks: Map<CalendarDate, number>;
  readonly mostUrgent: UrgentRow[];
  readonly named: Named;
}

/** Days that are near, and those that are not far; for counting only, no term of law. */
export const [nearDays, farDays] = [7, 30];

export function emptyOverview(): Overview {
  return {
    rows: 0,
    errors: 0,
    incomplete: 0,
    unknownDays: 0,
    passed: 0,
    form2848Missing: 0,
    urgency: { today: 0, within7: 0, within30: 0, later: 0, none: 0 },
    programs: { cap: {}, cdp: {}, equivalentHearing: {} },
    missing: {},
    weeks: new Map(),
    mostUrgent: [],
    named: { errors: [], unknownDays: [], passed: [], form2848Missing: [], missing: {} },
  };
}
