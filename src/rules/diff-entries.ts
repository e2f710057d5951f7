import { catalogOf } from './catalog.ts';
import { isRecord, placeOf, type RuleFile } from './lint-fault.ts';

/** One field that differs, by its path within the thing: `when.contact`, `terms.levy.add`, `text.en.title`. */
export interface FieldChange {
  readonly path: string;
  /** undefined where it stands in one of the two only. */
  readonly old?: unknown;
  readonly new?: unknown;
}

/** One thing of the rules that was added, removed or changed. */
export interface EntryChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** File within the rules directory, without the ending: `notices/cp504`. */
  readonly file: string;
  /** Place in the file; empty: the file as a whole. */
  readonly path: string;
  readonly id: string;
  /** What of it differs; for something added or removed, the whole of it under an empty path. */
  readonly fields: readonly FieldChange[];
}

interface Placed {
  readonly id: string;
  readonly data: unknown;
}

/** Everything that stands otherwise in two rules directories, in order of the files; nothing of a file is left out. */
export function entryChanges(before: readonly RuleFile[], after: readonly RuleFile[]): EntryChange[] {
  const [old, now] = [byName(before), byName(after)];
  return namesOf(old, now).flatMap((file) => {
    const [then, next] = [old.get(file), now.get(file)];
    const [from, to] = [placesOf(then), placesOf(next)];
    return namesOf(from, to).flatMap((path) => {
      const change = entryChange(file, from.get(path), to.get(path));
      return change ? [{ ...change, file, path }] : [];
    });
  });
}

function entryChange(
  file: string,
  old: Placed | undefined,
  now: Placed | undefined,
): Omit<EntryChange, 'file' | 'path'> | undefined {
  if (!now) return old && { kind: 'removed', id: old.id, fields: [{ path: '', old: old.data }] };
  if (!old) return { kind: 'added', id: now.id, fields: [{ path: '', new: now.data }] };
  const isSaid = file.startsWith('text/');
  const whole = isSaid && !same(old.data, now.data) ? [{ path: '', old: old.data, new: now.data }] : [];
  const fields = isSaid ? whole : fieldChanges(old.data, now.data);
  return fields.length === 0 ? undefined : { kind: 'changed', id: now.id, fields };
}

function byName(files: readonly RuleFile[]): ReadonlyMap<string, RuleFile> {
  return new Map(files.map((file) => [file.name, file]));
}

function namesOf(...maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort((a, b) => (a < b ? -1 : 1));
}

/** The things of a file by their place; what has no id is found under the key of the file that holds it. */
function placesOf(file: RuleFile | undefined): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  if (!file || !isRecord(file.data)) return places;
  const entries = catalogOf([file]);
  // A term stands in its deadline, where its fields are named.
  for (const { id, path, data } of entries.filter((entry) => entry.path !== '' && !isTerm(entry.path))) {
    places.set(freePath(places, path, data), { id, data });
  }
  const isLetter = entries.some(({ path, data }) => path === '' && data === file.data) && places.size === 0;
  if (isLetter) return new Map([['', { id: file.name.slice(file.name.lastIndexOf('/') + 1), data: file.data }]]);
  for (const [key, value] of Object.entries(file.data)) {
    const isEmptyList = Array.isArray(value) && value.length === 0;
    const isListed = isEmptyList || [...places.keys()].some((path) => path.startsWith(`${key}.`));
    if (key !== '$schema' && !isListed) places.set(key, { id: key, data: value });
  }
  return places;
}

function isTerm(path: string): boolean {
  return /^deadlines\.[^.]+\.terms\./.test(path);
}

/** Conditions share a fact and are told apart by their sentence; rules of different days by their first day. */
function freePath(taken: ReadonlyMap<string, unknown>, path: string, data: unknown): string {
  const { fact, text, from } = isRecord(data) ? data : {};
  if (fact !== undefined && typeof text === 'string') return `${path} (${text})`;
  if (!taken.has(path)) return path;
  const mark = typeof from === 'string' ? `from ${from}` : `${taken.size}`;
  return `${path} (${mark})`;
}

/** The fields in which two things differ: objects key by key, lists of things with an id entry by entry. */
export function fieldChanges(old: unknown, now: unknown, path = ''): FieldChange[] {
  if (same(old, now)) return [];
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const [before, after] = [partsOf(old), partsOf(now)];
  if (!before || !after) {
    return [{ path, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== '$schema');
  const changes = keys.flatMap((key) => fieldChanges(before[key], after[key], inside(key)));
  // The same entries in another order.
  return changes.length === 0 && Array.isArray(old) ? [{ path, old, new: now }] : changes;
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (isRecord(value)) return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.map((entry, index): [string, unknown] => [placeOf('', index, entry), entry]);
  const hasIds = entries.every(([place]) => place.startsWith('.'));
  if (!hasIds || new Set(entries.map(([place]) => place)).size < entries.length) return undefined;
  return Object.fromEntries(entries.map(([place, entry]) => [place.slice(1), entry]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(withoutSchema(a)) === JSON.stringify(withoutSchema(b));
}

function withoutSchema(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { $schema: _, ...rest } = value;
  return rest;
}
