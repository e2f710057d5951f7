import { describe, expect, test } from 'vitest';
import { type Calendar, type HolidayRule, makeCalendar } from '../src/calendar.ts';
import { calendarOf } from '../src/engine/decide.ts';
import { LegalHolidays } from '../src/rules/schema-calendar.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

/** A calendar from 2024 to 2036 with one holiday: July 4, kept on the day itself, save for what a test changes. */
function withHoliday(change: Partial<HolidayRule>): Calendar {
  const holiday: HolidayRule = {
    id: 'holiday',
    name: { en: 'Holiday' },
    rule: { month: 7, day: 4 },
    observed: 'as-is',
    federal: true,
    ...change,
  };
  return makeCalendar({ firstYear: 2024, lastYear: 2036, holidays: [holiday] });
}

function daysOf(calendar: Calendar, ...years: readonly number[]): string[] {
  return years.flatMap((year) => calendar.holidaysIn(year)).map(({ date }) => date);
}

describe('in which years a holiday is one', () => {
  test.each([
    { from: 2026, years: ['2026-07-04', '2027-07-04'], why: 'a first year is one of them' },
    { from: undefined, years: ['2025-07-04', '2026-07-04', '2027-07-04'], why: 'no first year: always' },
  ])('from $from: $why', ({ from, years }) => {
    expect(daysOf(withHoliday({ from }), 2025, 2026, 2027)).toEqual(years);
  });

  test('every fourth year, and in no year before the first of them', () => {
    const inauguration = withHoliday({ everyFourYearsFrom: 2029 });
    expect(daysOf(inauguration, 2025, 2028, 2029, 2030, 2031, 2032, 2033)).toEqual(['2029-07-04', '2033-07-04']);
  });
});

describe('on which day a holiday is kept', () => {
  test.each([
    { observed: 'as-is', saturday: '2026-07-04', sunday: '2027-07-04', why: 'it never moves' },
    { observed: 'sunday-to-monday', saturday: '2026-07-04', sunday: '2027-07-05', why: 'only a Sunday moves it' },
    { observed: 'nearest-weekday', saturday: '2026-07-03', sunday: '2027-07-05', why: 'a Saturday moves it too' },
  ] as const)('$observed: $why', ({ observed, saturday, sunday }) => {
    expect(daysOf(withHoliday({ observed }), 2026, 2027)).toEqual([saturday, sunday]);
  });

  test.each([
    { month: 2, weekday: 1, nth: -1, day: '2028-02-28', why: 'the last Monday of a leap February' },
    { month: 4, weekday: 0, nth: -1, day: '2028-04-30', why: 'the last Sunday is the last day of April' },
    { month: 11, weekday: 5, nth: -1, day: '2028-11-24', why: 'the last Friday of a month of 30 days' },
    { month: 5, weekday: 1, nth: 1, day: '2028-05-01', why: 'the first Monday is the first day of May' },
    { month: 5, weekday: 0, nth: 4, day: '2028-05-28', why: 'the fourth Sunday' },
  ])('weekday $weekday number $nth of month $month is $day: $why', ({ day, ...rule }) => {
    expect(daysOf(withHoliday({ rule }), 2028)).toEqual([day]);
  });
});

test.each([
  { nth: 1, taken: true, why: 'the first' },
  { nth: 4, taken: true, why: 'every month has a fourth' },
  { nth: -1, taken: true, why: 'the last' },
  { nth: 0, taken: false, why: 'no month has a zeroth' },
  { nth: 5, taken: false, why: 'not every month has a fifth' },
  { nth: -2, taken: false, why: 'no law counts from the end but for the last' },
])('rules may name weekday number $nth of a month: $taken ($why)', ({ nth, taken }) => {
  const holidays = rules.legalHolidays.holidays.map((holiday) => ({ ...holiday, rule: { month: 5, weekday: 1, nth } }));
  expect(LegalHolidays.safeParse({ ...rules.legalHolidays, holidays }).success).toBe(taken);
});

describe('the holidays of a year', () => {
  const calendar = calendarOf(rules);

  test('come in order, with the New Year that is kept in the old one', () => {
    expect(calendar.holidaysIn(2021).map(({ date, name }) => `${date.slice(5)} ${name}`)).toEqual([
      "01-01 New Year's Day",
      '01-18 Martin Luther King Day',
      '01-20 Inauguration Day',
      "02-15 Washington's Birthday",
      '04-16 Emancipation Day in the District of Columbia',
      '05-31 Memorial Day',
      '06-18 Juneteenth',
      '07-05 Independence Day',
      '09-06 Labor Day',
      '10-11 Columbus Day',
      '11-11 Veterans Day',
      '11-25 Thanksgiving Day',
      '12-24 Christmas Day',
      "12-31 New Year's Day",
    ]);
  });

  test('lack the New Year that was kept in the year before', () => {
    expect(calendar.holidaysIn(2022).slice(0, 2)).toEqual([
      { date: '2022-01-17', name: 'Martin Luther King Day', federal: true },
      { date: '2022-02-21', name: "Washington's Birthday", federal: true },
    ]);
  });

  test('are known through the first and the last year of the table, and not beside them', () => {
    const calendarOfFourteen = withHoliday({});
    expect(daysOf(calendarOfFourteen, 2024, 2036)).toEqual(['2024-07-04', '2036-07-04']);
    expect(calendarOfFourteen.roll(d('2036-07-04')).date).toBe('2036-07-07');
    expect(() => calendarOfFourteen.holidaysIn(2023)).toThrow('from 2024 to 2036, not for 2023');
    expect(() => calendarOfFourteen.holidaysIn(2037)).toThrow('from 2024 to 2036, not for 2037');
  });
});
