import { expect, test } from 'vitest';
import { type Files, lintSmall } from './small-rules.ts';

const place = 'deadlines.json: deadlines.cdp-request.terms.first-levy';

/** The term of a letter, and that of an earlier one with its own count. */
const counts = (own: string, days: number) => (files: Files) => {
  const [cdp] = files['deadlines'].deadlines;
  const [term] = cdp.terms;
  cdp.terms = [
    { ...term, id: own },
    {
      ...term,
      ...{ id: 'first-levy', when: { hasNotice: ['no'] }, from: 'firstCdpDate', ofFirstNotice: true },
      add: [{ count: days, unit: 'calendar-day' }],
    },
  ];
};

test('the days of a first notice are those of the letter that gives the right', () => {
  expect(lintSmall(counts('levy', 30))).toEqual([]);
  expect(lintSmall(counts('levy', 35))).toEqual([
    `${place}.add: is not the count of cdp-request/levy: write [{"count":30,"unit":"calendar-day"}]`,
  ]);
  expect(lintSmall(counts('lien', 30))).toEqual([
    `${place}.add: there is no term "levy" whose count it has: name it first- and the term of the letter itself`,
  ]);
});
