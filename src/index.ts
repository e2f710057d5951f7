import { join } from 'node:path';
import type { CalendarDate } from './calendar.ts';
import { evaluate as evaluateRules } from './engine/evaluate.ts';
import type { Answers, Guidance } from './engine/guidance.ts';
import { lawOn } from './engine/law-on.ts';
import { letterOf } from './engine/letter.ts';
import { findNotice } from './engine/notice-name.ts';
import type { RuleSet } from './engine/rule-set.ts';
import { UsageError } from './errors.ts';
import { settleFacts } from './facts/contradictions.ts';
import { factOfName } from './facts/fact-names.ts';
import { readIsoDate } from './facts/read-date.ts';
import { readFact } from './facts/read-fact.ts';
import { printable } from './printable.ts';
import { readSituationOf, unknownNotice } from './read-situation.ts';
import type { Fault } from './rules/lint-fault.ts';
import { loadRulesFrom } from './rules/load.ts';
import { RulesError as RulesFault } from './rules/rules-error.ts';
import { schemaVersion } from './version.ts';
import { type Fact, factNames, unknown } from './vocabulary.ts';

export type { CalendarDate } from './calendar.ts';
export type {
  Answers,
  CapGuidance,
  CdpGuidance,
  Deadline,
  Guidance,
  NoticeGuidance,
  ProgramGuidance,
  Source,
  Statement,
  Step,
  Timeline,
  TimelineEvent,
} from './engine/guidance.ts';
export type { Fault } from './rules/lint-fault.ts';

/** `schemaVersion` of every answer: it goes up when a field is taken away, renamed or means something else. */
export { schemaVersion, UsageError };

/** Rules, read and checked. What they hold stands in the JSON files of their directory. */
export interface Rules {
  /** Version of the rules, as their manifest says. */
  readonly version: string;
  /** `sha256:` over every file. */
  readonly hash: string;
  /** Day of the last review against the sources, and of the next. */
  readonly reviewedOn: string;
  readonly reviewBy: string;
  /** Ids of the letters they know, on some day or on all. */
  readonly notices: readonly string[];
}

/** The rules directory is at fault; every fault of every file. */
export interface RulesError extends Error {
  readonly name: 'RulesError';
  readonly faults: readonly Fault[];
}
export const RulesError: abstract new (...given: never) => RulesError = RulesFault;

/** What is wrong with one fact, in words that say what to write instead. */
export interface AnswerFault {
  /** The fact, or a key that is none. */
  readonly fact: string;
  readonly message: string;
}

const ruleSets = new WeakMap<Rules, RuleSet>();

/**
 * Reads rules and checks them: the built-in ones, or a directory, or several of which overlays lie over the others.
 * No network. Rejects with RulesError where a file has a fault, with UsageError for two directories that both replace
 * the built-in rules.
 */
export async function loadRules(dirs: string | readonly string[] = []): Promise<Rules> {
  const book = await loadRulesFrom(typeof dirs === 'string' ? [dirs] : dirs, join(import.meta.dirname, '..', 'rules'));
  const { version, reviewedOn, reviewBy } = book.manifest;
  const rules: Rules = { version, hash: book.hash, reviewedOn, reviewBy, notices: Object.keys(book.notices) };
  ruleSets.set(rules, book);
  return rules;
}

/** A day written `YYYY-MM-DD`, from 1998-01-01 to 2060-12-31. Throws UsageError for anything else. */
export function calendarDate(written: string): CalendarDate {
  const read = readIsoDate(String(written));
  if (!read.ok) throw new UsageError(read.error);
  return read.date;
}

/**
 * Reads raw facts, such as a row of a table: keys and values as `batch` takes them, the letter in any spelling, days
 * with the month first. An empty value, null, `unknown`, `n/a` and `-` are facts left out. Gives what could be read, and
 * a fault for everything else.
 */
export function readAnswers(
  rules: Rules,
  raw: Readonly<Record<string, unknown>>,
  today: CalendarDate,
): { readonly answers: Answers; readonly faults: readonly AnswerFault[] } {
  const book = bookOf(rules);
  const facts: Partial<Record<Fact, unknown>> = {};
  const faults: AnswerFault[] = [];
  for (const [key, value] of Object.entries(objectOf(raw))) {
    const fact = factOfName(key);
    if (fact === undefined) {
      const message = `"${printable(key)}" is no fact; the facts are ${factNames.join(', ')}`;
      faults.push({ fact: key, message });
    } else if (value !== null && value !== undefined && value !== '') {
      if (facts[fact] !== undefined && facts[fact] !== value) {
        faults.push({ fact, message: `${fact} is given twice with different values` });
      }
      facts[fact] = value;
    }
  }
  const read = readSituationOf(lawOn(book, dayOf(today)), facts, (fact) => fact);
  return { answers: read.answers, faults: [...faults, ...read.faults] };
}

/**
 * The whole answer for one situation by the law of `today`: the object that `check --json` prints. Pure and without a
 * clock. Throws UsageError for a letter that the rules do not know on that day, and for whatever `readAnswers` and
 * `calendarDate` would not have given: a wrong day would be counted, and a misspelt fact left out, without a word.
 */
export function evaluate(rules: Rules, answers: Answers, today: CalendarDate): Guidance {
  const book = bookOf(rules);
  mustBeRead(answers);
  dayOf(today);
  const law = lawOn(book, today);
  const { notice } = answers;
  const found = notice === undefined ? undefined : findNotice(law, notice);
  if (found && found.kind !== 'found') throw new UsageError(unknownNotice(law, notice ?? '', found));
  const named = found ? { ...answers, notice: found.id } : answers;
  const settled = settleFacts(named, letterOf(law, named.notice ?? ''), (fact) => fact);
  if (settled.faults.length > 0) throw new UsageError(settled.faults.map(({ message }) => message).join('; '));
  return evaluateRules(book, settled.answers, today);
}

function mustBeRead(answers: Answers): void {
  for (const [key, value] of Object.entries(objectOf(answers))) {
    if (!(factNames as readonly string[]).includes(key)) {
      throw new UsageError(`"${printable(key)}" is no fact; give raw facts to readAnswers first`);
    }
    if (value === undefined || value === unknown) continue;
    const read = readFact(key as Fact, value);
    if (read && 'error' in read) throw new UsageError(`${key}: ${read.error}`);
    if (read?.value === value) continue;
    const shown = printable(String(value));
    throw new UsageError(`${key}: "${shown}" is not as readAnswers gives it; give raw facts to readAnswers first`);
  }
}

function objectOf<T extends object>(given: T): T {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw new UsageError('give the facts as an object, such as { notice: "LT11" }');
}

function dayOf(today: CalendarDate): CalendarDate {
  const read = readIsoDate(String(today));
  if (!read.ok) throw new UsageError(`today: ${read.error}`);
  return read.date;
}

function bookOf(rules: Rules): RuleSet {
  const book = ruleSets.get(rules);
  if (book === undefined) throw new UsageError('these are no rules that loadRules has read');
  return book;
}
