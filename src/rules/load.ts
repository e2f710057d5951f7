import type { RuleSet } from '../engine/rule-set.ts';
import { readCheckedRules } from './checked.ts';
import { readRuleFiles } from './read-files.ts';

/** The built-in rules: as the build left them checked, or, after an edit, checked anew. Throws RulesError. */
export async function loadBuiltInRules(dir: string): Promise<RuleSet> {
  return readCheckedRules(dir) ?? loadRules(dir);
}

/** The rules of a directory, every file checked. Throws RulesError with every fault of every file. */
export async function loadRules(dir: string): Promise<RuleSet> {
  const { checkRules } = await import('./check.ts');
  const { files, faults } = readRuleFiles(dir);
  return checkRules(files, faults);
}
