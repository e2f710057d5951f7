import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

/** Labels and pieces of a count that the program asks for and nobody wrote, or that lack a place which it fills. */
export function codeWordFaults(
  { text }: RuleSet,
  fileOf: FileOf,
  codeWords: Readonly<Record<string, readonly string[]>>,
): Fault[] {
  return Object.entries(codeWords).flatMap(([path, places]) => {
    const [section = '', key = ''] = path.split(/\.(.*)/);
    const words = (section === 'labels' ? text.labels : text.counting)[key];
    const file = fileOf(section === 'counting' ? 'text/en/counting' : `text/en/${key.split('.')[0]}`);
    if (words === undefined) return [{ file, path, message: 'is missing, and the program says it: add it' }];
    const found = placesIn(words);
    const strange = found.filter((place) => !places.includes(place));
    const lost = places.filter((place) => !found.includes(place));
    return [
      ...strange.map((place) => ({ file, path, message: `nothing fills {${place}}: write ${named(places)}` })),
      ...(strange.length > 0 ? [] : lost).map((place) => ({ file, path, message: `leaves out {${place}}: write it` })),
    ];
  });
}

function named(places: readonly string[]): string {
  return places.length === 0 ? 'the words without a place' : places.map((place) => `{${place}}`).join(', ');
}

/**
 * The places of a sentence, each once, in order of the alphabet; without those of numbers, days and counts (`count:ID`),
 * which are filled everywhere and looked at with all other sentences.
 */
export function placesIn(words: string): string[] {
  return [...new Set([...words.matchAll(/\{([^{}:]*)\}/g)].map(([, place = '']) => place))].sort();
}
