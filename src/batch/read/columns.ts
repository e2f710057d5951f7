import type { RuleSet } from '../../engine/rule-set.ts';
import { UsageError } from '../../errors.ts';
import { bareName, type Column, columnNames, columnOfName } from '../../facts/fact-names.ts';
import { printable } from '../../printable.ts';
import { similar } from '../../similar.ts';
import { kebabCase } from '../../vocabulary.ts';
import { kept } from '../kept.ts';

/** What the name of a column, or of a key, comes to. */
export type NamedColumn =
  /** `isSynonym`: under a name of the rules that is said once. */
  | { readonly column: Column; readonly isSynonym?: true }
  /** `--map` says that it is to be left out. */
  | { readonly isLeftOut: true }
  /** Not taken: `offer` is what `--map` may make of it, `about` what its name speaks of; `mustAsk`: it cannot be ignored. */
  | { readonly offer?: string; readonly about?: string; readonly mustAsk?: true };

export type NameColumn = (name: string) => NamedColumn;

/** Columns of `--map "THEIRS=OURS"`: by bare name; null leaves one out. */
export type ColumnMap = ReadonlyMap<string, { readonly theirs: string; readonly column: Column | null }>;

/** What `--map` was given. Throws UsageError. */
export function readColumnMap(typed: readonly string[]): ColumnMap {
  const map = new Map<string, { theirs: string; column: Column | null }>();
  for (const each of typed) {
    const at = each.lastIndexOf('=');
    const [theirs, ours] = [each.slice(0, Math.max(at, 0)).trim(), each.slice(at + 1).trim()];
    if (theirs === '') throw new UsageError(`--map "${printable(each)}": write "THEIRS=OURS", such as ${example}`);
    const column = ours === '' ? null : columnOfName(ours);
    if (column === undefined) {
      throw new UsageError(
        `--map "${printable(each)}": "${printable(ours)}" is no column${hintFor(ours)}; the columns are ${columnNames.join(', ')}`,
      );
    }
    if (map.has(columnKey(theirs))) throw new UsageError(`--map: "${printable(theirs)}" is given twice; leave one out`);
    map.set(columnKey(theirs), { theirs, column });
  }
  return map;
}

const example = '"Letter Date=notice-date"';
const mostNames = 2000;

/** Makes the function that tells what a name means, by `--map`, the vocabulary and the rules, in this order. */
export function makeNameColumn(rules: RuleSet['columns'], map: ColumnMap): NameColumn {
  const listed = (lists: RuleSet['columns']['synonyms']): Map<string, Column> =>
    new Map(
      Object.entries(lists).flatMap(([column, names = []]) =>
        names.map((name): [string, Column] => [bareName(name), columnOfName(column) ?? 'notice']),
      ),
    );
  const [synonyms, askFirst] = [listed(rules.synonyms), listed(rules.askFirst)];
  const nameOf = (name: string): NamedColumn => {
    const mapped = map.get(columnKey(name));
    if (mapped) return mapped.column === null ? { isLeftOut: true } : { column: mapped.column };
    const bare = bareName(name);
    const own = columnOfName(name);
    if (own) return { column: own };
    const synonym = synonyms.get(bare);
    if (synonym) return { column: synonym, isSynonym: true };
    const asked = askFirst.get(bare);
    if (asked) return { offer: kebabCase(asked), mustAsk: true };
    const words = wordsOf(name);
    const watched = rules.neverSilent.find((each) => each.words.some((word) => words.includes(` ${word} `)));
    return watched ? { offer: watched.column, about: watched.about } : {};
  };
  const known = kept(new Map<string, NamedColumn>(), mostNames);
  return (name) => known(name, nameOf);
}

/** A name of signs alone is its own key. */
export function columnKey(name: string): string {
  return bareName(name) || name.trim();
}

/** The words of a name in small letters, a blank around each: ` letter date ` for `letterDate` and `Letter_Date`. */
function wordsOf(name: string): string {
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return ` ${spaced.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** The nearest column, in brackets, or nothing. */
export function hintFor(name: string): string {
  const plain = name.trim().toLowerCase();
  const [near] = similar(plain.replace(/[\s_]+/g, '-'), columnNames, 1);
  return near ? ` (did you mean ${near}?)` : '';
}

/** How `--map` is offered for a name. */
export function mapOffer(name: string, offer: string): string {
  return `--map "${printable(name.trim())}=${offer}"`;
}
