import { longDate } from '../calendar.ts';
import type { Guidance, Step } from '../engine/guidance.ts';
import type { Entry, Line, Section } from './document.ts';
import type { Words } from './words.ts';

export function stepsSection({ steps, deadlines }: Guidance, words: Words): Section {
  const entries = steps.map((step): Entry => {
    const { id, text, cite } = step;
    const date = deadlines.find((deadline) => deadline.id === step.deadline)?.date;
    return { text, cite, rules: [id], details: date ? byDate(step, longDate(date), words) : [] };
  });
  return { title: words('heading.steps'), form: 'steps', entries };
}

/** The last day of a step, unless the step names it. */
function byDate({ text }: Step, date: string, words: Words): Line[] {
  return text.includes(date) ? [] : [{ label: words('date'), text: date }];
}

export function representationSection({ representation, trace }: Guidance, words: Words): Section {
  const { mayRepresent, form2848, why, cite, checks } = representation;
  const rules = trace.filter((row) => row.startsWith('representation/'));
  const details = checks.map(({ id, text }): Line => ({ label: id, text }));
  return {
    title: words('heading.representation'),
    form: 'text',
    entries: [
      { label: words('mayRepresent'), text: words(`mayRepresent.${mayRepresent}`) },
      { label: words('form2848'), text: words(`form2848.${form2848}`) },
      { label: words('why'), text: why, cite, rules },
      ...(details.length > 0 ? [{ text: words('checks'), details }] : []),
    ],
  };
}

export function phoneSection({ phone }: Guidance, words: Words): Section {
  const list = (key: string, texts: readonly string[]): Entry[] =>
    texts.length === 0 ? [] : [{ text: words(key), details: texts.map((text) => ({ text })) }];
  return {
    title: words('heading.phone'),
    form: 'text',
    entries: [
      { label: words('phone.number'), text: phone.appeals, cite: phone.cite },
      ...list('phone.useFor', phone.useFor),
      ...list('phone.notFor', phone.notFor),
      ...list('phone.haveReady', phone.haveReady),
    ],
  };
}

export function helpSection({ help }: Guidance, words: Words): Section {
  const entries = help.map(({ id, text, cite }) => ({ text, cite, rules: [id] }));
  return { title: words('heading.help'), form: 'points', entries };
}
