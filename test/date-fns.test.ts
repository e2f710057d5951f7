import { addBusinessDays } from 'date-fns/addBusinessDays';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { isWeekend as isWeekendInDateFns } from 'date-fns/isWeekend';
import { lightFormat } from 'date-fns/lightFormat';
import { afterEach, describe, expect, test } from 'vitest';
import { addCalendarDays, daysBetween, isWeekend } from '../src/calendar.ts';
import { calendarOf } from '../src/engine/decide.ts';
import { dayNumber, isFederalHoliday } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import { everyStart } from './every-day.ts';
import { localNoon } from './package-days.ts';
import { rules } from './rules.ts';
import { zones } from './zones.ts';

const textOf = (date: Date): string => lightFormat(date, 'yyyy-MM-dd');
const zoneOfTheRun = process.env['TZ'];

afterEach(() => {
  if (zoneOfTheRun === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfTheRun;
});

/** The starting days on which date-fns and the program differ. */
function differing(sameFrom: (start: number) => boolean): string[] {
  return everyStart.filter((start) => !sameFrom(start)).map(dayOf);
}

const comparisons = {
  addDays: () => differing((start) => textOf(addDays(localNoon(start), 30)) === addCalendarDays(dayOf(start), 30)),
  differenceInCalendarDays: () =>
    differing((start) => {
      const [from, to] = [start, start + 30];
      return differenceInCalendarDays(localNoon(to), localNoon(from)) === daysBetween(dayOf(from), dayOf(to));
    }),
  isWeekend: () => differing((start) => isWeekendInDateFns(localNoon(start)) === isWeekend(dayOf(start))),
};

describe.each(Object.entries(comparisons))('%s of date-fns', (name, compare) => {
  test.each(Object.keys(zones).filter((zone) => zone !== 'Pacific/Apia'))('agrees on every day in %s', (zone) => {
    process.env['TZ'] = zone;
    expect(compare()).toEqual([]);
  });

  test('goes wrong in Pacific/Apia on the day that was dropped there, and on no other', () => {
    process.env['TZ'] = 'Pacific/Apia';
    const beginOrEndOnIt = name === 'isWeekend' ? ['2011-12-30'] : ['2011-11-30', '2011-12-30'];
    expect(compare()).toEqual(beginOrEndOnIt);
  });
});

describe('addBusinessDays of date-fns knows no holidays', () => {
  const calendar = calendarOf(rules);

  test.each([2, 3, 4, 5, 10])('%i days: it differs exactly where a federal holiday lies in its count', (days) => {
    process.env['TZ'] = 'UTC';
    const unlike = everyStart.filter((start) => {
      const theirs = textOf(addBusinessDays(localNoon(start), days));
      const lastDay = dayNumber(theirs);
      const counted = Array.from({ length: lastDay - start }, (_, index) => start + 1 + index);
      const differs = calendar.addBusinessDays(dayOf(start), days).date > theirs;
      const agrees = calendar.addBusinessDays(dayOf(start), days).date === theirs;
      return counted.some(isFederalHoliday) ? !differs : !agrees;
    });
    expect(unlike.map(dayOf)).toEqual([]);
  });

  test('Thanksgiving and Christmas show it', () => {
    process.env['TZ'] = 'UTC';
    const from = (day: string): string[] => [
      textOf(addBusinessDays(localNoon(dayNumber(day)), 3)),
      calendar.addBusinessDays(dayOf(dayNumber(day)), 3).date,
    ];
    expect(from('2026-11-24')).toEqual(['2026-11-27', '2026-11-30']);
    expect(from('2026-12-22')).toEqual(['2026-12-25', '2026-12-28']);
  });
});
