import { type CalendarDate, longDate } from '../../calendar.ts';
import { letterOf } from '../../engine/letter.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import type { Bar } from '../../render/bars.ts';
import { type Document, documentOf, type Entry, type Section } from '../../render/document.ts';
import { paintHtml } from '../../render/paint-html.ts';
import { paintMarkdown } from '../../render/paint-markdown.ts';
import { makeWords, type Words } from '../../render/words.ts';
import { version } from '../../version.ts';
import { missingFacts, programStatuses, programs } from '../../vocabulary.ts';
import { farDays, type NamedRow, nearDays, type Overview, type UrgentRow, urgencies } from '../overview.ts';
import type { RowWriter } from './row-writer.ts';

/** Weeks that are shown one by one. */
const mostWeeks = 12;

/** One page for a supervisor: what all rows come to. */
export function overviewWriter(
  overview: Overview,
  book: RuleSet,
  { format, today }: { readonly format: 'markdown' | 'html'; readonly today: CalendarDate },
): RowWriter {
  const paint = format === 'html' ? paintHtml : paintMarkdown;
  return {
    head: '',
    row: () => '',
    foot: () => paint(overviewDocument(overview, book, today), book.text, { explain: false }),
    isStream: false,
    needsRows: false,
  };
}

function overviewDocument(overview: Overview, book: RuleSet, today: CalendarDate): Document {
  const words = makeWords(book.text);
  return documentOf(words('batch.title'), [
    { form: 'text', entries: leadOf(overview, words) },
    { title: words('batch.heading.errors'), form: 'points', entries: errorEntries(overview, words) },
    { form: 'text', entries: moreErrorEntries(overview, words) },
    {
      title: words('batch.heading.urgent'),
      form: 'steps',
      entries: overview.mostUrgent.map((each) => urgentEntry(each, book, words)),
    },
    { form: 'text', entries: moreUrgentEntries(overview, words) },
    { title: words('batch.heading.urgency'), form: 'points', entries: urgencyEntries(overview, words) },
    { title: words('batch.heading.programs'), form: 'points', entries: programEntries(overview, words) },
    weeksSection(overview, words),
    { title: words('batch.heading.ask'), form: 'points', entries: askEntries(overview, words) },
    { title: words('batch.heading.about'), form: 'text', entries: aboutEntries(overview, book, today, words) },
  ]);
}

function leadOf({ rows, errors, unknownDays, urgency, mostUrgent: [first] }: Overview, words: Words): Entry[] {
  const soon = urgency.today + urgency.within7;
  const values = {
    rows: String(rows),
    client: first ? clientOf(first, words) : '',
    date: longDateOf(first),
    near: String(nearDays),
  };
  const { rows: all, ...named } = values;
  const next =
    soon > 0 ? words('batch.lead.soon', { ...values, count: String(soon) }) : words('batch.lead.first', named);
  const none = unknownDays > 0 ? [] : [words('batch.lead.none', { rows: all })];
  const leads = first ? [next] : none;
  const urgent = { tone: 'urgent' as const };
  return [
    ...leads.map((text) => ({ text, verbatim: true, ...(soon > 0 ? urgent : {}) })),
    ...(unknownDays > 0 ? [{ text: words('batch.lead.unknownDays', { count: String(unknownDays) }), ...urgent }] : []),
    { text: words('batch.abbreviations'), verbatim: true },
    ...(errors > 0 ? [{ text: words('batch.lead.errors', { count: String(errors) }) }] : []),
  ];
}

function longDateOf(urgent: UrgentRow | undefined): string {
  return urgent ? longDate(urgent.next.date) : '';
}

function clientOf({ client, row }: NamedRow, words: Words): string {
  return client ?? words('batch.row', { row: String(row) });
}

function errorEntries({ named }: Overview, words: Words): Entry[] {
  return named.errors.map((each) => ({ verbatim: true, label: clientOf(each, words), text: each.message }));
}

function moreErrorEntries({ errors, named }: Overview, words: Words): Entry[] {
  const shown = named.errors.length;
  return errors > shown ? [{ text: words('batch.moreErrors', { shown: String(shown), count: String(errors) }) }] : [];
}

/** A count and the clients behind it; a list that was cut says so. */
function namedEntry(label: string, count: number, rows: readonly NamedRow[] = [], words: Words): Entry {
  if (count === 0) return countEntry(label, count);
  const values = { count: String(count), names: rows.map((row) => clientOf(row, words)).join(', ') };
  const more = count - rows.length;
  const text = more > 0 ? words('batch.namedSome', { ...values, more: String(more) }) : words('batch.named', values);
  return { label, text, verbatim: true };
}

function urgentEntry(urgent: UrgentRow, rules: RuleSet, words: Words): Entry {
  const { next, notice } = urgent;
  const letter = notice === null ? words('noLetter') : (letterOf(rules, notice)?.label ?? notice);
  const days = next.daysLeft;
  const left =
    days === 0 ? words('left.today') : days === 1 ? words('left.one') : words('left.many', { days: String(days) });
  const deadline = words(`batch.deadline.${next.id}`);
  return {
    // In the id of a client no short form is spelled out.
    verbatim: true,
    label: clientOf(urgent, words),
    text: words('batch.urgent', { date: longDate(next.date), left, deadline, letter }),
    ...(days <= nearDays ? { tone: 'urgent' as const } : {}),
  };
}

/** A list that was cut says so. */
function moreUrgentEntries({ mostUrgent, urgency }: Overview, words: Words): Entry[] {
  const count = urgency.today + urgency.within7 + urgency.within30 + urgency.later;
  if (count <= mostUrgent.length) return [];
  return [{ text: words('batch.moreUrgent', { shown: String(mostUrgent.length), count: String(count) }) }];
}

/** What the words for urgency are filled with. */
const spans = { near: String(nearDays), far: String(farDays) };

function countEntry(label: string, count: number): Entry {
  return { label, text: String(count) };
}

function urgencyEntries({ urgency, unknownDays, passed, named }: Overview, words: Words): Entry[] {
  return [
    ...urgencies.map((each) => countEntry(words(`batch.urgency.${each}`, spans), urgency[each])),
    namedEntry(words('batch.urgency.unknownDays'), unknownDays, named.unknownDays, words),
    namedEntry(words('batch.urgency.passed'), passed, named.passed, words),
  ];
}

function programEntries(overview: Overview, words: Words): Entry[] {
  return programs.map((name) => {
    const counts = programStatuses
      .map((status) => ({ status, count: overview.programs[name][status] ?? 0 }))
      .filter(({ count }) => count > 0)
      .map(({ status, count }) => words(`batch.status.${status}`, { count: String(count) }));
    return { label: words(`program.${name}`), text: counts.join(', ') };
  });
}

function weeksSection({ weeks }: Overview, words: Words): Section {
  const all = [...weeks].sort(([a], [b]) => (a < b ? -1 : 1));
  const after = all.slice(mostWeeks).reduce((sum, [, count]) => sum + count, 0);
  const shown = all.slice(0, mostWeeks);
  const rest = after > 0 ? [{ label: words('batch.weeksAfter'), count: after }] : [];
  const bars: Bar[] = [...shown.map(([monday, count]) => ({ label: longDate(monday), count })), ...rest];
  return {
    title: words('batch.heading.weeks'),
    form: 'points',
    bars,
    entries: [
      ...shown.map(([monday, count]) => countEntry(words('batch.week', { date: longDate(monday) }), count)),
      ...rest.map(({ label, count }) => countEntry(label, count)),
    ],
  };
}

function askEntries({ missing, form2848Missing, named }: Overview, words: Words): Entry[] {
  const facts = missingFacts.filter((fact) => missing[fact]);
  const label = words('batch.missingForm2848');
  return [
    ...facts.map((fact) => namedEntry(words(`missing.${fact}`), missing[fact] ?? 0, named.missing[fact], words)),
    ...(form2848Missing > 0 ? [namedEntry(label, form2848Missing, named.form2848Missing, words)] : []),
  ];
}

function aboutEntries({ rows }: Overview, book: RuleSet, today: CalendarDate, words: Words): Entry[] {
  const { manifest, hash } = book;
  const values = { version: manifest.version, hash, program: version, rows: String(rows), today: longDate(today) };
  return [{ text: words('batch.about', values) }, { text: book.text.statements['disclaimer'] ?? '' }];
}
