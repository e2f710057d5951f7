import { expect, test } from 'vitest';
import type { CalendarDate } from '../src/calendar.ts';
import { changesOfOutcome, outcomeOfGuidance, quickOutcome } from '../src/rules/diff-outcome.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { answerOf, scenariosIn } from '../src/rules/run-scenarios.ts';
import { d } from './days.ts';
import { rules, rulesDir } from './rules.ts';

const scenarios = scenariosIn(readRuleFiles(rulesDir, String).files).map(({ scenario }) => scenario);
const flooded = {
  ...rules,
  specialDays: [
    {
      ...{ id: 'flood', kind: 'postponed' as const, first: '2020-01-01', last: '2027-12-31', until: '2028-01-01' },
      ...{ text: { en: 'Postponed.' }, cite: ['irc-7508a'] },
    },
  ],
};

test.each([rules, flooded].map((book, index) => ({ book, name: ['the rules', 'special days'][index] })))(
  'what is worked out without sentences is what the whole answers say: $name',
  ({ book }) => {
    for (const scenario of scenarios) {
      const answer = answerOf(book, scenario);
      if (typeof answer === 'string') throw new Error(answer);
      const quick = quickOutcome(book, answer.facts, scenario.today as CalendarDate);
      // Where a source has expired there is no quick way.
      if (quick) expect([scenario.id, changesOfOutcome(quick, outcomeOfGuidance(answer))]).toEqual([scenario.id, []]);
    }
  },
);

test('an expired source is seen in whole answers only', () => {
  expect(quickOutcome(rules, {}, d('2026-11-10'))).toBeDefined();
  expect(quickOutcome(rules, {}, d('2028-02-01'))).toBeUndefined();
});

test('places that one of two answers does not have differ', () => {
  const [old, now] = [
    { 'deadlines.reply-by.date': 'unknown', missing: null },
    { 'deadlines.ia-appeal.date': '2026-12-02', missing: null },
  ];
  expect(changesOfOutcome(old, now)).toEqual([
    { place: 'deadlines.reply-by.date', old: 'unknown', new: null },
    { place: 'deadlines.ia-appeal.date', old: null, new: '2026-12-02' },
  ]);
});
