import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault, RuleFile } from './lint-fault.ts';

/** The rules directory is at fault; every fault of every file, so that one run shows them all. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(({ file, path, message }) => `${file}: ${path ? `${path}: ` : ''}${message}`).join('\n'));
    this.faults = faults;
  }
}

/** A rules directory as it stands on disk: path inside the directory to text, in order of path. */
export type RuleTexts = ReadonlyMap<string, string>;

/** Written by the build after the rules were checked: as long as not a byte changes, they need no second check. */
export interface Stamp {
  readonly raw: string;
  readonly hash: string;
}

/** Folders whose files are no law: schemas help editors, scenarios are tests. */
const notLaw = /^(?:schema|scenarios)\//;

/** Reads every JSON file of a directory. Throws RulesError where the directory cannot be read. */
export function readRuleTexts(dir: string): RuleTexts {
  const texts = new Map<string, string>();
  const read = (folder: string): void => {
    for (const entry of readdirSync(join(dir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) read(path);
      else if (path.endsWith('.json')) texts.set(path, readFileSync(join(dir, path), 'utf8'));
    }
  };
  try {
    read('');
  } catch (error) {
    throw new RulesError([{ file: dir, path: '', message: `cannot be read: ${(error as Error).message}` }]);
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The rules of a directory, checked. Throws RulesError with every fault. */
export async function loadRules(dir: string, stamp?: Stamp): Promise<RuleSet> {
  const texts = readRuleTexts(dir);
  if (stamp && stamp.raw === rawDigest(texts)) return assemble(parsed(texts), stamp.hash);
  const { checkRules } = await import('./check.ts');
  const { files, faults } = parseFiles(texts);
  return checkRules(files, faults, () => assemble(new Map(files.map(({ name, data }) => [name, data])), hashOf(files)));
}

/** Digest of the bytes as they stand, over all files that are law. */
export function rawDigest(texts: RuleTexts): string {
  const hash = createHash('sha256');
  for (const [path, text] of texts) if (!notLaw.test(path)) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

function parsed(texts: RuleTexts): Map<string, unknown> {
  const law = [...texts].filter(([path]) => !notLaw.test(path));
  return new Map(law.map(([path, text]) => [nameOf(path), JSON.parse(text)]));
}

function nameOf(path: string): string {
  return path.slice(0, -'.json'.length);
}

/** Parses every file that is law or a scenario; a file that is no JSON becomes a fault and not an exception. */
export function parseFiles(texts: RuleTexts): { readonly files: RuleFile[]; readonly faults: Fault[] } {
  const files: RuleFile[] = [];
  const faults: Fault[] = [];
  for (const [path, text] of texts) {
    if (path.startsWith('schema/')) continue;
    try {
      const data: unknown = JSON.parse(text);
      files.push({ file: path, name: nameOf(path), data, schemaFound: schemaFound(path, data, texts) });
    } catch (error) {
      faults.push({ file: path, path: '', message: `is not valid JSON: ${(error as Error).message}` });
    }
  }
  return { files, faults };
}

function schemaFound(path: string, data: unknown, texts: RuleTexts): boolean {
  const named = (data as { $schema?: unknown } | null)?.$schema;
  if (typeof named !== 'string') return false;
  return texts.has(join(path, '..', named).replaceAll('\\', '/'));
}

/** `sha256:` over canonical JSON: sorted keys, no spaces; the same for any layout of the files. */
export function hashOf(files: readonly RuleFile[]): string {
  const law = files.filter(({ file }) => !notLaw.test(file));
  const canonical = law.map(({ name, data }) => `${JSON.stringify(name)}:${canonicalJson(data)}`).join(',');
  return `sha256:${createHash('sha256').update(`{${canonical}}`).digest('hex')}`;
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** Puts the files of a checked directory together. */
function assemble(files: ReadonlyMap<string, unknown>, hash: string): RuleSet {
  // biome-ignore lint/suspicious/noExplicitAny: the one place where checked JSON becomes typed
  const file = (name: string): any => files.get(name);
  const folder = (name: string): Record<string, never> => {
    const entries = [...files].filter(([path]) => path.startsWith(`${name}/`));
    return Object.fromEntries(entries.map(([path, data]) => [path.slice(name.length + 1), data as never]));
  };
  const texts: Partial<RuleSet['text']>[] = Object.values(folder('text/en'));
  return {
    hash,
    manifest: file('manifest'),
    sources: file('sources').sources,
    notices: folder('notices'),
    tables: folder('decisions'),
    actions: file('actions').actions,
    deadlines: file('deadlines').deadlines,
    clocks: file('deadlines').clocks,
    steps: file('steps').steps,
    warnings: file('warnings').warnings,
    help: file('help').help,
    conditions: file('conditions').conditions,
    phone: file('phone'),
    compare: file('compare').aspects,
    questions: file('questions').questions,
    form2848: file('forms/form-2848').checks,
    legalHolidays: file('calendar/legal-holidays'),
    text: {
      statements: Object.assign({}, ...texts.map(({ statements }) => statements)),
      labels: Object.assign({}, ...texts.map(({ labels }) => labels)),
      counting: Object.assign({}, ...texts.map(({ counting }) => counting)),
    },
  };
}

/** The stamp of the built-in rules, where a build has left one. */
export function readStamp(rulesDir: string): Stamp | undefined {
  const file = join(rulesDir, '..', 'dist', 'rules-stamp.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stamp) : undefined;
}
