import type { CalendarDate } from '../src/calendar.ts';
import { runClocks } from '../src/engine/clocks.ts';
import { type DatedDeadline, datedDeadlines } from '../src/engine/deadlines.ts';
import { type Core, calendarOf, decideCore } from '../src/engine/decide.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { lawOn } from '../src/engine/law-on.ts';
import { letterOf } from '../src/engine/letter.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import type { Situation } from '../src/engine/table.ts';
import { aimDay, dayNumber, type ExpectedDeadline, expectedDeadline } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import type { DatedDay, DatedTerm } from './term.ts';

/** One letter on one day may start several deadlines; they are read from one answer. */
interface Case {
  readonly facts: DatedTerm['facts'];
  /** By starting day. */
  readonly expected: readonly (readonly Expected[])[];
}

interface Expected {
  readonly term: DatedTerm;
  readonly start: number;
  readonly lastDay: DatedDay;
  readonly aim: number;
}

export interface Comparison {
  /** Deadlines compared. */
  readonly compared: number;
  /** How many of them stood in a whole answer. */
  readonly inAnswers: number;
  readonly different: readonly string[];
}

const statusFacts = { cap: 'capStatus', cdp: 'cdpStatus', equivalentHearing: 'hearingStatus' } as const;

/** Every starting day that answers may name, as numbers. */
export const everyStart: readonly number[] = daysBetween('1998-01-01', '2060-12-31');

export function daysBetween(from: string, to: string): number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, day) => first + day);
}

/** The terms by the situation they run in, with their last days by the second implementation. */
export function casesOf(terms: readonly DatedTerm[], starts: readonly number[]): Case[] {
  const together = new Map<string, DatedTerm[]>();
  for (const term of terms) {
    const facts = JSON.stringify(term.facts(dayNumber('2026-11-02')));
    together.set(facts, [...(together.get(facts) ?? []), term]);
  }
  return [...together.values()].flatMap((group) => {
    const expected = starts.map((start) => group.map((term) => expectedOf(term, start, term.lastDay(start))));
    return group.slice(0, 1).map(({ facts }) => ({ facts, expected }));
  });
}

function expectedOf(term: DatedTerm, start: number, lastDay: DatedDay): Expected {
  return { term, start, lastDay, aim: aimDay(lastDay) };
}

/**
 * The day of the question. From one block of five starting days to the next it goes round the last day, the days beside
 * it, the start and some other days. A zone sees one start of each block; no weekday is left out, for weeks have seven.
 */
function askedOn({ lastDay: { date, ends = date }, aim, start }: Expected): number {
  const others = [aim, aim + 1, start - 1, Math.floor((start + date) / 2), date + 40, ends, ends + 1];
  const days = [date, date - 1, date + 1, start, others[Math.floor(start / 25) % others.length]];
  return days[Math.floor(start / 5) % days.length] ?? date;
}

/** An answer without its sentences, of which nothing is compared here. */
function decided(book: RuleSet, facts: Answers, today: CalendarDate): Core {
  return decideCore(lawOn(book, today), facts, today);
}

/** The part of the engine that counts. The rest of an answer looks at no calendar and takes four times as long. */
function countedOnly(book: RuleSet, situation: Situation, facts: Answers, today: CalendarDate): DatedDeadline[] {
  const rules = lawOn(book, today);
  const notice = facts.notice === undefined ? undefined : letterOf(rules, facts.notice);
  const calendar = calendarOf(rules);
  return datedDeadlines(calendar, runClocks(rules, calendar, facts, situation, notice), facts, situation, today);
}

/** Everything that is compared of one deadline, in one line. */
function lineOf({ date, unrolled, aimFor, rightEnds, status, daysLeft }: ExpectedDeadline, firmness: string): string {
  return `${date}, unrolled ${unrolled}, aim ${aimFor}, ends ${rightEnds}, ${status}, ${daysLeft} left, ${firmness}`;
}

const notShown = 'not shown';

function shownLine(deadline: DatedDeadline | undefined): string {
  if (!deadline?.date || !deadline.unrolled || deadline.status === 'unknown') return notShown;
  const { date, unrolled, status } = deadline;
  return lineOf({ ...deadline, date, unrolled, status }, deadline.firmness);
}

/** Compares the program with the second implementation for every start of every case. Every fifth answer is a whole one. */
export function compare(rules: RuleSet, cases: readonly Case[], starts: readonly number[]): Comparison {
  const different: string[] = [];
  let [compared, inAnswers] = [0, 0];
  for (const [place, { facts: factsOf, expected }] of cases.entries()) {
    const first = starts[0] ?? 0;
    const { situation } = decided(rules, factsOf(first), dayOf(first));
    for (const [index, start] of starts.entries()) {
      const all = expected[index] ?? [];
      const asked = all[Math.floor(start / 7) % all.length];
      const today = asked ? askedOn(asked) : start;
      const [facts, day] = [factsOf(start), dayOf(today)];
      const answer = isWhole(start, place) ? decided(rules, facts, day) : undefined;
      const deadlines = answer?.deadlines ?? countedOnly(rules, situation, facts, day);
      const wrong = [
        ...all.flatMap((one) => wrongDeadline(answer ? shownOn(one, today) : one, deadlines, today)),
        ...(answer ? wrongAnswer(answer, all, today) : []),
      ];
      for (const what of wrong) different.push(`${JSON.stringify(facts)} on ${day}: ${what}`);
      compared += all.length;
      if (answer) inAnswers += all.length;
    }
  }
  return { compared, inAnswers, different };
}

/** One block of 25 starting days in five, so that a zone asks about each kind of day. */
function isWhole(start: number, place: number): boolean {
  return (Math.floor(start / 25) + place) % 5 === 0;
}

/** Whether a term is one that another follows, or none. The part that counts knows of no such day; an answer does. */
function shownOn(one: Expected, today: number): Expected | { readonly term: DatedTerm } {
  const { term, start } = one;
  if (!term.through || today <= term.through(start)) return one;
  return term.then ? expectedOf(term, start, term.then(start)) : { term };
}

function wrongDeadline(
  one: Expected | { readonly term: DatedTerm },
  deadlines: readonly DatedDeadline[],
  today: number,
): string[] {
  const { term } = one;
  const want = 'lastDay' in one ? expectedLine(one, today) : notShown;
  const got = shownLine(deadlines.find(({ id }) => id === term.id));
  return got === want ? [] : [`${term.id} of ${term.name} is ${got}; expected ${want}`];
}

function expectedLine({ term: { firmness }, lastDay, aim }: Expected, today: number): string {
  return lineOf(expectedDeadline(lastDay, today, aim), lastDay.firmness ?? firmness);
}

/** What only a whole answer tells: the rights that hang on last days, and that no other day is shown. */
function wrongAnswer({ situation, deadlines }: Core, expected: readonly Expected[], today: number): string[] {
  const shown = deadlines.filter(({ date }) => date).map(({ id }) => id);
  const ids = expected.map(({ term }) => term.id);
  const others = shown.filter((id) => !ids.includes(id)).map((id) => `${id} is shown as well`);
  return [...others, ...expected.flatMap((one) => wrongRight(one, today, situation))];
}

/** The right that hangs on a last day is there on it and gone the day after. */
function wrongRight({ term, lastDay }: Expected, today: number, situation: Situation): string[] {
  const afterwards = today - (lastDay.ends ?? lastDay.date);
  if (!term.right || (afterwards !== 0 && afterwards !== 1)) return [];
  const expected = afterwards === 0 ? 'available' : (term.after ?? 'expired');
  const status = situation[statusFacts[term.right]];
  return status === expected ? [] : [`${term.right} is ${status}, not ${expected}`];
}
