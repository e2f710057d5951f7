import { expect, test } from 'vitest';
import { assemble } from '../src/rules/assemble.ts';
import codeWords from '../src/rules/code-words.json' with { type: 'json' };
import { placesIn } from '../src/rules/lint-code-words.ts';

import { readRuleFiles } from '../src/rules/read-files.ts';
import { lintSmall } from './small-rules.ts';

/** Labels that the program asks for by name, and pieces of counts, with their places, as JSON. */
function codeWordsFile(): string {
  // Not checked: the list is a part of the checks.
  const files = new Map(
    readRuleFiles(new URL('../rules', import.meta.url).pathname, String).files.map(({ name, data }) => [name, data]),
  );
  const { labels, counting } = assemble({ names: [...files.keys()], read: (name) => files.get(name) }, '').text;
  const named = [
    ...Object.entries(labels)
      .filter(([key]) => /^(screen|wizard)\./.test(key))
      .map(([key, words]) => [`labels.${key}`, words] as const),
    ...Object.entries(counting).map(([key, words]) => [`counting.${key}`, words] as const),
  ];
  const lines = named
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, words]) =>
        `  "${key}": [${placesIn(words)
          .map((place) => `"${place}"`)
          .join(', ')}]`,
    );
  return `{\n${lines.join(',\n')}\n}\n`;
}

// `npm run schema` writes the file anew; here it is only compared.
test('src/rules/code-words.json lists the labels and pieces of counts of the built-in rules', async () => {
  await expect(codeWordsFile()).toMatchFileSnapshot(new URL('../src/rules/code-words.json', import.meta.url).pathname);
});

test('the list is not empty', () => {
  expect(Object.keys(codeWords).length).toBeGreaterThan(300);
  expect(codeWords['counting.rolled']).toEqual(['date', 'days']);
});

test.each([
  [{ 'labels.wizard.intro': [] }, []],
  [
    { 'labels.screen.gone': [] },
    ['text/en/screen.json: labels.screen.gone: is missing, and the program says it: add it'],
  ],
  [{ 'counting.rolled': ['day'] }, ['text/en/counting.json: counting.rolled: nothing fills {date}: write {day}']],
  [{ 'counting.rolled': ['date', 'days'] }, ['text/en/counting.json: counting.rolled: leaves out {days}: write it']],
  [
    { 'counting.rolled': [] },
    ['text/en/counting.json: counting.rolled: nothing fills {date}: write the words without a place'],
  ],
])('where the program asks for %j the small rules have these faults', (words, faults) => {
  expect(lintSmall(() => {}, ['cap'], words)).toEqual(faults);
});
