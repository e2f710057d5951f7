import { calendarDate, firstYear, lastYear } from '../calendar.ts';
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
  return faults.map((fault) => ({ file: fileOf('calendar/legal-holidays'), ...fault }));
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
