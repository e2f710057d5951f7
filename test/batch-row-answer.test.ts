import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerByDecision, type RowAnswer, type RowDeadline } from '../src/batch/row-answer.ts';
import { addCalendarDays, type CalendarDate } from '../src/calendar.ts';
import { evaluate, givenFacts } from '../src/engine/evaluate.ts';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { answerOf, scenariosIn } from '../src/rules/run-scenarios.ts';
import { closedFacts, dateFacts, deadlineIds, deadlineStatuses } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules, rulesDir } from './rules.ts';

/** A row without what only lists need. */
type Said = Omit<RowAnswer, 'deadlines'> & {
  readonly deadlines: readonly Omit<RowDeadline, 'listDay' | 'isUnknownDay' | 'comesLater'>[];
};

/** The words of the whole answer that a row keeps. */
function wordsOf(guidance: Guidance): Said {
  const { today, facts, missing, notice, programs, form9423, deadlines, representation, warnings, trace } = guidance;
  const { cap, cdp, equivalentHearing } = programs;
  return {
    today,
    facts,
    missing,
    notice: notice && { id: notice.id },
    programs: {
      cap: { status: cap.status, request: cap.request, managerConference: cap.managerConference },
      cdp: { status: cdp.status, kind: cdp.kind },
      equivalentHearing: { status: equivalentHearing.status },
    },
    form9423: { need: form9423.need },
    deadlines: deadlines.map(({ id, date, unrolled, aimFor, status, daysLeft, firmness, rightEnds }) => {
      return { id, date, unrolled, aimFor, status, daysLeft, firmness, rightEnds };
    }),
    representation: { mayRepresent: representation.mayRepresent, form2848: representation.form2848 },
    warnings: warnings.map(({ id }) => id),
    trace,
  };
}

function saidBy(book: RuleSet, answers: Answers, day: CalendarDate): Said {
  const row = answerByDecision(book, answers, day);
  return { ...row, deadlines: row.deadlines.map(({ listDay: _, isUnknownDay: _u, comesLater: _l, ...said }) => said) };
}

const rowAnswer = (answers: Answers, day: CalendarDate): Said => saidBy(rules, answers, day);

test('every worked case: a row says the words of the whole answer', () => {
  const answers = scenariosIn(readRuleFiles(rulesDir, String).files).flatMap(({ scenario }) => {
    const whole = answerOf(rules, scenario);
    return typeof whole === 'string' ? [] : [whole];
  });
  expect(answers.length).toBeGreaterThan(240);
  for (const whole of answers) expect(rowAnswer(whole.facts, whole.today)).toEqual(wordsOf(whole));
});

const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addCalendarDays(d('2025-01-01'), days));
const situation: fc.Arbitrary<Answers> = fc.record(
  {
    notice: fc.constantFrom(...Object.keys(rules.notices)),
    ...Object.fromEntries(
      Object.entries(closedFacts).map(([fact, values]) => [fact, fc.constantFrom(...values, 'unknown')]),
    ),
    ...Object.fromEntries(dateFacts.map((fact) => [fact, fc.oneof(someDay, fc.constant('unknown'))])),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

/** Compares rows and whole answers, and gives the deadlines that were among them. */
function sameAsWhole(book: RuleSet, runs: number): Said['deadlines'] {
  const deadlines: Said['deadlines'][number][] = [];
  fc.assert(
    fc.property(situation, someDay, (answers, day) => {
      const row = saidBy(book, givenFacts(answers), day);
      expect(row).toEqual(wordsOf(evaluate(book, answers, day)));
      deadlines.push(...row.deadlines);
    }),
    { numRuns: runs },
  );
  return deadlines;
}

describe('random situations', () => {
  test('a row says the words of the whole answer, whatever the deadline and its state', () => {
    const deadlines = sameAsWhole(rules, 5000);
    expect(new Set(deadlines.map(({ id }) => id))).toEqual(new Set(deadlineIds));
    expect(new Set(deadlines.map(({ status }) => status))).toEqual(new Set(deadlineStatuses));
    expect(deadlines.filter(({ rightEnds }) => rightEnds !== null).length).toBeGreaterThan(100);
  });

  test('also where guidance has expired', () => {
    const expires = '2025-06-01' as CalendarDate;
    const sources = Object.fromEntries(
      Object.entries(rules.sources).map(([id, source]) => [id, { ...source, expires }]),
    );
    sameAsWhole({ ...rules, sources, changes: [expires, ...rules.changes].sort() }, 600);
  });
});

describe('days near the ends of clocks', () => {
  const today = d('2026-11-10');
  /** Days that put a clock of each length before, at and after its end, and some that are near each other. */
  const nearEnds = [0, 2, 3, 4, 10, 14, 30, 37, 44, 90, 365, 372]
    .flatMap((length) => [-6, -2, -1, 0, 1, 2, 6].map((off) => addCalendarDays(today, off - length)))
    .concat([3, 30, 60].map((ahead) => addCalendarDays(today, ahead)));
  const day = fc.constantFrom(...nearEnds);
  const dates = fc.record(Object.fromEntries(dateFacts.map((fact) => [fact, fc.option(day, { nil: undefined })])));
  const closed: readonly Answers[] = [
    {},
    { contact: 'phone', priorCdp: 'yes' },
    { contact: 'revenue-officer', conference: 'held' },
    { contact: 'notice', conference: 'asked-no-call', dispute: 'action' },
    { contact: 'phone', representative: 'attorney', taxpayerPresent: 'no', form2848: 'none' },
    { contact: 'phone', representative: 'family', taxpayer: 'business' },
    { contact: 'phone', representative: 'self', hardship: 'yes' },
    { contact: 'phone', representative: 'cpa', form2848: 'filed', hardship: 'no' },
  ];
  const given = (answers: object): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Answers;
  const same = (letter: Answers): void => {
    const asOf = fc.constantFrom(today, d('2026-01-20'), d('2026-01-21'), d('2027-07-01'));
    const property = fc.property(fc.constantFrom(...closed), dates, asOf, (facts, days, on) => {
      const answers = given({ ...letter, ...facts, ...days });
      expect(rowAnswer(answers, on)).toEqual(wordsOf(evaluate(rules, answers, on)));
    });
    fc.assert(property, { numRuns: 150 });
  };

  test.each(Object.keys(rules.notices))('%s', (notice) => same({ notice }));
  test.each(closedFacts.action)('action %s without a letter', (action) => same({ action }));
});
