import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildOfSources, emptyFolder, spawned } from './built.ts';

/** What a start loaded: chunks of dist by name, and modules of Node beyond those of an empty program. */
interface Loaded {
  readonly code: number | null;
  readonly chunks: readonly string[];
  readonly modules: readonly string[];
}

const hook = join(emptyFolder(), 'report-loaded.cjs');
writeFileSync(
  hook,
  `const fs = require('node:fs');
process.on('exit', () => {
  const loaded = { files: Object.keys(require.cache), modules: process.moduleLoadList };
  fs.writeFileSync(process.env.REPORT, JSON.stringify(loaded));
});
`,
);
let project = '';
let ofNode: ReadonlySet<string> = new Set();

/** Texts that stand in a package whatever it is minified to. */
const traces = { zod: 'ZodError', inquirer: 'ExitPromptError', 'date-fns': 'constructDateFrom' };

async function report(args: readonly string[]): Promise<{ code: number | null; files: string[]; modules: string[] }> {
  const file = join(emptyFolder(), 'loaded.json');
  const { code } = await spawned(process.execPath, ['--require', hook, ...args], { env: { REPORT: file } });
  return { code, ...JSON.parse(readFileSync(file, 'utf8')) };
}

async function loadedBy(...args: readonly string[]): Promise<Loaded> {
  const { code, files, modules } = await report([join(project, 'bin', 'appeals-guide.js'), ...args]);
  const dist = join(project, 'dist');
  return {
    code,
    chunks: files.filter((file) => file.startsWith(dist)).map((file) => file.slice(dist.length + 1)),
    modules: modules
      .filter((name) => !ofNode.has(name))
      .map((name) => name.replace(/^(?:NativeModule|Internal\w+) /, '')),
  };
}

/** Which of the packages stand in these chunks. */
function packagesIn(chunks: readonly string[]): string[] {
  const code = chunks.map((chunk) => readFileSync(join(project, 'dist', chunk), 'utf8')).join('\n');
  return Object.entries(traces)
    .filter(([, trace]) => code.includes(trace))
    .map(([name]) => name);
}

const situation = ['check', '--notice', 'CP504', '--contact', 'phone', '--notice-date', '2026-11-02'];

beforeAll(async () => {
  project = await buildOfSources();
  ofNode = new Set((await report(['-e', '0'])).modules);
}, 60_000);

test('each package stands in some chunk, so that its absence elsewhere means something', () => {
  const chunks = readdirSync(join(project, 'dist')).filter((name) => name.endsWith('.cjs'));
  expect(packagesIn(chunks).sort()).toEqual(Object.keys(traces).sort());
});

test.each([['--help'], ['--version'], ['check --help'], ['help']])(
  '%s loads no zod, inquirer or date-fns',
  async (line) => {
    const { code, chunks } = await loadedBy(...line.split(' '));
    expect(code).toBe(0);
    expect(chunks).toContain('main.cjs');
    expect(packagesIn(chunks)).toEqual([]);
    expect(chunks.length).toBeLessThanOrEqual(4);
  },
);

test('--help reads no rules and loads nothing but the command line', async () => {
  const { chunks } = await loadedBy('--help');
  expect(chunks.filter((chunk) => /scripted|load|check|text|rich|line|ask|batch|rules/.test(chunk))).toEqual([]);
});

test('check --json loads no zod and no inquirer: the rules were checked by the build', async () => {
  const { code, chunks } = await loadedBy(...situation, '--json');
  expect(code).toBe(0);
  expect(packagesIn(chunks)).toEqual(['date-fns']);
  expect(chunks.filter((chunk) => /text|rich|line|ask|batch/.test(chunk))).toEqual([]);
});

test('check as text loads the renderer, and still no zod and no inquirer', async () => {
  const { chunks } = await loadedBy(...situation);
  expect(packagesIn(chunks)).toEqual(['date-fns']);
});

// Terminals bring node:net along, so its presence says nothing where text is painted.
const reaching = /^(?:https?|http2|tls|dns|dgram|child_process|worker_threads|cluster|inspector)\b/;
const quiet = [situation, ['phone'], ['notices'], ['compare', 'LT11'], ['rules', 'check']].map((argv) => ({ argv }));

test.each(quiet)('$argv loads nothing that talks to a network or starts a program', async ({ argv }) => {
  const { code, modules } = await loadedBy(...argv);
  expect(code).toBe(0);
  expect(modules.filter((name) => reaching.test(name))).toEqual([]);
});

test('check --json does not even load node:net or node:crypto', async () => {
  const { modules } = await loadedBy(...situation, '--json');
  expect(modules.filter((name) => reaching.test(name) || /^(?:net|tty|crypto)$/.test(name))).toEqual([]);
});
