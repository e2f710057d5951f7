import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { disk } from './disk.ts';
import { cli, type Ran, slip, stream } from './fake-io.ts';

const header = 'client,notice,contact,notice-date';
// The first row has passed, the second cannot be read, the last two have one owner.
const rows = [
  'c-1,LT11,phone,2025-01-06',
  'c-2,nonsense,phone,2026-11-02',
  'c-3,LT11,phone,2026-11-02',
  'c-4,CP504,,2026-11-02',
  'c-5,LT11,phone,2026-10-26',
  'c-3,Letter 4052,phone,2026-11-05',
];
const text = [header, ...rows, ''].join('\n');

type Disk = ReturnType<typeof disk>;

function batch(on: Disk, ...flags: readonly string[]): Promise<Ran> {
  return cli(['batch', 'rows.csv', ...flags], { ...on, open: () => stream(text) });
}

/** Stopped by Ctrl-C after so many rows. */
function stopped(on: Disk, after: number, ...flags: readonly string[]): Promise<Ran> {
  const input = new PassThrough();
  input.write(`${[header, ...rows.slice(0, after)].join('\n')}\n`);
  return cli(['batch', 'rows.csv', ...flags], {
    ...on,
    open: () => input,
    onInterrupt: (tell) => {
      setTimeout(tell, 50);
      return () => {};
    },
  });
}

describe('a run that was stopped is gone on with in the same file', () => {
  const formats = [['--json'], ['--format', 'csv'], ['--format', 'text'], ['--format', 'ics'], ['--full']];
  test.each(formats.map((flags) => ({ flags })))(
    '$flags: nothing is lost, doubled or headed twice',
    async ({ flags }) => {
      const { out, err, code } = await cli(['batch', 'rows.csv', ...flags], { open: () => stream(text) });
      for (const after of [1, 2, 3, 5, 6]) {
        const on = disk();
        const first = await stopped(on, after, ...flags, '--output', 'out');
        expect(first.code).toBe(130);
        const goOn = flags.includes('ics') && after < 3 ? /^Stopped/ : new RegExp(`--skip-rows ${after};`);
        expect(first.err).toMatch(goOn);
        if (!on.files.has('out')) continue;
        const rest = await batch(on, ...flags, '--output', 'out', '--skip-rows', String(after));
        expect(on.files.get('out')).toBe(out);
        // The summary and the exit code are those of all rows.
        expect(rest.err.split('\n').at(-2)).toBe(err.split('\n').at(-2));
        expect({ code: rest.code, out: rest.out }).toEqual({ code, out: '' });
      }
    },
  );

  test('what the first part came to is not lost', async () => {
    const on = disk();
    const flags = ['--json', '--output', 'out', '--fail-on', 'passed'];
    expect((await stopped(on, 2, ...flags)).err).toBe(
      'Stopped after row 2. To go on, run the same command with --skip-rows 2; on another day, add --today 2026-11-10. A row so far fits --fail-on.\n',
    );
    expect((await batch(on, ...flags, '--skip-rows', '2')).code).toBe(4);
  });

  test('with --force and with --only, too', async () => {
    const on = disk(new Map([['out', 'older']]));
    const flags = ['--format', 'csv', '--only', 'open', '--output', 'out', '--force'];
    await stopped(on, 3, ...flags);
    expect(on.files.get('out')?.split('\n')).toHaveLength(4);
    await batch(on, ...flags, '--skip-rows', '3');
    expect(on.files.get('out')).toBe((await batch(disk(), '--format', 'csv', '--only', 'open')).out);
  });

  test('and stopped again: what was kept before stays', async () => {
    const on = disk();
    await stopped(on, 4, '--json', '--output', 'out');
    const kept = on.files.get('out');
    const again = await stopped(on, 2, '--json', '--output', 'out', '--skip-rows', '4');
    expect(on.files.get('out')).toBe(kept);
    expect(again.err).toMatch(/^Stopped after row 4\. To go on, run the same command with --skip-rows 4;/);
    await stopped(on, 5, '--json', '--output', 'out', '--skip-rows', '4');
    expect(on.files.get('out')?.trim().split('\n')).toHaveLength(5);
  });
});

describe('a file that does not hold just these rows is left as it is', () => {
  test.each([
    { why: 'another number', flags: ['--skip-rows', '2'], file: undefined },
    { why: 'another number, larger', flags: ['--skip-rows', '4'], file: undefined },
    { why: 'another day', flags: ['--skip-rows', '3', '--today', '2026-11-12'], file: undefined },
    { why: 'other flags', flags: ['--skip-rows', '3', '--explain'], file: undefined },
    { why: 'a file of something else', flags: ['--skip-rows', '3', '--force'], file: 'my letters' },
    { why: 'an empty file', flags: ['--skip-rows', '3'], file: '' },
  ])('$why', async ({ flags, file }) => {
    const on = disk();
    await stopped(on, 3, '--json', '--output', 'out');
    if (file !== undefined) on.files.set('out', file);
    const before = on.files.get('out');
    const says = await cli(['batch', 'rows.csv', '--json', '--output', 'out', ...flags], {
      ...on,
      open: () => stream(text),
    });
    expect({ code: says.code, out: says.out }).toEqual({ code: 2, out: '' });
    expect(says.err).toMatch(
      /^appeals-guide: --output out: does not hold what this command says of the first \d rows; [^\n]+\n$/,
    );
    expect(on.files.get('out')).toBe(before);
  });

  test.each([
    ['--sort', 'deadline'],
    ['--format', 'html'],
  ])('%s %s never left a part to go on with', async (...flags) => {
    const change = { exists: () => true, open: () => stream(text) };
    expect(await slip(['batch', 'rows.csv', ...flags, '--output', 'out', '--skip-rows', '3'], change)).toMatch(
      /^--output out: the file exists; add --force to overwrite it$/,
    );
  });
});

test('where there is no file yet, --skip-rows leaves out rows as ever', async () => {
  const on = disk();
  const { code, err } = await batch(
    on,
    '--format',
    'csv',
    '--output',
    'out',
    '--skip-rows',
    '4',
    '--fail-on',
    'passed',
  );
  expect(
    on.files
      .get('out')
      ?.split('\n')
      .map((line) => line.split(',')[0]),
  ).toEqual(['row', '5', '6', '']);
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringMatching(/^2 rows/) });
});
