import { type Entry, entriesWith, type LetterIndex, letterIndex } from './letter-index.ts';
import { isBegun, type Phrase, phraseOf } from './letter-words.ts';
import type { Letter, RuleSet } from './rule-set.ts';

/** A letter that what was typed may mean, and how well it fits. */
export interface Ranked {
  readonly letter: Letter;
  readonly rank: number;
}

/** Whole headings come first, then what people call it, then shared words; each step is worth more than all below it. */
const ranks = {
  heading: 1000,
  wholeWords: 900,
  holdsHeading: 800,
  inHeading: 700,
  inWords: 600,
  allOfOne: 500,
  allOfAll: 300,
  some: 200,
} as const;

/** How much of what was typed a letter has. */
interface Shared {
  count: number;
  weight: number;
}

/** The letters of both catalogues that share words with what was typed, best first; among equals those that open a hearing. */
export function rankByWords(rules: RuleSet, typed: string): Ranked[] {
  const index = letterIndex(rules);
  const asked = phraseOf(typed);
  const { shared, all } = sharedWords(index, new Set(asked.stems));
  return [...shared]
    .map(([entry, part]) => ({ letter: entry.letter, rank: rankOf(entry, asked, part, all) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || standing(b.letter) - standing(a.letter) || compareIds(a.letter.id, b.letter.id));
}

/** The letters that have any of the words, and what part of them; a rare word weighs more than a common one. */
function sharedWords(
  index: LetterIndex,
  stems: ReadonlySet<string>,
): { readonly shared: ReadonlyMap<Entry, Shared>; readonly all: Shared } {
  const shared = new Map<Entry, Shared>();
  const all: Shared = { count: 0, weight: 0 };
  for (const stem of stems) {
    const having = entriesWith(index, stem);
    const weight = Math.log((index.entries.length + 1) / (having.size + 1));
    all.count += 1;
    all.weight += weight;
    for (const entry of having) {
      const part = shared.get(entry) ?? { count: 0, weight: 0 };
      shared.set(entry, part);
      part.count += 1;
      part.weight += weight;
    }
  }
  return { shared, all };
}

function rankOf({ headings, words }: Entry, asked: Phrase, part: Shared, all: Shared): number {
  if (headings.some(({ joined }) => joined === asked.joined)) return ranks.heading;
  if (words.some(({ joined }) => joined === asked.joined)) return ranks.wholeWords;
  // A pasted page holds the heading; the longest one that it holds is the heading of the page.
  const held = headings.filter(({ stems, joined }) => stems.length >= 3 && asked.joined.includes(joined));
  if (held.length > 0) return ranks.holdsHeading + Math.min(99, Math.max(...held.map(({ stems }) => stems.length)));
  if (part.count < all.count) return part.weight * 2 < all.weight ? 0 : ranks.some * (part.weight / all.weight);
  const begun = asked.joined.trimEnd();
  if (headings.some(({ joined }) => joined.includes(begun))) return ranks.inHeading;
  if (words.some(({ joined }) => joined.includes(begun))) return ranks.inWords;
  return [...headings, ...words].some((phrase) => holdsAll(phrase, asked)) ? ranks.allOfOne : ranks.allOfAll;
}

function holdsAll({ stems }: Phrase, asked: Phrase): boolean {
  return asked.stems.every((stem) => stems.some((other) => other === stem || isBegun(stem, other)));
}

/** Letters that open a hearing before others, and letters of the first catalogue before those of the second. */
function standing({ cdp, catalogue }: Letter): number {
  if (['lien', 'levy-before', 'levy-after'].includes(cdp.ground)) return 2;
  return catalogue === 'other' ? 0 : 1;
}

/** CP14 before CP501, cp before l and lt, as people sort them. */
export function compareIds(a: string, b: string): number {
  return order.compare(a, b);
}

const order = new Intl.Collator('en', { numeric: true });
