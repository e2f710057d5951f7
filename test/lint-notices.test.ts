import { expect, test } from 'vitest';
import { lintSmall } from './small-rules.ts';

test.each([
  ['levy-made', 'lien', 'levy'],
  ['jeopardy-levy', 'lien', 'levy'],
  ['seizure', 'lien', 'levy'],
  ['lien-filed', 'levy', 'lien'],
])('a letter about %s has no CDP right of the kind "%s"', (action, wrong, right) => {
  const lines = (kind: string): string[] =>
    lintSmall((files) => {
      files['notices/cp504'].action = action;
      files['notices/cp504'].cdp = { ground: 'given-before', kind, cite: ['pub-1660'] };
    });
  expect(lines(wrong)).toEqual([
    `notices/cp504.json: cdp.kind: "${wrong}" does not fit action "${action}": write "${right}", or mend the action`,
  ]);
  expect(lines(right)).toEqual([]);
});

test('a letter does not bear a name of another as its label', () => {
  const lines = (label: string): string[] => lintSmall((files) => Object.assign(files['notices/l4025'], { label }));
  expect(lines('CP 504')).toEqual([
    'notices/l4025.json: label: "CP 504" is a name of notices/cp504.json: write the name of this letter',
  ]);
  expect(lines('Offer in compromise rejection letter')).toEqual([]);
});
