import { expect, test } from 'vitest';
import { checkRules } from '../src/rules/check.ts';
import type { RuleFile } from '../src/rules/lint-fault.ts';
import { RulesError } from '../src/rules/rules-error.ts';
import { type Files, smallFiles } from './small-rules.ts';

/** Anything that JSON can hold, in the place of something else. */
const strange = [null, 7, 'x', [], {}, [{}], ['x'], { id: 7 }, true, [[]]] as const;

/** Every place of a file, as a list of keys. */
function placesIn(data: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof data !== 'object' || data === null) return [path];
  return [path, ...Object.entries(data).flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

function putAt(data: Files, path: readonly string[], value: unknown): void {
  const owner = path.slice(0, -1).reduce((at, key) => at[key], data);
  owner[path.at(-1) ?? ''] = value;
}

function checked(files: Files): unknown {
  const list = Object.entries(files).map(
    ([name, data]): RuleFile => ({ file: `${name}.json`, name, data, schemaFound: true, text: JSON.stringify(data) }),
  );
  try {
    return checkRules(list, []);
  } catch (error) {
    return error;
  }
}

test('whatever stands anywhere in the rules becomes faults, and never an error of the program', {
  timeout: 120_000,
}, () => {
  let broken = 0;
  for (const [index, path] of placesIn(smallFiles()).entries()) {
    if (path.length === 0) continue;
    for (const value of [strange[index % strange.length], strange[(index * 7 + 3) % strange.length]]) {
      const files = smallFiles();
      putAt(files, path, value);
      const outcome = checked(files);
      expect(outcome, `${path.join('.')} = ${JSON.stringify(value)}`).toBeInstanceOf(RulesError);
      broken += 1;
    }
  }
  expect(broken).toBeGreaterThan(500);
});
