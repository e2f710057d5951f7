import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importRules } from './import-rules.ts';

const root = join(import.meta.dirname, '..');

interface SourceFile {
  /** Path from the project, with slashes: `src/engine/table.ts`. */
  readonly file: string;
  readonly text: string;
}

interface Import {
  /** What is imported: a package, `node:fs`, or the path of a file of the project. */
  readonly from: string;
  readonly isType: boolean;
}

function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.replaceAll(sep, '/')))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const sources = filesUnder('src');
const tests = filesUnder('test');

/** Every import and re-export of a file, `import()` included. */
function importsOf({ file, text }: SourceFile): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)'/gm);
  const calls = text.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"`]([^'"`]+)['"`]/g);
  const found = [
    ...[...statements].map(([, type, from = '']) => ({ from, isType: type !== undefined })),
    ...[...calls].map(([, from = '']) => ({ from, isType: false })),
  ];
  return found.map(({ from, isType }) => ({
    from: from.startsWith('.') ? posix.join(dirname(file), from) : from,
    isType,
  }));
}

/** Code without comments and without what stands in quotation marks. */
function bareCode(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe.each(sources)('$file', (source) => {
  const rule = importRules.find(({ files }) => files.test(source.file));

  test('imports only what its module may', () => {
    expect(rule, 'add this module to import-rules.ts').toBeDefined();
    const strange = importsOf(source).filter(({ from, isType }) => {
      const isOwnType = isType && (from.startsWith('src/') || from === 'zod');
      return !isOwnType && !rule?.may.some((allowed) => allowed.test(from));
    });
    expect(strange.map(({ from }) => from)).toEqual([]);
  });

  test('asks no clock and keeps Date inside calendar.ts', () => {
    const clocks = /new Date\b|Date\.(now|parse|UTC)|toISOString|getTimezoneOffset|\bDate\(/g;
    const found = source.file === 'src/calendar.ts' ? [] : bareCode(source.text).match(clocks);
    expect(found ?? []).toEqual([]);
  });

  test('has no default export, no barrel, no enum and no any', () => {
    const code = bareCode(source.text).replace(/^.*biome-ignore[^\n]*\n[^\n]*$/gm, '');
    expect(
      code.match(/^export default|^export \*|^export \{[^}]*\} from|^(?:export )?(?:const )?enum\b/gm) ?? [],
    ).toEqual([]);
    const ignored = source.text.match(/biome-ignore lint\/suspicious\/noExplicitAny/g)?.length ?? 0;
    expect(code.match(/: any\b|<any>|\bas any\b/g)?.length ?? 0).toBe(ignored);
  });
});

test.each([...sources, ...tests])('$file has 250 lines at most', ({ text }) => {
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
});

test('nothing imports date-fns, zod or chalk but their one module', () => {
  const importers = (name: RegExp): string[] =>
    sources
      .filter((source) => importsOf(source).some(({ from, isType }) => !isType && name.test(from)))
      .map(({ file }) => file);
  expect(importers(/^date-fns/)).toEqual(['src/calendar.ts']);
  expect(importers(/^chalk$/)).toEqual(['src/render/style.ts']);
  expect(importers(/^zod/).every((file) => /^src\/(rules\/(schema|json-schema|shape-faults))/.test(file))).toBe(true);
});

test('--help loads no command, no zod, no date-fns and no prompt', () => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const source = sources.find((one) => one.file === file);
    const statements = source ? { ...source, text: source.text.replace(/\bimport\(/g, 'later(') } : undefined;
    for (const { from, isType } of statements ? importsOf(statements) : []) if (!isType) load(from);
  };
  load('src/cli.ts');
  expect([...loaded].filter((name) => /^src\/(commands|engine|rules|render|prompt|interview)\//.test(name))).toEqual(
    [],
  );
  expect([...loaded].filter((name) => !name.startsWith('src/'))).toEqual(['commander']);
});

test('an import is recognised in each of its forms', () => {
  const text = `import type { A } from './a.ts';
import { b, type C } from '../b.ts';
import * as z from 'zod';
import 'side-effect';
export { d } from './d.ts';
import {
  e,
} from 'node:fs';
const f = async () => await import('./f.ts');`;
  expect(importsOf({ file: 'src/x/y.ts', text }).map(({ from, isType }) => (isType ? `type ${from}` : from))).toEqual([
    'type src/x/a.ts',
    'src/b.ts',
    'zod',
    'side-effect',
    'src/x/d.ts',
    'node:fs',
    'src/x/f.ts',
  ]);
});
