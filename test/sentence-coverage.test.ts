import { expect, test } from 'vitest';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { assemble } from '../src/rules/assemble.ts';
import type { Fault, RuleFile } from '../src/rules/lint-fault.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { scenarioOutcomes, scenariosIn } from '../src/rules/run-scenarios.ts';
import { unexpected } from '../src/rules/sentence-coverage.ts';
import { rules, rulesDir } from './rules.ts';
import type { Json } from './small-rules.ts';

const { files } = readRuleFiles(rulesDir, String);
const cases = scenariosIn(files);

/** The cases that come out otherwise once one file is changed, of those that expect one of these words. */
function outcomes(name: string, words: readonly string[], change: (data: Json) => void): string[] {
  const some = files.map((file): RuleFile => {
    if (file.name !== name) return file;
    const data = structuredClone(file.data);
    change(data);
    return { ...file, data };
  });
  const byName = new Map(some.map((file) => [file.name, file.data]));
  const broken: RuleSet = assemble({ names: [...byName.keys()], read: (file) => byName.get(file) }, '');
  const concerned = cases.filter(({ scenario }) =>
    words.some((word) => JSON.stringify(scenario.expect).includes(JSON.stringify(word))),
  );
  return scenarioOutcomes(broken, concerned, some).map(({ path }) => path);
}

function told(faults: readonly Fault[]): string[] {
  return faults.map(({ file, path, message }) => `${file}: ${path}: ${message}`);
}

test('some worked case expects each sentence, and how firm each deadline is', () => {
  expect(told(unexpected(rules, cases))).toEqual([]);
});

test('what no worked case expects is named, with what to write', () => {
  const bare = cases.map(({ file, scenario }) => {
    const { said, says, firmness, program, ...expected } = scenario.expect;
    return { file, scenario: { ...scenario, expect: expected } };
  });
  const faults = told(unexpected(rules, bare));
  const rows = Object.entries(rules.tables).flatMap(([table, all]) =>
    all.rows.flatMap(({ id, text }) => (text ? [`decisions/${table}.json: rows.${id}.text: no scenario that`] : [])),
  );
  expect(faults.filter((line) => line.startsWith('decisions/'))).toHaveLength(rows.length);
  expect(rows.filter((row) => !faults.some((line) => line.startsWith(row)))).toEqual([]);
  expect(faults).toContain(
    'deadlines.json: deadlines.cdp-request.firmness: no scenario expects how firm it is: write it under "expect.firmness" of one',
  );
  expect(faults).toContain(
    'deadlines.json: deadlines.reply-by.program: no scenario expects to which program it belongs: write it under "expect.program" of one',
  );
  expect(faults).toContain(
    'conditions.json: conditions.dispute[5]: no scenario expects this sentence: write "condition.dispute" under "expect.said" of one that says it',
  );
  expect(faults.filter((line) => line.includes('deadline.on-time.')).length).toBeGreaterThan(8);
});

test('two rows that exchange their sentences are noticed', { timeout: 120_000 }, () => {
  const unnoticed = Object.entries(rules.tables).flatMap(([table, { rows }]) =>
    rows.flatMap(({ id, text }, index) => {
      const other = rows.findIndex((row, at) => at > index && row.text !== text);
      const second = rows[other]?.text;
      if (!text || !second) return [];
      const changed = outcomes(`decisions/${table}`, [text, second], (data) => {
        [data.rows[index].text, data.rows[other].text] = [second, text];
      });
      return changed.some((path) => /\.said|\.says\./.test(path)) ? [] : [`${table}/${id}`];
    }),
  );
  expect(unnoticed).toEqual([]);
});

test.each([
  ['firmness', ['hard', 'soft', 'estimated']],
  ['program', ['cap', 'cdp', 'equivalentHearing', 'other']],
  ['roll', [true, false]],
] as const)('a deadline with another %s is noticed', (key, values) => {
  // A printed day is the last day, moved or not; business days never end on a weekend.
  const free = key === 'roll' ? ['reply-by', 'cap-late-request'] : [];
  const unnoticed = rules.deadlines.filter((deadline, index) => {
    const changes = values.filter((value) => value !== deadline[key] && !free.includes(deadline.id));
    return changes.some((value) => {
      const changed = outcomes('deadlines', [deadline.id], (data) => {
        data.deadlines[index][key] = value;
      });
      return changed.length === 0;
    });
  });
  expect(unnoticed.map(({ id }) => id)).toEqual([]);
});
