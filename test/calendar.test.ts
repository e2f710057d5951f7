import { describe, expect, test } from 'vitest';
import {
  addCalendarDays,
  addMonths,
  addYears,
  type CalendarDate,
  calendarDate,
  daysBetween,
  longDate,
  makeCalendar,
  type SkippedDay,
} from '../src/calendar.ts';
import { calendarOf } from '../src/engine/decide.ts';
import * as numbers from './day-numbers.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const calendar = calendarOf(rules);

/** Every day from one to another, both included. */
function daysOf(from: string, to: string): CalendarDate[] {
  return Array.from({ length: daysBetween(d(from), d(to)) + 1 }, (_, days) => addCalendarDays(d(from), days));
}

/** "2026-11-26 Thanksgiving Day" for each day passed over; a weekend has no name. */
function passedOver(skipped: readonly SkippedDay[]): string[] {
  return skipped.map(({ date, holiday }) => (holiday ? `${date} ${holiday}` : date));
}

test.each([
  { date: '2026-12-02', says: 'Wednesday, December 2, 2026', why: 'an ordinary day' },
  { date: '2000-02-29', says: 'Tuesday, February 29, 2000', why: 'a leap day' },
  { date: '1998-01-01', says: 'Thursday, January 1, 1998', why: 'the first day that answers may name' },
  { date: '2060-12-31', says: 'Friday, December 31, 2060', why: 'the last day that answers may name' },
  { date: '2011-12-30', says: 'Friday, December 30, 2011', why: 'a day that Samoa never had' },
  { date: '2026-03-08', says: 'Sunday, March 8, 2026', why: 'clocks change on it in most of the United States' },
])('$date is "$says": $why', ({ date, says }) => {
  expect(longDate(d(date))).toBe(says);
});

test.each([
  { parts: [2024, 2, 29], exists: true, why: 'a leap year' },
  { parts: [2000, 2, 29], exists: true, why: 'a century that 400 divides is a leap year' },
  { parts: [2026, 2, 28], exists: true, why: 'the end of an ordinary February' },
  { parts: [2026, 12, 31], exists: true, why: 'the end of a year' },
  { parts: [2011, 12, 30], exists: true, why: 'one island without a day does not take it from the calendar' },
  { parts: [2026, 2, 29], exists: false, why: 'no leap year' },
  { parts: [2026, 2, 30], exists: false, why: 'no February has it' },
  { parts: [2100, 2, 29], exists: false, why: 'a century is no leap year' },
  { parts: [1900, 2, 29], exists: false, why: 'a century is no leap year' },
  { parts: [2026, 4, 31], exists: false, why: 'April has 30 days' },
  { parts: [2026, 13, 1], exists: false, why: 'no thirteenth month' },
  { parts: [2026, 0, 1], exists: false, why: 'months begin at 1' },
  { parts: [2026, 1, 0], exists: false, why: 'days begin at 1' },
] as const)('$parts exists: $exists ($why)', ({ parts: [year, month, day], exists }) => {
  expect(calendarDate(year, month, day) !== undefined).toBe(exists);
});

test.each([
  { from: '2026-11-02', to: '2027-11-02', why: 'the same day' },
  { from: '2024-02-29', to: '2025-02-28', why: 'no leap day there: the shorter reading' },
  { from: '2023-02-28', to: '2024-02-28', why: 'the leap day is not won: the shorter reading' },
  { from: '2023-03-01', to: '2024-03-01', why: 'a leap day between makes no difference' },
  { from: '2026-12-31', to: '2027-12-31', why: 'the end of a year' },
])('a year after $from is $to: $why', ({ from, to }) => {
  expect(addYears(d(from), 1)).toBe(to);
});

test.each([
  { from: '2026-11-20', days: 2, to: '2026-11-24', over: ['2026-11-21', '2026-11-22'], why: 'a weekend' },
  { from: '2026-11-24', days: 2, to: '2026-11-27', over: ['2026-11-26 Thanksgiving Day'], why: 'Thanksgiving' },
  {
    from: '2026-12-22',
    days: 4,
    to: '2026-12-29',
    over: ['2026-12-25 Christmas Day', '2026-12-26', '2026-12-27'],
    why: 'Christmas on a Friday',
  },
  {
    from: '2004-11-04',
    days: 5,
    to: '2004-11-12',
    over: ['2004-11-06', '2004-11-07', '2004-11-11 Veterans Day'],
    why: 'the Tax Court counted a lien filing so',
  },
  { from: '2017-09-06', days: 3, to: '2017-09-11', over: ['2017-09-09', '2017-09-10'], why: 'a lien by mail, 3 days' },
  { from: '2017-09-11', days: 5, to: '2017-09-18', over: ['2017-09-16', '2017-09-17'], why: 'the 5 days after those' },
  { from: '2020-06-18', days: 1, to: '2020-06-19', over: [], why: 'Juneteenth was no federal holiday in 2020' },
  {
    from: '2021-06-17',
    days: 1,
    to: '2021-06-21',
    over: ['2021-06-18 Juneteenth', '2021-06-19', '2021-06-20'],
    why: 'the first Juneteenth, a Saturday, was kept on Friday',
  },
  { from: '2026-04-15', days: 1, to: '2026-04-16', over: [], why: 'Emancipation Day is a business day' },
  { from: '2021-01-19', days: 1, to: '2021-01-20', over: [], why: 'Inauguration Day is a business day' },
  {
    from: '2021-12-30',
    days: 1,
    to: '2022-01-03',
    over: ["2021-12-31 New Year's Day", '2022-01-01', '2022-01-02'],
    why: 'New Year on a Saturday is kept in the old year',
  },
  { from: '2024-12-23', days: 1, to: '2024-12-24', over: [], why: 'closed by executive order is no legal holiday' },
  { from: '2026-11-21', days: 1, to: '2026-11-23', over: ['2026-11-22'], why: 'a start on a Saturday' },
])('$days business days after $from: $to ($why)', ({ from, days, to, over }) => {
  const counted = calendar.addBusinessDays(d(from), days);
  expect({ to: counted.date, over: passedOver(counted.skipped) }).toEqual({ to, over });
});

test.each([
  {
    day: '2020-09-06',
    to: '2020-09-08',
    over: ['2020-09-06', '2020-09-07 Labor Day'],
    why: 'a Sunday before Labor Day',
  },
  { day: '2004-12-12', to: '2004-12-13', over: ['2004-12-12'], why: 'a Sunday' },
  { day: '2017-10-18', to: '2017-10-18', over: [], why: 'a Wednesday stands' },
  {
    day: '2016-04-15',
    to: '2016-04-18',
    over: ['2016-04-15 Emancipation Day in the District of Columbia', '2016-04-16', '2016-04-17'],
    why: "Emancipation Day rolls, a statewide Patriots' Day does not",
  },
  { day: '2004-04-16', to: '2004-04-16', over: [], why: 'Emancipation Day was no legal holiday yet' },
  { day: '2020-06-19', to: '2020-06-19', over: [], why: 'Juneteenth was no legal holiday yet' },
  { day: '2022-06-19', to: '2022-06-21', over: ['2022-06-19', '2022-06-20 Juneteenth'], why: 'a Sunday holiday' },
  {
    day: '2026-07-03',
    to: '2026-07-06',
    over: ['2026-07-03 Independence Day', '2026-07-04', '2026-07-05'],
    why: 'a Saturday holiday is kept on Friday',
  },
  {
    day: '2013-01-20',
    to: '2013-01-22',
    over: ['2013-01-20', '2013-01-21 Martin Luther King Day'],
    why: 'Inauguration Day, a Sunday, moved onto a Monday that was a holiday already',
  },
  {
    day: '2017-01-20',
    to: '2017-01-23',
    over: ['2017-01-20 Inauguration Day', '2017-01-21', '2017-01-22'],
    why: 'Friday',
  },
  { day: '2021-01-20', to: '2021-01-21', over: ['2021-01-20 Inauguration Day'], why: 'a Wednesday' },
  {
    day: '2019-01-20',
    to: '2019-01-22',
    over: ['2019-01-20', '2019-01-21 Martin Luther King Day'],
    why: 'no fourth year',
  },
  { day: '2029-01-19', to: '2029-01-19', over: [], why: 'Inauguration Day does not move from Saturday to Friday' },
  { day: '2029-01-20', to: '2029-01-22', over: ['2029-01-20 Inauguration Day', '2029-01-21'], why: 'nor to Monday' },
  {
    day: '2021-12-31',
    to: '2022-01-03',
    over: ["2021-12-31 New Year's Day", '2022-01-01', '2022-01-02'],
    why: 'New Year kept on Friday, December 31',
  },
  {
    day: '2027-12-31',
    to: '2028-01-03',
    over: ["2027-12-31 New Year's Day", '2028-01-01', '2028-01-02'],
    why: 'the same six years later',
  },
  { day: '2024-12-24', to: '2024-12-24', over: [], why: 'closed by executive order is no legal holiday' },
])('a last day of $day moves to $to: $why', ({ day, to, over }) => {
  const counted = calendar.roll(d(day));
  expect({ to: counted.date, over: passedOver(counted.skipped) }).toEqual({ to, over });
});

const holidayLists = {
  2021: '01-01 01-18 01-20 02-15 04-16 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2023: '01-02 01-16 02-20 04-17 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
};

test.each(Object.entries(holidayLists))('the legal holidays of %s in the District of Columbia', (year, list) => {
  const found = daysOf(`${year}-01-01`, `${year}-12-31`).filter((date) => calendar.holidayOn(date));
  expect(found.map((date) => date.slice(5)).join(' ')).toBe(list);
});

test('Emancipation Day and Inauguration Day are holidays of the District only, all others are federal', () => {
  const district = daysOf('2021-01-01', '2021-12-31').filter((date) => calendar.holidayOn(date)?.federal === false);
  expect(district).toEqual(['2021-01-20', '2021-04-16']);
  expect(calendar.holidayOn(d('2013-01-21'))).toEqual({ name: 'Martin Luther King Day', federal: true });
});

describe('years without a table of holidays are an error, not a guess', () => {
  test.each([
    ['a roll before the table', () => calendar.roll(d('1996-12-31'))],
    ['a roll after it', () => calendar.roll(d('2064-01-01'))],
    ['business days that run out of it', () => calendar.addBusinessDays(d('2063-12-28'), 5)],
    ['a look back out of it', () => calendar.businessDayOnOrBefore(d('1997-01-01'))],
  ])('%s', (_, count) => {
    expect(count).toThrow(RangeError);
  });

  test('the error names the years', () => {
    const small = makeCalendar({ firstYear: 2026, lastYear: 2027, holidays: [] });
    expect(() => small.roll(d('2028-02-01'))).toThrow('from 2026 to 2027, not for 2028');
    expect(small.roll(d('2026-12-25')).date).toBe('2026-12-25');
  });
});

describe('every day from 1998 to 2061 against plain day numbers', () => {
  // Asked for in each test: a fault in it is then the fault of a test, and not of the whole file.
  const everyDay = (): CalendarDate[] => daysOf('1998-01-01', '2061-12-31');
  const differing = (ours: (date: CalendarDate) => string, theirs: (day: number) => number): string[] =>
    everyDay().filter((date) => ours(date) !== numbers.dayText(theirs(numbers.dayNumber(date))));

  test('there are as many', () => {
    const days = everyDay();
    expect(days.length).toBe(numbers.dayNumber('2061-12-31') - numbers.dayNumber('1998-01-01') + 1);
    expect(days.every((date, index) => numbers.dayNumber(date) - numbers.dayNumber('1998-01-01') === index)).toBe(true);
  });

  test.each([
    {
      name: '30 days later',
      ours: (date: CalendarDate) => addCalendarDays(date, 30),
      theirs: (day: number) => day + 30,
    },
    {
      name: '90 days earlier',
      ours: (date: CalendarDate) => addCalendarDays(date, -90),
      theirs: (day: number) => day - 90,
    },
    { name: 'a year later', ours: (date: CalendarDate) => addYears(date, 1), theirs: numbers.afterOneYear },
    { name: 'two years later', ours: (date: CalendarDate) => addYears(date, 2), theirs: numbers.afterTwoYears },
    ...[1, 9].map((months) => ({
      name: `${months} months later`,
      ours: (date: CalendarDate) => addMonths(date, months),
      theirs: (number: number) => numbers.afterMonths(number, months),
    })),
    { name: 'the roll', ours: (date: CalendarDate) => calendar.roll(date).date, theirs: numbers.rolled },
    { name: 'the business day up to it', ours: calendar.businessDayOnOrBefore, theirs: numbers.businessDayUpTo },
    ...[1, 2, 3, 4, 5, 10].map((count) => ({
      name: `${count} business days later`,
      ours: (date: CalendarDate) => calendar.addBusinessDays(date, count).date,
      theirs: (day: number) => numbers.afterBusinessDays(day, count),
    })),
  ])('$name', ({ ours, theirs }) => {
    expect(differing(ours, theirs)).toEqual([]);
  });
});
