import { similar } from '../similar.ts';
import type { Period } from './law-on.ts';
import type { RuleSet } from './rule-set.ts';

type Notice = RuleSet['notices'][string];

/**
 * The bare form of a spelling: capitals and digits, `L` for "Letter" or "LTR" before a number, `F` for "Form". A letter
 * of another alphabet stays, as does the mark for one that could not be read: nobody knows what was meant by it.
 */
export function bareName(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^\p{L}\p{M}\p{N}\uFFFD]/gu, '');
  return bare
    .replace(/^(?:IRS)?(?:NOTICE|LETTER|LTR)?(?=(?:CP|LT)\d)/, '')
    .replace(/^(?:IRS)?(?:LETTER|LTR)(?=\d)/, 'L')
    .replace(/^(?:IRS)?FORM(?=\d)/, 'F')
    .replace(/(?<=\d[A-Z]{0,2})(?:NOTICE|LETTER)$/, '');
}

/** Every accepted spelling of a notice in its bare form; four digits alone are one, fewer are not. */
export function spellings(notice: Notice): string[] {
  const bare = [notice.id, ...notice.names].map(bareName);
  const digits = bare.flatMap((name) => /^[A-Z]+(\d{4})$/.exec(name)?.[1] ?? []);
  return [...new Set([...bare, ...digits])].filter((name) => !/^\d{1,3}$/.test(name));
}

export type FoundNotice =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] }
  /** A letter of other days. */
  | { readonly kind: 'gone'; readonly id: string; readonly period: Period };

/**
 * Every accepted spelling, and whose it is; the rules check proves that no two notices share one. The four digits of a
 * letter with a suffix (2272 for 2272C) are accepted where no other letter has them.
 */
export function namesOfNotices(notices: RuleSet['notices']): Record<string, string> {
  const all = Object.values(notices);
  const names = Object.fromEntries(all.flatMap((notice) => spellings(notice).map((name) => [name, notice.id])));
  const digitsOf = ({ id }: Notice): string | undefined => /^l(\d{4})[a-z]$/.exec(id)?.[1];
  for (const notice of all) {
    const digits = digitsOf(notice);
    const isAlone = all.filter((other) => digitsOf(other) === digits).length === 1;
    if (digits === undefined || !isAlone) continue;
    names[digits] ??= notice.id;
    names[`L${digits}`] ??= notice.id;
  }
  return names;
}

/** The notice with this name in any spelling, or suggestions, which take time; a near match is never taken for the notice. */
export function findNotice(rules: RuleSet, typed: string, hasHints = true): FoundNotice {
  const bare = bareName(typed);
  const id = Object.hasOwn(rules.noticeNames, bare) ? rules.noticeNames[bare] : undefined;
  if (id === undefined) return { kind: 'unknown', suggestions: hasHints ? suggestNotices(rules, bare) : [] };
  return rules.notices[id] ? { kind: 'found', id } : { kind: 'gone', id, period: rules.noticePeriods[id] ?? {} };
}

function suggestNotices(rules: RuleSet, bare: string): string[] {
  if (bare === '') return [];
  const index = Object.entries(rules.noticeNames);
  const unconfirmed = Object.values(rules.notices).filter((notice) =>
    notice.namesUnconfirmed?.some((name) => bareName(name) === bare),
  );
  const digits = /\d+/.exec(bare)?.[0];
  const sameDigits = index.filter(([name]) => digits !== undefined && /\d+/.exec(name)?.[0] === digits);
  const near = similar(bare, Object.keys(rules.noticeNames), 8).flatMap((name) => rules.noticeNames[name] ?? []);
  const ids = new Set([...unconfirmed.map(({ id }) => id), ...sameDigits.map(([, id]) => id), ...near]);
  return [...ids].filter((id) => rules.notices[id]).slice(0, 5);
}

/** Notice ids for what has been typed: numbers in any spelling first, then words of the heading; all for no words. */
export function searchNotices(rules: RuleSet, typed: string): string[] {
  const all = Object.values(rules.notices);
  const bare = bareName(typed);
  const words = typed
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const ranked = all.map((notice) => ({ id: notice.id, rank: rankOf(notice, bare, words) }));
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || compareIds(a.id, b.id))
    .map(({ id }) => id);
}

function rankOf(notice: Notice, bare: string, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const names = spellings(notice);
  if (names.includes(bare)) return 1000;
  const starts = names.some(
    (name) => name.startsWith(bare) || (/^\d+$/.test(bare) && name.replace(/^[A-Z]+/, '').startsWith(bare)),
  );
  // Letters alone are the beginning of a number only where they are few: CP, LT.
  if (starts && (/\d/.test(bare) || (bare !== '' && bare.length <= 2))) return 500;
  return wordRank(notice, words);
}

/** Headings with all the words before descriptions with them; letters that open a hearing before their look-alikes. */
function wordRank({ text, names, cdp }: Notice, words: readonly string[]): number {
  const heading = text.en.title.toLowerCase();
  const has = (place: string): boolean => words.every((word) => place.includes(word));
  const opensHearing = ['lien', 'levy-before', 'levy-after'].includes(cdp.ground) ? 20 : 0;
  if (heading.includes(words.join(' '))) return 300 + opensHearing;
  if (has(heading)) return 200 + opensHearing;
  if (has(`${heading} ${names.join(' ').toLowerCase()}`)) return 100 + opensHearing;
  return has(`${heading} ${text.en.what.toLowerCase()}`) ? 50 + opensHearing : 0;
}

/** CP14 before CP501, cp before l and lt, as people sort them. */
function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
