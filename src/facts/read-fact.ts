import { type CalendarDate, longDate } from '../calendar.ts';
import { controlCharacters, longestValue, printable } from '../printable.ts';
import { similar } from '../similar.ts';
import { type ClosedFact, closedFacts, type DateFact, dateFacts, type Fact, unknown } from '../vocabulary.ts';
import { type DateReading, isSpreadsheetDay, readDate } from './read-date.ts';
import { bareValue, isNotGiven, isYesNo, valueMeant } from './synonyms.ts';

/** What one value says: the fact, or what is wrong with it. Undefined where it says nothing. */
export type FactRead =
  | { readonly value: string; readonly reading?: DateReading }
  | { readonly error: string; readonly isDayFirst?: true }
  | undefined;

/** The text of a whole letter may be pasted for its number. */
const longestNotice = 20_000;

/** Said of text in which a character could not be read. */
export const notUtf8 = 'the text is not UTF-8; save the file as "CSV UTF-8" and try again';

/** Line breaks and tabs, which a pasted letter has. */
const layout = /[\t\n\r]/g;

/**
 * One fact as it was given: the same for flags, CSV, NDJSON, library and wizard. The notice stays as it is; its name is
 * looked up where the rules are known.
 */
export function readFact(fact: Fact, given: unknown): FactRead {
  const text = textOf(fact, given);
  if (typeof text !== 'string') return text;
  const fault = faultOfText(fact, text);
  if (fault !== undefined) return { error: fault };
  const typed = text.trim();
  if (isNotGiven(typed)) return undefined;
  if (fact === 'notice') return { value: typed };
  if (!isDateFact(fact)) return readClosed(fact, typed);
  const read = readDate(typed, true);
  if (!read.ok) return read;
  return read.reading ? { value: read.date, reading: read.reading } : { value: read.date };
}

/** The text that is given, or what is said of a value that is none. */
function textOf(fact: Fact, given: unknown): string | FactRead {
  if (typeof given === 'string') return given;
  if (given === null || given === undefined) return undefined;
  if (!isDateFact(fact) && fact !== 'notice' && isYesNo(fact)) {
    if (typeof given === 'boolean') return given ? 'yes' : 'no';
    if (given === 1 || given === 0) return String(given);
  }
  if (typeof given !== 'number') return { error: `give a text, not ${kindOf(given)}` };
  if (fact === 'notice') return digitsOf(given) ?? { error: 'the number cannot be read; put it in quotation marks' };
  // A day number of a spreadsheet comes as a number, and is named.
  const asDay = isDateFact(fact) && isSpreadsheetDay(String(given)) ? readDate(String(given)) : undefined;
  return asDay && !asDay.ok ? asDay : { error: 'give a text, not a number' };
}

/** A JSON number that stands for an id, as its digits; undefined where it has lost some of them. */
export function digitsOf(number: number): string | undefined {
  return Number.isSafeInteger(number) ? String(number) : undefined;
}

function faultOfText(fact: Fact, text: string): string | undefined {
  const plain = fact === 'notice' ? text.replace(layout, ' ') : text;
  if (plain.search(controlCharacters) >= 0) return 'the value has control characters; type plain text';
  if (text.includes('\uFFFD')) return notUtf8;
  const longest = fact === 'notice' ? longestNotice : longestValue;
  return text.trim().length > longest ? `the value is longer than ${longest} characters` : undefined;
}

function readClosed(fact: ClosedFact, typed: string): FactRead {
  const value = valueMeant(fact, typed);
  if (value !== undefined) return { value };
  const bare = bareValue(typed);
  if (fact === 'form2848' && /^(?:pending|faxed)$/.test(bare)) {
    return { error: `"${printable(typed)}" is not yet on file; write none, and filed once the IRS has it` };
  }
  if (isYesNo(fact) && isTick(bare)) return { error: `"${printable(typed)}" may mean yes or no; write yes or no` };
  const values: readonly string[] = closedFacts[fact];
  const near = similar(bare, values)[0];
  const hint = near ? ` Did you mean "${near}"?` : '';
  return { error: `"${printable(typed)}" is not one of: ${[...values, unknown].join(', ')}.${hint}` };
}

/** Marks that people set in a box; which box it was is not said. */
function isTick(bare: string): boolean {
  return /^[[(]?[xvo*✓✔✗✘☑☒☐√•●]\uFE0F?[\])]?$/u.test(bare);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

export function isDateFact(fact: Fact): fact is DateFact {
  return (dateFacts as readonly string[]).includes(fact);
}

/** What is said once of a day that could have been meant otherwise. */
export function readingInWords(reading: DateReading, name: string, typed: string, date: string): string {
  const example = `${name} ${printable(typed.trim())} is ${longDate(date as CalendarDate)}`;
  return reading === 'month-first'
    ? `Dates in numbers are read with the month first: ${example}. If the day stands first, write YYYY-MM-DD.`
    : `A year of two digits after the name of a month is read as 20..: ${example}. If another year is meant, write four digits.`;
}
