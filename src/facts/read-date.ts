import {
  addCalendarDays,
  type CalendarDate,
  calendarDate,
  firstYear,
  lastYear,
  longDate,
  monthNumber,
} from '../calendar.ts';
import { printable } from '../printable.ts';

/** How a day was written, where people could read it another way: said once, never silent. */
export type DateReading = 'month-first' | 'short-year';

export type ReadDate =
  | { readonly ok: true; readonly date: CalendarDate; readonly reading?: DateReading }
  /** `isDayFirst`: such a day proves that whoever wrote it puts the day first. */
  | { readonly ok: false; readonly error: string; readonly isDayFirst?: true };

/** What a style of writing a day is made of. The year is as typed: it may have two digits. */
interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly order?: 'month-first';
}

const example = '2026-11-02';
/** Midnight, as spreadsheets and programs add it to a day. Any other time of day is not taken. */
const midnight = /(?:\s+|T)0{1,2}:00(?::00(?:\.0+)?)?$|\s+12:00(?::00)?\s*AM$/i;
/** The day before the first of a spreadsheet's day numbers, as all of them count since 1900. */
const spreadsheetStart = '1899-12-30' as CalendarDate;

/** A day in any style that people and programs write, month first; `isFact`: it may be unknown. See the section "Facts" of `batch --template`. */
export function readDate(typed: string, isFact = false): ReadDate {
  const whole = typed.trim();
  const { weekday, rest } = cutWeekday(whole.replace(midnight, ''));
  const parts = isoParts(rest) ?? numberParts(rest) ?? namedParts(rest);
  if (!parts) return { ok: false, error: notADay(whole, rest, isFact) };
  if (parts.order && parts.year.length === 2) return { ok: false, error: shortNumbers(whole, parts) };
  const read = checked(parts, whole);
  if (!read.ok || weekday === '') return read;
  const name = longDate(read.date);
  if (name.toLowerCase().startsWith(weekday)) return read;
  return { ok: false, error: `"${printable(whole)}" does not fit: that day is ${name}; check the day` };
}

/** A day as the program itself writes it, `YYYY-MM-DD`, and in no other way. */
export function readIsoDate(typed: string): ReadDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return readDate(typed);
  return { ok: false, error: `"${printable(typed)}" is not a day written as YYYY-MM-DD, for example ${example}` };
}

/** `Mon 11/2/2026`, `Monday, November 2, 2026`: the name of the weekday is kept to be compared. */
function cutWeekday(typed: string): { readonly weekday: string; readonly rest: string } {
  const [all = '', weekday = ''] = /^((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[.,]?\s+/i.exec(typed) ?? [];
  return { weekday: weekday.toLowerCase(), rest: typed.slice(all.length) };
}

/** `2026-11-02`, `2026-11-2`, `2026/11/02`, `20261102`. */
function isoParts(typed: string): Parts | undefined {
  const found = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (found) return { year: found[1] ?? '', month: Number(found[3]), day: Number(found[4]) };
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? [];
  return year === undefined ? undefined : { year, month: Number(month), day: Number(day) };
}

/** `11/2/2026`, `11-2-2026`: month first. */
function numberParts(typed: string): Parts | undefined {
  const [, month, , day, year] = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(typed) ?? [];
  if (year === undefined) return undefined;
  return { year, month: Number(month), day: Number(day), order: 'month-first' };
}

/** `Nov 2, 2026`, `2-Nov-2026`, `2026 November 2`: with the name of a month no order is in doubt. */
function namedParts(typed: string): Parts | undefined {
  const words = typed.split(/[\s,-]+/).map((word) => word.replace(/^([A-Za-z]+)\.$/, '$1'));
  const month = words.map((word) => (/^[A-Za-z]+$/.test(word) ? monthNumber(word) : undefined));
  const at = month.findIndex((each) => each !== undefined);
  if (words.length !== 3 || at < 0) return undefined;
  const [first = '', second = ''] = words.filter((_, index) => index !== at);
  const isYearFirst = /^\d{4}$/.test(first);
  const [day, year] = isYearFirst ? [second, first] : [first, second];
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/i.test(day) || !/^(?:\d{4}|\d{2})$/.test(year)) return undefined;
  return { year, month: month[at] ?? 0, day: Number.parseInt(day, 10) };
}

function checked({ year: typedYear, month, day, order }: Parts, typed: string): ReadDate {
  const isShort = typedYear.length === 2;
  const year = Number(isShort ? `20${typedYear}` : typedYear);
  const date = calendarDate(year, month, day);
  if (!date) return noSuchDay(year, month, day, typed, order);
  if (year < firstYear || year > lastYear) {
    const shown = isShort ? `${typed} is read as ${longDate(date)}, which` : typed;
    return { ok: false, error: `${printable(shown)} is outside the years ${firstYear} to ${lastYear}; check the year` };
  }
  const reading = order ?? (isShort ? 'short-year' : undefined);
  return reading ? { ok: true, date, reading } : { ok: true, date };
}

function noSuchDay(year: number, month: number, day: number, typed: string, order: Parts['order']): ReadDate {
  const turned = order && month > 12 ? calendarDate(year, day, month) : undefined;
  const missing = `there is no such day as ${printable(typed)}`;
  if (!turned) return { ok: false, error: `${missing}; check the month and the day` };
  const error = `${missing}: the month comes first (M/D/YYYY). If the day stands first, write ${turned}`;
  return { ok: false, error, isDayFirst: true };
}

/** `11/2/26`: the day that is probably meant is named, not taken. */
function shortNumbers(typed: string, { year, month, day }: Parts): string {
  const full = [2000, 1900]
    .map((century) => century + Number(year))
    .find((each) => each >= firstYear && each <= lastYear);
  const date = full && calendarDate(full, month, day);
  const meant = date ? `; if ${longDate(date)} is meant, write ${date}` : '; write four, for example 11/2/2026';
  return `"${printable(typed)}" has a year of two digits${meant}`;
}

/** Whether a number is how a spreadsheet counts a day of the years that are taken. */
export function isSpreadsheetDay(typed: string): boolean {
  if (!/^\d{5}$/.test(typed)) return false;
  const year = Number(addCalendarDays(spreadsheetStart, Number(typed)).slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

function notADay(typed: string, rest: string, isFact: boolean): string {
  const shown = `"${printable(typed)}"`;
  if (isSpreadsheetDay(typed)) {
    const day = addCalendarDays(spreadsheetStart, Number(typed));
    return `${shown} is a spreadsheet's number for ${longDate(day)}; write ${day}, or have the spreadsheet show the cell as a date`;
  }
  if (/^\d{1,4}\.\d{1,2}\.\d{1,4}$/.test(rest)) {
    return `${shown} has points, which does not say whether the day or the month comes first; write YYYY-MM-DD, for example ${example}`;
  }
  if (/\d{1,2}:\d{2}/.test(typed)) return `${shown} has a time of day; write the day alone, for example ${example}`;
  return `${shown} is not a day written as YYYY-MM-DD or M/D/YYYY, for example ${example}${isFact ? '; if it is not known, write unknown' : ''}`;
}
