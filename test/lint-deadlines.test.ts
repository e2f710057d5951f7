import { expect, test } from 'vitest';
import { lintSmall } from './small-rules.ts';

test('an Equivalent Hearing opens after the count of the CDP request', () => {
  const lines = lintSmall((files) => {
    const [cdp, hearing] = files['deadlines'].deadlines;
    cdp.terms[0].id = 'levy';
    Object.assign(hearing.terms[0], {
      when: { hasNotice: ['yes'], cdpKind: ['levy'] },
      opensAfter: [{ count: 35, unit: 'calendar-day' }],
    });
  });
  expect(lines.filter((line) => line.includes('opensAfter'))).toEqual([
    'deadlines.json: deadlines.equivalent-hearing-request.terms.only.opensAfter: is not the count of cdp-request/levy: write [{"count":30,"unit":"calendar-day"}]',
  ]);
});
