import type { CalendarDate } from '../calendar.ts';
import type { Cited, NoticeGuidance, Source } from '../engine/guidance.ts';
import { letterOf } from '../engine/letter.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { sourcesOf } from '../engine/sources.ts';
import { wordsFor } from '../engine/words.ts';
import { type ProgramName, programs } from '../vocabulary.ts';
import { letterNotes } from './answer-about.ts';
import { type Document, documentOf, type Entry, type Section } from './document.ts';
import { footer } from './footer.ts';
import { headline } from './headline.ts';
import { sourcesSection } from './sources.ts';
import { makeWords, type Words } from './words.ts';

type Notice = RuleSet['notices'][string];

/** What a letter opens, whatever its date. */
interface Opening extends Cited {
  readonly ground: string;
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
}

/** One letter, whatever its date: what `notices show --json` prints. */
export interface NoticeCard extends NoticeGuidance {
  readonly names: readonly string[];
  readonly inTasList: boolean;
  readonly audience: Notice['audience'];
  readonly sentBy: string;
  readonly action: Notice['action'];
  readonly statute: readonly string[];
  readonly programs: Readonly<Record<ProgramName, Opening>>;
}

/** Puts one letter into words. */
export function noticeCard(rules: RuleSet, notice: Notice, today: CalendarDate): NoticeCard {
  const { fillIn } = wordsFor(rules, notice, today);
  const { title, what, trap, instead } = notice.text.en;
  const { id, label, names, inTasList, audience, sentBy, action, statute, confidence, cite } = notice;
  const opening = (name: ProgramName): Opening => {
    const text = notice.text.en[name];
    return text === undefined ? notice[name] : { ...notice[name], text: fillIn(text) };
  };
  return {
    ...{ id, label, names, title, what: fillIn(what) },
    ...(notice.catalogue ? { catalogue: notice.catalogue } : {}),
    ...(trap === undefined ? {} : { trap: fillIn(trap) }),
    ...(instead === undefined ? {} : { instead: fillIn(instead) }),
    ...{ inTasList, audience, sentBy, action, statute, confidence },
    programs: { cap: opening('cap'), cdp: opening('cdp'), equivalentHearing: opening('equivalentHearing') },
    unconfirmed: notice.unconfirmed ?? [],
    conflicts: notice.conflicts ?? [],
    cite,
  };
}

/** Everything that a letter and what it opens rest on. */
export function noticeSources(rules: RuleSet, { cite, programs: opened }: NoticeCard): Source[] {
  return sourcesOf(rules, [...cite, ...Object.values(opened).flatMap((opening) => opening.cite)]);
}

/** One letter for reading: what it is, what it opens, the trap, what is not confirmed. */
export function noticeDocument(rules: RuleSet, notice: Notice, today: CalendarDate): Document {
  const words = makeWords(rules.text);
  const card = noticeCard(rules, notice, today);
  const { fillIn } = wordsFor(rules, notice, today);
  return documentOf(card.label, [
    {
      form: 'text',
      entries: [
        { text: headline(card), tone: 'title' },
        { text: card.what, cite: card.cite },
        ...identity(card, words),
      ],
    },
    {
      title: words('heading.opens'),
      form: 'text',
      entries: programs.map((name) => programEntry(name, card.programs[name], words, fillIn)),
    },
    { title: words('heading.letter'), form: 'text', entries: letterNotes(card, words) },
    { title: words('heading.next'), form: 'text', entries: [{ text: words('notice.next', { id: card.id }) }] },
    sourcesSection(noticeSources(rules, card), words),
    footer(rules, words),
  ]);
}

/** Ids of both catalogues, best first. */
interface FoundLetters {
  readonly notices: readonly string[];
  readonly other: readonly string[];
}

/** The letters with these ids, one a line; of a list of everything only how many there are in the second catalogue. */
export function noticesDocument(rules: RuleSet, { notices, other }: FoundLetters, isAll: boolean): Document {
  const words = makeWords(rules.text);
  const list = (heading: string, ids: readonly string[]): Section => ({
    title: words(heading),
    form: 'points',
    entries: lettersOf(rules, ids).map((letter) => ({
      label: letter.label,
      text: titleWithoutLabel(letter),
      verbatim: true,
    })),
  });
  const line = (key: string, count: number): Section => {
    return { form: 'text', entries: [{ text: words(`notices.${key}`, { count: String(count) }) }] };
  };
  const count = line(['none', 'one'][notices.length] ?? 'count', notices.length);
  return documentOf(words('heading.notices'), [
    ...(notices.length > 0 || other.length === 0 ? [list('heading.notices', notices), count] : []),
    ...(isAll ? [line('other', other.length)] : [list('heading.other-letters', other)]),
  ]);
}

/** The letters with these ids, briefly: what `notices --json` prints. */
export function noticeLists(
  rules: RuleSet,
  { notices, other }: FoundLetters,
): {
  readonly notices: readonly Pick<NoticeCard, 'id' | 'label' | 'title' | 'inTasList'>[];
  readonly other: readonly Pick<NoticeCard, 'id' | 'label' | 'title'>[];
} {
  const brief = ({ id, label, text }: Notice): Pick<NoticeCard, 'id' | 'label' | 'title'> => {
    return { id, label, title: text.en.title };
  };
  return {
    notices: lettersOf(rules, notices).map((letter) => ({ ...brief(letter), inTasList: letter.inTasList })),
    other: lettersOf(rules, other).map(brief),
  };
}

function lettersOf(rules: RuleSet, ids: readonly string[]): Notice[] {
  return ids.flatMap((id) => letterOf(rules, id) ?? []);
}

function titleWithoutLabel({ label, text }: Notice): string {
  const { title } = text.en;
  return title.startsWith(`${label}: `) ? title.slice(label.length + 2) : title;
}

function identity(notice: NoticeCard, words: Words): Entry[] {
  const names = { label: words('notice.names'), text: notice.names.join(', '), verbatim: true };
  if (notice.catalogue === 'other') return [names];
  return [
    { label: words('notice.sentBy'), text: notice.sentBy },
    { label: words('notice.audience'), text: words(`audience.${notice.audience}`) },
    { label: words('notice.action'), text: words(`action.${notice.action}`) },
    names,
    ...(notice.inTasList ? [{ label: words('note'), text: words('notice.inTasList') }] : []),
  ];
}

function programEntry(
  name: ProgramName,
  { ground, cite, text }: Opening,
  words: Words,
  fillIn: (template: string) => string,
): Entry {
  return {
    label: words(`program.${name}`),
    text: fillIn(words(`ground.${name}.${ground}`)),
    verbatim: true,
    cite,
    details: text === undefined ? [] : [{ label: words('note'), text }],
  };
}
