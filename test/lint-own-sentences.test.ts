import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { fileNamer } from '../src/rules/lint-files.ts';
import { ownSentenceChecks } from '../src/rules/lint-own-sentences.ts';
import { rules } from './rules.ts';
import { type Files, lintSmall } from './small-rules.ts';

/** What the check says of the built-in rules after two keys of one file were exchanged. */
function exchanged(change: (rules: RuleSet) => void): string[] {
  const broken = structuredClone({ ...rules });
  change(broken);
  return ownSentenceChecks(broken, fileNamer([]))
    .flatMap((check) => check())
    .map(({ file, path }) => `${file}: ${path}`);
}

type Mutable = Record<string, string>;

function swap(one: unknown, first: string, other: unknown, second = first): void {
  const [a, b] = [one as Mutable, other as Mutable];
  [a[first], b[second]] = [b[second] ?? '', a[first] ?? ''];
}

test('nothing strays in the built-in rules', () => {
  expect(exchanged(() => {})).toEqual([]);
});

describe('sentences that were exchanged', () => {
  test.each(['steps', 'warnings', 'help'] as const)('of any two %s', (list) => {
    const all = rules[list];
    const unnoticed = all.slice(1).filter(({ id }, index) => {
      const found = exchanged((broken) => swap(broken[list][index], 'text', broken[list][index + 1]));
      return (
        found.join() !== [`${list}.json: ${list}.${all[index]?.id}.text`, `${list}.json: ${list}.${id}.text`].join()
      );
    });
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ['label', 'label'],
    ['ifMissed', 'ifMissed'],
  ])('of any two deadlines: %s', (part) => {
    for (const index of rules.deadlines.keys()) {
      const found = exchanged(({ deadlines }) => swap(deadlines[0], part, deadlines[index], part));
      expect(found).toHaveLength(index === 0 ? 0 : 2);
    }
  });

  test.each(['cap', 'cdp', 'equivalentHearing', 'label'])('of any two aspects of the comparison: %s', (part) => {
    for (const index of rules.compare.keys()) {
      const found = exchanged(({ compare }) => swap(compare[0], part, compare[index], part));
      expect(found).toHaveLength(index === 0 ? 0 : 2);
    }
  });

  test('of two programs of one aspect', () => {
    const found = exchanged(({ compare }) => swap(compare[0], 'cap', compare[0], 'cdp'));
    expect(found).toEqual(['compare.json: aspects.basis.cap', 'compare.json: aspects.basis.cdp']);
  });

  test('of two telephone numbers, and of two answers to "which call"', () => {
    const { tas } = rules.phone.numbers;
    const numbers = exchanged(({ phone }) => swap(phone.numbers['tas'], 'text', phone.numbers['appeals']));
    expect(numbers).toEqual(['phone.json: numbers.appeals.text', 'phone.json: numbers.tas.text']);
    expect(tas?.text).toBe('phone.number.tas');
    expect(exchanged(({ phone }) => swap(phone.whichCall[0], 'text', phone.whichCall[1]))).toHaveLength(2);
  });

  test('of two rows that have sentences of their own', () => {
    const found = exchanged(({ tables }) => {
      const rows = tables['cdp']?.rows ?? [];
      const row = (id: string): unknown => rows.find((each) => each.id === id);
      swap(row('levy-open'), 'text', row('lien-open'));
    });
    expect(found).toEqual(['decisions/cdp.json: rows.levy-open.text', 'decisions/cdp.json: rows.lien-open.text']);
  });
});

const second = (files: Files, text: string): void => {
  files['steps'].steps.push({ ...files['steps'].steps[0], id: 'write', text });
};

test('the message says what to write', () => {
  const lines = lintSmall((files) => {
    second(files, 'step.call');
    files['steps'].steps[0].text = 'step.write';
    files['text/en/all'].statements['step.write'] = 'Write.';
  });
  expect(lines).toEqual([
    'steps.json: steps.call.text: "step.write" is the sentence of "write", which does not say it: write "step.call", or exchange the two back',
    'steps.json: steps.write.text: "step.call" is the sentence of "call", which does not say it: write "step.write", or exchange the two back',
  ]);
});

test('a sentence may be shared', () => {
  expect(lintSmall((files) => second(files, 'step.call'))).toEqual([]);
});
