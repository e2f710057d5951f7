import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { deepest, isTooDeep } from '../json-depth.ts';
import type { Fault, RuleFile } from './lint-fault.ts';
import { RulesError } from './rules-error.ts';

/** Folders whose files are no law: schemas help editors, scenarios are tests. */
const notLaw = new Set(['schema', 'scenarios']);

/** What stands in a rules directory, in order. */
export interface RulePaths {
  /** Of the JSON files, within the directory. */
  readonly paths: readonly string[];
  /** What cannot be read as rules and looks as if it should be: nothing is left out without a word. */
  readonly faults: readonly Fault[];
}

/** What is in a directory, all or only what is law; links are followed. Throws RulesError where it is none. */
export function rulePaths(dir: string, onlyLaw: boolean): RulePaths {
  const paths: string[] = [];
  const faults: Fault[] = [];
  const read = (folder: string, above: readonly string[]): void => {
    for (const entry of readdirSync(join(dir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const isRules = path.endsWith('.json');
      if (!isRules && isForPeople(entry.name)) continue;
      const kind = kindOf(entry, join(dir, path), above);
      if (kind === 'file') {
        if (isRules) paths.push(path);
        else faults.push({ file: path, path: '', message: notRead });
      } else if (kind !== 'folder') faults.push({ file: path, path: '', message: kind });
      else if (!(onlyLaw && notLaw.has(path))) {
        read(path, entry.isSymbolicLink() ? [...above, realpathSync(join(dir, path))] : above);
      }
    }
  };
  try {
    read('', [realpathSync(dir)]);
  } catch (error) {
    const { message } = error as Error;
    throw new RulesError([
      { file: dir, path: '', message: `cannot be read as a rules directory; give the path of one: ${message}` },
    ]);
  }
  return { paths: paths.sort(), faults };
}

const notRead = 'is not read, because its name does not end in .json; mend its name, or move it elsewhere';

/** Notes, and what editors, systems and version control hide. */
function isForPeople(name: string): boolean {
  return name.endsWith('.md') || name.startsWith('.');
}

/** `file`, `folder`, or what is wrong; `above`: the folders that links have led into. */
function kindOf(entry: Dirent, path: string, above: readonly string[]): string {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'is no file; move it elsewhere';
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isFile()) return 'file';
  if (!target?.isDirectory()) return 'is a link that leads to no file and no folder; mend it or take it out';
  const real = realpathSync(path);
  const leadsBack = above.some((folder) => folder === real || folder.startsWith(`${real}${sep}`));
  return leadsBack ? 'is a link to a folder that it stands in; take it out' : 'folder';
}

/** Whether a file counts for the law: schemas help editors and scenarios are tests. */
export function isLaw(path: string): boolean {
  return !notLaw.has(path.slice(0, path.indexOf('/')));
}

/** Path within the directory without the ending: `notices/cp504` for `notices/cp504.json`. */
export function nameOf(path: string): string {
  return path.slice(0, -'.json'.length);
}

/**
 * Reads every file that is law or a scenario. A file that is no JSON becomes a fault and not an exception; `explain` says
 * where its text goes wrong.
 */
export function readRuleFiles(
  dir: string,
  explain: (text: string) => string,
): { readonly files: RuleFile[]; readonly faults: Fault[] } {
  const files: RuleFile[] = [];
  const { paths, faults: strange } = rulePaths(dir, false);
  const faults = [...strange];
  for (const path of paths.filter((each) => !each.startsWith('schema/'))) {
    let text = '';
    try {
      text = readFileSync(join(dir, path), 'utf8');
      if (isTooDeep(text)) {
        faults.push({
          file: path,
          path: '',
          message: `is nested more than ${deepest} levels deep; no rules need that`,
        });
        continue;
      }
      const data: unknown = JSON.parse(text);
      files.push({ file: path, name: nameOf(path), data, schemaFound: schemaFound(path, data, paths), text });
    } catch (error) {
      const message =
        error instanceof SyntaxError
          ? `is not valid JSON: ${explain(text)}`
          : `cannot be read: ${(error as Error).message.replace(/\s+/g, ' ')}`;
      faults.push({ file: path, path: '', message });
    }
  }
  return { files, faults };
}

function schemaFound(path: string, data: unknown, paths: readonly string[]): boolean {
  const named = (data as { $schema?: unknown } | null)?.$schema;
  return typeof named === 'string' && paths.includes(posix.join(path, '..', named));
}
