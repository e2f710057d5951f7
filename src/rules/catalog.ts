import { isRecord, placeOf, type RuleFile } from './lint-fault.ts';

/** One thing of the rules that has an id. */
export interface CatalogEntry {
  /** `cap/no-conference-yet` for a row of a table; elsewhere the id as it stands in the file. */
  readonly id: string;
  readonly file: string;
  readonly path: string;
  readonly data: unknown;
}

/** Parts of files that hold things by key and not in a list. */
const keyed = new Set(['sources', 'numbers', 'actions', 'statements', 'labels', 'counting']);

/** Everything that has an id, in order of the files. */
export function catalogOf(files: readonly RuleFile[]): CatalogEntry[] {
  return files.flatMap(({ file, name, data }) => {
    if (!isRecord(data)) return [];
    const [folder, last = ''] = [name.slice(0, name.indexOf('/')), name.slice(name.lastIndexOf('/') + 1)];
    if (folder === 'notices') return [{ id: last, file, path: '', data }];
    const prefix = folder === 'decisions' ? `${last}/` : '';
    const inside = Object.entries(data).flatMap(([key, value]) => entriesIn(key, value));
    const whole = folder === 'decisions' ? [{ id: last, file, path: '', data }] : [];
    return [...whole, ...inside.map(({ id, path, data: own }) => ({ id: prefix + id, file, path, data: own }))];
  });
}

function entriesIn(key: string, value: unknown): Omit<CatalogEntry, 'file'>[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      const id = isRecord(entry) ? (entry.id ?? entry.fact) : undefined;
      return typeof id === 'string' ? [{ id, path: placeOf(key, index, entry), data: entry }] : [];
    });
  }
  if (!keyed.has(key) || !isRecord(value)) return [];
  return Object.entries(value).map(([id, data]) => ({ id, path: `${key}.${id}`, data }));
}

/** The entries that name an id anywhere: as a source, a sentence, a deadline, a step. */
export function namedBy(catalog: readonly CatalogEntry[], id: string): CatalogEntry[] {
  return catalog.filter((entry) => entry.id !== id && !isTable(entry) && names(entry.data, id));
}

/** A table is named by its rows. */
function isTable({ file, path }: CatalogEntry): boolean {
  return path === '' && file.includes('decisions/');
}

function names(data: unknown, id: string): boolean {
  if (typeof data === 'string') return data === id;
  if (Array.isArray(data)) return data.some((each) => names(each, id));
  return isRecord(data) && Object.values(data).some((each) => names(each, id));
}
