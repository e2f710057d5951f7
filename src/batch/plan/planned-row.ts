import type { CalendarDate } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import type { Piece } from '../write/pieces.ts';
import { type ClockPlan, type GivenDays, sideOf } from './clock-plan.ts';
import { type FactsTexts, factsOn } from './facts-texts.ts';
import type { RowAnswer, RowDeadline } from './row-answer.ts';
import { dayText } from './term-days.ts';

/** What rows say whose closed facts are the same and whose clocks stand the same: all but the days. */
export interface Settled {
  readonly before: SaidBefore;
  readonly after: SaidAfter;
  readonly trace: RowAnswer['trace'];
  /** Someone is to speak who needs a Form 2848, and none is known to be on file. */
  readonly lacksForm2848: boolean;
  /** The clocks that are shown, in order of id. */
  readonly shown: readonly ShownClock[];
}

/** What is said between the facts and the deadlines; all rows that say the same share it. */
export interface SaidBefore {
  readonly number: number;
  readonly said: Pick<RowAnswer, 'missing' | 'notice' | 'programs' | 'form9423'>;
  readonly json: Piece;
  /** How many rows of this run said it. */
  rows: number;
}

/** What is said after them, to the end of the line. */
export interface SaidAfter {
  readonly number: number;
  readonly said: Pick<RowAnswer, 'representation' | 'warnings'>;
  readonly json: Piece;
}

export interface ShownClock {
  readonly number: number;
  readonly clock: ClockPlan;
  readonly firmness: RowDeadline['firmness'];
  /** The JSON of its deadline around the days. */
  readonly json: DeadlineJson;
}

export interface DeadlineJson {
  readonly id: Piece;
  readonly firmness: Piece;
}

/** One row as its plan leaves it. It holds until the next row is planned. */
export interface PlannedRow {
  settled: Settled;
  /** A row that tells the same facts, with other days. */
  example: Answers;
  /** How they are written: the texts, and its list among them. */
  texts: FactsTexts;
  facts: number;
  given: GivenDays;
  today: CalendarDate;
  todayNumber: number;
  /** The first `count` are the clocks that are shown, in order of date, those without a date last, then by id. */
  readonly inOrder: ShownClock[];
  count: number;
}

/** Puts the clocks that are shown in order; in order of id they come. */
export function putInOrder(row: PlannedRow): void {
  const { inOrder, settled } = row;
  row.count = 0;
  for (const shown of settled.shown) {
    const day = dayForOrder(shown);
    let at = row.count;
    for (; at > 0 && dayForOrder(inOrder[at - 1] as ShownClock) > day; at -= 1) {
      inOrder[at] = inOrder[at - 1] as ShownClock;
    }
    inOrder[at] = shown;
    row.count += 1;
  }
}

function dayForOrder({ clock }: ShownClock): number {
  return clock.shown === 0 ? Number.MAX_SAFE_INTEGER : clock.shown;
}

/** The earliest last day that is not over. */
export function nextClock({ inOrder, count, todayNumber }: PlannedRow): ClockPlan | undefined {
  for (let at = 0; at < count; at += 1) {
    const clock = inOrder[at]?.clock;
    if (clock && clock.shown >= todayNumber) return clock;
  }
  return undefined;
}

/** Whether some last day is over: then the first one is. */
export function hasPassedClock({ inOrder, count, todayNumber }: PlannedRow): boolean {
  const first = inOrder[0]?.clock.shown ?? 0;
  return count > 0 && first > 0 && first < todayNumber;
}

/** The row as other formats take it; it holds as long as the row does. */
export function rowAnswerOf(row: PlannedRow): RowAnswer {
  const { settled, example, given, today, todayNumber } = row;
  const deadlines = row.inOrder.slice(0, row.count).map((shown) => deadlineOf(shown, todayNumber));
  const { before, after, trace } = settled;
  return {
    today,
    // Only some formats tell them.
    get facts() {
      return factsOn(example, given);
    },
    ...before.said,
    deadlines,
    ...after.said,
    trace,
  };
}

/** Where the last day of a clock is, seen from today, by the number that `sideOf` gives. */
export const statuses = ['unknown', 'passed', 'today', 'open'] as const;

export function deadlineOf({ clock, firmness }: ShownClock, todayNumber: number): RowDeadline {
  const { id, shown, unrolled, aim } = clock;
  return {
    id,
    date: dayText(shown),
    unrolled: dayText(unrolled),
    aimFor: dayText(aim),
    status: statuses[sideOf(shown, todayNumber)],
    daysLeft: shown >= todayNumber ? shown - todayNumber : null,
    firmness,
  };
}
