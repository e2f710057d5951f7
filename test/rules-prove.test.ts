import { describe, expect, test } from 'vitest';
import { lawOn } from '../src/engine/law-on.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { assemble } from '../src/rules/assemble.ts';
import { checkRules } from '../src/rules/check.ts';
import codeWords from '../src/rules/code-words.json' with { type: 'json' };
import { holidayFaults } from '../src/rules/lint-calendar.ts';
import { citationChecks, citationsOf } from '../src/rules/lint-citations.ts';
import { codeWordFaults } from '../src/rules/lint-code-words.ts';
import { deadlineFaults } from '../src/rules/lint-deadlines.ts';
import { type Fault, isRecord, type RuleFile } from '../src/rules/lint-fault.ts';
import { fileNamer } from '../src/rules/lint-files.ts';
import { questionFaults } from '../src/rules/lint-questions.ts';
import { statementChecks } from '../src/rules/lint-statements.ts';
import { textChecks } from '../src/rules/lint-texts.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { RulesError } from '../src/rules/rules-error.ts';
import { ruleFiles } from '../src/rules/schema.ts';
import { d } from './days.ts';
import { rulesDir } from './rules.ts';

// The rows of the decision tables are broken one by one in lint-mutations.test.ts; here all else that has an id.
const { files } = readRuleFiles(rulesDir, String);
const fileOf = fileNamer(files);
const reader = { statements: ['disclaimer'], broken: new Set<string>() };

/** The files with one of them changed. */
function changed(name: string, change: (data: never) => void): RuleFile[] {
  return files.map((file) => {
    if (file.name !== name) return file;
    const data = structuredClone(file.data);
    change(data as never);
    return { ...file, data };
  });
}

/** The law of one day; the periods of the law are tested elsewhere. */
function assembled(some: readonly RuleFile[]): RuleSet {
  const byName = new Map(some.map(({ name, data }) => [name, data]));
  return lawOn(assemble({ names: [...byName.keys()], read: (name) => byName.get(name) }, ''), d('2026-11-26'));
}

/** What the checks of references say; those that walk tables are left out, because no table is touched. */
function referenceFaults(some: readonly RuleFile[]): Fault[] {
  const rules = assembled(some);
  return [
    ...textChecks(rules, some, fileOf, reader),
    ...citationChecks(rules, some, fileOf, reader.broken),
    ...statementChecks(rules, fileOf),
    () => deadlineFaults(rules, fileOf),
    () => questionFaults(rules, fileOf),
    () => holidayFaults(rules, fileOf),
    () => codeWordFaults(rules, fileOf, codeWords),
  ].flatMap((check) => check());
}

/** Changes after which nothing is found wrong. */
function unnoticed(changes: readonly (readonly [what: string, some: readonly RuleFile[], names: string])[]): string[] {
  return changes.flatMap(([what, some, named]) => {
    const said = referenceFaults(some).map(({ file, path, message }) => `${file}: ${path}: ${message}`);
    return said.some((line) => line.includes(named)) ? [] : [what];
  });
}

test('the files as they are have no faults', () => {
  expect(referenceFaults(files)).toEqual([]);
});

const texts = files
  .filter(({ name }) => name.startsWith('text/'))
  .flatMap(({ name, data }) =>
    ['statements', 'labels', 'counting'].flatMap((section) => {
      const part = isRecord(data) ? data[section] : undefined;
      return isRecord(part) ? Object.keys(part).map((key) => ({ name, section, key })) : [];
    }),
  );

describe.each(['statements', 'labels', 'counting'])('text: %s', (section) => {
  const own = texts.filter((text) => text.section === section);

  test('each one that is deleted is named', { timeout: 120_000 }, () => {
    // What a short form stands for is spelled out where it is found, and nothing names it.
    const named = own.filter(({ key }) => !key.startsWith('screen.abbreviation.'));
    const changes = named.map(({ name, key }) => {
      return [
        key,
        changed(name, (data: Record<string, Record<string, unknown>>) => delete data[section]?.[key]),
        key,
      ] as const;
    });
    expect(unnoticed(changes)).toEqual([]);
    expect(changes.length).toBeGreaterThan(40);
  });
});

test('each sentence of another name is named as missing and as unused', { timeout: 120_000 }, () => {
  const own = texts.filter(({ section }) => section === 'statements');
  const changes = own.map(({ name, key }) => {
    const some = changed(name, (data: Record<string, Record<string, unknown>>) => {
      const part = data['statements'] ?? {};
      part[`${key}x`] = part[key];
      delete part[key];
    });
    return [key, some, `${key}x`] as const;
  });
  expect(unnoticed(changes)).toEqual([]);
});

test('each citation of a source that is misspelt is named', { timeout: 120_000 }, () => {
  const rules = assembled(files);
  for (const one of files) {
    const cited = citationsOf([one]).flatMap(({ path, ids }) => ids.map((id) => ({ path, id: `${id}-x` })));
    const misspelt = JSON.parse(JSON.stringify(one.data), (key, value) => {
      return key === 'cite' ? value.map((id: string) => `${id}-x`) : value;
    });
    const [dangling] = citationChecks(rules, [{ ...one, data: misspelt }], fileOf, reader.broken);
    const said = dangling?.() ?? [];
    const missed = cited.filter(
      ({ path, id }) => !said.some((each) => each.path === path && each.message.includes(`"${id}"`)),
    );
    expect(missed, one.file).toEqual([]);
  }
});

test('each source that is deleted is named by who cites it', { timeout: 120_000 }, () => {
  const ids = Object.keys(assembled(files).sources);
  const changes = ids.map((id) => {
    return [
      id,
      changed('sources', (data: { sources: Record<string, unknown> }) => delete data.sources[id]),
      id,
    ] as const;
  });
  expect(unnoticed(changes)).toEqual([]);
});

const lists = [
  ['steps', 'steps'],
  ['warnings', 'warnings'],
  ['help', 'help'],
  ['deadlines', 'deadlines'],
  ['questions', 'questions'],
  ['compare', 'aspects'],
  ['phone', 'whichCall'],
  ['forms/form-2848', 'checks'],
  ['calendar/legal-holidays', 'holidays'],
] as const;

function entriesOf(name: string, list: string): readonly unknown[] {
  const data = files.find((file) => file.name === name)?.data;
  return isRecord(data) && Array.isArray(data[list]) ? data[list] : [];
}

describe.each(lists)('%s: %s', (name, list) => {
  const entries = entriesOf(name, list);

  test('each entry that is doubled is named', { timeout: 120_000 }, () => {
    const changes = entries.map((entry, index) => {
      const { id, fact } = Object(entry);
      const some = changed(name, (data: Record<string, unknown[]>) => data[list]?.push(entries[index]));
      return [String(id ?? fact), some, String(id ?? fact)] as const;
    });
    expect(unnoticed(changes)).toEqual([]);
  });
});

// A check of Form 2848 that is gone is missed by a worked case: case-coverage.test.ts.
describe.each(lists.filter(([name]) => name !== 'forms/form-2848'))('%s: %s', (name, list) => {
  const entries = entriesOf(name, list);

  test('each entry that is deleted is missed', { timeout: 120_000 }, () => {
    const changes = entries.map((entry, index) => {
      const { id, fact, text, label } = Object(entry);
      const byName: Readonly<Record<string, string>> = {
        deadlines: id,
        questions: `"${fact}"`,
        'calendar/legal-holidays': 'no rule gives the holiday on',
      };
      const some = changed(name, (data: Record<string, unknown[]>) => data[list]?.splice(index, 1));
      return [String(id ?? fact), some, byName[name] ?? text ?? label] as const;
    });
    // Two entries may say the same sentence; then the worked cases tell.
    const isShared = (key: string): boolean => changes.filter(([, , other]) => other === key).length > 1;
    const shared = name.startsWith('calendar/') ? [] : changes.filter(([, , key]) => isShared(key));
    expect(unnoticed(changes.filter((change) => !shared.includes(change)))).toEqual([]);
    expect(shared.length).toBeLessThan(4);
  });
});

test('each file that a rules directory needs is missed', { timeout: 120_000 }, () => {
  for (const name of [
    ...Object.keys(ruleFiles),
    ...files.map((file) => file.name).filter((each) => /^(decisions|text)/.test(each)),
  ]) {
    const some = files.filter((file) => file.name !== name);
    let faults: readonly Fault[] = [];
    try {
      checkRules(some, []);
    } catch (error) {
      if (!(error instanceof RulesError)) throw error;
      faults = error.faults;
    }
    expect(faults.length, name).toBeGreaterThan(0);
  }
});
