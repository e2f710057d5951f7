import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, posix } from 'node:path';
import { namesOfNotices } from '../engine/notice-name.ts';
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

/** Left by the build after the rules were checked: as long as not a byte differs, they need no second check. */
export interface Stamp {
  readonly hash: string;
  readonly noticeNames: Readonly<Record<string, string>>;
  /** Every file that is law, in order, with its length in bytes. */
  readonly files: readonly (readonly [path: string, length: number])[];
}

/** The stamp with the bytes of its files, one after the other. */
export interface CheckedRules {
  readonly stamp: Stamp;
  readonly bytes: Buffer;
}

/** Folders whose files are no law: schemas help editors, scenarios are tests. */
const notLaw = new Set(['schema', 'scenarios']);

/** Paths of the JSON files inside a directory, in order; all or only those that are law. Throws RulesError. */
function rulePaths(dir: string, onlyLaw: boolean): string[] {
  const paths: string[] = [];
  const read = (folder: string): void => {
    for (const entry of readdirSync(join(dir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!(onlyLaw && notLaw.has(path))) read(path);
      } else if (path.endsWith('.json')) paths.push(path);
    }
  };
  try {
    read('');
  } catch (error) {
    throw new RulesError([{ file: dir, path: '', message: `cannot be read: ${(error as Error).message}` }]);
  }
  return paths.sort();
}

/** The rules of a directory, checked; files that are those of `checked` were checked before. Throws RulesError. */
export async function loadRules(dir: string, checked?: CheckedRules): Promise<RuleSet> {
  const known = checked && unchangedFiles(dir, checked);
  if (known) return assemble(known, checked.stamp);
  const { checkRules } = await import('./check.ts');
  const { files, faults } = readRuleFiles(dir);
  const byName = new Map(files.map(({ name, data }) => [name, data]));
  const found: Files = { names: [...byName.keys()], read: (name) => byName.get(name) };
  return checkRules(files, faults, (hash) => assemble(found, { hash }));
}

/** What the build leaves for a directory whose rules are right. Throws RulesError. */
export async function checkedRules(dir: string): Promise<CheckedRules> {
  const { hash, noticeNames } = await loadRules(dir);
  const contents = rulePaths(dir, true).map((path) => [path, readFileSync(join(dir, path))] as const);
  const files = contents.map(([path, content]) => [path, content.length] as const);
  return { stamp: { hash, noticeNames, files }, bytes: Buffer.concat(contents.map(([, content]) => content)) };
}

/** The files of a directory if they are to the byte those that were checked, else undefined. */
function unchangedFiles(dir: string, { stamp, bytes }: CheckedRules): Files | undefined {
  const paths = rulePaths(dir, true);
  if (paths.length !== stamp.files.length) return undefined;
  const starts = new Map<string, readonly [number, number]>();
  // One buffer for all files, because garbage costs a start more than reading does. One byte more shows a longer file.
  const buffer = Buffer.allocUnsafe(Math.max(...stamp.files.map(([, length]) => length)) + 1);
  let start = 0;
  for (const [index, [path, length]] of stamp.files.entries()) {
    if (paths[index] !== path) return undefined;
    const file = openSync(`${dir}/${path}`, 'r');
    const read = readSync(file, buffer, 0, length + 1, 0);
    closeSync(file);
    if (read !== length || buffer.compare(bytes, start, start + length, 0, length) !== 0) return undefined;
    starts.set(nameOf(path), [start, start + length]);
    start += length;
  }
  const read = (name: string): unknown => JSON.parse(bytes.toString('utf8', ...(starts.get(name) ?? [0, 0])));
  return { names: [...starts.keys()], read };
}

/** Whether a file counts for the law: schemas help editors and scenarios are tests. */
export function isLaw(path: string): boolean {
  return !notLaw.has(path.slice(0, path.indexOf('/')));
}

/** Files by name; parsed when first asked for, because one answer needs few of the notices. */
interface Files {
  readonly names: readonly string[];
  readonly read: (name: string) => unknown;
}

function nameOf(path: string): string {
  return path.slice(0, -'.json'.length);
}

/** Reads every file that is law or a scenario; a file that is no JSON becomes a fault and not an exception. */
export function readRuleFiles(dir: string): { readonly files: RuleFile[]; readonly faults: Fault[] } {
  const files: RuleFile[] = [];
  const faults: Fault[] = [];
  const paths = rulePaths(dir, false);
  for (const path of paths.filter((each) => !each.startsWith('schema/'))) {
    try {
      const data: unknown = JSON.parse(readFileSync(join(dir, path), 'utf8'));
      files.push({ file: path, name: nameOf(path), data, schemaFound: schemaFound(path, data, paths) });
    } catch (error) {
      faults.push({
        file: path,
        path: '',
        message: `is not valid JSON: ${(error as Error).message.replace(/\s+/g, ' ')}`,
      });
    }
  }
  return { files, faults };
}

function schemaFound(path: string, data: unknown, paths: readonly string[]): boolean {
  const named = (data as { $schema?: unknown } | null)?.$schema;
  return typeof named === 'string' && paths.includes(posix.join(path, '..', named));
}

/** Puts the files of a checked directory together. */
function assemble(
  files: Files,
  known: { readonly hash: string; readonly noticeNames?: RuleSet['noticeNames'] },
): RuleSet {
  // biome-ignore lint/suspicious/noExplicitAny: the one place where checked JSON becomes typed
  const file = (name: string): any => files.read(name);
  return onFirstUse<RuleSet>({
    hash: () => known.hash,
    manifest: () => file('manifest'),
    sources: () => file('sources').sources,
    notices: () => folder(files, 'notices'),
    noticeNames: () => known.noticeNames ?? namesOfNotices(folder(files, 'notices')),
    tables: () => folder(files, 'decisions'),
    actions: () => file('actions').actions,
    deadlines: () => file('deadlines').deadlines,
    clocks: () => file('deadlines').clocks,
    steps: () => file('steps').steps,
    warnings: () => file('warnings').warnings,
    help: () => file('help').help,
    conditions: () => file('conditions').conditions,
    phone: () => file('phone'),
    compare: () => file('compare').aspects,
    questions: () => file('questions').questions,
    form2848: () => file('forms/form-2848').checks,
    legalHolidays: () => file('calendar/legal-holidays'),
    text: () => mergedText(Object.values(folder(files, 'text/en'))),
  });
}

function folder<T>(files: Files, name: string): Readonly<Record<string, T>> {
  const inside = files.names.filter((path) => path.startsWith(`${name}/`));
  const entries = inside.map((path) => [path.slice(name.length + 1), () => files.read(path) as T] as const);
  return onFirstUse(Object.fromEntries(entries));
}

function mergedText(texts: readonly Partial<RuleSet['text']>[]): RuleSet['text'] {
  return {
    statements: Object.assign({}, ...texts.map(({ statements }) => statements)),
    labels: Object.assign({}, ...texts.map(({ labels }) => labels)),
    counting: Object.assign({}, ...texts.map(({ counting }) => counting)),
  };
}

/** An object whose values are made when they are first used, and kept. */
function onFirstUse<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[]) {
    const keep = (value: T[keyof T]): T[keyof T] => {
      Object.defineProperty(made, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(made, key, { get: () => keep(makers[key]()), enumerable: true, configurable: true });
  }
  return made;
}

/** What a build has left for the built-in rules, if there is one. */
export function readCheckedRules(rulesDir: string): CheckedRules | undefined {
  const dist = join(rulesDir, '..', 'dist');
  const stamp = join(dist, 'rules-stamp.json');
  if (!existsSync(stamp)) return undefined;
  return { stamp: JSON.parse(readFileSync(stamp, 'utf8')), bytes: readFileSync(join(dist, 'rules-checked.bin')) };
}
