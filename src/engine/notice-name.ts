import { alikeNames, bareName, withoutZeros } from './bare-name.ts';
import type { Period } from './law-on.ts';
import { letterOf } from './letter.ts';
import { numbersIn } from './numbers-in-text.ts';
import type { RuleSet } from './rule-set.ts';
import { suggestLetters } from './suggest-letters.ts';

export type FoundNotice =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] }
  /** More than one letter was named. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  /** A letter of other days. */
  | { readonly kind: 'gone'; readonly id: string; readonly period: Period };

/**
 * The letter of either catalogue that was typed: a spelling of it, or the one number in a longer text. Otherwise
 * suggestions, which take time and may be left out; a near match and words of a heading are never taken for the letter.
 */
export function findNotice(rules: RuleSet, typed: string, hasHints = true): FoundNotice {
  const named = namedIn(rules, typed);
  const [id, second] = named;
  if (second !== undefined) return { kind: 'several', ids: named };
  if (id === undefined) return { kind: 'unknown', suggestions: hasHints ? suggestLetters(rules, typed) : [] };
  return letterOf(rules, id) ? { kind: 'found', id } : { kind: 'gone', id, period: rules.noticePeriods[id] ?? {} };
}

/** The ids of the letters that are named exactly: as a whole, before brackets, or anywhere in a text. */
export function namedIn(rules: RuleSet, typed: string): readonly string[] {
  const numbers = (): readonly string[] => numbersIn(typed, (name) => idOfName(rules.noticeNames, bareName(name)));
  // An amount of money is no letter, and two letters with a mark between them are two.
  if (typed.includes('$')) return numbers();
  const whole = idOfName(rules.noticeNames, bareName(typed));
  if (whole === undefined) return numbers();
  const several = /[/\n;&+]/.test(typed) ? numbers() : [];
  return several.length > 1 ? several : [whole];
}

/**
 * The id of one spelling. A number of four digits is one whatever stands before it (LT1058 is Letter 1058), zeros before a
 * number may be too many, and O, I and l are read as digits where the spelling as it stands is none.
 */
export function idOfName(names: RuleSet['noticeNames'], bare: string): string | undefined {
  for (const name of [bare, ...alikeNames(bare)]) {
    const short = withoutZeros(name);
    const digits = /^(?:CP|LT|LP|L|F)(\d{4}[A-Z]{0,2})$/.exec(short)?.[1];
    for (const spelling of [name, short, digits]) {
      if (spelling !== undefined && Object.hasOwn(names, spelling)) return names[spelling];
    }
  }
  return undefined;
}
