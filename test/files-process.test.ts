import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildOfSources, type Ended, emptyFolder, spawned } from './built.ts';

let [project, guide] = ['', ''];
beforeAll(async () => {
  project = await buildOfSources();
  guide = join(project, 'bin', 'appeals-guide.js');
}, 60_000);

const run = (args: readonly string[], cwd?: string): Promise<Ended> =>
  spawned(process.execPath, [guide, ...args], cwd === undefined ? {} : { cwd });

/** By a shell, for what only a shell can do with a stream. */
const shell = (line: string, cwd?: string): Promise<Ended> =>
  spawned('sh', ['-c', line.replaceAll('GUIDE', `${process.execPath} ${guide}`)], cwd === undefined ? {} : { cwd });

const rowsOf = (count: number): string =>
  [
    'client,notice,contact,notice-date',
    ...Array.from({ length: count }, (_, row) => `c-${row},LT11,phone,2026-11-02`),
    '',
  ].join('\n');

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  test.each([
    '--version',
    '--help',
    'check --notice LT11',
    'check --notice LT11 --json',
    'notices',
    'rules check',
    'rules schema notice',
    'days --holidays 2026',
    'batch --template',
  ])('%s ends in one line', async (line) => {
    const { code, err } = await shell(`GUIDE ${line} >/dev/full`);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'appeals-guide: the answer cannot be written: ENOSPC: no space left on device, write; give it another place\n',
    });
  });

  test('named by --output, too', async () => {
    expect(await run(['phone', '--output', '/dev/full'])).toEqual({
      code: 2,
      out: '',
      err: 'appeals-guide: --output /dev/full: cannot be written: ENOSPC: no space left on device, write\n',
    });
  });

  test('behind stderr loses no answer', async () => {
    const { code, out } = await shell(
      'GUIDE check --notice LT11 --contact phone --notice-date 1/5/2026 --json 2>/dev/full',
    );
    expect([0, 2]).toContain(code);
    const told = await shell('GUIDE phone 2>/dev/full');
    expect({ code: told.code, out: told.out }).toMatchObject({ code: 0, out: expect.stringContaining('855-865-3401') });
    expect(out).not.toBe(undefined);
  });
});

test('a reader of stderr that goes away does not end the work', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'rows.csv'), rowsOf(2000));
  await shell('{ sleep 0.3; GUIDE batch rows.csv --output out.csv; } 2>&1 | true', folder);
  // The shell waits for the last command of the pipe only.
  for (let tries = 0; tries < 200 && !readdirSync(folder).includes('out.csv'); tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
  }
  expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n')).toHaveLength(2002);
});

describe.skipIf(process.platform !== 'linux')('devices as --output', () => {
  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('%s', async (device) => {
    const { out } = await run(['phone']);
    expect(await run(['phone', '--output', device])).toEqual({ code: 0, out, err: '' });
    const folder = emptyFolder();
    writeFileSync(join(folder, 'log'), 'before\n');
    await shell(`GUIDE phone --output ${device} >> log`, folder);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(`before\n${out}`);
    expect((await run(['batch', '--template', '--output', device])).out).toMatch(/^#|^"#/);
  });

  test('/dev/null, and a pipe that the shell has opened', async () => {
    expect(await run(['phone', '--output', '/dev/null'])).toEqual({ code: 0, out: '', err: '' });
    const folder = emptyFolder();
    const { out } = await spawned('bash', ['-c', `${process.execPath} ${guide} phone --output >(cat); wait $!`]);
    expect(out).toBe((await run(['phone'])).out);
    expect((await shell('GUIDE phone --output /dev/stdout | cat')).out).toBe(out);
    const named = await shell('mkfifo pipe.md; GUIDE phone --output pipe.md', folder);
    expect(named).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^appeals-guide: --output pipe.md: is a pipe/),
    });
  });
});

/** Runs batch on a slow input, and ends it with a signal as soon as it waits for more. */
async function stoppedBy(signal: NodeJS.Signals, folder: string, text: string): Promise<Ended> {
  const args = ['batch', '-', '--input', 'csv', '--format', 'csv', '--today', '2026-11-10', '--output', 'out.csv'];
  const child = spawn(process.execPath, [guide, ...args], { cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (more) => (out += more));
  child.stderr.setEncoding('utf8').on('data', (more) => (err += more));
  child.stdin.write(text);
  while (!readdirSync(folder).some((name) => name.endsWith('.part'))) await new Promise((done) => setTimeout(done, 20));
  child.kill(signal);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s keeps what was written, and the run is gone on with',
  async (signal) => {
    const folder = emptyFolder();
    const text = rowsOf(50);
    const first = text.split('\n').slice(0, 21).join('\n');
    expect(await stoppedBy(signal, folder, `${first}\nc-2`)).toEqual({
      code: 130,
      out: '',
      err: 'Stopped after row 20. To go on, run the same command with --skip-rows 20.\n',
    });
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n')).toHaveLength(22);
    writeFileSync(join(folder, 'rows.csv'), text);
    const flags = ['batch', 'rows.csv', '--format', 'csv', '--today', '2026-11-10'];
    const { code } = await run([...flags, '--output', 'out.csv', '--skip-rows', '20'], folder);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe((await run(flags, folder)).out);
  },
);

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves the questions line by line with a word', async (signal) => {
  const child = spawn(process.execPath, [guide, 'ask', '--accessible'], { cwd: emptyFolder() });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (more) => (err += more));
  while (!/quit\W*$/.test(err)) await new Promise((done) => setTimeout(done, 20));
  child.kill(signal);
  expect(await new Promise((done) => child.on('close', done))).toBe(130);
  expect(err).toMatch(/\nYou left the guide\.\n$/);
});

test('a run that fails leaves what was there, and nothing beside it', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'out.csv'), 'older');
  writeFileSync(join(folder, 'rows.csv'), 'name\nAnn\n');
  const { code } = await run(['batch', 'rows.csv', '--output', 'out.csv', '--force'], folder);
  expect(code).toBe(2);
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('older');
  expect(readdirSync(folder).sort()).toEqual(['out.csv', 'rows.csv']);
});

test('nothing is written over an input or into the rules, by whatever name', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'rows.csv'), rowsOf(1));
  symlinkSync('rows.csv', join(folder, 'link.csv'));
  symlinkSync(join(project, 'rules'), join(folder, 'mine'));
  symlinkSync(join(project, 'rules', 'steps.json'), join(folder, 'steps.json'));
  for (const line of [
    'batch rows.csv --force --output ./link.csv',
    'batch - --force --output rows.csv',
    'rules diff built-in built-in --against rows.csv --force --output link.csv',
    'check --notice LT11 --force --output mine/steps.json',
    'check --notice LT11 --force --output steps.json',
    `phone --force --output ${project}/rules/notices/../new.json`,
    'rules check mine --output mine/report.json',
  ]) {
    const before = readFileSync(join(project, 'rules', 'steps.json'), 'utf8');
    const { code, err } = await shell(`GUIDE ${line} < rows.csv`, folder);
    expect({ line, code, err }).toEqual({
      line,
      code: 2,
      err: expect.stringMatching(/^appeals-guide: --output [^\n]+\n$/),
    });
    expect(readFileSync(join(project, 'rules', 'steps.json'), 'utf8')).toBe(before);
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8')).toBe(rowsOf(1));
  }
});

test.each(['rows.csv >> rows.csv', '- < rows.csv >> rows.csv', 'link.csv 1<> rows.csv'])(
  'batch %s: standard output that leads into the input is refused',
  async (line) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'rows.csv'), rowsOf(1));
    symlinkSync('rows.csv', join(folder, 'link.csv'));
    expect(await shell(`GUIDE batch --format csv ${line}`, folder)).toEqual({
      code: 2,
      out: '',
      err: 'appeals-guide: standard output: is the file that is read; lead it into another one\n',
    });
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8')).toBe(rowsOf(1));
  },
);

test.each([
  { output: 'd', says: 'd: is a folder; name a file in it' },
  { output: 'd --force', says: 'd: is a folder; name a file in it' },
  { output: 'none/x', says: 'none/x: there is no folder "none"; make it first, or name another one' },
  { output: '-', says: '-: leave --output away to have the answer on standard output' },
])('--output $output cannot be', async ({ output, says }) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'd'));
  writeFileSync(join(folder, 'rows.csv'), rowsOf(1));
  for (const command of ['check --notice LT11', 'batch rows.csv', 'batch --template', 'rules check']) {
    const { code, err } = await shell(`GUIDE ${command} --output ${output}`, folder);
    expect({ command, code, err }).toEqual({ command, code: 2, err: `appeals-guide: --output ${says}\n` });
  }
});

test('a strange file among the built-in rules is told, also on the short road', async () => {
  const stray = join(project, 'rules', 'notices', 'lt11.JSON');
  closeSync(openSync(stray, 'w'));
  const { code, err } = await run(['check', '--notice', 'LT11']);
  expect({ code, err }).toEqual({ code: 5, err: expect.stringMatching(/^notices\/lt11\.JSON: is not read, because/m) });
});
