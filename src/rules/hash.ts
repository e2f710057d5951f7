import { createHash } from 'node:crypto';
import type { RuleFile } from './lint-fault.ts';
import { isLaw } from './read-files.ts';

/** `sha256:` over canonical JSON: sorted keys, no spaces; the same for any layout of the files. */
export function hashOf(files: readonly RuleFile[]): string {
  const law = files.filter(({ file }) => isLaw(file));
  const canonical = law.map(({ name, data }) => `${JSON.stringify(name)}:${canonicalJson(data)}`).join(',');
  return `sha256:${createHash('sha256').update(`{${canonical}}`).digest('hex')}`;
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
