import type { CalendarDate } from '../src/calendar.ts';
import { runClocks } from '../src/engine/clocks.ts';
import { type DatedDeadline, datedDeadlines } from '../src/engine/deadlines.ts';
import { calendarOf, type Decision, decide } from '../src/engine/decide.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { lawOn } from '../src/engine/law-on.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import type { Situation } from '../src/engine/table.ts';
import { aimDay, dayNumber, type ExpectedDeadline, expectedDeadline, type LastDay } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import type { DatedTerm } from './letter-dates.ts';

/** One letter on one day may start several deadlines; they are read from one answer. */
interface Case {
  readonly facts: DatedTerm['facts'];
  /** By starting day; counted once and for all zones. */
  readonly expected: readonly (readonly Expected[])[];
}

interface Expected {
  readonly term: DatedTerm;
  readonly lastDay: LastDay;
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
    const expected = starts.map((start) => group.map((term) => expectedOf(term, term.lastDay(start))));
    return group.slice(0, 1).map(({ facts }) => ({ facts, expected }));
  });
}

function expectedOf(term: DatedTerm, lastDay: LastDay): Expected {
  return { term, lastDay, aim: aimDay(lastDay) };
}

/**
 * The day of the question. It goes round the last day, the days beside it, the start and some other days; `turn` moves
 * it on, so that five zones ask about a starting day on five days. Weeks have seven days, so no weekday is left out.
 */
function askedOn({ lastDay: { date }, aim }: Expected, start: number, turn: number): number {
  const others = [aim, aim + 1, start - 1, Math.floor((start + date) / 2), date + 40];
  const days = [date, date - 1, date + 1, start, others[Math.floor(start / 7) % others.length]];
  return days[(start + turn) % days.length] ?? date;
}

/** The part of the engine that counts. The rest of an answer looks at no calendar and takes four times as long. */
function countedOnly(book: RuleSet, situation: Situation, facts: Answers, today: CalendarDate): DatedDeadline[] {
  const rules = lawOn(book, today);
  const notice = facts.notice === undefined ? undefined : rules.notices[facts.notice];
  const calendar = calendarOf(rules);
  return datedDeadlines(calendar, runClocks(rules, calendar, facts, situation, notice), facts, situation, today);
}

/** Everything that is compared of one deadline, in one line. */
function lineOf({ date, unrolled, aimFor, status, daysLeft }: ExpectedDeadline, firmness: string): string {
  return `${date}, unrolled ${unrolled}, aim ${aimFor}, ${status}, ${daysLeft} left, ${firmness}`;
}

function shownLine(deadline: DatedDeadline | undefined): string {
  if (!deadline?.date || deadline.status === 'unknown') return 'not shown';
  const { date, status } = deadline;
  return lineOf({ ...deadline, date, status }, deadline.firmness);
}

/** Compares the program with the second implementation for every start of every case. Every fifth answer is a whole one. */
export function compare(rules: RuleSet, cases: readonly Case[], starts: readonly number[], turn: number): Comparison {
  const different: string[] = [];
  let [compared, inAnswers] = [0, 0];
  for (const [place, { facts: factsOf, expected }] of cases.entries()) {
    const first = starts[0] ?? 0;
    const { situation } = decide(rules, factsOf(first), dayOf(first));
    for (const [index, start] of starts.entries()) {
      const all = expected[index] ?? [];
      const asked = all[Math.floor(start / 7) % all.length];
      const today = asked ? askedOn(asked, start, turn) : start;
      const [facts, day] = [factsOf(start), dayOf(today)];
      const answer = (start + place + 2 * turn) % 5 === 0 ? decide(rules, facts, day) : undefined;
      const deadlines = answer?.deadlines ?? countedOnly(rules, situation, facts, day);
      const wrong = [
        ...all.flatMap((one) => wrongDeadline(one, deadlines, today)),
        ...(answer ? wrongAnswer(answer, all, today) : []),
      ];
      for (const what of wrong) different.push(`${JSON.stringify(facts)} on ${day}: ${what}`);
      compared += all.length;
      if (answer) inAnswers += all.length;
    }
  }
  return { compared, inAnswers, different };
}

function wrongDeadline({ term, lastDay, aim }: Expected, deadlines: readonly DatedDeadline[], today: number): string[] {
  const want = lineOf(expectedDeadline(lastDay, today, aim), term.firmness);
  const got = shownLine(deadlines.find(({ id }) => id === term.id));
  return got === want ? [] : [`${term.id} of ${term.name} is ${got}; expected ${want}`];
}

/** What only a whole answer tells: the rights that hang on last days, and that no other day is shown. */
function wrongAnswer({ situation, deadlines }: Decision, expected: readonly Expected[], today: number): string[] {
  const shown = deadlines.filter(({ date }) => date).map(({ id }) => id);
  const ids = expected.map(({ term }) => term.id);
  const others = shown.filter((id) => !ids.includes(id)).map((id) => `${id} is shown as well`);
  return [...others, ...expected.flatMap((one) => wrongRight(one, today, situation))];
}

/** The right that hangs on a last day is there on it and gone the day after. */
function wrongRight({ term, lastDay }: Expected, today: number, situation: Situation): string[] {
  const afterwards = today - lastDay.date;
  if (!term.right || (afterwards !== 0 && afterwards !== 1)) return [];
  const expected = afterwards === 0 ? 'available' : 'expired';
  const status = situation[statusFacts[term.right]];
  return status === expected ? [] : [`${term.right} is ${status}, not ${expected}`];
}
