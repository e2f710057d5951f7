import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { onFirstUse } from '../engine/on-first-use.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { rulePaths } from './read-files.ts';

type Makers = Record<string, () => unknown>;
type Lengths = readonly (readonly [name: string, bytes: number])[];

/** Left by the build after the rules were checked: as long as not a byte differs, they need no second check. */
export interface CheckedRules {
  readonly stamp: {
    /** Every file that is law, in order. */
    readonly files: Lengths;
    /** The rules put together, in parts, so that one answer parses only what it needs. */
    readonly parts: Lengths;
  };
  /** The files, then the parts, one after the other. */
  readonly bytes: Buffer;
}

/** Bytes that are compared at a time. */
const window = 65_536;

/** Keys of the rule set that are parts entry by entry: one answer needs few of the letters. */
const divided: ReadonlySet<string> = new Set<keyof RuleSet>(['notices', 'tables', 'text']);

/** What the build leaves of a directory and the rules that were read from it. */
export function checkedRules(dir: string, rules: RuleSet): CheckedRules {
  const files = rulePaths(dir, true).paths.map((path) => [path, readFileSync(join(dir, path))] as const);
  const parts = Object.entries(rules).flatMap(([key, value]) =>
    divided.has(key)
      ? Object.entries(value).map(([name, part]) => partOf(`${key}/${name}`, part))
      : [partOf(key, value)],
  );
  const lengths = (list: readonly (readonly [string, Buffer])[]): Lengths =>
    list.map(([name, content]) => [name, content.length]);
  return {
    stamp: { files: lengths(files), parts: lengths(parts) },
    bytes: Buffer.concat([...files, ...parts].map(([, content]) => content)),
  };
}

function partOf(name: string, value: unknown): readonly [string, Buffer] {
  return [name, Buffer.from(JSON.stringify(value))];
}

/** The rules as the build left them, if it left any and the directory is still the same to the byte. */
export function readCheckedRules(dir: string): RuleSet | undefined {
  const dist = join(dir, '..', 'dist');
  const file = join(dist, 'rules-stamp.json');
  if (!existsSync(file)) return undefined;
  const { files, parts }: CheckedRules['stamp'] = JSON.parse(readFileSync(file, 'utf8'));
  const checked = openSync(join(dist, 'rules-checked.bin'), 'r');
  try {
    if (!areSame(dir, files, checked)) return undefined;
    const bytes = Buffer.allocUnsafe(sum(parts));
    readSync(checked, bytes, 0, bytes.length, sum(files));
    return ruleSetOf(parts, bytes);
  } finally {
    closeSync(checked);
  }
}

function sum(lengths: Lengths): number {
  return lengths.reduce((total, [, length]) => total + length, 0);
}

/**
 * Whether the files of a directory are to the byte those at the start of the file `checked`. Plain loops over two small
 * buffers: fresh memory and garbage would cost a start more than the reading does.
 */
function areSame(dir: string, files: Lengths, checked: number): boolean {
  const { paths, faults } = rulePaths(dir, true);
  if (paths.length !== files.length || faults.length > 0) return false;
  const size = Math.max(window, ...files.map(([, length]) => length + 1));
  const [found, expected] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)];
  let filled = 0;
  const isFilledRight = (): boolean => {
    const read = readSync(checked, expected, 0, filled, null);
    return read === filled && found.compare(expected, 0, filled, 0, filled) === 0;
  };
  for (let index = 0; index < files.length; index += 1) {
    const [path, length] = files[index] ?? ['', 0];
    if (paths[index] !== path) return false;
    if (filled + length >= size) {
      if (!isFilledRight()) return false;
      filled = 0;
    }
    const file = openSync(`${dir}/${path}`, 'r');
    // One byte more would show a longer file.
    const read = readSync(file, found, filled, length + 1, null);
    closeSync(file);
    if (read !== length) return false;
    filled += length;
  }
  return isFilledRight();
}

function ruleSetOf(parts: Lengths, bytes: Buffer): RuleSet {
  const makers: Makers = {};
  const groups: Record<string, Makers> = {};
  let start = 0;
  for (const [name, length] of parts) {
    const [from, to] = [start, start + length];
    const parse = (): unknown => JSON.parse(bytes.toString('utf8', from, to));
    const [key = '', entry] = name.split('/');
    if (entry === undefined) makers[key] = parse;
    else {
      groups[key] ??= {};
      groups[key][entry] = parse;
    }
    start = to;
  }
  for (const [key, entries] of Object.entries(groups)) makers[key] = () => onFirstUse(entries);
  return onFirstUse(makers) as unknown as RuleSet;
}
