import type { CalendarDate } from '../calendar.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Answers, Guidance } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { settleFacts } from '../facts/contradictions.ts';
import { kebabCase } from '../vocabulary.ts';
import { type Change, changesOfOutcome, type Outcome, outcomeOfGuidance, quickOutcome } from './diff-outcome.ts';

/** One situation of a list, or why it could not be read. `answers.notice` is as it was typed. */
export type ClientRow = { readonly row: number; readonly client: string | null } & (
  | { readonly answers: Answers; readonly day: CalendarDate }
  | { readonly error: string }
);

/** A client whose answer differs; null where the letter is not in one of the two rules. */
export interface ClientChange {
  readonly row: number;
  readonly client: string | null;
  /** The letter as its answer names it. */
  readonly letter: string | null;
  readonly today: CalendarDate;
  /** The next day that is not over, by the new rules. */
  readonly next: { readonly deadline: string; readonly date: CalendarDate } | null;
  readonly changes: readonly Change[];
  readonly old: Outcome | null;
  readonly new: Outcome | null;
}

export interface Clients {
  readonly rows: number;
  readonly errors: number;
  /** The most urgent first. */
  readonly changed: readonly ClientChange[];
}

/** Answers each row under both rules and keeps those whose answers differ. `onError` hears of rows with an error. */
export async function compareClients(
  old: RuleSet,
  now: RuleSet,
  rows: AsyncIterable<ClientRow>,
  onError: (row: number, client: string | null, message: string) => void,
): Promise<Clients> {
  const changed: ClientChange[] = [];
  let [count, errors] = [0, 0];
  for await (const each of rows) {
    count += 1;
    const found = 'error' in each ? each.error : clientChangeOrFault(old, now, each);
    if (typeof found === 'string') {
      errors += 1;
      onError(each.row, each.client, found);
    } else if (found) changed.push(found);
  }
  return { rows: count, errors, changed: changed.sort(byUrgency) };
}

type Situation = Extract<ClientRow, { readonly day: CalendarDate }>;

/** Rules may leave a situation undecided; that is for their keeper and must not end the list. */
function clientChangeOrFault(old: RuleSet, now: RuleSet, situation: Situation): ClientChange | string | undefined {
  try {
    return clientChange(old, now, situation);
  } catch (error) {
    return `cannot be answered: ${(error as Error).message}`;
  }
}

/** What changes for a client; undefined where nothing does, a text where neither rules know the letter. */
function clientChange(old: RuleSet, now: RuleSet, situation: Situation): ClientChange | string | undefined {
  const { row, client, answers, day } = situation;
  const [oldAnswers, newAnswers] = [named(old, answers, day), named(now, answers, day)];
  if (!oldAnswers && !newAnswers) return `notice: "${answers.notice}" is a letter of neither rules on that day`;
  const clash = clashOf(now, newAnswers, day) ?? clashOf(old, oldAnswers, day);
  if (clash !== undefined) return clash;
  if (oldAnswers && newAnswers && isSame([old, oldAnswers], [now, newAnswers], day)) return undefined;
  const [before, after] = [oldAnswers && evaluate(old, oldAnswers, day), newAnswers && evaluate(now, newAnswers, day)];
  const [was, is] = [before && outcome(before), after && outcome(after)];
  const letterOnly = [{ place: 'notice', old: before?.notice?.id ?? null, new: after?.notice?.id ?? null }];
  const changes = was && is ? changesOfOutcome(was, is) : letterOnly;
  if (changes.length === 0) return undefined;
  return {
    ...{ row, client, letter: (after ?? before)?.notice?.label ?? null, today: day },
    ...{ next: after ? nextDay(after) : null, changes, old: was ?? null, new: is ?? null },
  };
}

/** The answers with the id of the letter, or undefined where the rules do not know it on that day. */
function named(book: RuleSet, answers: Answers, day: CalendarDate): Answers | undefined {
  if (answers.notice === undefined) return answers;
  const found = findNotice(lawOn(book, day), answers.notice);
  return found.kind === 'found' ? { ...answers, notice: found.id } : undefined;
}

/** How the facts contradict the letter, which was not known when they were read. */
function clashOf(book: RuleSet, answers: Answers | undefined, day: CalendarDate): string | undefined {
  if (answers?.notice === undefined) return undefined;
  return settleFacts(answers, lawOn(book, day).notices[answers.notice], kebabCase).faults[0]?.message;
}

/** A quick look, for the many clients whose answer does not change. */
function isSame(old: [RuleSet, Answers], now: [RuleSet, Answers], day: CalendarDate): boolean {
  if (old[1].notice !== now[1].notice) return false;
  const [before, after] = [quickOutcome(...old, day), quickOutcome(...now, day)];
  return before !== undefined && after !== undefined && changesOfOutcome(before, after).length === 0;
}

function outcome(guidance: Guidance): Outcome {
  return { notice: guidance.notice?.id ?? null, ...outcomeOfGuidance(guidance) };
}

function nextDay({ deadlines }: Guidance): ClientChange['next'] {
  const next = deadlines.find(({ status }) => status === 'open' || status === 'today');
  return next?.date ? { deadline: next.id, date: next.date } : null;
}

function byUrgency(a: ClientChange, b: ClientChange): number {
  const [one, other] = [a.next?.date ?? '9999', b.next?.date ?? '9999'];
  if (one === other) return a.row - b.row;
  return one < other ? -1 : 1;
}
