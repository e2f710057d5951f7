import type { Calendar, CalendarDate } from '../calendar.ts';
import type { DatedDeadline } from './deadlines.ts';
import type { Timeline, TimelineEvent } from './guidance.ts';

/**
 * All days of an answer in order, with the legal holidays of the months in which they lie. Null where there is no
 * deadline with a date, or nothing but one day.
 */
export function timelineOf(
  calendar: Calendar,
  deadlines: readonly DatedDeadline[],
  today: CalendarDate,
): Timeline | null {
  const events = [{ date: today, kind: 'today' as const }, ...deadlines.flatMap(eventsOf)];
  const days = new Set(events.map(({ date }) => date));
  if (days.size < 2 || !events.some(({ kind }) => kind === 'deadline')) return null;
  const [first = today, last = today] = [[...days].sort()[0], [...days].sort().at(-1)];
  const months = new Set([...days].map(monthOf));
  const years = new Set([...days].map((date) => Number(date.slice(0, 4))));
  return {
    events: withoutDoubles(events).sort((a, b) => compare(a.date, b.date)),
    holidays: [...years]
      .sort()
      .flatMap((year) => calendar.holidaysIn(year))
      .filter(({ date }) => months.has(monthOf(date)) && date >= first && date <= last)
      .map(({ date, name, federal }) => ({ date, name, federal })),
  };
}

/** The day that started the count, the safer day, the day shown, and the day that decides where that is another. */
function eventsOf({ id, date, aimFor, rightEnds, clock }: DatedDeadline): TimelineEvent[] {
  if (date === null) return [];
  const start = clock.counted && clock.term.add.length > 0 ? clock.counted.start : undefined;
  return [
    ...(start ? [{ date: start, kind: 'start' as const, fact: clock.startFact }] : []),
    ...(aimFor ? [{ date: aimFor, kind: 'aim' as const, deadline: id }] : []),
    { date, kind: 'deadline', deadline: id },
    ...(rightEnds ? [{ date: rightEnds, kind: 'later' as const, deadline: id }] : []),
  ];
}

/** Two deadlines may be counted from the same day. */
function withoutDoubles(events: readonly TimelineEvent[]): TimelineEvent[] {
  const seen = new Map(events.map((event) => [JSON.stringify(event), event]));
  return [...seen.values()];
}

function monthOf(date: CalendarDate): string {
  return date.slice(0, 7);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
