import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import { holdsOn, lawOn, type Period } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { unlessBroken } from './broken-file.ts';
import { beginning, type Check, type Fault, isRecord, placeOf, type RuleFile } from './lint-fault.ts';

/**
 * What the checks find in the law of each period. A fault of some periods says of which; what is merely unused in some
 * of them (`absence`) is none.
 */
export function inEveryPeriod(book: RuleSet, checksOf: (rules: RuleSet) => readonly Check[]): Fault[] {
  const starts = [beginning, ...book.changes];
  const found = new Map<string, { readonly fault: Fault; readonly periods: number[] }>();
  for (const [index, start] of starts.entries()) {
    for (const fault of checksOf(lawOn(book, start)).flatMap(unlessBroken)) {
      const key = JSON.stringify(fault);
      const known = found.get(key) ?? { fault, periods: [] };
      found.set(key, known);
      if (known.periods.at(-1) !== index) known.periods.push(index);
    }
  }
  return [...found.values()].flatMap(({ fault: { isAbsence, ...fault }, periods }) => {
    if (periods.length === starts.length) return [fault];
    if (isAbsence) return [];
    return [{ ...fault, message: `${fault.message} (${periods.map((index) => daysOf(starts, index)).join(', ')})` }];
  });
}

function daysOf(starts: readonly CalendarDate[], index: number): string {
  const next = starts[index + 1];
  const last = next && addCalendarDays(next, -1);
  if (index === 0) return `on days up to ${last}`;
  return last ? `on days from ${starts[index]} to ${last}` : `on days from ${starts[index]} on`;
}

/** Periods that end before they begin, and versions of one sentence that hold on the same day. */
export function periodFaults(files: readonly RuleFile[]): Fault[] {
  return files.flatMap(({ file, data }) => [
    ...periodsIn(data, '')
      .filter(({ from, to }) => from !== undefined && to !== undefined && to < from)
      .map(({ path, from, to }) => ({
        file,
        path,
        message: `ends on ${to}, before it begins on ${from}: mend one of them`,
      })),
    ...overlappingVersions(data).map((fault) => ({ file, ...fault })),
  ]);
}

interface Placed extends Period {
  readonly path: string;
}

function periodsIn(data: unknown, path: string): Placed[] {
  if (Array.isArray(data)) {
    const [list, stem] = [path.slice(path.lastIndexOf('.') + 1), path.slice(0, path.lastIndexOf('.') + 1)];
    return data.flatMap((entry, index) => periodsIn(entry, `${stem}${placeOf(list, index, entry)}`));
  }
  if (!isRecord(data)) return [];
  const { from, to } = data;
  const own = typeof from === 'string' && typeof to === 'string' ? [{ path, from, to }] : [];
  const inner = Object.entries(data).flatMap(([key, value]) => periodsIn(value, path === '' ? key : `${path}.${key}`));
  return [...own, ...inner];
}

function overlappingVersions(data: unknown): Omit<Fault, 'file'>[] {
  const statements = isRecord(data) && isRecord(data.statements) ? data.statements : {};
  return Object.entries(statements).flatMap(([key, versions]) => {
    if (!Array.isArray(versions)) return [];
    const days = versions.map(({ from }: Period) => from ?? beginning);
    const twice = days.find((day) => versions.filter((version: Period) => holdsOn(version, day)).length > 1);
    if (twice === undefined) return [];
    const when = twice === beginning ? 'at the beginning' : `on ${twice}`;
    return [
      { path: `statements.${key}`, message: `two versions hold ${when}: end one on the day before the other begins` },
    ];
  });
}
