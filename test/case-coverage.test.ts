import { describe, expect, test } from 'vitest';
import { countPlaces } from '../src/engine/count-places.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { assemble } from '../src/rules/assemble.ts';
import { unshown } from '../src/rules/case-coverage.ts';
import type { Fault, RuleFile } from '../src/rules/lint-fault.ts';
import { fileNamer } from '../src/rules/lint-files.ts';
import { silentRights } from '../src/rules/lint-rights.ts';
import { keyOf, wordingsOf } from '../src/rules/lint-sentences.ts';
import { retirementFaults } from '../src/rules/lint-statements.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { scenarioOutcomes, scenariosIn } from '../src/rules/run-scenarios.ts';
import { rulesDir } from './rules.ts';

const { files } = readRuleFiles(rulesDir, String);
const fileOf = fileNamer(files);
const cases = scenariosIn(files);

function assembled(some: readonly RuleFile[]): RuleSet {
  const byName = new Map(some.map(({ name, data }) => [name, data]));
  return assemble({ names: [...byName.keys()], read: (name) => byName.get(name) }, '');
}

/** The files with the text of one of them changed. */
function changed(name: string, change: (text: string) => string): RuleFile[] {
  return files.map((file) =>
    file.name === name ? { ...file, data: JSON.parse(change(JSON.stringify(file.data))) } : file,
  );
}

/** The files without one entry of a list, which stands at a path such as `deadlines.0.terms`. */
function without(name: string, path: string, index: number): RuleFile[] {
  return changed(name, (text) => {
    const data = JSON.parse(text);
    const list = path.split('.').reduce((at, key) => at[key], data);
    list.splice(index, 1);
    return JSON.stringify(data);
  });
}

function said(faults: readonly Fault[]): string[] {
  return faults.map(({ file, path, message }) => `${file}: ${path}: ${message}`);
}

/** What comes out otherwise in the cases that expect something of an id or a sentence. */
function outcomes(some: readonly RuleFile[], of?: string): string[] {
  const concerned = cases.filter(
    ({ scenario }) => of === undefined || JSON.stringify(scenario.expect).includes(JSON.stringify(of)),
  );
  return said(scenarioOutcomes(assembled(some), concerned, some));
}

test('the rules as they are show everything', () => {
  expect(outcomes(files)).toEqual([]);
  expect(unshown(assembled(files), files, cases)).toEqual([]);
});

test('without worked cases everything is named', () => {
  const rules = assembled(files);
  const faults = said(unshown(rules, files, [])).join('\n');
  const ids = [
    ...Object.keys(rules.notices).map((id) => `notices/${id}.json`),
    ...Object.entries(rules.tables).flatMap(([name, { rows }]) =>
      rows.map(({ id }) => `decisions/${name}.json: rows.${id}:`),
    ),
    ...(['steps', 'warnings', 'help'] as const).flatMap((list) =>
      rules[list].map(({ id }) => `${list}.json: ${list}.${id}:`),
    ),
    ...rules.form2848.map(({ id }) => `checks.${id}:`),
    ...rules.deadlines.flatMap(({ id, terms }) => terms.map((term) => `deadlines.${id}.terms.${term.id}:`)),
  ];
  expect(ids.filter((id) => !faults.includes(id))).toEqual([]);
  expect(ids.length).toBeGreaterThan(380);
});

const sentences = files.flatMap(wordingsOf).flatMap((wording) => {
  const places = [...wording.words.matchAll(/\{(date|count):([^{}]+)\}/g)];
  return places.map(([place, kind = '', id = '']) => ({ wording, place, kind, id }));
});

test('each date and each count that a sentence takes from another deadline is named', { timeout: 180_000 }, () => {
  const rules = assembled(files);
  const others = {
    date: [...rules.deadlines.map(({ id }) => id), 'tenDayClock'],
    count: [...countPlaces(rules).keys()],
  };
  const unnoticed = sentences.flatMap(({ wording, place, kind, id }) => {
    const known = others[kind as 'date'];
    const other = known[(known.indexOf(id) + 1) % known.length];
    const some = changed(wording.name, (text) => {
      const [before, after] = [wording.words, wording.words.replace(place, `{${kind}:${other}}`)];
      return text.replace(JSON.stringify(before), JSON.stringify(after));
    });
    const key = keyOf(wording);
    return outcomes(some, key).some((line) => line.includes(`expect.says.${key}: `)) ? [] : [`${key}: ${place}`];
  });
  expect(unnoticed).toEqual([]);
  expect(sentences.length).toBeGreaterThan(90);
});

describe('each statement that is said always is noticed', () => {
  const rules = assembled(files);

  test.each(['steps', 'warnings', 'help'] as const)('%s', { timeout: 120_000 }, (list) => {
    // The date of their deadline, which stands in their situations only, keeps these steps back.
    const byDate = ['petition', 'reply-by', 'own-appeal', 'own-reply', 'jeopardy-review'];
    const unnoticed = rules[list].filter(({ id, when }, index) => {
      const isAlways = byDate.includes(id) || when.some((cells) => Object.keys(cells).length === 0);
      const widened = changed(list, (text) => {
        const data = JSON.parse(text);
        data[list][index].when = [{}];
        return JSON.stringify(data);
      });
      const lines = outcomes(widened, id);
      return !isAlways && !lines.some((line) => line.includes(`expect.without.${list}: `));
    });
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });

  test('and no worked case need leave out what is always said', () => {
    const bare = cases.map(({ file, scenario }) => {
      const { without, ...expected } = scenario.expect;
      return { file, scenario: { ...scenario, expect: expected } };
    });
    const faults = said(unshown(rules, files, bare));
    expect(faults).toContain(
      'steps.json: steps.request-cdp: no scenario expects that it is left out: write its id under "expect.without.steps" of one that must not say it',
    );
    expect(faults.filter((line) => line.startsWith('help.json: help.is-it-real'))).toEqual([]);
  });
});

describe('each entry that is deleted is missed by a worked case', () => {
  const rules = assembled(files);
  const lists = [
    ...(['steps', 'warnings', 'help'] as const).map((list) => ({ name: list as string, list, ids: rules[list] })),
    { name: 'forms/form-2848', list: 'checks', ids: rules.form2848 },
  ];

  test.each(lists)('$name', { timeout: 120_000 }, ({ name, list, ids }) => {
    const unnoticed = ids.filter(
      ({ id }, index) =>
        !outcomes(without(name, list, index), id)
          .join('\n')
          .includes(id),
    );
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });

  test('terms of deadlines', { timeout: 120_000 }, () => {
    const terms = rules.deadlines.flatMap((deadline, at) =>
      deadline.terms.map((term, index) => ({ deadline: deadline.id, term: term.id, at, index })),
    );
    const unnoticed = terms.filter(({ deadline, at, index }) => {
      return outcomes(without('deadlines', `deadlines.${at}.terms`, index), deadline).length === 0;
    });
    expect(unnoticed).toEqual([]);
    expect(terms.length).toBeGreaterThan(20);
  });
});

describe('a right that is open says how to ask for it', () => {
  const rights = (some: readonly RuleFile[]): string[] => said(silentRights(assembled(some), fileOf));
  const steps = assembled(files).steps;

  test('as the rules are', () => {
    expect(rights(files)).toEqual([]);
  });

  test.each(
    steps.flatMap(({ id, asksFor }, index) =>
      asksFor && !['send-form-9423', 'tell-officer'].includes(id) ? [{ id, asksFor, index }] : [],
    ),
  )('$id is missed', ({ asksFor, index }) => {
    expect(rights(without('steps', 'steps', index))).toEqual([
      expect.stringMatching(new RegExp(`^steps\\.json: steps: ${asksFor} is available by row [\\w-]+/[\\w-]+ in `)),
    ]);
  });

  test('and each value of its situations that is taken out', () => {
    const cells = steps.flatMap(({ asksFor, when }, index) =>
      asksFor === undefined
        ? []
        : when.flatMap((cell, at) =>
            Object.entries(cell).flatMap(([input, values]) =>
              (values ?? []).map((value) => ({ index, at, input, value, isOnly: values?.length === 1 })),
            ),
          ),
    );
    const unnoticed = cells.filter(({ index, at, input, value, isOnly }) => {
      // CAP is never open on these; they stand there so that no word is left out.
      if (isOnly || ['balance-due', 'other', 'unknown'].includes(value)) return false;
      const some = changed('steps', (text) => {
        const data = JSON.parse(text);
        const whens = data.steps[index].when[at];
        whens[input] = whens[input].filter((each: string) => each !== value);
        return JSON.stringify(data);
      });
      return rights(some).length === 0;
    });
    expect(unnoticed.map(({ index, input, value }) => `${steps[index]?.id}: ${input} ${value}`)).toEqual([]);
    expect(cells.length).toBeGreaterThan(80);
  });
});

describe('a statement that ends', () => {
  const retired = (changes: object, follower?: object): string[] => {
    const some = changed('warnings', (text) => {
      const data = JSON.parse(text);
      const [first, ...rest] = data.warnings;
      const next = follower ? [{ ...first, ...follower }] : [];
      return JSON.stringify({ ...data, warnings: [{ ...first, ...changes }, ...next, ...rest] });
    });
    return said(retirementFaults(assembled(some), fileOf)).map((line) => line.slice(line.indexOf(': ') + 2));
  };
  const [first] = assembled(files).warnings;

  test.each([
    [{}, undefined, undefined],
    [{ to: '2026-12-31', retired: 'The form was withdrawn.' }, undefined, undefined],
    [{ to: '2026-12-31' }, { from: '2027-01-01' }, undefined],
    [{ to: '2026-12-31' }, undefined, /^nothing takes its place on 2027-01-01: add one with this id from that day/],
    [{ to: '2026-12-31' }, { from: '2027-01-02' }, /^nothing takes its place on 2027-01-01/],
    [{ retired: 'It was.' }, undefined, /^has "retired" and no "to"/],
    [{ to: '2026-12-31', retired: 'It was.' }, { from: '2027-01-01' }, /^another with this id holds from 2027-01-01/],
  ])('%j, then %j', (changes, follower, fault) => {
    const found = retired(changes, follower);
    expect(found).toHaveLength(fault ? 1 : 0);
    if (fault) expect(found[0]?.replace(`warnings.${first?.id}: `, '')).toMatch(fault);
  });
});

test('a row that leaves many cases without an answer is told once', () => {
  const some = changed('decisions/cdp', (text) =>
    text.replace('"then":{"status":"available"}', '"then":{"status":"open"}'),
  );
  expect(outcomes(some).filter((line) => line.includes('cannot be answered'))).toEqual([
    expect.stringMatching(
      /^scenarios\/[\w-]+\.json: scenarios\.[\w-]+\.answers: cannot be answered: table "What is said first\?" has no row for cdpStatus=open, .* \(\d+ worked cases\)$/,
    ),
  ]);
});
