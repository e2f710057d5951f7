import type { Fault } from './lint-fault.ts';

/** The rules directory is at fault; every fault of every file, so that one run shows them all. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(({ file, path, message }) => `${file}: ${path ? `${path}: ` : ''}${message}`).join('\n'));
    this.faults = faults;
  }
}
