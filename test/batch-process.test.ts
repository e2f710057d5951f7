import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { beforeAll, expect, test } from 'vitest';
import { buildOfSources, emptyFolder, spawned } from './built.ts';

let guide = '';
beforeAll(async () => {
  guide = join(await buildOfSources(), 'bin', 'appeals-guide.js');
}, 60_000);

const header = 'client,notice,contact,notice-date,note\n';

test('Ctrl-C while the input is slow ends with whole rows, exit 130, and says where to go on', async () => {
  const child = spawn(process.execPath, [
    guide,
    'batch',
    '-',
    '--input',
    'csv',
    '--today',
    '2026-11-10',
    '--ignore-unknown-columns',
  ]);
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    if (out.split('\n').length === 3) child.kill('SIGINT');
  });
  child.stdin.write(`${header}c-1,LT11,phone,2026-11-02,\nc-2,CP504,,,\nc-3,L`);
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, err }).toEqual({
    code: 130,
    err: 'Left out, because they are no columns of this program: "note".\nStopped after row 2. To go on, run the same command with --skip-rows 2.\n',
  });
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).client),
  ).toEqual(['c-1', 'c-2']);
});

test('a file that is larger than the memory is answered row by row, into a file', async () => {
  const [file, output] = [join(emptyFolder(), 'cases.csv'), join(emptyFolder(), 'answers.csv')];
  const rows = 20_000;
  const note = `"${'so, and "" so\n'.repeat(200)}"`;
  await pipeline(function* () {
    yield header;
    for (let row = 1; row <= rows; row += 1) yield `c-${row},LT11,phone,2026-11-02,${note}\n`;
  }, createWriteStream(file));
  const flags = ['--ignore-unknown-columns', '--format', 'csv', '--output', output];
  // The file has 56 MB.
  const { code, out, err } = await spawned(process.execPath, [
    '--max-old-space-size=32',
    guide,
    'batch',
    file,
    ...flags,
  ]);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: '',
    err: expect.stringMatching(/^Left out.*"note"\.\n20000 rows, 0 with errors/),
  });
  expect(readFileSync(output, 'utf8').split('\n')).toHaveLength(rows + 2);
  const again = await spawned(process.execPath, [guide, 'batch', file, ...flags]);
  expect(again).toMatchObject({ code: 2, err: expect.stringMatching(/the file exists; add --force to overwrite it/) });
});

test('a file with a wrong header leaves no output behind', async () => {
  const output = join(emptyFolder(), 'answers.csv');
  const input = 'name,notice\nAnn,LT11\n';
  const { code } = await spawned(process.execPath, [guide, 'batch', '-', '--output', output], { input });
  expect(code).toBe(2);
  expect(existsSync(output)).toBe(false);
});

test('the file that is read is never overwritten, whatever it is called', async () => {
  const folder = emptyFolder();
  const [file, linked, twin] = ['cases.csv', 'linked.csv', 'twin.csv'].map((name) => join(folder, name));
  if (!file || !linked || !twin) throw new Error('three names');
  const text = 'notice,contact\nLT11,phone\n';
  writeFileSync(file, text);
  symlinkSync(file, linked);
  linkSync(file, twin);
  for (const output of [`${folder}/./cases.csv`, linked, twin]) {
    const { code, err } = await spawned(process.execPath, [guide, 'batch', file, '--force', '--output', output]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `appeals-guide: --output ${output}: is the file that is read; name another one\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
});
