import { describe, expect, test } from 'vitest';
import { cli, type Ran, slip, stream } from './fake-io.ts';

type Row = Record<string, unknown>;

const header = 'client,notice,contact,notice-date';

async function run(text: string | Uint8Array, flags: readonly string[] = [], file = 'rows.csv'): Promise<Ran> {
  return cli(['batch', file, ...flags], { open: () => stream(text) });
}

async function rowsOf(text: string, flags: readonly string[] = [], file?: string): Promise<Row[]> {
  const { out } = await run(text, flags, file);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

async function fault(text: string | Uint8Array, flags: readonly string[] = []): Promise<string> {
  return slip(['batch', 'rows.csv', ...flags], { open: () => stream(text) });
}

const asked = { notice: 'lt11', contact: 'phone', noticeDate: '2026-11-02' };

describe('a CSV file', () => {
  const lt11 = 'c-1,LT11,phone,2026-11-02';

  test('gives the rows that the same facts give as JSON', async () => {
    const csv = await rowsOf(`${header},prior-cdp\n${lt11},no\n,CP504,,,unknown\n,CP9000,,,\n`);
    const json = [
      { client: 'c-1', notice: 'LT11', contact: 'phone', 'notice-date': '2026-11-02', 'prior-cdp': 'no' },
      { notice: 'CP504' },
      { notice: 'CP9000' },
    ];
    // A CSV file has its header in the first line.
    expect(csv).toEqual(await rowsOf(`\n${json.map((row) => JSON.stringify(row)).join('\n')}`, [], 'rows.ndjson'));
    expect(csv.map((row) => 'error' in row)).toEqual([false, false, true]);
  });

  test.each([
    { why: 'a byte order mark', text: `\uFEFF${header}\n${lt11}\n` },
    { why: 'CRLF', text: `${header}\r\n${lt11}\r\n` },
    { why: 'returns alone', text: `${header}\r${lt11}\r` },
    { why: 'semicolons', text: `${header}\n${lt11}`.replaceAll(',', ';') },
    { why: 'tabs', text: `${header}\n${lt11}`.replaceAll(',', '\t') },
    { why: 'a line that names the separator', text: `sep=;\r\n${header}\r\n${lt11}`.replaceAll(',', ';') },
    { why: 'quotation marks', text: `"client","notice","contact","notice-date"\n"c-1","LT11","phone","2026-11-02"\n` },
    { why: 'no newline at the end', text: `${header}\n${lt11}` },
    { why: 'names with capitals and blanks', text: `Client,NOTICE,contact,Notice Date\n${lt11}` },
    { why: 'names with underscores and as in JSON', text: `client, notice ,Contact,notice_date\n${lt11}` },
    { why: 'names as in JSON', text: `client,notice,contact,noticeDate\n${lt11}` },
    { why: 'another order of columns', text: 'notice-date,contact,notice,client\n2026-11-02,phone,LT11,c-1' },
    { why: 'a date of a spreadsheet', text: `${header}\nc-1,LT11,phone,11/2/2026` },
    { why: 'a date of a spreadsheet with zeros', text: `${header}\nc-1,LT11,phone,11/02/2026` },
    { why: 'blanks around cells', text: `${header}\nc-1, LT11 ,phone , 2026-11-02` },
    { why: 'values with capitals', text: `${header}\nc-1,lt 11,Phone,2026-11-02` },
    { why: 'empty rows and rows of separators', text: `${header}\n\n,,,\n${lt11}\n,,,\n\n` },
    { why: 'empty columns at the right', text: `${header},,\n${lt11},,\n` },
    { why: 'notes before the header', text: `# a note\n"# a note, with a comma",,,\n\n${header}\n${lt11}\n` },
    { why: 'a row that ends early', text: `${header},today,dispute\n${lt11}\n` },
  ])('with $why is read', async ({ text }) => {
    const [row, ...others] = await rowsOf(text);
    expect(row).toMatchObject({ row: 1, client: 'c-1', facts: asked });
    expect(others).toEqual([]);
  });

  test('is told by its ending, by --input or by its first character', async () => {
    const text = `${header}\n${lt11}\n`;
    for (const [file, flags] of [
      ['rows.csv', []],
      ['-', []],
      ['rows.txt', []],
      ['rows.ndjson', ['--input', 'csv']],
    ] as const) {
      expect(await rowsOf(text, flags, file)).toMatchObject([{ client: 'c-1', facts: asked }]);
    }
  });

  test('says once how it read dates with slashes', async () => {
    const { err } = await run(`${header}\na,LT11,phone,11/2/2026\nb,LT11,phone,3/4/2026\n`);
    expect(err).toBe(
      'Dates in numbers are read with the month first: notice-date 11/2/2026 is Monday, November 2, 2026. If the day stands first, write YYYY-MM-DD.\n' +
        '2 rows, 0 with errors, 0 with facts missing\n',
    );
  });

  test('may have a day of its own for each row', async () => {
    const rows = await rowsOf(`${header},today\n${lt11},12/3/2026\n${lt11},2026-12-02\n${lt11},\n`);
    expect(rows.map(({ today }) => today)).toEqual(['2026-12-03', '2026-12-02', '2026-11-10']);
  });

  test('may cut a quoted cell, a CRLF and a letter of two bytes anywhere', async () => {
    const bytes = Buffer.from(`\uFEFF${header}\r\n"é,""1",LT11,phone,11/2/2026\r\n`);
    const { out } = await cli(['batch', 'rows.csv'], {
      open: () => stream(...[...bytes].map((b) => Uint8Array.of(b))),
    });
    expect(JSON.parse(out)).toMatchObject({ client: 'é,"1', facts: asked });
  });
});

test('text below a column without a name is not lost', async () => {
  const rows = await rowsOf(`${header},,\na,LT11,phone,2026-11-02,,\nb,LT11,phone,2026-11-02,,x\n`);
  expect(rows).toMatchObject([
    { client: 'a', facts: asked },
    { client: 'b', error: { message: expect.stringMatching(/has 6 cells and the header 4/), column: null } },
  ]);
});

describe('a row of a CSV file with a fault names column and remedy', () => {
  test.each([
    { cells: 'a,CP9000,,', column: 'notice', says: /^notice: unknown notice "CP9000"/ },
    { cells: 'a,LT11,email,', column: 'contact', says: /^contact: "email" is not one of: notice, phone/ },
    {
      cells: 'a,LT11,,11/2/26',
      column: 'notice-date',
      says: /two digits; if Monday, November 2, 2026 is meant, write 2026-11-02 \(line 2\)$/,
    },
    {
      cells: 'a,LT11,,13/2/2026',
      column: 'notice-date',
      says: /no such day as 13\/2\/2026: the month.*the day stands first, write 2026-02-13 \(line 2\)$/,
    },
    { cells: 'a,LT11,,2/30/2026', column: 'notice-date', says: /no such day as 2\/30\/2026/ },
    { cells: 'a,LT11,,13/13/2026', column: 'notice-date', says: /no such day/ },
    { cells: 'a,LT11,,1/2/1990', column: 'notice-date', says: /outside the years/ },
    { cells: 'a,LT11,,46328', column: 'notice-date', says: /spreadsheet's number for Monday, November 2, 2026/ },
    { cells: 'a,LT11,,2/2026', column: 'notice-date', says: /written as YYYY-MM-DD or M\/D\/YYYY/ },
    { cells: 'a,LT11,phone,2026-11-02,x', column: null, says: /has 5 cells and the header 4; put quotation marks/ },
    { cells: 'a,"LT11,phone,', column: null, says: /quotation mark that does not end with the cell; close it/ },
    { cells: 'a,LT11\0,,', column: 'notice', says: /control characters/ },
    { cells: 'a\u001b[2J,LT11,,', column: 'client', says: /64 characters without control/ },
    { cells: '\uFFFD,LT11,,', column: 'client', says: /not UTF-8; save the file as "CSV UTF-8"/ },
  ])('$cells', async ({ cells, column, says }) => {
    const rows = await rowsOf(`${header}\n${cells}\nb,LT11,phone,2026-11-02\n`);
    expect(rows).toMatchObject([
      { row: 1, error: { message: expect.stringMatching(says), column } },
      { row: 2, client: 'b', facts: asked },
    ]);
  });
});

describe('a header with a fault is one line, exit 2, and nothing is written', () => {
  test.each([
    { text: '# a note\n'.repeat(120_000), says: /^rows\.csv: header: there is none in the first 1000000 bytes;/ },
    { text: '', says: /^rows\.csv: is empty; its first line names the columns, see appeals-guide batch --template$/ },
    { text: '\n\n', says: /is empty/ },
    { text: 'client,contact\na,phone\n', says: /there is no column "notice" and none "action"/ },
    {
      text: 'notice,notcie\n',
      says: /header: unknown column "notcie" \(did you mean notice\?\); the columns are notice,/,
    },
    {
      text: ',notice,,contact,,\n',
      says: /unknown columns number 1, which has no name, number 3, which has no name; /,
    },
    { text: 'notice,Name,Phone Number\n', says: /unknown columns "Name", "Phone Number"; .*--ignore-unknown-columns$/ },
    { text: 'notice,Notice\n', says: /"notice" and "Notice" both name the column notice; leave one out/ },
    { text: 'notice,notice_date,Notice Date\n', says: /both name the column notice-date/ },
    { text: 'notice,"contact\nx,y\n', says: /header: a quotation mark is opened and never closed; close it/ },
    { text: 'notice\0,contact\n', says: /is no text; save the sheet as "CSV UTF-8"/ },
    { text: Buffer.from('\uFEFFnotice,contact\nLT11,phone\n', 'utf16le'), says: /UTF-16, "Unicode Text".*CSV UTF-8/ },
    { text: Buffer.from('notice,contact\nLT11,phone\n', 'utf16le'), says: /UTF-16/ },
    { text: Buffer.from('notice,r\u00e9f\n', 'latin1'), says: /has characters that are not UTF-8; save it as/ },
    {
      text: 'c-1,LT11,phone\n',
      says: /none of "c-1", "LT11", "phone" names a column, so the file seems to begin with a row/,
    },
    { text: 'notice,\u001b[2J\n', says: /unknown column "\?\[2J"/ },
  ])('$text', async ({ text, says }) => {
    expect(await fault(text)).toMatch(says);
    expect(await fault(text, ['--output', 'out.json'])).toMatch(says);
  });

  test('columns that are not known can be left out', async () => {
    const rows = await rowsOf(`Name,${header}\nAnn,c-1,LT11,phone,2026-11-02\n`, ['--ignore-unknown-columns']);
    expect(rows).toMatchObject([{ client: 'c-1', facts: asked }]);
    const json = '{"notice":"LT11","name":"Ann"}';
    expect(await rowsOf(json, [], 'rows.ndjson')).toMatchObject([{ error: { column: 'name' } }]);
    expect(await rowsOf(json, ['--ignore-unknown-columns'], 'rows.ndjson')).toMatchObject([
      { facts: { notice: 'lt11' } },
    ]);
  });

  test('a header alone is said and is no fault', async () => {
    const { code, out, err } = await run(`${header}\n`);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^rows\.csv: has a header and no rows; write one row a client below the header\n0 rows/);
  });

  test('an array of objects is told how to become lines', async () => {
    const told = await slip(['batch', '-'], { open: () => stream('[{"notice":"LT11"}]') });
    expect(told).toMatch(/^standard input: is a JSON array; write one object a line/);
  });
});
