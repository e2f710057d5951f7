import { bareName } from './bare-name.ts';
import type { Letter, RuleSet } from './rule-set.ts';

/**
 * Every accepted spelling of a letter in its bare form. The number of a letter or form alone is one where it has four
 * digits, or a letter behind it (668A, 86C); fewer digits are not.
 */
export function spellings({ id, names }: Pick<Letter, 'id' | 'names'>): string[] {
  const bare = [id, ...names].map(bareName);
  const numbers = bare.flatMap((name) => /^(?:[A-Z]+(\d{4})|[LF](\d{2,4}[A-Z]+))$/.exec(name)?.slice(1) ?? []);
  return [...new Set([...bare, ...numbers])].filter((name) => name !== undefined && !/^\d{1,3}$/.test(name));
}

/**
 * Every accepted spelling, and whose it is; the rules check proves that no two letters share one. The four digits of a
 * letter with a suffix (2272 for 2272C) are accepted where no other letter has them.
 */
export function namesOfLetters(letters: RuleSet['notices']): Record<string, string> {
  const all = Object.values(letters);
  const names = Object.fromEntries(all.flatMap((letter) => spellings(letter).map((name) => [name, letter.id])));
  const digitsOf = ({ id }: Letter): string | undefined => /^l(\d{4})[a-z]$/.exec(id)?.[1];
  const shared = new Map<string, number>();
  for (const letter of all) {
    const digits = digitsOf(letter);
    if (digits !== undefined) shared.set(digits, (shared.get(digits) ?? 0) + 1);
  }
  for (const letter of all) {
    const digits = digitsOf(letter);
    if (digits === undefined || shared.get(digits) !== 1) continue;
    names[digits] ??= letter.id;
    names[`L${digits}`] ??= letter.id;
  }
  return names;
}
