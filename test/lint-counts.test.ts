import { describe, expect, test } from 'vitest';
import { type Files, faultsOfSmall, lintSmall } from './small-rules.ts';

const listed = 'if it means something else, list it under "typedCounts" of deadlines.json with the reason';

/** Deadlines with counts of their own: 30 or 5 and 30 days, 2 business days, one year. */
function counts(files: Files): void {
  const { deadlines, clocks } = files['deadlines'];
  for (const each of deadlines) each.terms[0].add = [{ count: 77, unit: 'calendar-day' }];
  const [cdp, hearing, notify] = deadlines;
  const lien = [{ count: 5, unit: 'business-day' }, days(30)];
  cdp.terms = [
    { ...cdp.terms[0], id: 'levy', add: [days(30)] },
    { ...cdp.terms[0], id: 'lien', when: { hasNotice: ['no'] }, add: lien },
  ];
  hearing.terms[0].add = [{ count: 1, unit: 'year' }];
  notify.terms[0].add = [{ count: 2, unit: 'business-day' }];
  clocks.push({ id: 'iaNoticeClock', when: {}, from: 'conferenceDate', add: notify.terms[0].add, cite: ['pub-1660'] });
}

function days(count: number): { count: number; unit: string } {
  return { count, unit: 'calendar-day' };
}

const saying =
  (words: unknown, ...typedCounts: unknown[]) =>
  (files: Files): void => {
    counts(files);
    Object.assign(files['text/en/all'].statements, { say: words });
    if (typedCounts.length > 0) Object.assign(files['deadlines'], { typedCounts });
  };
const exception = (text: string, count: string) => ({ text, count, reason: 'Something else.' });

describe('a place for a count', () => {
  test.each([
    'Within {count:cdp-request/levy}; for a lien, {count:cdp-request/lien}.',
    'Within {count:cap-notify-collection}, or {count:cap-notify-collection/only}.',
    'Up to {count:iaNoticeClock}.',
  ])('is filled: %s', (words) => {
    expect(lintSmall(saying(words))).toEqual([]);
  });

  test.each([
    {
      why: 'a deadline with several counts needs its term',
      words: 'Within {count:cdp-request}.',
      fault: 'nothing fills {count:cdp-request}: write {count:cdp-request/levy} or {count:cdp-request/lien}',
    },
    {
      why: 'a name that is not there',
      words: 'Within {count:cdp}.',
      fault: expect.stringMatching(
        /^nothing fills {count:cdp}: write one of cdp-request\/levy, cdp-request\/lien, equivalent-.*, iaNoticeClock$/,
      ),
    },
  ])('$why', ({ words, fault }) => {
    expect(faultsOfSmall(saying(words))).toEqual([
      { file: 'text/en/all.json', path: 'statements.say', message: fault },
    ]);
  });

  test('a label is filled where it says what a letter opens, and a title never', () => {
    const [opens, heading] = ['labels.screen.ground.cdp.own', 'labels.screen.heading'].map((path) => {
      return lintSmall((files) => {
        counts(files);
        Object.assign(files['text/en/all'].labels, { [path.slice('labels.'.length)]: 'For {count:iaNoticeClock}' });
      });
    });
    expect(opens).toEqual([]);
    expect(heading).toEqual([expect.stringMatching(/labels\.screen\.heading: nothing fills {count:iaNoticeClock}/)]);
    const title = lintSmall((files) => {
      counts(files);
      Object.assign(files['notices/cp504'].text.en, { title: '{count:iaNoticeClock}' });
    });
    expect(title).toEqual([
      'notices/cp504.json: text.en.title: nothing fills {count:iaNoticeClock}: here words stand as they are, so write them out',
    ]);
  });

  test('a version of a sentence needs what the law of its days fills', () => {
    const versions = (old: string, now: string) => (files: Files) => {
      saying([
        { to: '2026-12-31', text: old },
        { from: '2027-01-01', text: now },
      ])(files);
      const { deadlines } = files['deadlines'];
      const [cdp] = deadlines;
      const [levy] = cdp.terms;
      deadlines.push({ ...cdp, from: '2027-01-01', terms: [{ ...levy, id: 'any', add: [days(45)] }] });
      Object.assign(cdp, { to: '2026-12-31' });
    };
    expect(lintSmall(versions('{count:cdp-request/levy}', '{count:cdp-request}'))).toEqual([]);
    expect(lintSmall(versions('{count:cdp-request}', '{count:cdp-request/any}'))).toEqual([
      'text/en/all.json: statements.say: nothing fills {count:cdp-request}: write {count:cdp-request/levy} or {count:cdp-request/lien}',
    ]);
  });
});

describe('a count that is typed out', () => {
  test.each([
    { typed: '30 days', words: 'Ask within 30 days.', write: '{count:cdp-request/levy}' },
    { typed: 'thirty days', words: 'Ask within thirty days.', write: '{count:cdp-request/levy}' },
    { typed: '30-day', words: 'A 30-day period.', write: '{count:cdp-request/levy}' },
    { typed: '30 more days', words: 'And 30 more days.', write: '{count:cdp-request/levy}' },
    {
      typed: 'Two business days',
      words: 'Two business days, or 2 business days.',
      write: '{count:cap-notify-collection} or {count:iaNoticeClock}',
    },
    { typed: 'five business days', words: 'After five business days.', write: '{count:cdp-request/lien}' },
    { typed: 'one year', words: 'Within one year.', write: '{count:equivalent-hearing-request}' },
    { typed: 'a year', words: 'Within a year.', write: '{count:equivalent-hearing-request}' },
  ])('$typed', ({ typed, words, write }) => {
    expect(lintSmall(saying(words))).toEqual([
      `text/en/all.json: statements.say: the count "${typed}" is typed out: if it means a deadline, write ${write}; ${listed}`,
    ]);
  });

  test('where no place is filled, the number goes', () => {
    const faults = lintSmall((files) => {
      counts(files);
      Object.assign(files['questions'].questions[0].why, { en: 'There are 30 days.' });
    });
    expect(faults).toEqual([
      `questions.json: questions.hardship.why.en: the count "30 days" is typed out: if it means a deadline, say it without the number; ${listed}`,
    ]);
  });

  test.each([
    ['Within 3 days.', '3 days'],
    ['Within 45 days!', '45 days'],
    ['After 45 days, or within 45 days.', '45 days'],
    ['Send it within about two years.', 'two years'],
  ])('a limit that no deadline has: %s', (words, typed) => {
    expect(lintSmall(saying(words))).toEqual([
      `text/en/all.json: statements.say: the count "${typed}" is typed out, and no deadline has it: if it means one, write its place {count:DEADLINE}; ${listed}`,
    ]);
    expect(lintSmall(saying(words, exception('say', typed)))).toEqual([]);
  });

  test.each(['After 2 days, 5 days or 31 days.', 'Two workdays, 130 days, 2 years.', 'Form 30, days.'])(
    'no deadline has it: %s',
    (words) => {
      expect(lintSmall(saying(words))).toEqual([]);
    },
  );
});

describe('an exception', () => {
  test('excuses its sentence, however the number is written, and no other', () => {
    expect(lintSmall(saying('Thirty days.', exception('say', '30 days')))).toEqual([]);
    const title = (files: Files) => {
      counts(files);
      Object.assign(files['notices/cp504'].text.en, { title: 'The 30-day letter', what: 'Within 30 days.' });
      Object.assign(files['deadlines'], { typedCounts: [exception('notices/cp504.json: text.en.title', '30 days')] });
    };
    expect(lintSmall(title)).toEqual([expect.stringMatching(/^notices\/cp504\.json: text\.en\.what: the count/)]);
  });

  test('stays in order when the deadlines no longer have that count', () => {
    expect(lintSmall(saying('Within 12 days.', exception('say', '12 days')))).toEqual([]);
  });

  test.each([
    {
      why: 'of a sentence that types no such count',
      entries: [exception('say', '31 days')],
      fault: 'typedCounts[1]: "say" does not type "31 days": take the entry out',
    },
    {
      why: 'without a count',
      entries: [exception('say', 'soon')],
      fault: 'typedCounts[1]: "say" does not type "soon": take the entry out',
    },
    {
      why: 'of a text that is not there',
      entries: [exception('sayy', '30 days')],
      fault: 'typedCounts[1]: there is no text "sayy": write "say"',
    },
    {
      why: 'that stands twice',
      entries: [exception('say', '12 days'), exception('say', '12 days')],
      fault: 'typedCounts: "12 days" of "say" stands here twice: keep one of them',
    },
  ])('$why', ({ entries, fault }) => {
    expect(lintSmall(saying('After 12 days.', ...entries))).toEqual([`deadlines.json: ${fault}`]);
  });
});
