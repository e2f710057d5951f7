import { describe, expect, test } from 'vitest';
import { cli, slip } from './fake-io.ts';

describe('a date that is none', () => {
  const flags = ['--notice-date', '--first-cdp-date', '--conference-date', '--today'];
  const faults: readonly (readonly [string, RegExp])[] = [
    ['2026-02-30', /there is no such day as 2026-02-30; check the month and the day$/],
    ['2027-02-29', /there is no such day/],
    ['2026-13-01', /there is no such day/],
    ['2026-00-10', /there is no such day/],
    ['soon', /"soon" is not a day written as YYYY-MM-DD or M\/D\/YYYY, for example 2026-11-02/],
    ['31/10/2026', /no such day as 31\/10\/2026: the month comes first.*If the day stands first, write 2026-10-31$/],
    ['11.2.2026', /has points, .*write YYYY-MM-DD/],
    ['11/2/26', /has a year of two digits; if Monday, November 2, 2026 is meant, write 2026-11-02$/],
    ['46328', /a spreadsheet's number for Monday, November 2, 2026; write 2026-11-02,/],
    ['Tuesday, November 2, 2026', /does not fit: that day is Monday, November 2, 2026; check the day$/],
    ['2026-11-02T00:00:00Z', /has a time of day; write the day alone/],
    ['2026-W45', /is not a day written as YYYY-MM-DD/],
    ['1997-12-31', /1997-12-31 is outside the years 1998 to 2060; check the year$/],
    ['2061-01-01', /2061-01-01 is outside the years 1998 to 2060/],
    ['0026-11-02', /outside the years/],
  ];
  test.each(faults)('%s', async (typed, says) => {
    for (const flag of flags) {
      const line = await slip(['check', '--notice', 'LT11', flag, typed]);
      expect(line).toMatch(says);
      expect(line.startsWith(`${flag}: `)).toBe(true);
    }
  });
});

describe('control characters are refused and never shown', () => {
  const values = [
    'CP504\u001b[2J',
    '\u001b]0;title\u0007',
    'a\nb',
    'phone\r',
    'x\u009b31m',
    'abc\u202etxt',
    'a\u0000b',
  ];
  test.each(values)('%j as a value', async (value) => {
    // The text of a letter may be pasted, with its lines.
    const isLayout = /^[^\p{Cc}\p{Cf}]*[\t\n\r][^\p{Cc}\p{Cf}]*$/u.test(value);
    for (const flag of [...(isLayout ? [] : ['--notice']), '--contact', '--notice-date', '--first-cdp-date']) {
      expect(await slip(['check', flag, value])).toBe(`${flag}: the value has control characters; type plain text`);
    }
  });

  test.each([
    ['a command', ['\u001b[2Jcheck']],
    ['a flag', ['check', '--no\u001b[2J', 'x']],
    ['a flag without a command', ['--\u001b[2J']],
    ['--today', ['phone', '--today', '2026-11-02\u001b[2J']],
    ['--format', ['phone', '--format', '\u001b[2J']],
    ['--lang', ['phone', '--lang', '\u001b[2J']],
    ['a letter', ['notices', 'show', 'CP504\u001b[2J\nx']],
    ['a file', ['batch', '\u001b[2J\n.ndjson']],
    ['a fact given twice', ['check', '--notice', '\u001b[2J', '--notice', '\u001b[3J']],
    ['too many words', ['check', '\u001b[2J']],
  ])('in %s', async (_where, argv) => {
    expect(await slip(argv)).not.toBe('');
  });
});

test.each([
  ['Form 668-A', 'wages', /--levy-on wages contradicts --notice Form 668-A, which is made for a bank; check both$/],
  [
    'Form 668-W',
    'bank',
    /--levy-on bank contradicts --notice Form 668-W.*, which is made for an employer; check both$/,
  ],
])('%s contradicts a levy on %s', async (letter, payer, says) => {
  expect(await slip(['check', '--notice', letter, '--levy-on', payer])).toMatch(says);
  for (const other of ['other', payer === 'bank' ? 'wages' : 'bank']) {
    expect((await cli(['check', '--notice', letter, '--levy-on', other])).err).toBe('');
  }
});

test.each([
  ['3172', '--nftl-filed-date', 2],
  ['3172', '--notice-date', 0],
  ['CP504', '--notice-date', 0],
])('a first CDP date on the day of %s by %s is exit %d', async (letter, own, code) => {
  const ran = await cli(['check', '--notice', letter, own, '2026-11-02', '--first-cdp-date', '2026-11-02']);
  expect(ran.code === 2).toBe(code === 2);
});

test('a first CDP date, or a hearing, means that there was an earlier notice', async () => {
  for (const fact of [
    ['--first-cdp-date', '2026-03-02'],
    ['--cdp-hearing', 'equivalent'],
  ]) {
    const { out } = await cli(['check', '--json', '--notice', 'LT11', ...fact]);
    expect(JSON.parse(out).facts.priorCdp).toBe('yes');
  }
  const { out } = await cli(['check', '--json', '--notice', 'LT11', '--cdp-hearing', 'none']);
  expect(JSON.parse(out).facts.priorCdp).toBeUndefined();
});

test('a day that could be meant otherwise is said once, on stderr', async () => {
  const days = ['--notice-date', '11/2/2026', '--printed-deadline', '12/2/2026', '--mailed-date', '3-Nov-26'];
  const { err } = await cli(['check', '--notice', 'LT11', ...days, '--today', '2026-11-10']);
  const counted = await cli(['days', '--from', '11/2/2026', '--to', '12/2/2026', '--today', '11/10/2026']);
  expect(counted.err).toMatch(/^Dates in numbers are read with the month first: --today 11\/10\/2026 is [^\n]*\n$/);
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Dates in numbers are read with the month first: --notice-date 11\/2\/2026 is Monday, Nov/),
    expect.stringMatching(
      /^A year of two digits .* read as 20\.\.: --mailed-date 3-Nov-26 is Tuesday, November 3, 2026/,
    ),
  ]);
});

describe('facts that cannot both be true are named, both of them', () => {
  test.each([
    ['--conference not-asked --conference-date 2026-11-02'],
    ['--conference asked-no-call --conference-date 2026-11-02'],
    ['--conference not-asked --conference-requested-date 2026-11-02'],
    ['--prior-cdp no --cdp-hearing cdp'],
    ['--prior-cdp no --cdp-hearing equivalent'],
    ['--conference-requested-date 2026-11-03 --conference-date 2026-11-02'],
    ['--first-cdp-date 2026-11-03 --notice-date 2026-11-02'],
    ['--first-cdp-date 2026-11-02 --notice-date 2026-11-02'],
    ['--first-cdp-date 2026-11-02 --notice-date 2026-11-02 --prior-cdp no'],
    ['--printed-deadline 2026-11-01 --notice-date 2026-11-02'],
  ])('%s', async (facts) => {
    const [one = '', , other = ''] = facts.split(' ');
    const line = await slip(`check --notice LT11 --contact phone ${facts}`);
    expect(line).toContain(`${one} `);
    expect(line).toContain(`${other} `);
  });

  test.each([
    ['--conference held --conference-requested-date 2026-11-02'],
    ['--prior-cdp no --cdp-hearing none'],
    ['--conference-requested-date 2026-11-02 --conference-date 2026-11-02'],
    ['--first-cdp-date 2026-11-01 --notice-date 2026-11-02'],
    ['--first-cdp-date 2026-11-02 --notice-date 2026-11-02 --taxpayer third-party'],
    ['--prior-cdp no --first-cdp-date 2026-03-02'],
    ['--printed-deadline 2026-11-02 --notice-date 2026-11-02'],
  ])('%s go together', async (facts) => {
    const { code, err } = await cli(`check --notice LT11 --contact phone ${facts}`.split(' '));
    expect({ code: code === 0 || code === 3, err }).toEqual({ code: true, err: '' });
  });
});
