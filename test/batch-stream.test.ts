import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Io } from '../src/io.ts';
import { cli, type Ran, slip, stream } from './fake-io.ts';

const header = 'client,notice,contact,notice-date\n';
const rowsFrom = (first: number, count: number): string =>
  Array.from({ length: count }, (_, row) => `c-${first + row},LT11,phone,2026-11-02\n`).join('');

describe('--output', () => {
  const open = (): NodeJS.ReadableStream => stream(header, rowsFrom(1, 3));

  test('writes what standard output would get, piece by piece', async () => {
    for (const format of ['json', 'csv', 'text', 'markdown', 'html', 'ics']) {
      const { out } = await cli(['batch', 'rows.csv', '--format', format], { open });
      const ran = await cli(['batch', 'rows.csv', '--format', format, '--output', 'out'], { open });
      expect(ran.out).toBe('');
      expect(ran.files.get('out')).toBe(out);
      expect(ran.code).toBe(0);
    }
  });

  test('takes JSON lines where a terminal would show a table', async () => {
    const { files } = await cli(['batch', 'rows.csv', '--output', 'out'], { open, outputIsTerminal: true });
    expect(files.get('out')).toMatch(/^\{"schemaVersion":1,/);
  });

  test('does not overwrite a file without --force', async () => {
    const change = { open, exists: () => true };
    expect(await slip(['batch', 'rows.csv', '--output', 'out'], change)).toBe(
      '--output out: the file exists; add --force to overwrite it',
    );
    expect((await cli(['batch', 'rows.csv', '--output', 'out', '--force'], change)).code).toBe(0);
  });

  test('is empty where no row was chosen, and absent where the file could not be read', async () => {
    const ran = await cli(['batch', 'rows.csv', '--only', 'passed', '--output', 'out'], { open });
    expect([...ran.files]).toEqual([['out', '']]);
    await slip(['batch', 'rows.csv', '--output', 'out']);
  });

  test('says where a file cannot be written', async () => {
    const create = (): never => {
      throw new Error('no space left');
    };
    const { code, err } = await cli(['batch', 'rows.csv', '--output', 'out'], { open, create });
    expect({ code, err }).toEqual({ code: 2, err: 'appeals-guide: --output out: cannot be written: no space left\n' });
  });
});

/** A file of which two pieces have come, and then Ctrl-C is pressed. */
async function interrupted(flags: readonly string[]): Promise<Ran> {
  const input = new PassThrough();
  input.write(header + rowsFrom(1, 2));
  input.write(`${rowsFrom(3, 2)}c-5,LT`);
  return cli(['batch', 'rows.csv', ...flags], {
    open: () => input,
    onInterrupt: (tell) => {
      setTimeout(tell, 50);
      return () => {};
    },
  });
}

describe('Ctrl-C', () => {
  test('ends with whole rows and says where to go on', async () => {
    const { code, out, err } = await interrupted([]);
    expect(code).toBe(130);
    expect(err).toBe('Stopped after row 4. To go on, run the same command with --skip-rows 4.\n');
    expect(out.trim().split('\n')).toHaveLength(4);
    expect(out.endsWith('\n')).toBe(true);
  });

  test('going on gives what was left, so that both parts are the whole', async () => {
    const { out: first } = await interrupted([]);
    const open = (): NodeJS.ReadableStream => stream(header, rowsFrom(1, 6));
    const { out: rest } = await cli(['batch', 'rows.csv', '--skip-rows', '4'], { open });
    expect(first + rest).toBe((await cli(['batch', 'rows.csv'], { open })).out);
  });

  test('closes a calendar', async () => {
    expect((await interrupted(['--format', 'ics'])).out).toMatch(/END:VEVENT\r\nEND:VCALENDAR\r\n$/);
  });

  test.each([[['--sort', 'deadline']], [['--format', 'html']], [['--format', 'markdown', '--output', 'x']]])(
    '%j needs all rows, so nothing is written',
    async (flags) => {
      const { code, out, err, files } = await interrupted(flags);
      expect({ code, out, files: [...files] }).toEqual({ code: 130, out: '', files: [] });
      expect(err).toMatch(/Nothing was written, because this answer needs all rows; to have it, start again\.\n$/);
    },
  );
});

describe('progress', () => {
  const eraseLine = '\u001b[K';
  /** A clock on which each look takes 400 ms. */
  function clock(): Pick<Io, 'elapsed'> {
    let now = 0;
    return {
      elapsed: () => {
        now += 400;
        return now;
      },
    };
  }
  const long = (): NodeJS.ReadableStream =>
    stream(header, ...Array.from({ length: 8 }, (_, piece) => rowsFrom(piece * 10, 10)));
  const size = Buffer.byteLength(header) + 8 * 10 * 28;

  test('is a bar on a terminal with rows, rate and time left, and is taken away', async () => {
    const { err } = await cli(['batch', 'rows.csv'], {
      ...clock(),
      errorIsTerminal: true,
      open: long,
      sizeOf: () => size,
    });
    expect(err.split(eraseLine)[0]).toMatch(/^\r\[#+-+\] \d+ %, \d+ rows, \d+ rows a second, \d+ s left$/);
    expect(err.endsWith(`\r${eraseLine}80 rows, 0 with errors, 0 with facts missing\n`)).toBe(true);
  });

  test('has no bar where the size is not known', async () => {
    const { err } = await cli(['batch', '-', '--input', 'csv'], { ...clock(), errorIsTerminal: true, open: long });
    expect(err.split(eraseLine)[0]).toMatch(/^\r\d+ rows, \d+ rows a second$/);
  });

  test.each([
    { why: 'stderr is no terminal', change: { errorIsTerminal: false }, flags: [] },
    { why: 'the work is short', change: { errorIsTerminal: true, elapsed: () => 0 }, flags: [] },
    { why: 'lines are not to be written over', change: { errorIsTerminal: true }, flags: ['--accessible'] },
    {
      why: 'the rows themselves go to the terminal',
      change: { errorIsTerminal: true, outputIsTerminal: true },
      flags: [],
    },
    { why: 'plain text is asked for', change: { errorIsTerminal: true }, flags: ['--plain'] },
  ])('is silent where $why', async ({ change, flags }) => {
    const { err } = await cli(['batch', 'rows.csv', ...flags], { ...clock(), open: long, ...change });
    expect(err).toBe('80 rows, 0 with errors, 0 with facts missing\n');
  });
});

test('--template is a file that batch reads, with every column explained', async () => {
  const { out, code } = await cli(['batch', '--template']);
  expect(code).toBe(0);
  const [names = ''] = out.split('\n').filter((line) => line.startsWith('client,'));
  for (const name of names.split(',')) expect(out).toMatch(new RegExp(`^"?# ${name}: `, 'm'));
  expect(names.split(',')).toHaveLength(28);
  // Below the names a # is part of the id of a client.
  expect(out).toContain('# Above the names of the columns, lines that begin with # are for you.');
  const read = await cli(['batch', 'template.csv'], { open: () => stream(out) });
  expect(read.code).toBe(0);
  expect(read.out.trim().split('\n')).toHaveLength(3);
  const { files } = await cli(['batch', '--template', '--output', 'cases.csv']);
  expect(files.get('cases.csv')).toBe(out);
});

test('many rows go out in pieces worth a call, whatever their number', async () => {
  const written: number[] = [];
  const open = (): NodeJS.ReadableStream => stream(header + rowsFrom(1, 500));
  await cli(['batch', 'rows.csv'], { open, out: (text) => written.push(text.length) });
  expect(written.length).toBeGreaterThan(1);
  expect(Math.max(...written)).toBeLessThan(300_000);
});
