import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zones } from './zones.ts';

const [utc = 'UTC', ...others] = Object.keys(zones);

const program = join(import.meta.dirname, '..', 'bin', 'appeals-guide.js');

/** What Node prints in a time zone; fails where the run failed. */
function node(zone: string, args: readonly string[], input = ''): string {
  const env = { ...process.env, TZ: zone };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 16e6,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status} in ${zone}: ${stderr}`);
  return stdout;
}

/** Situations by starting day: days that a zone skipped, changes of the clock, leap days, ends of years, rolls. */
const days = [
  '1998-01-01',
  '2000-02-29',
  '2011-11-30',
  '2011-12-29',
  '2011-12-30',
  '2011-12-31',
  '2016-03-16',
  '2020-08-07',
  '2024-02-29',
  '2025-12-19',
  '2026-03-08',
  '2026-11-01',
  '2060-12-31',
];
const rows = days.flatMap((day) => [
  { notice: 'LT11', 'notice-date': day, today: day },
  { notice: 'L3172', 'nftl-filed-date': day, today: day },
  { notice: 'CP504', 'conference-date': day, today: day },
  { notice: 'CP504', 'conference-requested-date': day, today: day },
  { action: 'seizure', 'seizure-notice-date': day, today: day },
  { notice: 'CP523', 'notice-date': day, 'effective-date': day, today: day },
  { notice: 'L3219', 'notice-date': day, today: day },
]);
const batch = rows.map((row) => JSON.stringify(row)).join('\n');

/** One situation about the day that Samoa never had; the last day to ask for a hearing is that day. */
const check = ['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2011-11-30'];

interface ShownDeadline {
  readonly id: string;
  readonly date: string;
  readonly status: string;
  readonly daysLeft: number | null;
}

/** "cdp-request 2011-12-30 today 0" for each deadline of an answer in JSON. */
function deadlines(json: string): string[] {
  const { deadlines: found }: { deadlines: readonly ShownDeadline[] } = JSON.parse(json);
  return found.map(({ id, date, status, daysLeft }) => `${id} ${date} ${status} ${daysLeft}`);
}

test.each(Object.entries(zones))('the tests of %s really run there', (zone, offset) => {
  expect(Number(node(zone, ['-p', 'new Date(2026, 0, 1).getTimezoneOffset()']))).toBe(offset);
});

describe('an answer is the same everywhere', () => {
  const here = {
    batch: node(utc, [program, 'batch', '-', '--full'], batch),
    json: node(utc, [program, ...check, '--today', '2011-12-29', '--json']),
    text: node(utc, [program, ...check, '--today', '2011-12-29']),
  };

  test('and it answers every row', () => {
    expect(
      here.batch
        .trim()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line)).includes('error')),
    ).toEqual(rows.map(() => false));
  });

  test.each(others)('%s', (zone) => {
    expect(node(zone, [program, 'batch', '-', '--full'], batch)).toBe(here.batch);
    expect(node(zone, [program, ...check, '--today', '2011-12-29', '--json'])).toBe(here.json);
    expect(node(zone, [program, ...check, '--today', '2011-12-29'])).toBe(here.text);
  });
});

describe('Pacific/Apia went from December 29, 2011 to December 31', () => {
  test.each([
    { today: '2011-12-29', cdp: '2011-12-30 open 1', hearing: '2012-11-30 open 337' },
    { today: '2011-12-30', cdp: '2011-12-30 today 0', hearing: '2012-11-30 open 336' },
    { today: '2011-12-31', cdp: '2011-12-30 passed null', hearing: '2012-11-30 open 335' },
  ])('and still: asked on $today, $cdp', ({ today, cdp, hearing }) => {
    const shown = deadlines(node('Pacific/Apia', [program, ...check, '--today', today, '--json']));
    expect(shown).toEqual([`cdp-request ${cdp}`, `equivalent-hearing-request ${hearing}`]);
  });

  test('and business days count the day as well', () => {
    const facts = [
      '--notice',
      'CP504',
      '--contact',
      'phone',
      '--conference-date',
      '2011-12-28',
      '--today',
      '2011-12-28',
    ];
    expect(deadlines(node('Pacific/Apia', [program, 'check', ...facts, '--json']))).toEqual([
      'cap-notify-collection 2011-12-30 open 2',
      'cap-form-9423 2012-01-03 open 6',
      'cap-late-request 2012-01-12 open 15',
    ]);
  });

  test('local Date arithmetic goes wrong there, so these tests can fail', () => {
    const thirtyDaysLater = `const day = new Date(2011, 10, 30); day.setDate(day.getDate() + 30);
      console.log([day.getFullYear(), day.getMonth() + 1, day.getDate()].join('-'));`;
    expect(node('UTC', ['-e', thirtyDaysLater]).trim()).toBe('2011-12-30');
    expect(node('Pacific/Apia', ['-e', thirtyDaysLater]).trim()).toBe('2011-12-31');
  });
});

test.each(Object.keys(zones))('without --today the day is that of the wall calendar in %s', (zone) => {
  const wallDay = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format();
  const before = wallDay();
  const { today } = JSON.parse(node(zone, [program, 'check', '--notice', 'CP504', '--contact', 'phone', '--json']));
  // Midnight may pass between the two looks at the clock.
  expect([before, wallDay()]).toContain(today);
});
