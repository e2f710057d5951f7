import { afterEach, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { calendarOf } from '../src/engine/decide.ts';
import { isDistrictHoliday, isFederalHoliday } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import { everyStart } from './every-day.ts';
import { differences, holidayDocument, type Section } from './holiday-document.ts';
import { allForYear, dateHolidays, isAHoliday, isAHolidayInUtc, type PackageDays } from './package-days.ts';
import { rules } from './rules.ts';
import { zones } from './zones.ts';

const { devDependencies } = packageJson;
const byDay = isAHoliday();

const federal: Section = {
  title: 'Federal legal holidays: 5 U.S.C. 6103(a) and (b)',
  isHoliday: isFederalHoliday,
  packages: [byDay, allForYear(), dateHolidays(['public', 'bank'], 'US'), dateHolidays(['public'], 'US')],
};
const district: Section = {
  title: 'Legal holidays in the District of Columbia: D.C. Code 28-2701, federal ones included',
  isHoliday: (day) => isFederalHoliday(day) || isDistrictHoliday(day),
  packages: [byDay, dateHolidays(['public', 'bank'], 'US', 'DC'), dateHolidays(['public'], 'US', 'DC')],
};

const zoneOfTheRun = process.env['TZ'];
afterEach(() => {
  if (zoneOfTheRun === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfTheRun;
});

describe('the holidays of every day from 1998 to 2060', () => {
  const calendar = calendarOf(rules);

  test('the program and the second implementation name the same federal ones', () => {
    const ours = (day: number): boolean => calendar.holidayOn(dayOf(day))?.federal === true;
    expect(everyStart.filter((day) => ours(day) !== isFederalHoliday(day)).map(dayOf)).toEqual([]);
  });

  test('and the same ones of the District of Columbia', () => {
    const ours = (day: number): boolean => calendar.holidayOn(dayOf(day)) !== undefined;
    expect(everyStart.filter((day) => ours(day) !== district.isHoliday(day)).map(dayOf)).toEqual([]);
  });

  test.each([
    { one: byDay, why: 'asked day by day' },
    { one: isAHolidayInUtc(), why: 'asked in UTC' },
  ])('@18f/us-federal-holidays names every federal one and no other: $why', ({ one }) => {
    expect(differences(federal, one).map(dayOf)).toEqual([]);
  });

  test('date-holidays names every federal one of a weekday once its bank holidays are added', () => {
    const one = dateHolidays(['public', 'bank'], 'US');
    expect(federal.packages).toContainEqual(one);
    expect(everyStart.filter((day) => isFederalHoliday(day) && !one.days.has(day))).toEqual([]);
  });

  test('each difference is on record with its reason', async () => {
    const { text, unexplained } = holidayDocument([federal, district]);
    const versions = `date-holidays ${devDependencies['date-holidays']}, @18f/us-federal-holidays ${devDependencies['@18f/us-federal-holidays']}, date-fns ${packageJson.dependencies['date-fns']}.`;
    expect(unexplained).toEqual([]);
    await expect(`${text}\nVersions: ${versions}\n`).toMatchFileSnapshot('golden/holiday-packages.md');
  });
});

describe('a package names the same days wherever it is asked', () => {
  const asked = (): PackageDays[] => [allForYear(), dateHolidays(['public', 'bank', 'optional'], 'US', 'DC')];
  const inUtc = asked();

  test.each(Object.keys(zones))('in %s', (zone) => {
    process.env['TZ'] = zone;
    expect(asked()).toEqual(inUtc);
  });
});
