import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { settleFacts } from '../facts/contradictions.ts';
import { type ClosedFact, closedFactNames, closedFacts, type DateFact, dateFacts, kebabCase } from '../vocabulary.ts';
import { everyTerm, startsAround } from './diff-deadlines.ts';
import type { Cells } from './lint-box.ts';

/** Situations that no rule of either side tells apart: one of them, and how many they are. */
export interface Variation {
  readonly answers: Answers;
  readonly situations: number;
}

/** A letter or an action; letters that both rules treat alike stand together. */
export interface Subject {
  readonly letters: readonly string[];
  readonly answers: Answers;
}

/** Days before today on which the letter and the lien notice are dated where no other day is tried. */
export const usualDaysAgo = 8;

/** The facts that are varied alone and in pairs; an action only where there is no letter or the letter leaves it open. */
export const variedFacts: readonly ClosedFact[] = closedFactNames.filter(
  (fact) => fact !== 'action' && fact !== 'contact',
);

/** Every letter of both rules, every action without a letter, and nothing at all. */
export function subjectsOf(before: RuleSet, after: RuleSet): Subject[] {
  const alike = new Map<string, string[]>();
  for (const id of Object.keys(after.notices).filter((each) => before.notices[each])) {
    const kind = JSON.stringify([kindOf(before, id), kindOf(after, id)]);
    alike.set(kind, [...(alike.get(kind) ?? []), id]);
  }
  const letters = [...alike.values()].flatMap((ids): Subject[] => {
    const [notice = ''] = ids;
    const refusals = new Set([before, after].flatMap((rules) => rules.notices[notice]?.refusal ?? []));
    const actions = refusals.size === 0 ? [] : [...refusals, 'other' as const];
    return [{ notice }, ...actions.map((action) => ({ notice, action }))].map((answers) => ({ letters: ids, answers }));
  });
  const actions = closedFacts.action.map((action): Subject => ({ letters: [], answers: { action } }));
  return [...letters, ...actions, { letters: [], answers: {} }];
}

/** All that a letter is to the tables and clocks; the rest of it is words. */
function kindOf({ notices }: RuleSet, id: string): unknown {
  const letter = notices[id];
  if (!letter) return null;
  const { cap, cdp, equivalentHearing, action, actionDetail, refusal, taxCourtPetition, levyOn, confidence } = letter;
  const grounds = [cap.ground, cdp.ground, cdp.kind, equivalentHearing.ground, taxCourtPetition, levyOn];
  const own = [letter.ownDeadline, letter.audience === 'business', letter.advisory === true];
  const isAgreement = actionDetail.startsWith('ia-');
  return [grounds, action, isAgreement, refusal, letter.revenueOfficerOnly === true, confidence, own];
}

/** Each kind of contact, and none at the end, so that an example names one. */
export function contactVariations(whens: readonly Cells[]): Variation[] {
  const standFor = [...standIns(whens, 'contact').values()];
  return [...new Set(standFor)].reverse().map((contact) => ({
    answers: contact === 'unknown' ? {} : ({ contact } as Answers),
    situations: standFor.filter((each) => each === contact).length,
  }));
}

/** Each fact alone and each pair of facts with all their values, and none; what contradicts itself is left out. */
export function factVariations(whens: readonly Cells[], most: 1 | 2): Variation[] {
  const found = new Map<string, { answers: Answers; situations: number }>();
  const standFor = new Map(variedFacts.map((fact) => [fact, standIns(whens, fact)]));
  for (const facts of combinationsOf(most)) {
    const settled = settleFacts(facts, undefined, kebabCase);
    if (settled.faults.length > 0) continue;
    const entries = Object.entries(settled.answers).map(([fact, value]) => [
      fact,
      standFor.get(fact as ClosedFact)?.get(String(value)) ?? 'unknown',
    ]);
    const answers: Answers = Object.fromEntries(entries.filter(([, value]) => value !== 'unknown'));
    const key = JSON.stringify(answers);
    const known = found.get(key) ?? { answers, situations: 0 };
    known.situations += 1;
    found.set(key, known);
  }
  return [...found.values()];
}

/** No fact, each value of each fact and, with 2, each two values of two facts. */
function combinationsOf(most: 1 | 2): Answers[] {
  const single = variedFacts.map((fact) => closedFacts[fact].map((value) => ({ [fact]: value })));
  const pairs = single.flatMap((first, index) =>
    single.slice(index + 1).flatMap((second) => first.flatMap((one) => second.map((other) => ({ ...one, ...other })))),
  );
  return [{}, ...single.flat(), ...(most === 2 ? pairs : [])];
}

/** For each value of a fact the first one, `unknown` before all, that every rule allows just where it allows this one. */
export function standIns(whens: readonly Cells[], fact: ClosedFact): ReadonlyMap<string, string> {
  const lists = [...new Set(whens.flatMap((cells) => (cells[fact] ? [cells[fact].join()] : [])))];
  const first = new Map<string, string>();
  const values: readonly string[] = ['unknown', ...closedFacts[fact]];
  return new Map(
    values.map((value) => {
      const pattern = lists.map((list) => (list.split(',').includes(value) ? '1' : '0')).join('');
      if (!first.has(pattern)) first.set(pattern, value);
      return [value, first.get(pattern) ?? value];
    }),
  );
}

/**
 * Everything by which the answers of two rules can differ: rows, what is declared impossible, terms and clocks. A table
 * that is the same in both, that asks for plain facts only and that nothing builds on decides alike, whatever it says.
 */
export function differingWhens(before: RuleSet, after: RuleSet): Cells[] {
  const isAlike = (name: string): boolean => {
    const [old, now] = [before.tables[name], after.tables[name]];
    const isPlain = old?.inputs.every((input) => [...variedFacts, 'businessMatter'].includes(input)) === true;
    return isPlain && !isBuiltOn(name, before, after) && JSON.stringify(old) === JSON.stringify(now);
  };
  const alike = new Set(Object.keys(before.tables).filter(isAlike));
  return [before, after].flatMap((rules) => decidingWhens(rules, alike));
}

/** Words of a situation that come out of a table which asks for plain facts. */
const wordsOfTable: Readonly<Record<string, readonly string[]>> = { representation: ['mayRepresent', 'form2848Need'] };

function isBuiltOn(table: string, ...all: readonly RuleSet[]): boolean {
  const words = wordsOfTable[table];
  const whens = all.flatMap((rules) => decidingWhens(rules));
  return words === undefined || whens.some((cells) => words.some((word) => word in cells));
}

/** Everything that is asked of a situation by what decides, but for the tables that are left out. */
export function decidingWhens(rules: RuleSet, without: ReadonlySet<string> = new Set()): Cells[] {
  const { tables, deadlines, clocks } = rules;
  const asked = Object.keys(tables).flatMap((name) => (without.has(name) ? [] : (tables[name] ?? [])));
  const whens: Cells[] = [
    ...asked.flatMap(({ rows, impossible = [] }) => [
      ...rows.map(({ when }) => when),
      ...impossible.map(({ given }) => given),
    ]),
    ...everyTerm(rules).map(({ term }) => term.when),
    ...deadlines.flatMap(({ shown = [] }) => shown),
    ...clocks.map(({ when }) => when),
  ];
  return [...whens, ...impliedWhens(rules, whens)];
}

/** A letter may say what a fact left out would, and a word may be worked out of a fact: that tells its values apart too. */
function impliedWhens({ notices }: RuleSet, whens: readonly Cells[]): Cells[] {
  const saysPayer = Object.values(notices).some(({ levyOn }) => levyOn);
  const asksBusiness = whens.some((cells) => 'businessMatter' in cells);
  return [
    ...(saysPayer ? [{ levyOn: ['unknown'] }] : []),
    ...(asksBusiness ? [{ taxpayer: ['business'] }, { taxpayer: ['unknown'] }] : []),
  ];
}

/** For each date fact that starts a count: the days that put the counts of both rules before, at and after their end. */
export function datesAround(
  before: RuleSet,
  after: RuleSet,
  today: CalendarDate,
): ReadonlyMap<DateFact, readonly CalendarDate[]> {
  const around = (fact: DateFact): CalendarDate[] => {
    if (fact === 'printedDeadline') return [-1, 0, 1].map((days) => addCalendarDays(today, days));
    const starts = [...startsAround(before, fact, today), ...startsAround(after, fact, today)];
    // An agreement may end on a day to come.
    if (fact === 'effectiveDate' && starts.length > 0) starts.push(addCalendarDays(today, usualDaysAgo));
    return [...new Set(starts)].sort();
  };
  return new Map(dateFacts.map((fact) => [fact, around(fact)] as const).filter(([, days]) => days.length > 0));
}
