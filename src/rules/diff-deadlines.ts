import { addCalendarDays, type Calendar, type CalendarDate } from '../calendar.ts';
import { count } from '../engine/count.ts';
import { calendarOf } from '../engine/decide.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type FieldChange, fieldChanges } from './diff-entries.ts';

type Deadline = RuleSet['deadlines'][number];
type Steps = Deadline['terms'][number]['add'];

/** A count of one deadline, or a clock that decides a table. */
interface Term {
  readonly id: string;
  readonly from: string;
  readonly add: Steps;
  readonly roll: boolean;
  /** All that a change of should be told: how it is counted, whose it is, how firm. */
  readonly told: unknown;
}

/** A last day as the old and the new rules count it from the same start. */
export interface Example {
  readonly start: CalendarDate;
  readonly old: CalendarDate | null;
  readonly new: CalendarDate | null;
}

export interface TermDiff {
  /** `cdp-request/levy`, or the id of a clock. */
  readonly term: string;
  readonly from: string;
  readonly fields: readonly FieldChange[];
  /** Counted from today, or from the first day after it on which the two counts part. */
  readonly example: Example | null;
  /** Of the starts that were tried, those that lead to another last day. */
  readonly starts: { readonly tried: number; readonly changed: number };
}

/** Starting days that are tried for each count: a year from today on. */
const startsTried = 366;

/** For each count of both rules that differs, or whose days differ, what differs and a dated example. */
export function termDiffs(before: RuleSet, after: RuleSet, today: CalendarDate): TermDiff[] {
  const [old, now] = [termsOf(before), termsOf(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  return ids.flatMap((id) => {
    const [one, other] = [old.get(id), now.get(id)];
    const fields = fieldChanges(one?.told, other?.told);
    const { example, changed, tried } = tryStarts(
      lastDay(calendarOf(before), one),
      lastDay(calendarOf(after), other),
      today,
    );
    if (fields.length === 0 && changed === 0) return [];
    return [{ term: id, from: (other ?? one)?.from ?? '', fields, example, starts: { tried, changed } }];
  });
}

/** A term with the deadline that it belongs to. */
interface PlacedTerm {
  readonly deadline: Deadline;
  readonly term: Deadline['terms'][number];
}

/** Every term: those of the deadlines, and those that stand in the files of letters. */
export function everyTerm({ deadlines, notices }: Pick<RuleSet, 'deadlines' | 'notices'>): PlacedTerm[] {
  return deadlines.flatMap((deadline) => {
    const own = Object.values(notices).flatMap(({ ownDeadline }) =>
      ownDeadline?.id === deadline.id ? ownDeadline.terms : [],
    );
    return [...deadline.terms, ...own].map((term) => ({ deadline, term }));
  });
}

function termsOf(rules: RuleSet): ReadonlyMap<string, Term> {
  const counted = everyTerm(rules).map(({ deadline, term }): [string, Term] => [
    `${deadline.id}/${term.id}`,
    {
      ...{ id: term.id, from: term.from, add: term.add, roll: term.roll ?? deadline.roll },
      told: toldOf(deadline, term),
    },
  ]);
  const ofTables = rules.clocks.map(({ cite: _, ...clock }): [string, Term] => [
    clock.id,
    { ...clock, roll: false, told: clock },
  ]);
  return new Map([...counted, ...ofTables]);
}

/** Sentences and sources are told with the files. */
function toldOf(deadline: Deadline, term: Deadline['terms'][number]): unknown {
  const sentences = new Set(['id', 'terms', 'label', 'ifMissed', 'onTime', 'otherwise', 'cite']);
  return Object.fromEntries(Object.entries({ ...deadline, ...term }).filter(([key]) => !sentences.has(key)));
}

type LastDay = (start: CalendarDate) => CalendarDate | null;

function lastDay(calendar: Calendar, term: Term | undefined): LastDay {
  return (start) => {
    try {
      return term ? count(calendar, start, term.add, term.roll).date : null;
    } catch (error) {
      // Holidays are not known for ever; there is then no day to compare.
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
}

function tryStarts(
  old: LastDay,
  now: LastDay,
  today: CalendarDate,
): { example: Example | null; changed: number; tried: number } {
  let [example, changed]: [Example | null, number] = [null, 0];
  for (let day = 0; day < startsTried; day += 1) {
    const start = addCalendarDays(today, day);
    const [before, after] = [old(start), now(start)];
    if (before === after) continue;
    changed += 1;
    example ??= { start, old: before, new: after };
  }
  return { example, changed, tried: startsTried };
}

/**
 * Starting days that put each count from a fact after, at and before its end on `today`: the last start that is over,
 * the first that is not, and `today` itself.
 */
export function startsAround(rules: RuleSet, from: string, today: CalendarDate): CalendarDate[] {
  const calendar = calendarOf(rules);
  const counts = [
    ...everyTerm(rules)
      .filter(({ term }) => term.from === from)
      .map(({ deadline, term }) => ({ add: term.add, roll: term.roll ?? deadline.roll })),
    ...rules.clocks.filter((clock) => clock.from === from).map(({ add }) => ({ add, roll: false })),
  ];
  const starts = counts.flatMap(({ add, roll }) => {
    const over = lastOver((start) => count(calendar, start, add, roll).date, today);
    return over ? [over, addCalendarDays(over, 1)] : [];
  });
  return [...new Set([...starts, ...(counts.length > 0 ? [today] : [])])].sort();
}

/** The last start whose count is over today; counts never run backwards, so halving finds it. */
function lastOver(end: (start: CalendarDate) => CalendarDate, today: CalendarDate): CalendarDate | undefined {
  const farthest = 2000;
  let [over, running] = [farthest, 0];
  const start = (daysAgo: number): CalendarDate => addCalendarDays(today, -daysAgo);
  if (end(start(over)) >= today) return undefined;
  if (end(today) < today) return today;
  while (over - running > 1) {
    const middle = Math.floor((over + running) / 2);
    if (end(start(middle)) < today) over = middle;
    else running = middle;
  }
  return start(over);
}
