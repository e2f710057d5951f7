import { expect, test } from 'vitest';
import { cli } from './fake-io.ts';
import { rulesDir } from './rules.ts';
import { diff, edited } from './rules-diff-fixture.ts';

/** The comparison as it is shown, without its line breaks. */
async function shown(newDir: string): Promise<string> {
  const { out } = await cli(['rules', 'diff', rulesDir, newDir]);
  return out.replace(/\s+/g, ' ');
}

test('a spelling that leads to another letter is told at the top', async () => {
  const newDir = edited({
    'notices/lt11': (letter) => {
      letter.names = letter.names.filter((name: string) => name !== 'LT11D');
    },
    'notices/cp504': ({ names }) => names.push('LT11D', 'Final Five'),
  });
  const text = await shown(newDir);
  expect(text).toContain('For everybody who types one of these, another letter is meant now: LT11D. Compared: ');
});

test('the first of a list of days is added, and nothing is removed', async () => {
  const day = { id: 'flood', kind: 'postponed', first: '2026-11-15', last: '2026-12-01', until: '2026-12-02' };
  const newDir = edited({
    'calendar/special-days': ({ days }) => days.push({ ...day, text: { en: 'It is postponed.' }, cite: ['irc-7508a'] }),
  });
  const { entries } = await diff(rulesDir, newDir);
  expect(entries).toMatchObject([{ kind: 'added', file: 'calendar/special-days', path: 'days.flood' }]);
  expect(entries).toHaveLength(1);
});

test('of a long list only what came and went', async () => {
  const newDir = edited({
    deadlines: ({ typedCounts }) => {
      const [first] = typedCounts.splice(3, 1);
      typedCounts.push({ ...first, reason: 'Another reason.' });
    },
  });
  const text = await shown(newDir);
  expect(text).toMatch(
    /deadlines: typedCounts: changed - added \{"text":"step\.if-no-call","count":"2 business days","reason":"Another reason\."\}; removed \{"text":"step\.if-no-call","count":"2 business days","reason":"The time in [^{}]*"\}/,
  );
});
