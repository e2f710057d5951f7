import { type CalendarDate, calendarDate, firstYear, lastYear, longDate, monthNumber } from './calendar.ts';
import type { Answers } from './engine/guidance.ts';
import { controlCharacters, longestValue, printable } from './printable.ts';
import { similar } from './similar.ts';
import { type ClosedFact, closedFacts, type DateFact, dateFacts, type Fact, factNames, unknown } from './vocabulary.ts';

/** What is wrong with one fact, in words that say what to write instead. */
export interface FactFault {
  readonly fact: Fact;
  readonly message: string;
}

export interface ReadAnswers {
  readonly answers: Answers;
  readonly faults: readonly FactFault[];
}

export type ReadDate =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly error: string };

const example = '2026-11-02';

/** A day written `YYYY-MM-DD`, from 1998-01-01 to 2060-12-31. */
export function readDate(typed: string): ReadDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (parts) return checkedDate(Number(parts[1]), Number(parts[2]), Number(parts[3]), typed);
  return { ok: false, error: `"${printable(typed)}" is not a day written as YYYY-MM-DD, for example ${example}` };
}

/** A day as people type it: `2026-11-02`, `11/2/2026` (month first) or `November 2, 2026`. */
export function readTypedDate(typed: string): ReadDate {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  if (parts) return checkedDate(Number(parts[3]), Number(parts[1]), Number(parts[2]), typed.trim());
  const named = /^(?:[A-Za-z]+,\s*)?([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(typed.trim());
  const month = monthNumber(named?.[1] ?? '');
  if (named && month) return checkedDate(Number(named[3]), month, Number(named[2]), typed.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
  if (iso) return checkedDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), typed.trim());
  return {
    ok: false,
    error: `"${printable(typed.trim())}" is not a day. Write the month, the day and the year, for example 11/2/2026 or ${example}.`,
  };
}

/** A day as a spreadsheet writes it, month first: `11/2/2026`. A day that can only be day first is not guessed. */
export function readSlashedDate(typed: string): ReadDate {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(typed) ?? [];
  if (year === '') return { ok: false, error: `"${printable(typed)}" is not a day written as M/D/YYYY or YYYY-MM-DD` };
  if (year.length === 2) {
    const error = `"${typed}" has a year of two digits; write four, for example ${month}/${day}/${Number(year) > 60 ? 19 : 20}${year}`;
    return { ok: false, error };
  }
  if (Number(month) > 12 && Number(day) <= 12) {
    const error = `"${typed}" has no such month; the month comes first (M/D/YYYY). If the day stands first, write ${year}-${day.padStart(2, '0')}-${month.padStart(2, '0')}`;
    return { ok: false, error };
  }
  return checkedDate(Number(year), Number(month), Number(day), typed);
}

function checkedDate(year: number, month: number, day: number, typed: string): ReadDate {
  const date = calendarDate(year, month, day);
  if (!date) return { ok: false, error: `there is no such day as ${typed}; check the month and the day` };
  if (year < firstYear || year > lastYear) {
    return { ok: false, error: `${typed} is outside the years ${firstYear} to ${lastYear}; check the year` };
  }
  return { ok: true, date };
}

/**
 * Reads raw values into answers, once, at the border. `unknown` and a value left out are the same and do not appear.
 * The notice stays as typed; its name is looked up where the rules are known.
 */
export function readAnswers(
  raw: Readonly<Partial<Record<Fact, unknown>>>,
  nameOf: (fact: Fact) => string,
): ReadAnswers {
  const answers: Record<string, string> = {};
  const faults: FactFault[] = [];
  for (const fact of factNames) {
    const value = raw[fact];
    if (value === undefined || value === unknown) continue;
    const read = readFact(fact, value);
    if ('error' in read) faults.push({ fact, message: `${nameOf(fact)}: ${read.error}` });
    else answers[fact] = read.value;
  }
  const settled = settleAnswers(answers, nameOf);
  return { answers: settled.answers, faults: [...faults, ...settled.faults] };
}

/** Facts that were read one by one as a whole: what follows from a date, and what contradicts what. */
export function settleAnswers(read: Readonly<Record<string, string>>, nameOf: (fact: Fact) => string): ReadAnswers {
  const answers = settleConference(read);
  return { answers, faults: contradictions(answers, nameOf) };
}

/** One fact as typed; the notice stays as it is. */
export function readFact(fact: Fact, value: unknown): { readonly value: string } | { readonly error: string } {
  if (typeof value !== 'string') return { error: `give a text, not ${kindOf(value)}` };
  if (value.search(controlCharacters) >= 0) return { error: 'the value has control characters; type plain text' };
  const typed = value.trim();
  if (typed === '') return { error: `the value is empty; leave it out or write "${unknown}"` };
  if (typed.length > longestValue) return { error: `the value is longer than ${longestValue} characters` };
  if (fact === 'notice') return { value: typed };
  if (isDateFact(fact)) {
    const read = readDate(typed);
    return read.ok ? { value: read.date } : { error: read.error };
  }
  const values: readonly string[] = closedFacts[fact];
  if (values.includes(typed)) return { value: typed };
  const near = similar(typed, values)[0] ?? values.find((value) => initialsOf(value) === typed.toLowerCase());
  const hint = near ? ` Did you mean "${near}"?` : '';
  return { error: `"${printable(typed)}" is not one of: ${[...values, unknown].join(', ')}.${hint}` };
}

/** `ea` for `enrolled-agent`: how people shorten a word of the vocabulary. */
function initialsOf(value: string): string {
  return value
    .split('-')
    .map((word) => word[0])
    .join('');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

export function isDateFact(fact: Fact): fact is DateFact {
  return (dateFacts as readonly string[]).includes(fact);
}

/** A date sets its state: a conference date means that it was held, a date of asking alone that nobody called. */
function settleConference(answers: Readonly<Record<string, string>>): Answers {
  if (answers['conference'] !== undefined) return answers as Answers;
  if (answers['conferenceDate']) return { ...answers, conference: 'held' } as Answers;
  if (answers['conferenceRequestedDate']) return { ...answers, conference: 'asked-no-call' } as Answers;
  return answers as Answers;
}

const clashes: readonly {
  readonly one: ClosedFact;
  readonly values: readonly string[];
  readonly other: Fact;
  readonly others?: readonly string[];
}[] = [
  { one: 'conference', values: ['not-asked', 'asked-no-call'], other: 'conferenceDate' },
  { one: 'conference', values: ['not-asked'], other: 'conferenceRequestedDate' },
  { one: 'priorCdp', values: ['no'], other: 'firstCdpDate' },
  { one: 'priorCdp', values: ['no'], other: 'cdpHearing', others: ['cdp', 'equivalent'] },
];

/** Facts that cannot both be true; each fault names both. */
function contradictions(answers: Answers, nameOf: (fact: Fact) => string): FactFault[] {
  const faults = clashes.flatMap(({ one, values, other, others }) => {
    const [first, second] = [answers[one], answers[other]];
    if (first === undefined || second === undefined || !values.includes(first)) return [];
    if (others && !others.includes(second)) return [];
    const message = `${nameOf(one)} ${first} contradicts ${nameOf(other)} ${second}; leave one of them out`;
    return [{ fact: other, message }];
  });
  return [
    ...faults,
    ...outOfOrder(answers, 'conferenceRequestedDate', 'conferenceDate', nameOf),
    // Without an earlier notice of its kind the letter does not use the date of a first one.
    ...(answers.priorCdp === 'yes' ? outOfOrder(answers, 'firstCdpDate', 'noticeDate', nameOf) : []),
  ];
}

function outOfOrder(answers: Answers, first: DateFact, second: DateFact, nameOf: (fact: Fact) => string): FactFault[] {
  const [before, after] = [answers[first], answers[second]];
  if (!before || !after || before === unknown || after === unknown || before <= after) return [];
  const message = `${nameOf(first)} (${longDate(before)}) is later than ${nameOf(second)} (${longDate(after)}); check both`;
  return [{ fact: first, message }];
}
