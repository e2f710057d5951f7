import { addCalendarDays, type CalendarDate, daysBetween } from '../calendar.ts';
import type { Deadline, Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { DateFact } from '../vocabulary.ts';
import { dateDetails } from './answer-dates.ts';
import { foldedLine, icsText } from './ics-line.ts';
import { makeSpellOut } from './spell-out.ts';
import { makeWords, type Words } from './words.ts';

/** The fact that tells two letters of one kind apart: the first of these that is known. */
const letterDates: readonly DateFact[] = [
  'noticeDate',
  'nftlFiledDate',
  'seizureNoticeDate',
  'effectiveDate',
  'conferenceDate',
  'conferenceRequestedDate',
  'firstCdpDate',
  'printedDeadline',
];

/** Day 0 of the count of versions: a later answer has a higher one, so that an import replaces what an earlier left. */
const versionsBegin = '2000-01-01' as CalendarDate;

/**
 * The open last days as an iCalendar file (RFC 5545): all-day events, each with two alarms and with its count and
 * sources. Empty where no day is open.
 */
export function renderIcs(guidance: Guidance, text: RuleSet['text']): string {
  const open = guidance.deadlines.filter(({ status }) => status === 'open' || status === 'today');
  const events = open.flatMap((deadline) => eventLines(deadline, guidance, makeWords(text), makeSpellOut(text)));
  if (events.length === 0) return '';
  const { name, version } = guidance.generator;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${name}//${version}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ]
    .map((line) => `${foldedLine(line)}\r\n`)
    .join('');
}

function eventLines(
  deadline: Deadline,
  guidance: Guidance,
  words: Words,
  spellOut: (text: string) => string,
): string[] {
  const { date, label } = deadline;
  if (date === null) return [];
  const letter = guidance.notice?.label;
  const summary = icsText(spellOut(words('calendar.summary', { label })) + (letter ? `, ${letter}` : ''));
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(deadline, guidance)}`,
    `DTSTAMP:${basicDate(guidance.today)}T000000Z`,
    `SEQUENCE:${Math.max(0, daysBetween(versionsBegin, guidance.today))}`,
    `DTSTART;VALUE=DATE:${basicDate(date)}`,
    `DTEND;VALUE=DATE:${basicDate(addCalendarDays(date, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${icsText(descriptionOf(deadline, guidance, words))}`,
    // It marks a day and fills none; what it is about is nobody else's business.
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...[7, 1].flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-P${days}D`,
      `DESCRIPTION:${summary}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** The same deadline of the same letter has the same id whenever it is asked for. */
function uidOf({ id }: Deadline, { facts, notice }: Guidance): string {
  const known = letterDates.map((fact) => facts[fact]).find((date) => date !== undefined);
  return `${[id, notice?.id ?? facts.action ?? 'no-letter', known].filter(Boolean).join('.')}@irs-appeals-guide`;
}

function basicDate(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** The count, what keeps the day, what follows, and the sources: one a line. */
function descriptionOf(deadline: Deadline, { sources, rules, disclaimer }: Guidance, words: Words): string {
  const cited = sources.filter(({ id }) => deadline.cite.includes(id));
  return [
    ...dateDetails(deadline, words).map(({ label, text }) => `${label}: ${text}`),
    ...(cited.length > 0 ? [`${words('heading.sources')}:`] : []),
    ...cited.map(({ title, url }) => `- ${title}${url ? ` ${url}` : ''}`),
    words('calendar.rules', { version: rules.version }),
    disclaimer,
  ].join('\n');
}
