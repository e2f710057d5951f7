import { type CalendarDate, dayNumber, fromDayNumber, lastYear } from '../calendar.ts';
import { programs } from '../vocabulary.ts';
import type { AnsweredRow } from './batch-row.ts';
import { hasPassed, hasUnknownDay, lacksForm2848, type NextDay, nextDeadline } from './next-deadline.ts';
import {
  emptyOverview,
  farDays,
  mostListed,
  mostNamed,
  type NamedRow,
  nearDays,
  type Overview,
  type UrgentRow,
} from './overview.ts';
import type { RowAnswer } from './row-answer.ts';
import { mondayOf } from './week.ts';

/** Counts the rows of a run. */
export interface Counter {
  readonly overview: Overview;
  /** A row as it was answered. */
  readonly row: (told: AnsweredRow) => void;
  /** Adds up the weeks; call it once, after the last row. */
  readonly finish: () => void;
}

export function makeCounter(): Counter {
  const overview = emptyOverview();
  const days = makeDayCounter(overview);
  return {
    overview,
    row(told) {
      overview.rows += 1;
      if ('error' in told) {
        const { row, client, error } = told;
        overview.errors += 1;
        if (overview.errors <= mostNamed) overview.named.errors.push({ row, client, message: error.message });
        return;
      }
      const { answer } = told;
      countSaid(overview, answer);
      countNamed(overview, told, answer);
      const next = nextDeadline(answer);
      if (next) days.count(dayNumber(next.date), next.daysLeft, () => urgentRow(told, answer, next));
      else if (!hasUnknownDay(answer)) overview.urgency.none += 1;
    },
    finish: days.finish,
  };
}

function countSaid(overview: Overview, { missing, programs: of }: RowAnswer): void {
  if (missing.length > 0) overview.incomplete += 1;
  for (const name of programs) {
    const { status } = of[name];
    overview.programs[name][status] = (overview.programs[name][status] ?? 0) + 1;
  }
}

/** What a page names the rows of. */
function countNamed(overview: Overview, { row, client }: NamedRow, answer: RowAnswer): void {
  const { named } = overview;
  const name = (list: NamedRow[]): void => {
    if (list.length < mostNamed) list.push({ row, client });
  };
  const count = (what: 'unknownDays' | 'passed' | 'form2848Missing'): void => {
    overview[what] += 1;
    name(named[what]);
  };
  if (hasUnknownDay(answer)) count('unknownDays');
  if (hasPassed(answer)) count('passed');
  if (lacksForm2848(answer.representation, answer.facts)) count('form2848Missing');
  for (const fact of answer.missing) {
    overview.missing[fact] = (overview.missing[fact] ?? 0) + 1;
    const list = named.missing[fact] ?? [];
    named.missing[fact] = list;
    name(list);
  }
}

/** Counts next last days by week and urgency, and keeps the most urgent rows. */
function makeDayCounter({ urgency, weeks, mostUrgent }: Overview): {
  readonly count: (day: number, daysLeft: number, tell: () => UrgentRow) => void;
  readonly finish: () => void;
} {
  const rowsOfDay = new Int32Array(dayNumber(`${lastYear + 4}-01-01` as CalendarDate));
  let lastListed = Number.MAX_SAFE_INTEGER;
  return {
    count(day, daysLeft, tell) {
      if (daysLeft === 0) urgency.today += 1;
      else if (daysLeft <= nearDays) urgency.within7 += 1;
      else if (daysLeft <= farDays) urgency.within30 += 1;
      else urgency.later += 1;
      rowsOfDay[day] = (rowsOfDay[day] ?? 0) + 1;
      if (day < lastListed) lastListed = list(mostUrgent, tell());
    },
    finish() {
      rowsOfDay.forEach((rows, day) => {
        if (rows === 0) return;
        const week = mondayOf(fromDayNumber(day));
        weeks.set(week, (weeks.get(week) ?? 0) + rows);
      });
    },
  };
}

/** Puts a row among the most urgent; rows of the same day stay in the order of the file. Gives the day that others must be before. */
function list(mostUrgent: UrgentRow[], row: UrgentRow): number {
  const place = mostUrgent.findIndex(({ next }) => next.date > row.next.date);
  mostUrgent.splice(place < 0 ? mostUrgent.length : place, 0, row);
  mostUrgent.length = Math.min(mostUrgent.length, mostListed);
  const last = mostUrgent[mostListed - 1];
  return last ? dayNumber(last.next.date) : Number.MAX_SAFE_INTEGER;
}

function urgentRow({ row, client }: NamedRow, { notice }: RowAnswer, next: NextDay): UrgentRow {
  return { row, client, notice: notice?.id ?? null, next };
}
