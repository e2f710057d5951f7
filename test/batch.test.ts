import { describe, expect, test } from 'vitest';
import { cli, json, stream } from './fake-io.ts';
import { rules } from './rules.ts';

type Row = Record<string, unknown>;

interface Batched {
  readonly code: number;
  readonly rows: readonly Row[];
  readonly err: string;
}

/** Runs batch over a file that arrives in these pieces. Every line of stdout must be one JSON object. */
async function batch(pieces: readonly (string | Uint8Array)[], flags: readonly string[] = []): Promise<Batched> {
  const { code, out, err } = await cli(['batch', 'rows.ndjson', ...flags], { open: () => stream(...pieces) });
  expect(out === '' || out.endsWith('\n')).toBe(true);
  const rows = out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  return { code, rows, err };
}

async function batchOf(rows: readonly unknown[], flags: readonly string[] = []): Promise<Batched> {
  return batch([rows.map((row) => `${JSON.stringify(row)}\n`).join('')], flags);
}

/** The one row that comes out of one row. */
async function rowOf(row: unknown, flags: readonly string[] = []): Promise<Row> {
  const { rows } = await batchOf([row], flags);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

const lt11 = { notice: 'LT11', contact: 'phone', 'notice-date': '2026-11-02' };

describe('a row', () => {
  test('is the answer without its sentences', async () => {
    expect(await rowOf({ ...lt11, client: 'c-1' })).toEqual({
      schemaVersion: 1,
      generator: { name: 'irs-appeals-guide', version: expect.any(String) },
      row: 1,
      client: 'c-1',
      today: '2026-11-10',
      rules: { version: rules.manifest.version, hash: rules.hash },
      facts: { notice: 'lt11', contact: 'phone', noticeDate: '2026-11-02' },
      missing: [],
      notice: { id: 'lt11' },
      programs: {
        cap: { status: 'available', request: 'oral-or-written', managerConference: 'required' },
        cdp: { status: 'available', kind: 'levy' },
        equivalentHearing: { status: 'later' },
      },
      form9423: { need: 'optional' },
      deadlines: [
        {
          id: 'cdp-request',
          date: '2026-12-02',
          unrolled: '2026-12-02',
          aimFor: '2026-11-27',
          status: 'open',
          daysLeft: 22,
          firmness: 'hard',
        },
        expect.objectContaining({ id: 'equivalent-hearing-request', status: 'open' }),
      ],
      representation: { mayRepresent: 'unknown', form2848: 'unknown' },
      warnings: expect.arrayContaining([expect.any(String)]),
    });
  });

  test('takes keys in kebab-case and in camelCase', async () => {
    const camel = await rowOf({ notice: 'LT11', contact: 'phone', noticeDate: '2026-11-02', priorCdp: 'yes' });
    expect(camel).toEqual(await rowOf({ ...lt11, 'prior-cdp': 'yes' }));
    expect(camel).toMatchObject({ facts: { noticeDate: '2026-11-02', priorCdp: 'yes' } });
  });

  test('leaves out what is empty, null or unknown', async () => {
    const bare = await rowOf(lt11);
    const gaps = {
      dispute: '',
      hardship: null,
      'first-cdp-date': 'unknown',
      taxpayer: 'unknown',
      client: '',
      today: '',
    };
    expect(await rowOf({ ...lt11, ...gaps })).toEqual(bare);
    expect(await rowOf({ ...lt11, client: null, today: null })).toEqual(bare);
  });

  test('has null for a letter that is not known', async () => {
    expect(await rowOf({})).toMatchObject({ notice: null, missing: ['notice'], client: null });
  });

  test('--full is the object of check, with row and client', async () => {
    const { row, client, ...answer } = await rowOf({ ...lt11, client: 'c' }, ['--full']);
    expect({ row, client }).toEqual({ row: 1, client: 'c' });
    expect(answer).toEqual(
      await json(['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-02']),
    );
  });

  test('may have a day of its own; the others have that of --today', async () => {
    const { rows } = await batchOf([{ ...lt11, today: '2026-12-02' }, lt11], ['--today', '2026-12-03']);
    expect(rows.map(({ today }) => today)).toEqual(['2026-12-02', '2026-12-03']);
    expect(rows.map(({ programs }) => (programs as { cdp: { status: string } }).cdp.status)).toEqual([
      'available',
      'expired',
    ]);
  });
});

describe('client', () => {
  test.each(['c-1', 'x'.repeat(64), 'Ünïcödé 号', '"; =1+1', ' spaced '])(
    '%j goes through as it is',
    async (client) => {
      expect(await rowOf({ ...lt11, client })).toMatchObject({ client, notice: { id: 'lt11' } });
      expect(await rowOf({ notice: 'CP9000', client })).toMatchObject({ client, error: { column: 'notice' } });
    },
  );

  test.each([['x'.repeat(65)], [7.5], [true], [{}], ['a\u001b[2Jb'], ['a\nb'], ['a\u2028b']])(
    '%j is refused, and not repeated',
    async (client) => {
      const { code, rows } = await batchOf([{ ...lt11, client }]);
      expect(code).toBe(3);
      expect(rows).toEqual([
        {
          schemaVersion: 1,
          row: 1,
          client: null,
          error: { message: expect.stringContaining('64 characters'), column: 'client' },
        },
      ]);
    },
  );
});

const faults: readonly { readonly row: Row; readonly column: string; readonly says: RegExp }[] = [
  { row: { notice: 'CP9000' }, column: 'notice', says: /^notice: unknown notice "CP9000"/ },
  { row: { notice: '90' }, column: 'notice', says: /Did you mean CP90, CP90C/ },
  { row: { contact: 'email' }, column: 'contact', says: /^contact: "email" is not one of: notice, phone/ },
  { row: { 'notice-date': '2026-02-30' }, column: 'notice-date', says: /^notice-date: there is no such day/ },
  { row: { noticeDate: '11.2.2026' }, column: 'notice-date', says: /has points.*write YYYY-MM-DD/ },
  { row: { noticeDate: 46328 }, column: 'notice-date', says: /spreadsheet's number for Monday, November 2, 2026/ },
  { row: { noticeDate: '2061-01-01' }, column: 'notice-date', says: /outside the years 1998 to 2060/ },
  { row: { noticeDate: 20261102 }, column: 'notice-date', says: /give a text, not a number/ },
  { row: { contact: true }, column: 'contact', says: /give a text, not a boolean/ },
  { row: { notice: {} }, column: 'notice', says: /give a text, not an object \(line 1\)$/ },
  { row: { today: '2026-13-01' }, column: 'today', says: /^today: there is no such day/ },
  { row: { today: 5 }, column: 'today', says: /^today: give a text, not a number \(line 1\)$/ },
  { row: { today: ['2026-11-02'] }, column: 'today', says: /^today: give a text, not a list \(line 1\)$/ },
  { row: { notcie: 'CP504' }, column: 'notcie', says: /^unknown column "notcie"; the columns are notice, action/ },
  { row: { 'Due Date': '2026-12-02' }, column: 'Due Date', says: /add --map "Due Date=printed-deadline" if/ },
  { row: { constructor: 'CP504' }, column: 'constructor', says: /^unknown column/ },
  { row: { 'x\u001b[2J': 1 }, column: 'x?[2J', says: /^unknown column "x\?\[2J"/ },
  { row: { contact: 'a\u0007' }, column: 'contact', says: /control characters/ },
  { row: { noticeDate: '2026-11-02', 'notice-date': '2026-11-03' }, column: 'notice-date', says: /both name/ },
  {
    row: { conference: 'not-asked', conferenceDate: '2026-11-02' },
    column: 'conference-date',
    says: /conference not-asked contradicts conference-date/,
  },
];

describe('a bad row', () => {
  test.each(faults)('$row says what and where', async ({ row, column, says }) => {
    const { code, rows, err } = await batchOf([{ ...row, client: 'c' }]);
    expect(rows).toEqual([
      { schemaVersion: 1, row: 1, client: 'c', error: { message: expect.stringMatching(says), column } },
    ]);
    expect({ code, err }).toEqual({ code: 3, err: '1 row, 1 with errors, 0 with facts missing\n' });
  });

  test.each(['{"notice": "CP504"', 'CP504', '[]', '[{"notice":"CP504"}]', 'null', '7', '"CP504"', '{} {}', '\u0000'])(
    'the line %j is not one JSON object',
    async (line) => {
      const { code, rows } = await batch([`${line}\n`]);
      expect(code).toBe(3);
      expect(rows).toEqual([
        {
          schemaVersion: 1,
          row: 1,
          client: null,
          error: { message: 'the line is not one JSON object (line 1)', column: null },
        },
      ]);
    },
  );

  test('does not stop the run: rows keep their number and their order', async () => {
    const lines = [lt11, { notice: 'CP9000' }, 'no object', { notice: 'CP504', contact: 'notice' }, {}];
    const { code, rows, err } = await batchOf(lines);
    expect(code).toBe(3);
    expect(rows.map(({ row, error }) => [row, error !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false],
      [5, false],
    ]);
    expect(err).toBe('5 rows, 2 with errors, 1 with facts missing\n');
  });
});

describe('lines', () => {
  const [one, two] = [JSON.stringify({ notice: 'CP504', client: 'é' }), JSON.stringify({ notice: 'LT11' })];
  const ids = ({ rows }: Batched): unknown[] => rows.map(({ row, notice }) => [row, (notice as { id: string }).id]);
  const both = [
    [1, 'cp504'],
    [2, 'lt11'],
  ];

  test.each([
    { why: 'CRLF', text: `${one}\r\n${two}\r\n` },
    { why: 'no newline at the end', text: `${one}\n${two}` },
    { why: 'a byte order mark', text: `\uFEFF${one}\n${two}\n` },
    { why: 'empty lines, which are no rows', text: `\n${one}\n\n   \n${two}\n\n` },
    { why: 'spaces around', text: `  ${one}  \n\t${two}\n` },
  ])('$why', async ({ text }) => {
    const batched = await batch([text]);
    expect(ids(batched)).toEqual(both);
    expect(batched.rows[0]).toMatchObject({ client: 'é' });
    expect(batched.err).toMatch(/^2 rows, 0 with errors/);
  });

  test('pieces may cut a line, a CRLF and a letter of two bytes', async () => {
    const bytes = Buffer.from(`\uFEFF${one}\r\n${two}\r\n`);
    const batched = await batch([...bytes].map((byte) => Uint8Array.of(byte)));
    expect(ids(batched)).toEqual(both);
    expect(batched.rows[0]).toMatchObject({ client: 'é' });
  });

  test('a separator of lines or paragraphs inside a text does not end a row', async () => {
    const text = [{ notice: 'CP504', client: 'a\u2028b' }, { notice: 'LT11' }]
      .map((row) => JSON.stringify(row))
      .join('\n');
    expect(text).toContain('\u2028');
    const { rows } = await batch([text]);
    expect(rows.map(({ row, error }) => [row, error !== undefined])).toEqual([
      [1, true],
      [2, false],
    ]);
  });
});
