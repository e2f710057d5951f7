import { join } from 'node:path';
import { assemble } from '../../src/rules/assemble.ts';
import { readRuleFiles } from '../../src/rules/read-files.ts';

export const rulesDir = join(import.meta.dirname, '..', '..', 'rules');

const files = new Map(readRuleFiles(rulesDir, String).files.map(({ name, data }) => [name, data]));

/** The built-in rules as they are. Their checks count days, so a mutant could fail them before any test begins. */
export const rules = assemble({ names: [...files.keys()], read: (name) => files.get(name) }, 'unchecked');
