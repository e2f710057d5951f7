import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault } from './lint-fault.ts';

/** The rules directory is at fault; every fault of every file, so that one run shows them all. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
  readonly faults: readonly Fault[];
  /** The rules all the same, where every file has the right shape. */
  readonly rules: RuleSet | undefined;
  constructor(faults: readonly Fault[], rules?: RuleSet) {
    super(faults.map(({ file, path, message }) => `${file}: ${path ? `${path}: ` : ''}${message}`).join('\n'));
    this.faults = faults;
    this.rules = rules;
  }
}
