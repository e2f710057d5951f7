import type { CalendarDate } from '../calendar.ts';
import type { Cited, NoticeGuidance, Source } from '../engine/guidance.ts';
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

/** The letters with these ids, one a line. */
export function noticesDocument(rules: RuleSet, ids: readonly string[]): Document {
  const words = makeWords(rules.text);
  const entries = ids.flatMap((id): Entry[] => {
    const notice = rules.notices[id];
    return notice ? [{ label: notice.label, text: titleWithoutLabel(notice), verbatim: true }] : [];
  });
  const list: Section = { title: words('heading.notices'), form: 'points', entries };
  const key = ['none', 'one'][ids.length] ?? 'count';
  const count = words(`notices.${key}`, { count: String(ids.length) });
  return documentOf(words('heading.notices'), [list, { form: 'text', entries: [{ text: count }] }]);
}

/** The letters with these ids, briefly: what `notices --json` prints. */
export function noticeList(
  rules: RuleSet,
  ids: readonly string[],
): Pick<NoticeCard, 'id' | 'label' | 'title' | 'inTasList'>[] {
  return ids.flatMap((id) => {
    const notice = rules.notices[id];
    return notice ? [{ id, label: notice.label, title: notice.text.en.title, inTasList: notice.inTasList }] : [];
  });
}

function titleWithoutLabel({ label, text }: Notice): string {
  const { title } = text.en;
  return title.startsWith(`${label}: `) ? title.slice(label.length + 2) : title;
}

function identity(notice: NoticeCard, words: Words): Entry[] {
  return [
    { label: words('notice.sentBy'), text: notice.sentBy },
    { label: words('notice.audience'), text: words(`audience.${notice.audience}`) },
    { label: words('notice.action'), text: words(`action.${notice.action}`) },
    { label: words('notice.names'), text: notice.names.join(', '), verbatim: true },
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
