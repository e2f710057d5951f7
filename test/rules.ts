import { join } from 'node:path';
import { loadRules } from '../src/rules/load.ts';

export const rulesDir = join(import.meta.dirname, '..', 'rules');

/** The built-in rules, checked in full. */
export const rules = await loadRules(rulesDir);
