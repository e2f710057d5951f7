import type { CalendarDate } from '../calendar.ts';
import type { GlobalOptions } from '../cli.ts';
import { betweenDays, countedDays, type DayCount } from '../engine/day-count.ts';
import { calendarOf } from '../engine/decide.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { printable } from '../printable.ts';
import { betweenDocument, countDocument, daySources, holidaysDocument } from '../render/days.ts';
import type { Document } from '../render/document.ts';
import { makeContext, readDayFlag } from './context.ts';
import { jsonHead, writeOutput } from './output.ts';

export interface DaysOptions {
  readonly from?: string;
  readonly add?: string;
  readonly to?: string;
  readonly unit?: 'calendar' | 'business' | 'year';
  readonly business?: true;
  readonly roll?: true;
  readonly holidays?: string;
}

/** The longest count: ten years and a little, as long as the IRS may collect. */
const mostDays = 4000;
const mostYears = 20;

interface Answer {
  readonly json: Record<string, unknown>;
  readonly document: () => Document;
}

/** `days`: counts days, the days between two, or lists the legal holidays of a year. Throws UsageError. */
export async function runDays(io: Io, days: DaysOptions, flags: GlobalOptions): Promise<ExitCode> {
  const { rules, options, finish } = await makeContext(io, flags);
  const { json, document } = answerFor(io, rules, days, options.today);
  const sources = daySources(rules);
  writeOutput(rules.text, options, { json: () => ({ ...jsonHead(rules, options), ...json, sources }), document });
  await finish();
  return 0;
}

function answerFor(io: Io, rules: RuleSet, days: DaysOptions, today: CalendarDate): Answer {
  const wishes = (['add', 'to', 'holidays'] as const).filter((wish) => days[wish] !== undefined);
  const [wish, second] = wishes;
  if (wish === undefined) {
    throw new UsageError('days: give --add, --to or --holidays, for example days --from 2026-11-02 --add 30 --roll');
  }
  if (second !== undefined)
    throw new UsageError(`days: --${wish} and --${second} ask for two things; give one of them`);
  if (wish === 'holidays') return holidays(rules, days);
  const dayOf = (flag: '--from' | '--to', typed: string): CalendarDate => readDayFlag(io, flag, typed);
  const from = days.from === undefined ? today : dayOf('--from', days.from);
  return wish === 'add' ? counted(rules, from, days) : between(rules, from, dayOf('--to', days.to ?? ''), days);
}

function holidays(rules: RuleSet, { holidays: typed = '', from, unit, business, roll }: DaysOptions): Answer {
  if (from ?? unit ?? business ?? roll) throw new UsageError('--holidays: takes a year and none of the other flags');
  const { firstYear, lastYear } = rules.legalHolidays;
  const year = wholeNumber('--holidays', typed, firstYear, lastYear);
  const list = calendarOf(rules).holidaysIn(year);
  return { json: { year, holidays: list }, document: () => holidaysDocument(rules, year, list) };
}

function counted(rules: RuleSet, from: CalendarDate, days: DaysOptions): Answer {
  const unit = unitOf(days);
  if (unit === 'business' && days.roll) {
    throw new UsageError('--roll: a count of business days ends on a business day and does not move; leave it out');
  }
  const add = wholeNumber('--add', days.add ?? '', 0, unit === 'year' ? mostYears : mostDays);
  const found = inTable(() =>
    countedDays(calendarOf(rules), { from, add, unit, roll: days.roll === true }, rules.text.counting),
  );
  if (Number(found.date.slice(0, 4)) > rules.legalHolidays.lastYear) throw beyondTable(rules);
  return { json: { count: found }, document: () => countDocument(rules, found) };

  function inTable(count: () => DayCount): DayCount {
    try {
      return count();
    } catch (error) {
      throw error instanceof RangeError ? beyondTable(rules) : error;
    }
  }
}

function beyondTable({ legalHolidays: { firstYear, lastYear } }: RuleSet): UsageError {
  return new UsageError(`days: holidays are known from ${firstYear} to ${lastYear}; count fewer days`);
}

function between(rules: RuleSet, from: CalendarDate, to: CalendarDate, days: DaysOptions): Answer {
  if (days.unit ?? days.business ?? days.roll) throw new UsageError('--to: both counts are shown; leave the unit out');
  const [first, last] = from <= to ? [from, to] : [to, from];
  const found = betweenDays(calendarOf(rules), first, last);
  return { json: { between: found }, document: () => betweenDocument(rules, found) };
}

function unitOf({ unit, business }: DaysOptions): NonNullable<DaysOptions['unit']> {
  if (business && unit !== undefined && unit !== 'business') {
    throw new UsageError(`--business contradicts --unit ${unit}; leave one of them out`);
  }
  return business ? 'business' : (unit ?? 'calendar');
}

function wholeNumber(flag: string, typed: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${flag}: "${printable(typed)}" is not a whole number from ${least} to ${most}`);
}
