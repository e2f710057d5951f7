import { bareName, partsOf } from './bare-name.ts';
import { type LetterIndex, letterIndex, type NumberName } from './letter-index.ts';
import { rankByWords } from './rank-by-words.ts';
import type { Letter, RuleSet } from './rule-set.ts';

type Parts = Omit<NumberName, 'id'>;

const mostSuggested = 5;

/** Letters that may be meant by what is no letter: by its number where one was typed, else by its words; few or none. */
export function suggestLetters(rules: RuleSet, typed: string): string[] {
  const byNumber = suggestByNumber(rules, typed);
  return byNumber ? byNumber.slice(0, mostSuggested) : byWords(rules, typed);
}

/** Letters with the number that was typed, or one so like it that it is a slip; undefined where no number was typed. */
export function suggestByNumber(rules: RuleSet, typed: string): string[] | undefined {
  const names = listedNames(typed);
  if (names.length === 0) return undefined;
  const found = names.flatMap((name) => ofName(rules, name));
  return [...new Set(found)];
}

/** The numbers in what was typed that are written as numbers of letters. */
function listedNames(typed: string): string[] {
  const whole = bareName(typed).replace(/[^A-Z0-9]/g, '');
  if (partsOf(whole) && !/[%$]/.test(typed)) return [whole];
  const marked = typed.matchAll(
    /(?<![a-z0-9])(?:cp|lt|lp|letter|ltr)[\s.-]{0,2}\d{1,5}(?:-?[a-z]{1,2})?(?![a-z0-9])/gi,
  );
  return [...marked].slice(0, 3).map(([name]) => bareName(name));
}

function ofName(rules: RuleSet, bare: string): string[] {
  const parts = partsOf(bare);
  if (!parts) return [];
  const index = letterIndex(rules);
  const same = withNumber(index, rules, parts);
  const near = same.length > 0 && parts.number.length > 1 ? same : [...same, ...slips(index, rules, parts)];
  return [...unconfirmed(index, bare), ...near.map(({ id }) => id)];
}

function unconfirmed({ entries }: LetterIndex, bare: string): string[] {
  return entries
    .filter(({ letter }) => letter.namesUnconfirmed?.some((name) => bareName(name) === bare))
    .map(({ letter }) => letter.id);
}

/**
 * Letters with the same number. CP75 is no slip for LT75: CP and LP stay their own kind, and LT may stand for a letter of
 * the first catalogue. A prefix that does not exist, and the words letter and form, may stand before any number.
 */
function withNumber({ byNumber }: LetterIndex, rules: RuleSet, { prefix, number, suffix }: Parts): NumberName[] {
  const all = inOrder(rules, byNumber.get(number) ?? []);
  const own = all.filter((name) => name.prefix === prefix);
  const known = ({ id }: NumberName): boolean => rules.notices[id] !== undefined;
  if (prefix === 'LT') return own.length > 0 ? own : all.filter(known);
  if (prefix === 'CP' || prefix === 'LP') return own.some(known) ? own.filter(known) : own;
  const exact = suffix === '' ? [] : all.filter((name) => name.suffix === suffix);
  return [...exact, ...own, ...all];
}

/**
 * Slips of the fingers: a digit too many, two swapped in four. One other digit is another letter as often as not, so that
 * it never leads from an unknown number to a letter about a lien or levy; LT letters are all of one kind, and it may.
 */
function slips({ byNumber }: LetterIndex, rules: RuleSet, { prefix, number }: Parts): NumberName[] {
  const reach = (other: string): readonly NumberName[] =>
    (byNumber.get(other) ?? []).filter((name) => name.prefix === prefix || !kinds.includes(prefix));
  if (number.length >= 4) {
    const shorter = prefix === 'L' || prefix === 'F' ? [] : removals(number);
    return inOrder(rules, [...swaps(number), ...shorter].flatMap(reach));
  }
  // One digit is the beginning of a number.
  if (number.length === 1)
    return inOrder(
      rules,
      [...byNumber.keys()].filter((other) => other.length === 2 && other.startsWith(number)).flatMap(reach),
    );
  const near = [...byNumber.keys()].filter((other) => isOneOff(number, other, prefix === 'LT')).flatMap(reach);
  return near.filter(({ id }) => rules.notices[id] && (prefix === 'LT' || !isGrave(rules.notices[id])));
}

/** How the numbers of the IRS begin; anything else is a slip. */
const kinds = ['CP', 'LT', 'LP', 'L', 'F'];

/** Whether a letter is about a lien, a levy or a seizure. */
function isGrave(letter: Letter): boolean {
  return /lien|levy|levied|seizure/.test(letter.action) || letter.cdp.kind !== undefined;
}

function removals(number: string): string[] {
  return [...number].map((_, at) => number.slice(0, at) + number.slice(at + 1));
}

function swaps(number: string): string[] {
  return [...number].slice(1).map((digit, at) => number.slice(0, at) + digit + number[at] + number.slice(at + 2));
}

/** One digit is another; with `any` also one too many or too few, or two neighbours swapped. */
function isOneOff(number: string, other: string, any: boolean): boolean {
  if (number.length === other.length) {
    const differ = [...number].filter((digit, at) => digit !== other[at]).length;
    return (differ === 1 && (any || number.length >= 3)) || (any && swaps(number).includes(other));
  }
  return any && (removals(number).includes(other) || removals(other).includes(number));
}

/** Letters of the first catalogue before those of the second. */
function inOrder(rules: RuleSet, names: readonly NumberName[]): NumberName[] {
  const first = names.filter(({ id }) => rules.notices[id]);
  return [...first, ...names.filter(({ id }) => !rules.notices[id])];
}

/** The letters that fit the words best, if they are few enough to choose from. */
function byWords(rules: RuleSet, typed: string): string[] {
  const ranked = rankByWords(rules, typed);
  const best = ranked.filter(({ rank }) => rank === ranked[0]?.rank).map(({ letter }) => letter.id);
  return best.length > mostSuggested + 1 ? [] : best;
}
