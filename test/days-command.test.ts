import { describe, expect, test } from 'vitest';
import { addCalendarDays } from '../src/calendar.ts';
import * as numbers from './day-numbers.ts';
import { d } from './days.ts';
import { cli, json, slip } from './fake-io.ts';

async function counted(line: string): Promise<Record<string, unknown>> {
  return Object(await json(['days', ...line.split(' ')]))['count'];
}

/** What the screen says before the sources. */
async function screen(line: string): Promise<string> {
  const { code, out, err } = await cli(['days', ...line.split(' ')]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n\nSources')[0]?.replace(/\s+/g, ' ') ?? '';
}

test.each([
  { line: '--from 2026-11-02 --add 30 --unit calendar --roll', date: '2026-12-02', why: 'a weekday' },
  { line: '--from 2020-08-07 --add 30 --roll', date: '2020-09-08', why: 'a Sunday before Labor Day' },
  { line: '--from 2020-08-07 --add 30', date: '2020-09-06', why: 'nobody asked for the roll' },
  { line: '--from 2016-03-16 --add 30 --roll', date: '2016-04-18', why: 'Emancipation Day' },
  { line: '--from 2004-11-04 --add 5 --business', date: '2004-11-12', why: 'Veterans Day does not count' },
  { line: '--from 2026-04-15 --add 1 --unit business', date: '2026-04-16', why: 'Emancipation Day counts' },
  { line: '--from 2024-02-29 --add 1 --unit year', date: '2025-02-28', why: 'the shorter reading' },
  { line: '--from 2024-02-29 --add 4 --unit year', date: '2028-02-29', why: 'that year has the day' },
  { line: '--from 2026-11-02 --add 0', date: '2026-11-02', why: 'day 0' },
  { line: '--from 2026-11-01 --add 0 --roll', date: '2026-11-02', why: 'day 0 is a Sunday' },
  { line: '--add 1', date: '2026-11-11', why: 'from today' },
])('days $line is $date: $why', async ({ line, date }) => {
  expect(await counted(line)).toMatchObject({ date });
});

test('the screen shows the day, the day before the move, and the count', async () => {
  expect(await screen('--from 2025-12-19 --add 30 --roll')).toBe(
    'Last day: Tuesday, January 20, 2026 ' +
      'Before the move off a weekend or holiday: Sunday, January 18, 2026 ' +
      'How it is counted: 30 days after Friday, December 19, 2025 is Sunday, January 18, 2026. Day 1 is the day after. ' +
      'By section 7503 of the tax code Sunday, January 18, 2026 and Monday, January 19, 2026 (Martin Luther King Day) ' +
      'cannot be a last day, so it moves to Tuesday, January 20, 2026.',
  );
  expect(await screen('--from 2026-11-20 --add 5 --business')).toContain(
    'Saturdays, Sundays and federal holidays do not count. Here that leaves out Thursday, November 26, 2026',
  );
  expect(await screen('--from 2024-01-01 --add 3 --unit year')).toContain('3 years after Monday, January 1, 2024 is');
});

test('a last day that is off says that it may move', async () => {
  expect(await screen('--from 2025-12-19 --add 30')).toContain('--roll gives the day to which it moves');
  expect(await screen('--from 2026-11-26 --add 0')).toContain('--roll gives the day');
  expect(await screen('--from 2026-11-02 --add 30')).not.toContain('--roll');
});

describe('the days between two days', () => {
  test('are counted both ways, with the holidays by name', async () => {
    expect(Object(await json('days --from 2026-11-02 --to 2026-12-02'.split(' ')))['between']).toEqual({
      from: '2026-11-02',
      to: '2026-12-02',
      calendarDays: 30,
      businessDays: 20,
      weekendDays: 8,
      holidays: [
        { date: '2026-11-11', holiday: 'Veterans Day' },
        { date: '2026-11-26', holiday: 'Thanksgiving Day' },
      ],
    });
  });

  test('add up, and agree with adding business days', async () => {
    for (const length of [0, 1, 7, 45, 400]) {
      const [from, to] = [d('2026-12-18'), addCalendarDays(d('2026-12-18'), length)];
      const { between } = await json(['days', '--from', to, '--to', from]);
      const { calendarDays, businessDays, weekendDays, holidays } = Object(between);
      expect(businessDays + weekendDays + holidays.length).toBe(calendarDays);
      const last = numbers.afterBusinessDays(numbers.dayNumber(from), businessDays);
      expect(last).toBeLessThanOrEqual(numbers.dayNumber(to));
    }
  });
});

describe('the holidays of a year', () => {
  test('stand on the days on which they are kept', async () => {
    const { holidays, year } = await json(['days', '--holidays', '2021']);
    expect(year).toBe(2021);
    expect(
      Object(holidays)
        .map(({ date }: { date: string }) => date.slice(5))
        .join(' '),
    ).toBe('01-01 01-18 01-20 02-15 04-16 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31');
  });

  test('say which count in the District of Columbia only', async () => {
    const said = await screen('--holidays 2021');
    expect(said).toContain('- Friday, April 16, 2021: Emancipation Day in the District of Columbia. It is no federal');
    expect(said).toContain('- Wednesday, January 20, 2021: Inauguration Day. It is no federal holiday: a last');
    expect(said).not.toContain('Memorial Day. It is');
  });
});

test.each([
  ['days', /^days: give --add, --to or --holidays, for example days --from/],
  ['days --add x', /^--add: "x" is not a whole number from 0 to 4000$/],
  ['days --add -1', /^--add: "-1" is not a whole number/],
  ['days --add 1.5', /^--add: "1\.5" is not a whole number/],
  ['days --add 4001', /from 0 to 4000$/],
  ['days --add 21 --unit year', /from 0 to 20$/],
  ['days --add 3 --from 2026-02-30', /^--from: there is no such day as 2026-02-30/],
  ['days --to 11.2.2026', /^--to: "11\.2\.2026" has points, .*write YYYY-MM-DD/],
  ['days --add 3 --to 2026-11-02', /^days: --add and --to ask for two things/],
  ['days --holidays 2026 --roll', /^--holidays: takes a year and none of the other flags/],
  ['days --holidays 1996', /from 1997 to 2063$/],
  ['days --add 3 --business --roll', /^--roll: a count of business days .* does not move/],
  ['days --add 3 --business --unit calendar', /^--business contradicts --unit calendar/],
  ['days --to 2026-11-02 --unit business', /^--to: both counts are shown/],
  ['days --add 3 --unit weeks', /'weeks' is invalid\. Allowed choices are calendar, business, year/],
  ['days --add 4000 --from 2060-12-31', /^days: holidays are known from 1997 to 2063; count fewer days$/],
  ['days --add 900 --business --from 2060-12-31', /^days: holidays are known from 1997 to 2063/],
  ['days --add 3 --format ics', /^--format ics: only check and ask/],
])('%s is a slip', async (argv, says) => {
  expect(await slip(argv)).toMatch(says);
});
