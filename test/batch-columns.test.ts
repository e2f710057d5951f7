import { describe, expect, test } from 'vitest';
import { makeNameColumn, readColumnMap } from '../src/batch/read/columns.ts';
import { doubledKey } from '../src/batch/read/doubled-key.ts';
import { cli, slip, stream } from './fake-io.ts';
import { rules } from './rules.ts';

const maps = ['Kunde=client', 'brief=notice', 'Respond By=printedDeadline', 'Pay='].flatMap((map) => ['--map', map]);

const nameColumn = makeNameColumn(rules.columns, readColumnMap([]));

test.each([
  ['Letter Date', 'noticeDate'],
  ['date of NOTICE', 'noticeDate'],
  ['Notice Type', 'notice'],
  ['Letter No.', 'notice'],
  ['letter_no', 'notice'],
  ['Client ID', 'client'],
  ['POA', 'form2848'],
  ['notice date', 'noticeDate'],
  ['noticeDate', 'noticeDate'],
  ['Today', 'today'],
])('"%s" is the column %s', (name, column) => {
  expect(nameColumn(name)).toMatchObject({ column });
});

test.each(['Respond By', 'Deadline', 'Due date', 'RESPONSE_DUE', 'dueDate'])(
  '"%s" is never taken for the printed day',
  (name) => {
    expect(nameColumn(name)).toEqual({ offer: 'printed-deadline', mustAsk: true });
  },
);

test.each([
  ['Date opened', 'a date'],
  ['dateOpened', 'a date'],
  ['Letter scan', 'a letter'],
  ['Client phone', 'a client'],
  ['Days to deadline', 'a deadline'],
  ['poa-status-2', 'a power of attorney'],
])('"%s" speaks of %s and is never dropped without a word', async (name, about) => {
  expect(nameColumn(name)).toMatchObject({ about });
  const open = (): NodeJS.ReadableStream => stream(`notice,${name},Notes\nLT11,x,y\n`);
  const { code, err } = await cli(['batch', 'rows.csv', '--ignore-unknown-columns'], { open });
  expect(code).toBe(0);
  expect(err).toContain(`Left out, because they are no columns of this program: "${name}", "Notes".\n`);
  expect(err).toContain(`may hold a fact: "${name}" (${about}; --map "${name}=`);
});

describe('--map', () => {
  const csv = 'Kunde,Brief,Respond By,Pay\nc-1,LT11,2026-12-01,x\n';
  const ndjson = '{"Kunde":"c-1","Brief":"LT11","Respond By":"2026-12-01","Pay":"x"}\n';

  test.each([
    ['rows.csv', csv],
    ['rows.ndjson', ndjson],
  ])('reads a column of %s under its own name, and leaves one out', async (file, text) => {
    const { code, out } = await cli(['batch', file, '--json', ...maps], { open: () => stream(text) });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ client: 'c-1', facts: { notice: 'lt11', printedDeadline: '2026-12-01' } });
  });

  test.each([
    [['--map', 'Brief'], /^--map "Brief": write "THEIRS=OURS"/],
    [['--map', '=notice'], /^--map "=notice": write "THEIRS=OURS"/],
    [['--map', 'Brief=notcie'], /^--map "Brief=notcie": "notcie" is no column \(did you mean notice\?\)/],
    [['--map', 'Brief=notice', '--map', 'brief=client'], /"brief" is given twice; leave one out/],
    [[...maps, '--map', 'Nowhere=today'], /header: there is no column "Nowhere", which --map names$/],
  ])('%j is a slip', async (flags, says) => {
    expect(await slip(['batch', 'rows.csv', ...flags], { open: () => stream(csv) })).toMatch(says);
  });
});

describe('a key that stands twice in one object', () => {
  test.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a":{"b":1,"b":2},"c":"a\\":"}', undefined],
    ['{"a":"a","b":"a : ","c":["a","a"]}', undefined],
    ['{"a" : 1, "b" : 2, "a" : 3}', 'a'],
    ['{"a\\\\":1,"a":2}', undefined],
  ])('%s', (line, key) => {
    expect(doubledKey(line)).toBe(key);
  });
});

test('JSON nested 20,000 deep is one error of one line', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const text = `{"notice":${deep}}\n{"client":"c","deep":${deep}}\n${deep}\n{"notice":"LT11"}\n`;
  const { code, out } = await cli(['batch', 'rows.ndjson', '--json'], { open: () => stream(text) });
  const messages = out.split('\n', 4).map((line) => JSON.parse(line).error?.message);
  expect(code).toBe(3);
  expect(messages).toEqual([
    'the line is not one JSON object (line 1)',
    'the line is not one JSON object (line 2)',
    'the line is not one JSON object (line 3)',
    undefined,
  ]);
});

test('an error names the line of the file, whatever stands before it', async () => {
  const text = '# note\r\n\r\nclient,notice\r\n"a","CP\r\n504"\r\n\r\n"b","x\r\ny"\r\n,,\r\nc,"open\r\nd,CP9000\r\n';
  const { out } = await cli(['batch', 'rows.csv', '--json'], { open: () => stream(text) });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => /\(line (\d+)\)$/.exec(JSON.parse(line).error?.message)?.[1]);
  expect(lines).toEqual([undefined, '7', '10', '11']);
});

test('a client named Total with a letter is a client', async () => {
  const open = (): NodeJS.ReadableStream => stream('client,notice\nTotal,LT11\nTotal,\nSubtotal: 3,3\nTotality,zz\n');
  const { out } = await cli(['batch', 'rows.csv', '--json'], { open });
  const messages = out
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).error?.message ?? 'ok');
  expect(messages).toEqual([
    'ok',
    expect.stringContaining('row of totals'),
    expect.stringContaining('row of totals'),
    expect.stringContaining('unknown notice "zz"'),
  ]);
});

test.each(['-', 'rows.ndjson', 'rows.jsonl', 'rows.csv', 'rows'])('%s: nothing in it is a slip', async (file) => {
  const name = file === '-' ? 'standard input' : file;
  const says = `${name}: is empty; its first line names the columns, see appeals-guide batch --template`;
  for (const text of ['', '\n\n']) {
    for (const flags of [[], ['--format', 'csv'], ['--strict'], ['--input', 'ndjson']]) {
      expect(await slip(['batch', file, ...flags], { open: () => stream(text) })).toBe(says);
    }
  }
});
