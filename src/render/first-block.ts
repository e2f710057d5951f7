import { longDate } from '../calendar.ts';
import type { Deadline, Guidance } from '../engine/guidance.ts';
import { daysLeft } from './dates.ts';
import type { Entry, Section } from './document.ts';
import { headline } from './headline.ts';
import type { SpellOut } from './spell-out.ts';
import type { Words } from './words.ts';
import { wrap } from './wrap.ts';

/** The width and number of lines for which the first block is made up. */
const [columns, mostLines] = [80, 12];
/** A date as near as this is said before all else. */
const closeDays = 7;

export interface FirstBlock {
  readonly block: Section;
  /** Warnings that found no room in it. */
  readonly otherWarnings: Section;
  /** true: only the first sentence of what the letter is found room. */
  readonly isShortened: boolean;
}

/** The first block of the answer: at most twelve lines wherever that can be. */
export function firstBlock(guidance: Guidance, words: Words, spellOut: () => SpellOut): FirstBlock {
  const tries = shortenings.map((short) => opening(shortened(guidance, short), words));
  const fits = tries.findIndex((entries) => linesOf(entries, spellOut()) <= mostLines);
  const entries = tries.at(fits) ?? [];
  const warnings = guidance.warnings.map(
    ({ id, text, cite }): Entry => ({ label: words('warning'), text, cite, rules: [id], tone: 'warning' }),
  );
  let shown = warnings.length;
  while (shown > 0 && linesOf([...entries, ...warnings.slice(0, shown)], spellOut()) > mostLines) shown -= 1;
  return {
    block: { form: 'text', entries: [...entries, ...warnings.slice(0, shown)] },
    otherWarnings: { title: words('heading.warnings'), form: 'text', entries: warnings.slice(shown) },
    isShortened: fits !== 0,
  };
}

type Part = 'letter' | 'step' | 'description';
/** What gives way, in order, when the block grows too long; all of it is said again further down. */
const shortenings: readonly (readonly Part[])[] = [[], ['letter'], ['letter', 'step'], ['description', 'step']];

function shortened({ notice, steps, ...rest }: Guidance, short: readonly Part[]): Guidance {
  const what = short.includes('letter') ? firstSentence(notice?.what ?? '') : (notice?.what ?? '');
  return {
    ...rest,
    notice: notice && { ...notice, what: short.includes('description') ? '' : what },
    steps: short.includes('step') ? steps.map((step) => ({ ...step, text: firstSentence(step.text) })) : steps,
  };
}

function opening(guidance: Guidance, words: Words): Entry[] {
  return [
    ...guidance.deadlines
      .filter((deadline) => !isStillOpen(deadline, guidance))
      .flatMap((deadline) => urgentDeadline(deadline, words)),
    ...letter(guidance, words),
    ...guidance.lead.map(({ id, text, cite }): Entry => ({ text, cite, rules: [id] })),
    ...firstStep(guidance, words),
    ...stillMissing(guidance, words),
  ];
}

/** Reckoned at 80 columns, so that every screen says the same first. */
function linesOf(entries: readonly Entry[], spellOut: SpellOut): number {
  return entries.flatMap(({ label, text }) => wrap(spellOut(label ? `${label}: ${text}` : text), columns)).length;
}

/** Up to the first full stop that ends no abbreviation such as "U.S." */
function firstSentence(text: string): string {
  return /^.*?(?<!\b[A-Z])[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

/** A day that has passed while its right has not: an early printed day, or a conference asked for in time. */
function isStillOpen(deadline: Deadline, { programs, today }: Guidance): boolean {
  const { id, status, program, firmness, unrolled, rightEnds } = deadline;
  if (status !== 'passed') return false;
  if (firmness !== 'soft' && program !== 'other' && programs[program].status === 'available') return true;
  if (id === 'cap-seizure-conference' && programs.cap.status === 'available') return true;
  return (rightEnds ?? unrolled ?? '') >= today;
}

function urgentDeadline(deadline: Deadline, words: Words): Entry[] {
  const { status, date, daysLeft: days, label, cite, id, isUnknownDay } = deadline;
  const isClose = status === 'today' || (status === 'open' && days !== null && days <= closeDays);
  if (date === null || (status !== 'passed' && !isClose)) return [];
  const key = status === 'open' ? 'close' : status === 'passed' && isUnknownDay ? 'unsure' : status;
  const values = { label, date: longDate(date), left: daysLeft(deadline, words) };
  return [
    { label: words(`urgent.${key}`), text: words(`urgent.${key}.text`, values), tone: 'urgent', cite, rules: [id] },
  ];
}

function letter({ notice, facts }: Guidance, words: Words): Entry[] {
  if (notice) {
    return [
      { text: headline(notice), tone: 'title' },
      ...(notice.what === '' ? [] : [{ text: notice.what, cite: notice.cite }]),
    ];
  }
  const text = words(`action.${facts.action ?? 'unknown'}`);
  return [{ label: words('noLetter'), text }];
}

function firstStep({ steps }: Guidance, words: Words): Entry[] {
  return steps.slice(0, 1).map(({ id, text, cite }) => ({ label: words('firstStep'), text, cite, rules: [id] }));
}

function stillMissing({ missing }: Guidance, words: Words): Entry[] {
  if (missing.length === 0) return [];
  return [{ label: words('stillMissing'), text: missing.map((fact) => words(`missing.${fact}`)).join('; ') }];
}
