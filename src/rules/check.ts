import type * as z from 'zod';
import { spellings } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { tableNames } from '../engine/table.ts';
import { assemble, type Files } from './assemble.ts';
import { BrokenFileError } from './broken-file.ts';
import { hashOf } from './hash.ts';
import { lintRules } from './lint.ts';
import { type Fault, inOrderOfFile, type RuleFile } from './lint-fault.ts';
import { nameOf } from './read-files.ts';
import { RulesError } from './rules-error.ts';
import { ruleFiles, ruleFolders } from './schema.ts';
import { shapeFaults } from './shape-faults.ts';

/**
 * Checks the shape of every file and all files together. Where a file is broken, all that does not hang on it is checked
 * all the same. Throws RulesError with every fault of every file.
 */
export function checkRules(files: readonly RuleFile[], unreadable: readonly Fault[]): RuleSet {
  const ofShape = [...unreadable, ...missingFiles(files, unreadable), ...files.flatMap(shapesOf)];
  const broken = new Set(ofShape.map(({ file }) => nameOf(file)));
  const sound = files.filter(({ name }) => !broken.has(name));
  const rules = assemble(filesOf(sound, broken), hashOf(files));
  const ofWhole = lintRules(rules, sound, { tableNames, statements: ['disclaimer'], spellings, broken });
  const faults = [...ofShape, ...ofWhole];
  if (faults.length > 0) throw new RulesError(inOrderOfFile(faults));
  return rules;
}

/** Sound files; a broken letter or table is left out, and asking for any other broken file throws BrokenFileError. */
function filesOf(sound: readonly RuleFile[], broken: ReadonlySet<string>): Files {
  const byName = new Map(sound.map(({ name, data }) => [name, data]));
  const brokenTexts = [...broken].filter((name) => name.startsWith('text/'));
  return {
    names: [...byName.keys(), ...brokenTexts],
    read(name) {
      if (!byName.has(name)) throw new BrokenFileError(name);
      return byName.get(name);
    },
  };
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
