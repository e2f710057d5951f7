import { expect, test } from 'vitest';
import { addCalendarDays } from '../src/calendar.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import { nextQuestion, type Question } from '../src/engine/interview.ts';
import { isDateFact } from '../src/facts/read-fact.ts';
import { readSituationOf } from '../src/read-situation.ts';
import { actions, type Fact, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');
const mostQuestions = 25;

type Raw = Readonly<Record<string, string>>;

/** Same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(9423);

/** The answers as the wizard hands them on; undefined where they contradict each other and it would ask again. */
function answersOf(raw: Raw): Answers | undefined {
  const { answers, faults } = readSituationOf(rules, raw, kebabCase);
  return faults.length === 0 ? { ...raw, ...answers } : undefined;
}

/** Days before today, into every window of the clocks; the walks take any, so that over many walks each is taken. */
const daysAgo = [800, 400, 200, 100, 60, 45, 35, 20, 12, 8, 4, 1, 0, -9, -25];

/** What can be answered here, without what would contradict earlier answers. */
function repliesTo({ fact, options }: Question, raw: Raw): string[] {
  const refusal = rules.notices[raw['notice'] ?? '']?.refusal;
  const offered = isDateFact(fact as Fact)
    ? [...daysAgo.map((days) => addCalendarDays(today, -days)), 'unknown']
    : (options ?? []).map(({ value }) => value);
  return offered
    .filter((value) => fact !== 'action' || !refusal || [refusal, 'other', 'unknown'].includes(value))
    .filter((value) => answersOf({ ...raw, [fact]: value }) !== undefined);
}

/** How often each reply was taken; the next walk takes the one taken least, so that none is left out. */
const taken = new Map<string, number>();

function choose(question: Question, replies: readonly string[], kind: string): string {
  const timesOf = (reply: string): number => taken.get(`${kind} ${question.fact} ${reply}`) ?? 0;
  const least = Math.min(...replies.map(timesOf));
  const rarest = replies.filter((reply) => timesOf(reply) === least);
  const reply = rarest[Math.floor(random() * rarest.length)] ?? 'unknown';
  taken.set(`${kind} ${question.fact} ${reply}`, least + 1);
  return reply;
}

/** Warnings about a slip in an answer: no question is asked for their sake. */
const slips = ['action-differs', 'date-in-future', 'first-notice-not-used', 'mailed-earlier'];

/** What a person sees of an answer: neither the facts nor the rows that decided. */
function visible({ facts: _facts, trace: _trace, warnings, ...guidance }: Guidance): string {
  return JSON.stringify({ ...guidance, warnings: warnings.filter(({ id }) => !slips.includes(id)) });
}

function changesNothing(question: Question, replies: readonly string[], raw: Raw): boolean {
  const outcome = (reply: string): string => {
    return visible(evaluate(rules, answersOf({ ...raw, [question.fact]: reply }) ?? {}, today));
  };
  // Where only "I don't know" does not contradict an earlier answer, nothing can be said of the question.
  if (replies.length === 1) return false;
  const first = outcome(replies[0] ?? 'unknown');
  return replies.every((reply) => outcome(reply) === first);
}

/** What is missing at the end must have been asked, and not been known. */
function missingFaults(raw: Raw): string[] {
  const { missing } = evaluate(rules, answersOf(raw) ?? {}, today);
  return missing
    .filter((fact) => fact !== 'notice' && raw[fact] !== 'unknown')
    .map((fact) => `${fact} is missing at the end and was ${raw[fact] === undefined ? 'never asked' : 'answered'}`);
}

/** One way through the questions, to the end; gives what went wrong on it. */
function walk(start: Raw, kind: string): string[] {
  let raw = start;
  const faults: string[] = [];
  for (let asked = 0; ; asked += 1) {
    const question = nextQuestion(rules, answersOf(raw) ?? {}, today);
    if (!question) return [...faults, ...missingFaults(raw)].map((fault) => `${fault} <- ${JSON.stringify(raw)}`);
    if (asked === mostQuestions) return [`no end after ${mostQuestions} questions <- ${JSON.stringify(raw)}`];
    const replies = repliesTo(question, raw);
    if (changesNothing(question, replies, raw))
      faults.push(`${question.fact} is asked and changes nothing, after ${JSON.stringify(raw)}`);
    raw = { ...raw, [question.fact]: choose(question, replies, kind) };
  }
}

function walks(start: Raw, times: number, kind: string): string[] {
  return Array.from({ length: times }, () => walk(start, kind)).flat();
}

/** Letters that differ to the tables get more walks than their twins. */
const kinds = new Map<string, string>();
const letters = Object.values(rules.notices).map(({ id, cap, cdp, equivalentHearing, action, refusal }) => {
  const kind = JSON.stringify([cap.ground, cdp.ground, cdp.kind, equivalentHearing.ground, action, refusal]);
  const isFirst = !kinds.has(kind);
  if (isFirst) kinds.set(kind, id);
  return { id, kind: kinds.get(kind) ?? id, times: isFirst ? 3 : 1 };
});

test('the letter is asked for first, and then what the IRS did', () => {
  expect(nextQuestion(rules, {}, today)?.fact).toBe('notice');
  expect(nextQuestion(rules, { notice: 'unknown' }, today)?.fact).toBe('action');
});

test.each(letters)('$id: every path ends, whole, without an idle question', ({ id, kind, times }) => {
  expect(walks({ notice: id }, times, kind)).toEqual([]);
});

test.each([...actions, 'unknown'])(
  'no letter, action %s: every path ends, whole, without an idle question',
  (action) => {
    expect(walks({ notice: 'unknown', action }, 3, action)).toEqual([]);
  },
);

const asked = (): Set<string> => new Set([...taken.keys()].map((key) => key.split(' ')[1] ?? ''));

test('the walks took every reply of every question they met', () => {
  const met = asked();
  const seen = new Set([...taken.keys()].map((key) => key.split(' ').slice(1).join(' ')));
  const replies = rules.questions
    .filter(({ fact }) => fact !== 'action' && met.has(fact))
    .flatMap(({ fact, options }) => (options ?? []).map(({ value }) => `${fact} ${value}`));
  expect(replies.filter((reply) => !seen.has(reply))).toEqual([]);
  expect(replies.length).toBeGreaterThan(30);
});

test('no question stands in the rules that nobody is ever asked', () => {
  const met = asked();
  const idle = rules.questions.filter(
    ({ fact, ask }) => ask === 'always' && !['notice', 'action'].includes(fact) && !met.has(fact),
  );
  expect(idle.map(({ fact }) => fact)).toEqual([]);
});
