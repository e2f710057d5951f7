import { isRecord, placeOf, type RuleFile } from './lint-fault.ts';

/** One thing of the rules that has an id. */
export interface CatalogEntry {
  /** `cap/no-conference-yet` for a row, `cdp-request/levy` for a term; elsewhere the id as it stands in the file. */
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
    const terms = inside.flatMap(termsOf);
    return [...whole, ...[...inside, ...terms].map((entry) => ({ ...entry, id: prefix + entry.id, file }))];
  });
}

/** The terms of a deadline, which counts name together with it. */
function termsOf({ id, path, data }: Omit<CatalogEntry, 'file'>): Omit<CatalogEntry, 'file'>[] {
  if (!isRecord(data) || !Array.isArray(data.terms)) return [];
  return entriesIn('terms', data.terms).map((term) => {
    return { id: `${id}/${term.id}`, path: `${path}.${term.path}`, data: term.data };
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

/** The entries of the law that name an id anywhere: as a source, a sentence, a deadline, in a place of a sentence. */
export function namedBy(catalog: readonly CatalogEntry[], id: string): CatalogEntry[] {
  return catalog.filter((entry) => entry.id !== id && !isTable(entry) && !isCase(entry) && names(entry.data, id));
}

/** The worked cases that expect something of an id. */
export function expectedBy(catalog: readonly CatalogEntry[], id: string): CatalogEntry[] {
  return catalog.filter((entry) => isCase(entry) && isRecord(entry.data) && names(entry.data.expect, id));
}

function isCase({ file }: CatalogEntry): boolean {
  return file.includes('scenarios/');
}

/** A table is named by its rows. */
function isTable({ file, path }: CatalogEntry): boolean {
  return path === '' && file.includes('decisions/');
}

function names(data: unknown, id: string): boolean {
  if (typeof data === 'string') return data === id || placesIn(data).includes(id);
  if (Array.isArray(data)) return data.some((each) => names(each, id));
  return isRecord(data) && (Object.hasOwn(data, id) || Object.values(data).some((each) => names(each, id)));
}

/** What the places of a sentence name: `cdp-request/levy` in `{count:cdp-request/levy}`. */
function placesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{[\w-]+:([^{}]+)\}/g)].map(([, name = '']) => name);
}
