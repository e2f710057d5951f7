import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

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

const own = (name: string): RegExp => new RegExp(`^src/${name}`);
const vocabulary = own('vocabulary\\.ts$');
const calendar = own('calendar\\.ts$');
const similar = own('similar\\.ts$');
const version = own('version\\.ts$');
const printable = own('printable\\.ts$');
const errors = own('errors\\.ts$');

/** What the files of a module may import at run time; a type of the project may come from anywhere. First match counts. */
const rules: readonly { readonly files: RegExp; readonly may: readonly RegExp[] }[] = [
  { files: vocabulary, may: [] },
  { files: own('(similar|version|errors|io|printable|no-child-process|flag-help)\\.ts$'), may: [] },
  { files: calendar, may: [/^date-fns\/[\w/-]+$/] },
  { files: own('answers\\.ts$'), may: [vocabulary, calendar, similar, printable] },
  {
    files: own('read-situation\\.ts$'),
    may: [vocabulary, calendar, printable, own('answers\\.ts$'), own('engine/notice-name\\.ts$')],
  },
  { files: own('rules/schema[\\w-]*\\.ts$'), may: [/^zod$/, vocabulary, own('rules/schema')] },
  {
    files: own('rules/lint[\\w-]*\\.ts$'),
    may: [
      vocabulary,
      calendar,
      similar,
      own('rules/(lint|broken-file)'),
      own('engine/(law-on|count-places|notice-name)\\.ts$'),
    ],
  },
  { files: own('rules/json-schema\\.ts$'), may: [/^zod$/, own('rules/(schema|lint)')] },
  { files: own('rules/shape-faults\\.ts$'), may: [/^zod$/, own('rules/lint')] },
  {
    files: own('rules/(run-scenarios|case-coverage|said-in)\\.ts$'),
    may: [
      vocabulary,
      own('answers\\.ts$'),
      own('rules/lint-(fault|sentences)\\.ts$'),
      own('rules/(run-scenarios|said-in)\\.ts$'),
      own('engine/'),
    ],
  },
  { files: own('rules/json-text\\.ts$'), may: [/^jsonc-parser$/] },
  {
    // The impact of a change: pure, and it answers situations as the program does.
    files: own('rules/diff[\\w-]*\\.ts$'),
    may: [
      vocabulary,
      calendar,
      own('answers\\.ts$'),
      own('engine/'),
      own('rules/(diff[\\w-]*|lint-box|lint-fault|catalog)\\.ts$'),
    ],
  },
  { files: own('rules/due\\.ts$'), may: [calendar] },
  { files: own('rules/coverage\\.ts$'), may: [vocabulary, calendar, own('rules/')] },
  { files: own('rules/check\\.ts$'), may: [own('rules/'), own('engine/(notice-name|table)\\.ts$')] },
  {
    files: own('rules/'),
    may: [
      /^node:(fs|path|crypto)$/,
      errors,
      own('rules/'),
      own('engine/(notice-name|law-on|on-first-use|count-places)\\.ts$'),
    ],
  },
  { files: own('engine/'), may: [vocabulary, calendar, similar, version, errors, own('engine/')] },
  { files: own('render/style\\.ts$'), may: [/^chalk$/] },
  {
    files: own('render/'),
    may: [
      vocabulary,
      calendar,
      errors,
      own('render/'),
      own('engine/(fill|words|sources|law-on|rules-stamp|count-places)\\.ts$'),
    ],
  },
  {
    files: own('prompt/rich[\\w-]*\\.ts$'),
    may: [/^@inquirer\/(prompts|core)$/, own('prompt/'), own('render/wrap\\.ts$')],
  },
  { files: own('prompt/'), may: [/^node:readline$/, own('prompt/'), own('render/wrap\\.ts$')] },
  {
    files: own('interview/'),
    may: [
      vocabulary,
      calendar,
      own('(answers|errors)\\.ts$'),
      own('(interview|engine)/'),
      own('prompt/prompter\\.ts$'),
      own('render/wrap\\.ts$'),
    ],
  },
  { files: own('batch/records\\.ts$'), may: [/^papaparse$/] },
  {
    files: own('batch/'),
    may: [
      vocabulary,
      calendar,
      similar,
      version,
      printable,
      errors,
      own('(answers|read-situation|flag-help)\\.ts$'),
      own('(batch|engine|render)/'),
    ],
  },
  { files: own('commands/'), may: [own('')] },
  {
    files: own('cli(-\\w+)?\\.ts$'),
    may: [
      /^commander$/,
      vocabulary,
      similar,
      version,
      own('(answers|errors|printable|flag-help|cli-\\w+)\\.ts$'),
      own('commands/'),
    ],
  },
  {
    // The library: it reads and answers, and paints nothing.
    files: own('index\\.ts$'),
    may: [
      /^node:path$/,
      ...[vocabulary, calendar, version, printable, errors],
      own('answers\\.ts$'),
      own('engine/'),
      own('rules/(load|rules-error)\\.ts$'),
      own('commands/named-notice\\.ts$'),
    ],
  },
  { files: own('main\\.ts$'), may: [/^commander$/, own('\\w+\\.ts$'), own('rules/manifest\\.ts$')] },
];

/** Code without comments and without what stands in quotation marks. */
function bareCode(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe.each(sources)('$file', (source) => {
  const rule = rules.find(({ files }) => files.test(source.file));

  test('imports only what its module may', () => {
    expect(rule, 'add this module to the rules above').toBeDefined();
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
  expect(importers(/^zod/).every((file) => /^src\/(answers|rules\/(schema|json-schema|shape-faults))/.test(file))).toBe(
    true,
  );
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
