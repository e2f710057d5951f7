import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { cli, stream } from './fake-io.ts';

const header = 'client,notice,notice-date,note\n';
const flags = ['--json', '--ignore-unknown-columns'];
const plain = (row: number): string => `c-${row},LT11,2026-11-02,\n`;
const proof = 'p,LT11,13/11/2026,\n';

interface Came {
  readonly code: number;
  readonly err: string;
  readonly rows: readonly { readonly client: string; readonly error?: { readonly message: string } }[];
}

async function batch(file: string, pieces: readonly string[]): Promise<Came & { readonly opened: number }> {
  let opened = 0;
  const open = (): NodeJS.ReadableStream => {
    opened += 1;
    return stream(...pieces);
  };
  const { code, out, err } = await cli(['batch', file, ...flags], { open });
  const rows = out.split('\n').slice(0, -1);
  return { code, err, rows: rows.map((line) => JSON.parse(line)), opened };
}

const doubted = ({ rows }: Came): string[] =>
  rows
    .filter(({ error }) => error?.message.includes('may have the day or the month first'))
    .map(({ client }) => client);

describe.each([
  { file: 'rows.csv', opened: 2, why: 'a file is read twice' },
  { file: '-', opened: 1, why: 'a pipe is held' },
])('$why', ({ file, opened }) => {
  test('a day that proves the day first makes every day of that kind an error, also those before it', async () => {
    const text = [plain(1), 'a,LT11,11/2/2026,\n', 'b,LT11,"Nov 2, 2026",\n', plain(2), proof, 'c,LT11,3-4-2026,\n'];
    const came = await batch(file, [header, ...text]);
    expect(doubted(came)).toEqual(['a', 'c']);
    expect(came.rows.map(({ client, error }) => [client, error === undefined])).toEqual([
      ['c-1', true],
      ['a', false],
      ['b', true],
      ['c-2', true],
      ['p', false],
      ['c', false],
    ]);
    expect(came).toMatchObject({ code: 3, opened });
    expect(came.rows[1]?.error?.message).toContain('the same input has notice-date 13/11/2026');
    expect(came.rows[5]?.error?.message).toMatch(/ \(line 7\)$/);
    expect(came.err).not.toContain('month first');
  });

  test('it does not matter how the bytes are cut', async () => {
    const text = `${header}${plain(1)}é,LT11,11/2/2026,"a\nb"\n${plain(2)}${proof}`;
    const whole = await batch(file, [text]);
    for (const size of [1, 2, 3, 7, 20]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      expect((await batch(file, pieces)).rows).toEqual(whole.rows);
    }
    expect(doubted(whole)).toEqual(['é']);
  });

  test('a day elsewhere proves nothing: only columns of days count', async () => {
    const came = await batch(file, [header, 'a,LT11,11/2/2026,13/11/2026\n', plain(1)]);
    expect(came).toMatchObject({ code: 0, opened });
    expect(came.err).toContain('read with the month first: notice-date 11/2/2026 is Monday, November 2, 2026.');
  });

  test('without days of that kind nothing is looked through', async () => {
    const came = await batch(file, [header, plain(1), 'b,LT11,"Nov 2, 2026",\n', 'c,LT11,20261102,123-45-6789\n']);
    expect(came).toMatchObject({ code: 0, opened: 1 });
  });
});

test('JSON lines are looked through too', async () => {
  const rows = [{ noticeDate: '11/2/2026' }, { noticeDate: '2026-11-02' }, { printedDeadline: '13/11/2026' }];
  const lines = rows.map((row, at) => JSON.stringify({ client: `${at}`, notice: 'LT11', ...row })).join('\n');
  expect(doubted(await batch('rows.ndjson', [lines]))).toEqual(['0']);
  expect(doubted(await batch('-', [lines.replaceAll('/', '\\/')]))).toEqual(['0']);
});

test('rows of other days go out before the input ends, up to the first day with the month first', async () => {
  let written = '';
  const seen: number[] = [];
  async function* slowly(): AsyncGenerator<Buffer> {
    for (const text of [header, plain(1), plain(2), 'a,LT11,11/2/2026,\n', plain(3)]) {
      yield Buffer.from(text);
      await new Promise((done) => setTimeout(done, 20));
      seen.push(written.split('\n').length - 1);
    }
  }
  await cli(['batch', '-', ...flags], {
    open: () => Readable.from(slowly(), { objectMode: false }),
    out: (text) => {
      written += text;
    },
  });
  expect(seen).toEqual([0, 1, 2, 2, 2]);
  expect(written.split('\n')).toHaveLength(5);
});

test('a pipe that is too long to be held asks for a file', async () => {
  function* long(): Generator<Buffer> {
    yield Buffer.from(`${header}a,LT11,11/2/2026,\n`);
    const piece = Buffer.from(plain(1).repeat(40_000));
    for (let at = 0; at < 100; at += 1) yield piece;
  }
  const open = (): NodeJS.ReadableStream => Readable.from(long(), { objectMode: false });
  const { code, err, out } = await cli(['batch', '-', ...flags], { open });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^appeals-guide: -: has dates with the month first, .* save it as a file and give its name, or/);
});
