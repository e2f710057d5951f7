import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import { isTooDeep } from '../json-depth.ts';
import { readCheckedRules } from './checked.ts';
import type { Fault, RuleFile } from './lint-fault.ts';
import { readRuleFiles } from './read-files.ts';

/**
 * The rules of the directories that `--rules` names: one may replace the built-in ones, those whose manifest says
 * `"overlay": true` lie over them, in order. Throws UsageError for two that replace, and RulesError with every fault.
 */
export async function loadRulesFrom(dirs: readonly string[], builtIn: string): Promise<RuleSet> {
  const { base, overlays } = layersOf(dirs, builtIn);
  if (overlays.length > 0) return loadRules(base, overlays);
  return (base === builtIn && readCheckedRules(base)) || loadRules(base);
}

/** Which directory is the base and which lie over it. Throws UsageError for two bases. */
export function layersOf(dirs: readonly string[], builtIn: string): { base: string; overlays: readonly string[] } {
  if (dirs.includes('')) throw new UsageError('--rules: is empty; give the path of a rules directory');
  const overlays = dirs.filter(isOverlay);
  const [base = builtIn, second] = dirs.filter((dir) => !overlays.includes(dir));
  if (second === undefined) return { base, overlays };
  throw new UsageError(
    `--rules: ${base} and ${second} would both replace the built-in rules; leave one out, or write "overlay": true in a manifest.json`,
  );
}

/** The rules of a directory with others laid over it, every file checked. Throws RulesError with every fault. */
export async function loadRules(dir: string, overlays: readonly string[] = []): Promise<RuleSet> {
  const { checkRules } = await import('./check.ts');
  const { files, faults } = await readRules(dir, overlays);
  return checkRules(files, faults);
}

/** The files of a directory with others laid over it, not checked yet. */
export async function readRules(dir: string, overlays: readonly string[]): Promise<Read> {
  const [{ withOverlay }, { syntaxFault }] = await Promise.all([import('./check.ts'), import('./json-text.ts')]);
  const start: Read = readRuleFiles(dir, syntaxFault);
  return overlays.reduce<Read>((read, overlay) => withOverlay(read, overlay), start);
}

export interface Read {
  readonly files: readonly RuleFile[];
  readonly faults: readonly Fault[];
}

/** Whether a directory lies over others: its manifest says so, and nothing else tells. */
export function isOverlay(dir: string): boolean {
  try {
    const text = readFileSync(join(dir, 'manifest.json'), 'utf8');
    return !isTooDeep(text) && JSON.parse(text).overlay === true;
  } catch {
    // A manifest that is missing or broken is told by the check.
    return false;
  }
}
