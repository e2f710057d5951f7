import { expect, test } from 'vitest';
import { readDate } from '../src/answers.ts';
import { isoDay } from '../src/batch/read/iso-day.ts';
import { addCalendarDays, dayNumber } from '../src/calendar.ts';
import { d } from './days.ts';

test('every day that answers may name', () => {
  const last = d('2060-12-31');
  let tried = 0;
  for (let day = d('1998-01-01'); day <= last; day = addCalendarDays(day, 1)) {
    expect(isoDay(day)).toBe(dayNumber(day));
    tried += 1;
  }
  expect(tried).toBe(23_011);
});

test('nothing else', () => {
  const wrong = ['', '2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32', '1997-12-31'];
  const strange = ['2061-01-01', '2026-1-01x', ' 2026-01-01', '2026-01-01 ', '11/2/2026', '2o26-01-01', '2026-0:-01'];
  const others = ['２026-01-01', '-026-01-01', '2026_01_01', '2026-01-0a', 'unknown', '0000-00-00'];
  for (const text of [...wrong, ...strange, ...others]) {
    expect(isoDay(text), text).toBe(0);
    expect(readDate(text).ok, text).toBe(false);
  }
});
