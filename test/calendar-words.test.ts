import { expect, test } from 'vitest';
import { isWeekend, localDay, monthAndYear, monthNumber } from '../src/calendar.ts';
import { d } from './days.ts';

test.each([
  { moment: new Date(2026, 10, 2, 23, 59), day: '2026-11-02', why: 'a minute before midnight' },
  { moment: new Date(2026, 0, 9), day: '2026-01-09', why: 'midnight begins a day' },
])('the wall calendar shows $day: $why', ({ moment, day }) => {
  expect(localDay(moment)).toBe(day);
});

test.each([
  { day: '2026-11-06', weekend: false, why: 'a Friday' },
  { day: '2026-11-07', weekend: true, why: 'a Saturday' },
  { day: '2026-11-08', weekend: true, why: 'a Sunday' },
  { day: '2026-11-09', weekend: false, why: 'a Monday' },
  { day: '2026-11-26', weekend: false, why: 'a holiday is no weekend' },
])('$day is a weekend day: $weekend ($why)', ({ day, weekend }) => {
  expect(isWeekend(d(day))).toBe(weekend);
});

test.each([
  { day: '2026-12-02', says: 'Dec 2026' },
  { day: '1998-01-31', says: 'Jan 1998' },
  { day: '2060-05-01', says: 'May 2060' },
])('the month of $day is "$says"', ({ day, says }) => {
  expect(monthAndYear(d(day))).toBe(says);
});

test.each([
  { name: 'January', month: 1, why: 'the first month' },
  { name: 'December', month: 12, why: 'the last one' },
  { name: 'nov', month: 11, why: 'three letters will do' },
  { name: 'SEPT', month: 9, why: 'four as well, in capitals' },
  { name: 'mar', month: 3, why: 'March comes before May, and needs its third letter' },
  { name: 'may', month: 5, why: 'a whole name of three letters' },
  { name: 'ju', month: undefined, why: 'two letters could be June or July' },
  { name: 'uary', month: undefined, why: 'the end of a name is no name' },
  { name: 'Novembre', month: undefined, why: 'not English' },
  { name: '', month: undefined, why: 'nothing was typed' },
])('"$name" is month $month: $why', ({ name, month }) => {
  expect(monthNumber(name)).toBe(month);
});
