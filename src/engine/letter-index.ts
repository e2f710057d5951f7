import { partsOf } from './bare-name.ts';
import { letterOf } from './letter.ts';
import { isBegun, type Phrase, phraseOf, stemsOf } from './letter-words.ts';
import type { Letter, RuleSet } from './rule-set.ts';

/** One spelling that is a number. */
export interface NumberName {
  readonly prefix: string;
  readonly number: string;
  readonly suffix: string;
  readonly id: string;
}

/** A letter with the words that find it. */
export interface Entry {
  readonly letter: Letter;
  readonly headings: readonly Phrase[];
  readonly words: readonly Phrase[];
}

/** What suggestions and searches look through: worked out once for each set of rules, when the first is wanted. */
export interface LetterIndex {
  readonly entries: readonly Entry[];
  readonly byNumber: ReadonlyMap<string, readonly NumberName[]>;
  /** Which letters have each word, in order of the words. */
  readonly byStem: readonly (readonly [stem: string, entries: readonly Entry[]])[];
}

const indexes = new WeakMap<RuleSet, LetterIndex>();

/** The index of a set of rules. */
export function letterIndex(rules: RuleSet): LetterIndex {
  const index = indexes.get(rules) ?? makeIndex(rules);
  indexes.set(rules, index);
  return index;
}

/** The letters that have a word, or one that begins with it. */
export function entriesWith({ byStem }: LetterIndex, stem: string): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  for (let at = firstAt(byStem, stem); at < byStem.length; at += 1) {
    const [other = '', entries = []] = byStem[at] ?? [];
    if (other !== stem && !isBegun(stem, other)) break;
    for (const entry of entries) found.add(entry);
  }
  return found;
}

/** Where a word stands among words in order, or would stand. */
function firstAt(byStem: LetterIndex['byStem'], stem: string): number {
  let [from, to] = [0, byStem.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((byStem[middle]?.[0] ?? '') < stem) from = middle + 1;
    else to = middle;
  }
  return from;
}

function makeIndex(rules: RuleSet): LetterIndex {
  const letters = [...Object.values(rules.notices), ...Object.values(rules.otherLetters)];
  const byStem = new Map<string, Entry[]>();
  const entries = letters.map((letter) => {
    const { entry, stems } = entryOf(letter);
    for (const stem of stems) pushTo(byStem, stem, entry);
    return entry;
  });
  const byNumber = new Map<string, NumberName[]>();
  for (const [name, id] of Object.entries(rules.noticeNames)) {
    const parts = partsOf(name);
    if (parts && letterOf(rules, id)) pushTo(byNumber, parts.number, { ...parts, id });
  }
  return { entries, byNumber, byStem: [...byStem].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function entryOf(letter: Letter): { readonly entry: Entry; readonly stems: ReadonlySet<string> } {
  const { title, what } = letter.text.en;
  const isHeading = letter.catalogue !== 'other' && !/not confirmed/.test(title);
  const headings = [...(letter.headings ?? []), ...(isHeading ? [title] : [])].map(phraseOf);
  const words = [...(letter.words ?? []), ...letter.names.filter((name) => !/\d/.test(name))].map(phraseOf);
  const stems = new Set([...[...headings, ...words].flatMap((phrase) => phrase.stems), ...stemsOf(`${title} ${what}`)]);
  return { entry: { letter, headings, words }, stems };
}
