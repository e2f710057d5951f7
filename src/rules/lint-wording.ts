import type { RuleSet } from '../engine/rule-set.ts';
import { dayKinds } from '../situation-words.ts';
import { clockIds, deadlineIds } from '../vocabulary.ts';
import type { Fault, RuleFile } from './lint-fault.ts';
import { type Places, type Wording, wordingsOf } from './lint-sentences.ts';

/** Places that are filled wherever a sentence of the answer is said. */
const commonPlaces = ['letter', 'today', 'business-day'];
/** Only a sentence that stands in text/ can take in the one of the letter. */
const ofStatements = ['instead', 'own-label'];

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
    ...dayKinds.flatMap((kind) => deadlineIds.map((id) => `${kind}:${id}`)),
  ];
}

function placeFaults({ file, path, words, places }: Wording, known: readonly string[]): Fault[] {
  const found = [...words.matchAll(/\{([^{}]*)\}/g)].map(([, place = '']) => place);
  const isFilled = (place: string): boolean => {
    if (places === 'none') return false;
    if (places === 'statement' && ofStatements.includes(place)) return true;
    // Whether a count is there hangs on the law of each day, and is checked with it.
    if (place.startsWith('count:')) return places !== 'program';
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
  if (dayKinds.some((kind) => place.startsWith(`${kind}:`))) return `write one of ${deadlineIds.join(', ')}`;
  return 'write {letter}, {today}, {phone:ID}, {date:DEADLINE}, {and-aim:DEADLINE}, {safer-day:DEADLINE} or {count:DEADLINE}';
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
