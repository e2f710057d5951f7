import { type CalendarDate, longDate } from '../calendar.ts';
import type { Guidance, NoticeGuidance } from '../engine/guidance.ts';
import { type Fact, factNames, kebabCase } from '../vocabulary.ts';
import type { Entry, Line, Section } from './document.ts';
import { ageOfRules } from './footer.ts';
import type { Words } from './words.ts';

/** Each missing fact in words, with the flag that gives it. */
export function missingSection({ missing }: Guidance, words: Words): Section {
  const entries = missing.map((fact) => ({
    label: `--${kebabCase(fact)}`,
    text: words(`missing.${fact}`),
  }));
  return { title: words('heading.missing'), form: 'points', entries };
}

/** What there is to know about the letter; with what it is where the first block had no room for all of that. */
export function letterSection({ notice }: Guidance, words: Words, withWhat: boolean): Section {
  const what = notice && withWhat ? [{ label: words('what'), text: notice.what, cite: notice.cite }] : [];
  return {
    title: words('heading.letter'),
    form: 'text',
    entries: notice ? [...what, ...letterNotes(notice, words)] : [],
  };
}

/** What there is to know about a letter beyond what it is: the trap, where to go, what is not confirmed. */
export function letterNotes(
  { trap, instead, confidence, unconfirmed, conflicts, cite }: Omit<NoticeGuidance, 'id' | 'label' | 'title' | 'what'>,
  words: Words,
): Line[] {
  const many = (key: string, texts: readonly string[]): Line[] => texts.map((text) => ({ label: words(key), text }));
  return [
    ...(trap === undefined ? [] : [{ label: words('trap'), text: trap, cite }]),
    ...(instead === undefined ? [] : [{ label: words('instead'), text: instead, cite }]),
    ...(confidence === 'high' ? [] : [{ label: words('confidence'), text: words(`confidence.${confidence}`) }]),
    ...many('unconfirmed', unconfirmed),
    ...many('conflict', conflicts),
  ];
}

/** What the answer was worked out from, so that it can be read again later. */
export function factsSection({ facts, notice }: Guidance, words: Words): Section {
  const entries = factNames.flatMap((fact): Entry[] => {
    const value = facts[fact];
    if (value === undefined || value === 'unknown') return [];
    const text = fact === 'notice' ? (notice?.label ?? value) : factValue(fact, value, words);
    return [{ label: words(`fact.${fact}`), text }];
  });
  return { title: words('heading.facts'), form: 'points', entries };
}

function factValue(fact: Fact, value: string, words: Words): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value as CalendarDate);
  return words(fact === 'action' ? `action.${value}` : `value.${fact}.${value}`);
}

export function traceSection({ trace }: Guidance, words: Words): Section {
  return { title: words('heading.trace'), form: 'points', entries: trace.map((text) => ({ text, verbatim: true })) };
}

/** Disclaimer, the day of the answer, and the age of the rules. */
export function answerSection({ disclaimer, today, rules }: Guidance, words: Words): Section {
  return {
    title: words('heading.answer'),
    form: 'text',
    entries: [
      { text: disclaimer },
      { text: words('answer.today', { date: longDate(today) }) },
      ...ageOfRules(rules, words),
    ],
  };
}
