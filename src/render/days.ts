import { type CalendarDate, type LegalHoliday, longDate } from '../calendar.ts';
import type { DayCount, DaysBetween } from '../engine/day-count.ts';
import type { Source } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { sourcesOf } from '../engine/sources.ts';
import { type Document, documentOf, type Entry, type Section } from './document.ts';
import { footer } from './footer.ts';
import { sourcesSection } from './sources.ts';
import { makeWords, type Words } from './words.ts';

/** A count of days: the last day, how it was counted, and what it is for. */
export function countDocument(rules: RuleSet, found: DayCount): Document {
  const words = makeWords(rules.text);
  const { date, unrolled, counting, mayMove } = found;
  const entries: Entry[] = [
    { label: words('date'), text: longDate(date), tone: 'title' },
    ...(unrolled === date ? [] : [{ label: words('unrolled'), text: longDate(unrolled) }]),
    { label: words('counting'), text: counting },
    // No office is open on it, and nobody asked for the roll.
    ...(mayMove ? [{ label: words('note'), text: words('days.not-rolled') }] : []),
  ];
  return page(rules, words, [{ form: 'text', entries }]);
}

/** The days between two days, counted both ways. */
export function betweenDocument(rules: RuleSet, found: DaysBetween): Document {
  const words = makeWords(rules.text);
  const { from, to, calendarDays, businessDays, weekendDays, holidays } = found;
  const named = holidays.map(({ date, holiday }) => `${longDate(date)} (${holiday})`).join('; ');
  const entries: Entry[] = [
    { text: words('days.between', { from: longDate(from), to: longDate(to) }), tone: 'title' },
    { label: words('days.calendar'), text: String(calendarDays) },
    { label: words('days.business'), text: String(businessDays) },
    { label: words('days.weekend'), text: String(weekendDays) },
    { label: words('days.holidays'), text: named === '' ? words('days.none') : named },
    { text: words('days.day-one') },
  ];
  return page(rules, words, [{ form: 'text', entries }]);
}

/** The legal holidays of a year, and what each of them moves. */
export function holidaysDocument(
  rules: RuleSet,
  year: number,
  holidays: readonly (LegalHoliday & { readonly date: CalendarDate })[],
): Document {
  const words = makeWords(rules.text);
  const entries = holidays.map(({ date, name, federal }): Entry => {
    return { label: longDate(date), text: federal ? name : `${name}. ${words('days.district')}` };
  });
  return page(rules, words, [
    { form: 'text', entries: [{ text: words('days.in-year', { year: String(year) }), tone: 'title' }] },
    { form: 'points', entries },
    {
      form: 'text',
      entries: rules.legalHolidays.notes.map(({ id, text, cite }) => ({ text: text.en, cite, rules: [id] })),
    },
  ]);
}

function page(rules: RuleSet, words: Words, sections: readonly Section[]): Document {
  return documentOf(words('title.days'), [...sections, sourcesSection(daySources(rules), words), footer(rules, words)]);
}

/** What stands behind every count: the holidays, the roll, and the way business days are counted. */
export function daySources(rules: RuleSet): Source[] {
  const { holidays, notes } = rules.legalHolidays;
  return sourcesOf(
    rules,
    [...holidays, ...notes].flatMap(({ cite }) => cite),
  );
}
