import type { Period } from '../engine/law-on.ts';
import { isRecord, placeOf, type RuleFile } from './lint-fault.ts';

/** Wording of a notice that is filled like a sentence; its title is shown as it stands. */
const filledOfNotice = ['what', 'offers', 'trap', 'instead', 'cap', 'cdp', 'equivalentHearing', 'ifMissed', 'onTime'];

/** Wording of a letter of the second catalogue that is filled. */
const filledOfOther = /\.ask\.en$/;

/** Labels that are filled like a sentence: what a letter opens. */
const labelsWithCounts = /^labels\.screen\.ground\./;

/** What may be filled: the places of an answer, those and what a letter says, any word that the program gives, nothing. */
export type Places = 'answer' | 'statement' | 'program' | 'none';

/** One sentence, name or short word of a file. */
export interface Wording {
  /** As faults should name it. */
  readonly file: string;
  readonly name: string;
  readonly path: string;
  readonly words: string;
  readonly places: Places;
  /** The days on which it is said. */
  readonly period: Period;
}

/** How other files name a text: its key under text/, elsewhere file and path. */
export function keyOf({ name, path }: Pick<Wording, 'name' | 'path'>): string {
  return name.startsWith('text/') ? path.slice(path.indexOf('.') + 1) : `${name}.json: ${path}`;
}

/** Everything that a file says to people. */
export function wordingsOf({ file, name, data }: RuleFile): Wording[] {
  if (!isRecord(data)) return [];
  if (name.startsWith('text/')) return textWordings(file, name, data);
  if (name.startsWith('decisions/') || name === 'sources') return [];
  return localizedWordings(data, '').map(({ path, words }) => {
    const isFilled =
      (name.startsWith('notices/') && filledOfNotice.includes(path.slice(path.lastIndexOf('.') + 1))) ||
      (name === 'other-letters' && filledOfOther.test(path));
    return { file, name, path, words, places: isFilled ? 'answer' : 'none', period: periodOf(data) };
  });
}

function textWordings(file: string, name: string, data: Readonly<Record<string, unknown>>): Wording[] {
  const sections: readonly [string, Places][] = [
    ['statements', 'statement'],
    ['labels', 'program'],
    ['counting', 'program'],
  ];
  return sections.flatMap(([section, places]) =>
    stringsIn(data[section], section).map(({ path, words, period = {} }) => {
      return { file, name, path, words, places: labelsWithCounts.test(path) ? 'answer' : places, period };
    }),
  );
}

/** Everything under a key `en` or `es`, wherever it stands. */
function localizedWordings(data: unknown, path: string): { path: string; words: string }[] {
  if (Array.isArray(data)) {
    const [list, stem] = [path.slice(path.lastIndexOf('.') + 1), path.slice(0, path.lastIndexOf('.') + 1)];
    return data.flatMap((entry, index) => localizedWordings(entry, `${stem}${placeOf(list, index, entry)}`));
  }
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return key === 'en' || key === 'es' ? stringsIn(value, place) : localizedWordings(value, place);
  });
}

function stringsIn(value: unknown, path: string): { path: string; words: string; period?: Period }[] {
  if (typeof value === 'string') return [{ path, words: value }];
  // Versions of one sentence.
  if (Array.isArray(value)) {
    return value.filter(isRecord).map((version) => {
      return { path, words: String(version.text ?? ''), period: periodOf(version) };
    });
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}

function periodOf({ from, to }: Readonly<Record<string, unknown>>): Period {
  return { from: typeof from === 'string' ? from : undefined, to: typeof to === 'string' ? to : undefined };
}
