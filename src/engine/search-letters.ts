import { bareName, partsOf } from './bare-name.ts';
import { letterOf } from './letter.ts';
import { namedIn } from './notice-name.ts';
import { compareIds, rankByWords } from './rank-by-words.ts';
import type { RuleSet } from './rule-set.ts';
import { suggestByNumber } from './suggest-letters.ts';

/**
 * Ids of both catalogues for what was typed, best first: letters named exactly, numbers that begin so, numbers that may be
 * meant; without a number whole headings, then shared words. None for nothing.
 */
export function searchLetters(rules: RuleSet, typed: string): string[] {
  const bare = bareName(typed);
  const named = namedIn(rules, typed);
  const byNumber = named.length > 0 ? [] : (suggestByNumber(rules, typed) ?? []);
  const begun = startsNumber(bare) ? idsThatBegin(rules, bare) : [];
  const byWords =
    named.length > 0 || byNumber.length > 0 ? [] : rankByWords(rules, typed).map(({ letter }) => letter.id);
  return [...new Set([...named, ...byNumber, ...begun, ...byWords])].filter((id) => letterOf(rules, id));
}

/** Letters alone are the beginning of a number only where they are few: CP, LT. */
function startsNumber(bare: string): boolean {
  return partsOf(bare) !== undefined || /^[A-Z]{1,2}$/.test(bare);
}

/** Letters whose own number begins so; CP759, another name of CP59, is found when it is written out. */
function idsThatBegin({ notices, otherLetters }: RuleSet, bare: string): string[] {
  const digitsOnly = /^\d+$/.test(bare);
  const begins = (id: string): boolean => {
    const name = bareName(id);
    return name.startsWith(bare) || (digitsOnly && name.replace(/^[A-Z]+/, '').startsWith(bare));
  };
  return [notices, otherLetters].flatMap((letters) => Object.keys(letters).filter(begins).sort(compareIds));
}
