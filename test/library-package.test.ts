import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkout, type Ended, emptyFolder, spawned, tarballOfSources } from './built.ts';

/** A project of somebody who uses the library. */
const project = emptyFolder();
const library = join(project, 'node_modules', 'irs-appeals-guide');
const example = /```js\n(import[\s\S]*?)```/.exec(readFileSync(join(checkout, 'README.md'), 'utf8'))?.[1] ?? '';

beforeAll(async () => {
  const tarball = await tarballOfSources();
  mkdirSync(join(project, 'node_modules'));
  expect(await spawned('tar', ['-xzf', tarball, '-C', project])).toMatchObject({ code: 0 });
  renameSync(join(project, 'package'), library);
}, 120_000);

function runs(name: string, code: string): Promise<Ended> {
  writeFileSync(join(project, name), code);
  return spawned(process.execPath, [name], { cwd: project });
}

test('the example of the README runs and says what its last line says', async () => {
  const said = /console\.log\(.*\/\/ (.*)\n$/.exec(example)?.[1];
  expect(said).toMatch(/^available \d{4}-\d\d-\d\d$/);
  expect(await runs('example.mjs', example)).toEqual({ code: 0, out: `${said}\n`, err: '' });
});

test('require gives the same as import, rules included', async () => {
  const code = `const required = require('irs-appeals-guide');
import('irs-appeals-guide').then(async (imported) => {
  const names = Object.keys(required).filter((name) => required[name] !== imported[name]);
  const rules = await required.loadRules();
  const answer = imported.evaluate(rules, { notice: 'CP504' }, imported.calendarDate('2026-11-10'));
  console.log(names.length, Object.keys(required).sort().join(), answer.notice.id);
});`;
  const exported = 'RulesError,UsageError,calendarDate,evaluate,loadRules,readAnswers,schemaVersion';
  expect(await runs('both.cjs', code)).toEqual({ code: 0, out: `0 ${exported} cp504\n`, err: '' });
});

test('nothing is read before loadRules is called, and nothing that reaches out is loaded', async () => {
  const code = `const { loadRules, evaluate, calendarDate } = require('irs-appeals-guide');
const read = Object.keys(require.cache).length;
loadRules().then((rules) => {
  evaluate(rules, { notice: 'LT11' }, calendarDate('2026-11-10'));
  const reaching = process.moduleLoadList.filter((name) => / (?:https?|http2|tls|dns|dgram|child_process)$/.test(name));
  console.log(read, Object.keys(require.cache).length, reaching.length);
});`;
  // The file of the test and two of the library; built-in rules were checked by the build, so no check is loaded.
  expect(await runs('quiet.cjs', code)).toEqual({ code: 0, out: '3 3 0\n', err: '' });
});

test('the declarations compile in a strict project, name no package, and know what is wrong', async () => {
  const consumer = `import { calendarDate, evaluate, loadRules, readAnswers, RulesError, type Guidance } from 'irs-appeals-guide';
async function first(): Promise<string | null> {
  const rules = await loadRules(['a']);
  const { answers } = readAnswers(rules, { notice: 'LT11' }, calendarDate('2026-11-10'));
  const guidance: Guidance = evaluate(rules, { ...answers, contact: 'phone' }, calendarDate('2026-11-10'));
  const status: 'available' | 'expired' | 'later' | 'used' | 'not-available' | 'unknown' = guidance.programs.cdp.status;
  // @ts-expect-error: no such contact
  evaluate(rules, { contact: 'mail' }, calendarDate('2026-11-10'));
  // @ts-expect-error: a day is read before it is used
  evaluate(rules, {}, '2026-11-10');
  return status === 'used' ? null : (guidance.deadlines[0]?.date ?? null);
}
first().catch((error: unknown) => error instanceof RulesError && error.faults[0]?.message);
`;
  for (const kind of ['mts', 'cts']) writeFileSync(join(project, `consumer.${kind}`), consumer);
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true, types: [] },
    ...{ target: 'es2023', lib: ['es2023'], module: 'nodenext', moduleResolution: 'nodenext' },
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['consumer.mts', 'consumer.cts'] }),
  );
  const tsc = join(checkout, 'node_modules', 'typescript', 'bin', 'tsc');
  expect(await spawned(process.execPath, [tsc, '-p', project], { cwd: project })).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  const types = join(library, 'dist', 'types');
  const declared = readdirSync(types, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('ts'));
  expect(declared.length).toBeGreaterThan(10);
  for (const name of declared) {
    const named = [...readFileSync(join(types, name), 'utf8').matchAll(/(?:from |import\()'([^']+)'/g)];
    expect(named.map(([, from]) => from).filter((from) => !/^\.\.?\/[\w/-]+\.[cm]js$/.test(from ?? ''))).toEqual([]);
  }
});
