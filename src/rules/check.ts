import type * as z from 'zod';
import { spellings } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { tableNames } from '../engine/table.ts';
import { hashOf } from './hash.ts';
import { lintRules } from './lint.ts';
import type { Fault, RuleFile } from './lint-fault.ts';
import { RulesError } from './load.ts';
import { ruleFiles, ruleFolders } from './schema.ts';
import { shapeFaults } from './shape-faults.ts';

/** Checks the shape of every file, then all files together. Throws RulesError with every fault of every file. */
export function checkRules(
  files: readonly RuleFile[],
  unreadable: readonly Fault[],
  build: (hash: string) => RuleSet,
): RuleSet {
  const faults = [...unreadable, ...missingFiles(files, unreadable), ...files.flatMap(shapesOf)];
  // Without the right shapes the rules cannot be put together, so what hangs on the whole is checked after that.
  if (faults.length > 0) throw new RulesError(faults);
  const rules = build(hashOf(files));
  const whole = lintRules(rules, files, { tableNames, statements: ['disclaimer'], spellings });
  if (whole.length > 0) throw new RulesError(whole);
  return rules;
}

function missingFiles(files: readonly RuleFile[], unreadable: readonly Fault[]): Fault[] {
  const there = new Set([...files, ...unreadable].map(({ file }) => file));
  return Object.keys(ruleFiles)
    .filter((name) => !there.has(`${name}.json`))
    .map((name) => ({ file: `${name}.json`, path: '', message: 'is missing; a rules directory needs it' }));
}

function shapesOf({ file, name, data }: RuleFile): Fault[] {
  const shape = shapeOf(name);
  if (!shape)
    return [{ file, path: '', message: 'is no file of a rules directory; move it elsewhere or mend its name' }];
  const read = shape.safeParse(data);
  return read.success ? [] : shapeFaults(file, read.error, shape, data);
}

function shapeOf(name: string): z.ZodType | undefined {
  if (Object.hasOwn(ruleFiles, name)) return ruleFiles[name as keyof typeof ruleFiles];
  const folder = name.slice(0, name.lastIndexOf('/'));
  return Object.hasOwn(ruleFolders, folder) ? ruleFolders[folder as keyof typeof ruleFolders] : undefined;
}
