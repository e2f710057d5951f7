import type { CalendarDate } from '../calendar.ts';
import type { Cited, Source, Statement } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { sourcesOf } from '../engine/sources.ts';
import { wordsFor } from '../engine/words.ts';
import { type Document, documentOf, type Section } from './document.ts';
import { footer } from './footer.ts';
import { sourcesSection } from './sources.ts';
import { makeWords } from './words.ts';

/** The Appeals line and the other lines: what `phone --json` prints. */
export interface PhoneGuidance {
  readonly appeals: Cited & {
    readonly number: string;
    readonly useFor: readonly string[];
    readonly notFor: readonly string[];
    readonly haveReady: readonly string[];
    readonly facts: readonly string[];
  };
  readonly whichCall: readonly Statement[];
  readonly numbers: readonly (Statement & { readonly number: string })[];
  readonly sources: readonly Source[];
}

/** Puts the phone rules into words. */
export function phoneGuidance(book: RuleSet, today: CalendarDate): PhoneGuidance {
  const rules = lawOn(book, today);
  const { say } = wordsFor(rules, undefined, today);
  const { numbers, appeals, whichCall } = rules.phone;
  const phone = {
    appeals: {
      number: numbers.appeals?.number ?? '',
      useFor: appeals.useFor.map(say),
      notFor: appeals.notFor.map(say),
      haveReady: appeals.haveReady.map(say),
      facts: appeals.facts.map(say),
      cite: appeals.cite,
    },
    whichCall: whichCall.map(({ id, text, cite }) => ({ id, text: say(text), cite })),
    numbers: Object.entries(numbers).map(([id, { number, text, cite }]) => ({ id, number, text: say(text), cite })),
  };
  const cited = [phone.appeals, ...phone.whichCall, ...phone.numbers].flatMap(({ cite }) => cite);
  return { ...phone, sources: sourcesOf(rules, cited) };
}

/** Which call belongs where, for reading. */
export function phoneDocument(rules: RuleSet, today: CalendarDate): Document {
  const words = makeWords(rules.text);
  const { appeals, whichCall, numbers, sources } = phoneGuidance(rules, today);
  const points = (heading: string, texts: readonly string[]): Section => ({
    title: words(heading),
    form: 'points',
    entries: texts.map((text) => ({ text })),
  });
  return documentOf(words('title.phone'), [
    { form: 'text', entries: [{ label: words('phone.number'), text: appeals.number, cite: appeals.cite }] },
    points('phone.facts', appeals.facts),
    points('phone.useFor', appeals.useFor),
    points('phone.notFor', appeals.notFor),
    points('phone.haveReady', appeals.haveReady),
    {
      title: words('heading.whichCall'),
      form: 'points',
      entries: whichCall.map(({ id, text, cite }) => ({ text, cite, rules: [id] })),
    },
    {
      title: words('heading.numbers'),
      form: 'points',
      entries: numbers.map(({ number, text, cite }) => ({ label: number, text, cite })),
    },
    sourcesSection(sources, words),
    footer(rules, words),
  ]);
}
