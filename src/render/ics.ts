import { addCalendarDays, type CalendarDate, daysBetween } from '../calendar.ts';
import type { Deadline, Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { dateDetails } from './answer-dates.ts';
import { foldedLine, icsText } from './ics-line.ts';
import { makeSpellOut } from './spell-out.ts';
import { makeWords, type Words } from './words.ts';

/** Day 0 of the count of versions: a later answer has a higher one, so that an import replaces what an earlier left. */
const versionsBegin = '2000-01-01' as CalendarDate;

/** Warnings that tell of the person and not of a day; a calendar is often shared. */
const personal: ReadonlySet<string> = new Set(['hardship', 'form-2848-missing']);

/** One day to put into the calendar. */
interface CalendarDay {
  /** What tells it from every other day of every other letter; the same whenever it is asked for. */
  readonly key: string;
  readonly date: CalendarDate;
  readonly summary: string;
  readonly lines: readonly string[];
}

/** Whose days they are, where a calendar holds those of many. */
export interface CalendarOwner {
  readonly name: string;
  /** Tells the days of one owner from those of another. */
  readonly id: string;
}

/**
 * The last days that are still to come as an iCalendar file (RFC 5545): all-day events, each with two alarms, its count
 * and its sources. Empty where there is none.
 */
export function renderIcs(guidance: Guidance, text: RuleSet['text']): string {
  const events = calendarEvents(guidance, text);
  return events === '' ? '' : `${calendarHead(guidance.generator)}${events}${calendarFoot}`;
}

export function calendarHead({ name, version }: Guidance['generator']): string {
  return contentLines(['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${name}//${version}//EN`, 'CALSCALE:GREGORIAN']);
}

export const calendarFoot = contentLines(['END:VCALENDAR']);

/** The events of one answer; empty where no last day is still to come. */
export function calendarEvents(guidance: Guidance, text: RuleSet['text'], owner?: CalendarOwner): string {
  const words = makeWords(text);
  const days = guidance.deadlines.flatMap((each) => dayOf(each, guidance, words));
  const spellOut = makeSpellOut(text);
  return contentLines(
    days.flatMap(({ key, summary, ...day }) => {
      const spelled = spellOut(summary);
      const owned = owner ? words('calendar.owner', { owner: owner.name, summary: spelled }) : spelled;
      return eventLines({ ...day, key: owner ? `${owner.id}.${key}` : key, summary: owned }, guidance.today);
    }),
  );
}

function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}

/** The day shown or, once that has passed, the later one that may still decide the right. */
function dayOf(deadline: Deadline, guidance: Guidance, words: Words): CalendarDay[] {
  const { id, date, rightEnds, start, label, status } = deadline;
  const isOpen = status === 'open' || status === 'today';
  const day = isOpen ? date : rightEnds;
  if (day === null || day < guidance.today) return [];
  const letter = guidance.notice?.label;
  const summary = words(isOpen ? 'calendar.summary' : 'calendar.late', { label });
  return [
    {
      key: keyOf(id, start?.date ?? date, guidance),
      date: day,
      summary: letter ? `${summary}, ${letter}` : summary,
      lines: descriptionOf(deadline, guidance, words),
    },
  ];
}

/** By the day that starts the count: it tells one letter from another and stays when more is known. */
function keyOf(id: string, start: CalendarDate | null, { facts, notice }: Guidance): string {
  return [id, notice?.id ?? facts.action ?? 'no-letter', start].filter(Boolean).join('.');
}

function eventLines({ key, date, summary, lines }: CalendarDay, today: CalendarDate): string[] {
  const title = icsText(summary);
  return [
    'BEGIN:VEVENT',
    `UID:${key}@irs-appeals-guide`,
    `DTSTAMP:${basicDate(today)}T000000Z`,
    `SEQUENCE:${Math.max(0, daysBetween(versionsBegin, today))}`,
    `DTSTART;VALUE=DATE:${basicDate(date)}`,
    `DTEND;VALUE=DATE:${basicDate(addCalendarDays(date, 1))}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${icsText(lines.join('\n'))}`,
    // It marks a day and fills none; what it is about is nobody else's business.
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...[7, 1].flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-P${days}D`,
      `DESCRIPTION:${title}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function basicDate(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** What the program rests on ("if ..."), the count, what keeps the day, what follows, warnings and sources. */
function descriptionOf(deadline: Deadline, guidance: Guidance, words: Words): string[] {
  const { program } = deadline;
  const why = program === 'other' ? [] : [`${words('why')}: ${guidance.programs[program].why}`];
  return [
    ...why,
    ...dateDetails(deadline, guidance.today, words).map(({ label, text }) => `${label}: ${text}`),
    ...closing(deadline, guidance, words),
  ];
}

function closing({ cite }: Deadline, { warnings, sources, rules }: Guidance, words: Words): string[] {
  const cited = sources.filter(({ id }) => cite.includes(id));
  return [
    ...warnings.filter(({ id }) => !personal.has(id)).map(({ text }) => `${words('warning')}: ${text}`),
    ...(cited.length > 0 ? [`${words('heading.sources')}:`] : []),
    ...cited.map(({ title, url }) => `- ${title}${url ? ` ${url}` : ''}`),
    words('calendar.rules', { version: rules.version }),
    words('calendar.note'),
  ];
}
