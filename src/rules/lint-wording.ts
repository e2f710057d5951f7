import type { RuleSet } from '../engine/rule-set.ts';
import { clockIds, deadlineIds } from '../vocabulary.ts';
import { type Fault, isRecord, placeOf, type RuleFile } from './lint-fault.ts';

/** Places that are filled wherever a sentence of the answer is said. */
const commonPlaces = ['letter', 'today'];
const datePlaces = ['date', 'and-aim', 'safer-day'];
/** Only a sentence that stands in text/ can take in the one of the letter. */
const ofStatements = ['instead'];
/** Wording of a notice that is filled like a sentence; its title is shown as it stands. */
const filledOfNotice = ['what', 'trap', 'instead', 'cap', 'cdp', 'equivalentHearing'];

/** What may be filled: the places of an answer, those and what a letter says, any word that the program gives, nothing. */
type Places = 'answer' | 'statement' | 'program' | 'none';

interface Wording {
  readonly file: string;
  readonly path: string;
  readonly words: string;
  readonly places: Places;
}

/** Places that nothing fills, and telephone numbers that stand outside phone.json. */
export function wordingFaults(rules: RuleSet, files: readonly RuleFile[]): Fault[] {
  const known = knownPlaces(rules);
  return files
    .flatMap(wordingsOf)
    .flatMap((wording) => [...placeFaults(wording, known), ...numberFaults(rules, wording)]);
}

function knownPlaces({ phone }: RuleSet): string[] {
  const numbers = Object.keys(phone.numbers).map((id) => `phone:${id}`);
  const clocks = clockIds.map((id) => `date:${id}`);
  return [
    ...commonPlaces,
    ...numbers,
    ...clocks,
    ...datePlaces.flatMap((kind) => deadlineIds.map((id) => `${kind}:${id}`)),
  ];
}

function placeFaults({ file, path, words, places }: Wording, known: readonly string[]): Fault[] {
  const found = [...words.matchAll(/\{([^{}]*)\}/g)].map(([, place = '']) => place);
  const isFilled = (place: string): boolean => {
    if (places === 'none') return false;
    if (places === 'statement' && ofStatements.includes(place)) return true;
    return known.includes(place) || (places === 'program' && /^[a-z][A-Za-z0-9]*$/.test(place));
  };
  const faults = found
    .filter((place) => !isFilled(place))
    .map((place) => ({ file, path, message: `nothing fills {${place}}: ${instead(places, place)}` }));
  const rest = words.replace(/\{[^{}]*\}/g, '');
  return /[{}]/.test(rest)
    ? [...faults, { file, path, message: 'a brace stands alone: write {name} or take it out' }]
    : faults;
}

function instead(places: Places, place: string): string {
  if (places === 'none') return 'here words stand as they are, so write them out';
  if (place.startsWith('phone:')) return 'write an id of "numbers" in phone.json';
  if (datePlaces.includes(place.split(':')[0] ?? '')) return `write one of ${deadlineIds.join(', ')}`;
  return 'write {letter}, {today}, {phone:ID}, {date:DEADLINE}, {and-aim:DEADLINE} or {safer-day:DEADLINE}';
}

/** A number stands once, in phone.json; elsewhere its place stands. */
function numberFaults({ phone }: RuleSet, { file, path, words }: Wording): Fault[] {
  const found = words.match(/(?<![\d-])(?:1-)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/g) ?? [];
  return found.map((number) => {
    const digits = number.replace(/\D/g, '').slice(-10);
    const known = Object.entries(phone.numbers).find(([, entry]) => entry.number.replace(/\D/g, '') === digits);
    const place = known ? `write {phone:${known[0]}}` : 'add it to phone.json and write {phone:ID}';
    return { file, path, message: `the telephone number ${number} is typed out: ${place}` };
  });
}

function wordingsOf({ file, name, data }: RuleFile): Wording[] {
  if (!isRecord(data)) return [];
  if (name.startsWith('text/')) return textWordings(file, data);
  if (name.startsWith('decisions/') || name === 'sources') return [];
  return localizedWordings(data, '').map(({ path, words }) => {
    const isFilled = name.startsWith('notices/') && filledOfNotice.includes(path.slice(path.lastIndexOf('.') + 1));
    return { file, path, words, places: isFilled ? 'answer' : 'none' };
  });
}

function textWordings(file: string, data: Readonly<Record<string, unknown>>): Wording[] {
  const sections: readonly [string, Places][] = [
    ['statements', 'statement'],
    ['labels', 'program'],
    ['counting', 'program'],
  ];
  return sections.flatMap(([section, places]) =>
    stringsIn(data[section], section).map(({ path, words }) => ({ file, path, words, places })),
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

function stringsIn(value: unknown, path: string): { path: string; words: string }[] {
  if (typeof value === 'string') return [{ path, words: value }];
  // Versions of one sentence.
  if (Array.isArray(value)) return value.flatMap((version) => stringsIn(isRecord(version) ? version.text : '', path));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}
