import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../src/calendar.ts';
import { unnamedNotices } from '../src/rules/case-coverage.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { answerOf, scenarioOutcomes, scenariosIn } from '../src/rules/run-scenarios.ts';
import { rules, rulesDir } from './rules.ts';

const { files } = readRuleFiles(rulesDir, String);
const placed = scenariosIn(files);
const [first] = placed;

describe('worked cases', () => {
  test.each(placed.map(({ file, scenario }) => ({ file, scenario, id: scenario.id, why: scenario.why })))(
    '$id: $why',
    ({ file, scenario }) => {
      expect(scenarioOutcomes(rules, [{ file, scenario }], files)).toEqual([]);
    },
  );

  test('each id stands once', () => {
    const ids = placed.map(({ scenario }) => scenario.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(240);
  });

  test('each letter is named by one of them', () => {
    expect(unnamedNotices(rules, placed).map(({ file }) => file)).toEqual([]);
  });

  test('each row of each decision table decides one of them', () => {
    const rows = Object.entries(rules.tables).flatMap(([name, table]) => table.rows.map(({ id }) => `${name}/${id}`));
    const touched = new Set(
      placed.flatMap(({ scenario }) => {
        const answer = answerOf(rules, scenario);
        return typeof answer === 'string' ? [] : answer.trace;
      }),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !touched.has(row))).toEqual([]);
  });
});

describe('a worked case that comes out otherwise is told by its place', () => {
  const lt11 = {
    ...first?.scenario,
    id: 'one',
    why: 'So it is.',
    source: ['irc-6330'],
    answers: { notice: 'LT11', contact: 'phone', 'notice-date': '2026-11-02' },
    today: '2026-11-10',
  };
  const told = (change: object): string[] =>
    scenarioOutcomes(rules, [{ file: 'scenarios/some.json', scenario: { ...lt11, expect: {}, ...change } }], files).map(
      ({ path, message }) => `${path}: ${message}`,
    );

  test.each([
    [
      { programs: { cdp: 'expired' } },
      'programs.cdp: comes out as "available" and not as "expired": mend the rule or the case',
    ],
    [
      { deadlines: { 'cdp-request': '2026-12-03' } },
      'deadlines.cdp-request: comes out as "2026-12-02" and not as "2026-12-03": mend the rule or the case',
    ],
    [
      { deadlines: { 'ia-appeal': '2026-12-02' } },
      'deadlines.ia-appeal: comes out as "not shown" and not as "2026-12-02": mend the rule or the case',
    ],
    [
      { deadlines: { 'ia-appeal': null }, status: { 'ia-appeal': 'unknown' } },
      'deadlines.ia-appeal: comes out as "not shown" and not as null: mend the rule or the case',
      'status.ia-appeal: comes out as "not shown" and not as "unknown": mend the rule or the case',
    ],
    [{ absent: ['cdp-request'] }, 'absent: comes out as [] and not as ["cdp-request"]: mend the rule or the case'],
    [{ steps: ['nobody-says'] }, 'steps: comes out as [] and not as ["nobody-says"]: mend the rule or the case'],
    [{ help: ['nobody'] }, 'help: comes out as [] and not as ["nobody"]: mend the rule or the case'],
    [{ checks: ['P01'] }, 'checks: comes out as [] and not as ["P01"]: mend the rule or the case'],
    [
      { says: { 'step.request-cdp': ['cdp-request = Thursday'] } },
      'says.step.request-cdp: comes out as ["cdp-request = Wednesday, December 2, 2026; aim for Friday, November 27, 2026"] and not as ["cdp-request = Thursday"]: mend the rule or the case',
    ],
    [
      { said: ['cdp.levy-open', 'cdp.passed'] },
      'said: comes out as ["cdp.levy-open"] and not as ["cdp.levy-open","cdp.passed"]: mend the rule or the case',
    ],
    [
      { firmness: { 'cdp-request': 'soft', 'ia-appeal': 'hard' } },
      'firmness.cdp-request: comes out as "hard" and not as "soft": mend the rule or the case',
      'firmness.ia-appeal: comes out as "not shown" and not as "hard": mend the rule or the case',
    ],
    [
      { without: { steps: ['petition', 'request-cdp'], warnings: ['hardship'], help: ['tas'] } },
      'without.steps: comes out as ["petition"] and not as ["petition","request-cdp"]: mend the rule or the case',
      'without.help: comes out as [] and not as ["tas"]: mend the rule or the case',
    ],
    [
      { says: { 'step.petition': ['x'] } },
      'says.step.petition: comes out as [] and not as ["x"]: mend the rule or the case',
    ],
    [
      { says: { 'notices/l3194.json: text.en.instead': ['x'] } },
      'says.notices/l3194.json: text.en.instead: comes out as ["tax-court-petition/determination = 30 days"] and not as ["x"]: mend the rule or the case',
    ],
    [{ missing: ['contact'] }, 'missing: comes out as [] and not as ["contact"]: mend the rule or the case'],
    [{ exitCode: 3 }, 'exitCode: comes out as 0 and not as 3: mend the rule or the case'],
    [
      { representation: { form2848: 'required' } },
      'representation.form2848: comes out as "unknown" and not as "required": mend the rule or the case',
    ],
  ])('%j', (wanted, ...messages) => {
    expect(told({ expect: wanted })).toEqual(messages.map((message) => `scenarios.one.expect.${message}`));
  });

  test('facts that nobody can give are told, too', () => {
    expect(told({ answers: { notice: 'LT111' } })).toEqual([
      'scenarios.one.answers: notice: "LT111" is no letter of these rules on that day: bring it back, or mend the case',
    ]);
    expect(told({ answers: { 'notice-date': '2026-13-02' } })[0]).toMatch(
      /^scenarios\.one\.answers: notice-date: there is no/,
    );
  });

  test('the order of missing facts does not matter', () => {
    const answers = { notice: 'L3172' };
    expect(told({ answers, expect: { missing: ['nftlFiledDate', 'contact'] } })).toEqual([]);
  });
});

describe('a letter that no worked case names is told by its file', () => {
  const all = Object.keys(rules.notices).map((id) => `notices/${id}.json`);
  const unnamed = (answers: Partial<Record<'notice', string>>, today = '2026-11-10', book = rules): string[] => {
    const scenario = { id: 'one', why: 'So it is.', source: [], answers, today, expect: {} };
    return unnamedNotices(book, [{ file: 'scenarios/some.json', scenario }]).map(({ file }) => file);
  };

  test('without cases all are told', () => {
    const faults = unnamedNotices(rules, []);
    expect(faults.map(({ file }) => file)).toEqual(all);
    expect(faults).toContainEqual({
      file: 'notices/lt40.json',
      path: '',
      message: 'no scenario names this letter: add one that shows what it opens',
    });
  });

  test.each(['LT40', 'lt 40', 'notice lt-40'])('%s names LT40', (notice) => {
    expect(unnamed({ notice })).toEqual(all.filter((file) => file !== 'notices/lt40.json'));
  });

  test.each([{}, { notice: '40' }, { notice: 'LT41' }])('%j names none', (answers) => {
    expect(unnamed(answers)).toEqual(all);
  });

  test('a letter is named only by a case of a day on which it is in use', () => {
    const book = { ...rules, noticePeriods: { lt40: { to: '2026-06-30' } }, changes: ['2026-07-01' as CalendarDate] };
    expect(unnamed({ notice: 'LT40' }, '2026-06-30', book)).not.toContain('notices/lt40.json');
    expect(unnamed({ notice: 'LT40' }, '2026-07-01', book)).toContain('notices/lt40.json');
  });
});
