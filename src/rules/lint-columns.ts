import type { RuleSet } from '../engine/rule-set.ts';
import { bareName, columnNames } from '../facts/fact-names.ts';
import type { Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

/** Every name of a column means one thing, and none is spelt like a column itself. */
export function columnFaults({ columns }: RuleSet, fileOf: FileOf): Fault[] {
  const owner = new Map(columnNames.map((name) => [bareName(name), `the column ${name}`]));
  const faults: Fault[] = [];
  for (const part of ['synonyms', 'askFirst'] as const) {
    for (const [column, names] of Object.entries(columns[part])) {
      for (const name of names ?? []) {
        const path = `${part}.${column}`;
        const before = owner.get(bareName(name));
        const message = `"${name}" is spelt like ${before}: take one of them out`;
        if (before !== undefined) faults.push({ file: fileOf('columns'), path, message });
        owner.set(bareName(name), `a name under ${path}`);
      }
    }
  }
  return faults;
}
