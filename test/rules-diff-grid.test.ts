import { expect, test } from 'vitest';
import { addCalendarDays } from '../src/calendar.ts';
import { count } from '../src/engine/count.ts';
import { calendarOf } from '../src/engine/decide.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { lawOn } from '../src/engine/law-on.ts';
import { settleFacts } from '../src/facts/contradictions.ts';
import { startsAround } from '../src/rules/diff-deadlines.ts';
import {
  contactVariations,
  datesAround,
  decidingWhens,
  differingWhens,
  factVariations,
  standIns,
  subjectsOf,
  variedFacts,
} from '../src/rules/diff-grid.ts';
import { changesOfDecision, decisionOf } from '../src/rules/diff-outcome.ts';
import { walkGrid } from '../src/rules/diff-walk.ts';
import { type ClosedFact, closedFactNames, closedFacts, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');
const law = lawOn(rules, today);
const whens = decidingWhens(law);

test('every fact but the letter and the action is varied', () => {
  expect([...variedFacts, 'action', 'contact'].sort()).toEqual([...closedFactNames].sort());
});

test('every letter stands in one subject with those that the rules treat alike, and answers as they do', () => {
  const subjects = subjectsOf(law, law);
  const alone = subjects.filter(({ answers }) => answers.notice && !answers.action);
  expect(alone.flatMap(({ letters }) => letters).sort()).toEqual(Object.keys(law.notices).sort());
  expect(subjects.filter(({ letters }) => letters.length === 0)).toHaveLength(closedFacts.action.length + 1);
  const facts: Answers = { contact: 'phone', conference: 'held', conferenceDate: d('2026-11-05') };
  for (const { letters, answers } of alone) {
    const first = decisionOf(law, { ...facts, ...answers, noticeDate: d('2026-11-02') }, today);
    for (const notice of letters) {
      const other = decisionOf(law, { ...facts, notice, noticeDate: d('2026-11-02') }, today);
      expect([notice, changesOfDecision(first, other)]).toEqual([notice, []]);
    }
  }
});

test('the numbers of the grid: each fact alone, each pair, none; contradictions left out', () => {
  const values = variedFacts.map((fact) => closedFacts[fact].length);
  const single = values.reduce((sum, each) => sum + each, 0);
  const pairs = (single ** 2 - values.reduce((sum, each) => sum + each ** 2, 0)) / 2;
  const situations = (most: 1 | 2): number =>
    factVariations(whens, most).reduce((sum, variation) => sum + variation.situations, 0);
  expect(situations(1)).toBe(1 + single);
  // No earlier notice, and a hearing of either kind on it.
  expect(situations(2)).toBe(1 + single + pairs - 2);
  const contacts = contactVariations(whens).map((variation) => variation.situations);
  expect(contacts.reduce((sum, each) => sum + each, 0)).toBe(closedFacts.contact.length + 1);
});

test('what is walked as one is one: each value answers as the value that stands for it', () => {
  const dates = { noticeDate: d('2026-11-02'), nftlFiledDate: d('2026-11-02') };
  for (const { answers: subject } of subjectsOf(law, law)) {
    for (const fact of ['contact', ...variedFacts] as ClosedFact[]) {
      for (const [value, standIn] of standIns(whens, fact)) {
        if (value === standIn) continue;
        const answer = (one: string): ReturnType<typeof decisionOf> =>
          decisionOf(law, { ...dates, ...subject, [fact]: one }, today);
        expect([fact, value, changesOfDecision(answer(value), answer(standIn))]).toEqual([fact, value, []]);
      }
    }
  }
});

test('who speaks is told apart only where the table of representation differs', () => {
  const asksWho = (cells: object): boolean => 'representative' in cells;
  expect(decidingWhens(law).some(asksWho)).toBe(true);
  expect(differingWhens(law, law).some(asksWho)).toBe(false);
  const table = law.tables['representation'];
  const [first, ...rows] = table?.rows ?? [];
  const other =
    first && table
      ? { ...table, rows: [{ ...first, then: { ...first.then, mayRepresent: 'limited' } }, ...rows] }
      : table;
  const changed = { ...law, tables: { ...law.tables, ...(other ? { representation: other } : {}) } };
  expect(differingWhens(law, changed).some(asksWho)).toBe(true);
  // Who speaks changes nothing in the rest: situations of two values differ in the same places. Some letters are enough.
  const some = ['l4052', 'l2272c', 'cp523', 'l5259', 'lt11', 'f668a', 'cp2000', 'l1153'];
  const notices = Object.fromEntries(Object.entries(law.notices).filter(([id]) => some.includes(id)));
  const walk = (rules: typeof law): ReturnType<typeof walkGrid> =>
    walkGrid({ ...law, notices }, { ...rules, notices }, today);
  const shorter = structuredClone(law.deadlines);
  for (const term of shorter.find(({ id }) => id === 'ia-appeal')?.terms ?? []) {
    term.add = [{ count: 29, unit: 'calendar-day' }];
  }
  const [alone, together] = [
    { ...law, deadlines: shorter },
    { ...changed, deadlines: shorter },
  ].map(walk);
  const ofDeadlines = (found: typeof alone): unknown =>
    found?.groups
      .filter(({ part }) => part === 'deadlines.ia-appeal')
      .map(({ situations, letters }) => [situations, letters]);
  expect(ofDeadlines(alone)).not.toEqual([]);
  expect(ofDeadlines(alone)).toEqual(ofDeadlines(together));
  expect(alone?.workedOut).toBeLessThan((together?.workedOut ?? 0) / 2);
});

test('dates are set so that each count is over, ends today or later, and has just begun', () => {
  const calendar = calendarOf(law);
  for (const { id, terms, roll } of law.deadlines) {
    for (const term of terms.filter(({ from }) => from !== 'printedDeadline')) {
      const ends = startsAround(law, term.from, today).map((start) => count(calendar, start, term.add, roll).date);
      expect([id, ends.some((end) => end < today)]).toEqual([id, true]);
      // The first start that is not over ends today, or on the day to which a roll carries it.
      const first = ends.filter((end) => end >= today).sort()[0] ?? '';
      expect([id, first <= addCalendarDays(today, 4)]).toEqual([id, true]);
      expect(ends).toContain(count(calendar, today, term.add, roll).date);
    }
  }
  expect(startsAround(law, 'mailedDate', today)).toEqual([]);
});

test('a date of the grid contradicts no other, or is left out', () => {
  const dates = datesAround(law, law, today);
  expect([...dates.keys()]).toEqual(expect.arrayContaining(['noticeDate', 'effectiveDate', 'printedDeadline']));
  expect(dates.get('effectiveDate')).toContain('2026-11-18');
  expect(
    settleFacts({ firstCdpDate: d('2026-11-10'), noticeDate: d('2026-11-02') }, law.notices['lt11'], kebabCase).faults,
  ).toHaveLength(1);
});
