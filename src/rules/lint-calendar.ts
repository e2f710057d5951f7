import { calendarDate, firstYear, lastYear, makeCalendar } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

type OwnFault = Omit<Fault, 'file'>;

/** Days that answers name may be counted from the year before to three years after, so holidays must be known there. */
const [before, after] = [1, 3];

/** Holidays that are known for too few years, or that no year has. */
export function holidayFaults({ legalHolidays }: RuleSet, fileOf: FileOf): Fault[] {
  const { firstYear: first, lastYear: last, holidays } = legalHolidays;
  const faults: OwnFault[] = [];
  if (first > firstYear - before)
    faults.push({ path: 'firstYear', message: `is too late: write ${firstYear - before} or earlier` });
  if (last < lastYear + after)
    faults.push({ path: 'lastYear', message: `is too early: write ${lastYear + after} or later` });
  for (const { id, rule } of holidays) {
    if ('day' in rule && !calendarDate(2000, rule.month, rule.day)) {
      faults.push({
        path: `holidays.${id}.rule`,
        message: `no year has day ${rule.day} of month ${rule.month}: write another`,
      });
    }
  }
  faults.push(...exampleFaults(legalHolidays));
  return faults.map((fault) => ({ file: fileOf('calendar/legal-holidays'), ...fault }));
}

/** Years whose holidays are known must come out as they were. */
function exampleFaults(legalHolidays: RuleSet['legalHolidays']): OwnFault[] {
  const { firstYear: first, lastYear: last, examples } = legalHolidays;
  const calendar = makeCalendar(legalHolidays);
  return examples
    .filter(({ year }) => first <= year && year <= last)
    .flatMap(({ year, days }) => {
      const found = calendar.holidaysIn(year).map(({ date }) => date.slice(5));
      const [missing, strange] = [
        days.filter((day) => !found.includes(day)),
        found.filter((day) => !days.includes(day)),
      ];
      const path = `examples.${year}`;
      return [
        ...missing.map((day) => ({
          path,
          message: `no rule gives the holiday on ${day}: add it, or mend the example`,
        })),
        ...strange.map((day) => ({ path, message: `a rule gives a holiday on ${day}: mend the rule, or the example` })),
      ];
    });
}

/** A review that is due before it was made, and special days that end before they begin. */
export function dateFaults({ manifest, specialDays }: RuleSet, fileOf: FileOf): Fault[] {
  const dated = [manifest, ...(manifest.overlays ?? [])];
  return [
    ...dated
      .filter(({ reviewedOn, reviewBy }) => reviewBy < reviewedOn)
      .map(({ reviewedOn }) => {
        return {
          file: fileOf('manifest'),
          path: 'reviewBy',
          message: `is before reviewedOn: write a day after ${reviewedOn}`,
        };
      }),
    ...specialDays
      .filter(({ first, last, until }) => last < first || (until !== undefined && until <= last))
      .map(({ id }) => {
        const message = '"first", "last" and "until" are out of order: write them in this order';
        return { file: fileOf('calendar/special-days'), path: `days.${id}`, message };
      }),
  ];
}
