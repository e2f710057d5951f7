import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../engine/rule-set.ts';

/** The manifest of a rules directory, unchecked; for `--version`, which must answer whatever state the rules are in. */
export function readManifest(dir: string): Pick<RuleSet['manifest'], 'version' | 'reviewedOn' | 'reviewBy'> {
  return JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
}
