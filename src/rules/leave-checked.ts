import { type CheckedRules, checkedRules } from './checked.ts';
import { loadRules } from './load.ts';

/** What the build leaves of a rules directory. Throws RulesError where it has a fault. */
export async function leaveChecked(dir: string): Promise<CheckedRules> {
  return checkedRules(dir, await loadRules(dir));
}
