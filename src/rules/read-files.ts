import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Fault, RuleFile } from './lint-fault.ts';
import { RulesError } from './rules-error.ts';

/** Folders whose files are no law: schemas help editors, scenarios are tests. */
const notLaw = new Set(['schema', 'scenarios']);

/** Paths of the JSON files inside a directory, in order; all or only those that are law. Throws RulesError. */
export function rulePaths(dir: string, onlyLaw: boolean): string[] {
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
    throw new RulesError([
      {
        file: dir,
        path: '',
        message: `cannot be read as a rules directory; give the path of one: ${(error as Error).message}`,
      },
    ]);
  }
  return paths.sort();
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
  const faults: Fault[] = [];
  const paths = rulePaths(dir, false);
  for (const path of paths.filter((each) => !each.startsWith('schema/'))) {
    let text = '';
    try {
      text = readFileSync(join(dir, path), 'utf8');
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
