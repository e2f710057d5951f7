import { addCalendarDays, type CalendarDate, daysBetween, isWeekend, longDate, monthAndYear } from '../calendar.ts';
import type { Deadline, Guidance, Timeline, TimelineEvent } from '../engine/guidance.ts';
import type { Entry } from './document.ts';
import type { Words } from './words.ts';

/** One day of the picture: what kind of day it is, and the letter of what lies on it. */
export interface PictureDay {
  /** 1 to 31. */
  readonly day: number;
  readonly kind: 'weekday' | 'weekend' | 'holiday';
  /** A capital letter for a last day, its small letter for the safer day, `today` or `start` for those two. */
  readonly mark?: string | undefined;
}

export interface PictureMonth {
  readonly name: string;
  readonly days: readonly PictureDay[];
  /** Months without a date that were left out before this one. */
  readonly skipped: number;
}

/** The timeline as a picture of months, and the same in words. */
export interface Picture {
  readonly months: readonly PictureMonth[];
  /** One entry a day that has a mark, in order of date. */
  readonly legend: readonly Entry[];
}

/** What is shown where several things lie on one day: the most urgent. */
const precedence: readonly TimelineEvent['kind'][] = ['deadline', 'today', 'aim', 'later', 'start'];

/** The picture of an answer, or undefined where it has no timeline. */
export function pictureOf({ timeline, deadlines, today }: Guidance, words: Words): Picture | undefined {
  if (timeline === null) return undefined;
  const marks = marksOf(timeline.events);
  const legend = [...marks].map(([date, mark]): Entry => {
    const events = timeline.events.filter((event) => event.date === date);
    const said = events.map((event) => eventText(event, deadlines, words));
    return { mark, label: `${longDate(date)}${distance(today, date, words)}`, text: `${said.join('; ')}.` };
  });
  return { months: monthsOf(timeline, marks), legend };
}

/** The mark of each day, in order of date. */
function marksOf(events: readonly TimelineEvent[]): Map<CalendarDate, string> {
  const lastDays = [...new Set(events.filter(({ kind }) => isLast(kind)).map(({ date }) => date))];
  const letterOf = (date: CalendarDate): string => String.fromCharCode('A'.charCodeAt(0) + lastDays.indexOf(date));
  const marks = new Map<CalendarDate, string>();
  for (const date of new Set(events.map((event) => event.date))) {
    const found = precedence.flatMap((kind) => events.filter((event) => event.date === date && event.kind === kind));
    const [first] = found;
    if (!first) continue;
    const last = events.find(({ kind, deadline }) => kind === 'deadline' && deadline === first.deadline);
    if (first.kind === 'aim' && last) marks.set(date, letterOf(last.date).toLowerCase());
    else marks.set(date, isLast(first.kind) ? letterOf(date) : first.kind);
  }
  return marks;
}

function isLast(kind: TimelineEvent['kind']): boolean {
  return kind === 'deadline' || kind === 'later';
}

function eventText({ kind, fact, deadline }: TimelineEvent, deadlines: readonly Deadline[], words: Words): string {
  if (kind === 'start') return words(`fact.${fact}`);
  const label = deadlines.find(({ id }) => id === deadline)?.label ?? '';
  return words(`timeline.${kind}`, { label });
}

function distance(today: CalendarDate, date: CalendarDate, words: Words): string {
  const days = daysBetween(today, date);
  if (days === 0) return '';
  const count = Math.abs(days) === 1 ? words('timeline.day') : words('timeline.days', { days: String(Math.abs(days)) });
  return ` (${words(days > 0 ? 'timeline.in' : 'timeline.ago', { days: count })})`;
}

/** The months that hold a date; a month without one is left out and counted. */
function monthsOf({ events, holidays }: Timeline, marks: ReadonlyMap<CalendarDate, string>): PictureMonth[] {
  const [first, last] = [events[0]?.date, events.at(-1)?.date];
  if (!first || !last) return [];
  const isHoliday = new Set(holidays.map(({ date }) => date));
  const months: PictureMonth[] = [];
  let skipped = 0;
  for (let start = firstOfMonth(first); start <= last; start = firstOfMonth(addCalendarDays(start, 31))) {
    if (!events.some(({ date }) => firstOfMonth(date) === start)) {
      skipped += 1;
      continue;
    }
    const days: PictureDay[] = [];
    for (let date = start; firstOfMonth(date) === start && date <= last; date = addCalendarDays(date, 1)) {
      if (date < first) continue;
      const kind = isHoliday.has(date) ? 'holiday' : isWeekend(date) ? 'weekend' : 'weekday';
      days.push({ day: Number(date.slice(8, 10)), kind, mark: marks.get(date) });
    }
    months.push({ name: monthAndYear(start), days, skipped });
    skipped = 0;
  }
  return months;
}

function firstOfMonth(date: CalendarDate): CalendarDate {
  return addCalendarDays(date, 1 - Number(date.slice(8, 10)));
}
