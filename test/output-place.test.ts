import { describe, expect, test } from 'vitest';
import { cli, slip, stream } from './fake-io.ts';

const lt11 = ['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-02'];
const open = (): NodeJS.ReadableStream => stream('client,notice,contact,notice-date\nc-1,LT11,phone,2026-11-02\n');

const starts: Readonly<Record<string, RegExp>> = {
  'a.txt': /^LT11: /,
  a: /^LT11: /,
  'a.html': /^<!doctype html>/i,
  'a.HTML': /^<!doctype html>/i,
  'a.md': /^# /,
  'a.json': /^\{\n/,
  'a.ndjson': /^\{[^\n]+\}\n$/,
  'a.jsonl': /^\{[^\n]+\}\n$/,
  'a.ics': /^BEGIN:VCALENDAR/,
  'v1.2/a': /^LT11: /,
  '.hidden': /^LT11: /,
};

describe('the ending of --output chooses the format', () => {
  test.each(Object.entries(starts))('check: %s', async (name, start) => {
    const { code, err, files } = await cli([...lt11, '--output', name]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(files.get(name)).toMatch(start);
  });

  test.each([
    { name: 'a.csv', start: /^row,client/ },
    { name: 'a.json', start: /^\{"schemaVersion":1,/ },
    { name: 'a.ndjson', start: /^\{"schemaVersion":1,/ },
    { name: 'a', start: /^\{"schemaVersion":1,/ },
    { name: 'a.txt', start: /^What is open for each client/ },
    { name: 'a.html', start: /^<!doctype html>/i },
    { name: 'a.md', start: /^# .*overview/ },
    { name: 'a.ics', start: /^BEGIN:VCALENDAR/ },
  ])('batch: $name', async ({ name, start }) => {
    const { code, files } = await cli(['batch', 'rows.csv', '--output', name], { open });
    expect(code).toBe(0);
    expect(files.get(name)).toMatch(start);
  });

  test.each([
    'notices --output a.md',
    'phone --output a.md',
    'compare --output a.md',
    'days --holidays 2026 --output a.md',
    'rules list --output a.md',
    'rules diff built-in built-in --output a.md',
  ])('%s', async (line) => {
    const { code, files } = await cli(line.split(' '));
    expect(code).toBe(0);
    expect(files.get('a.md')).toMatch(/^# /);
  });

  test('JSON lines hold the same as JSON', async () => {
    for (const line of [lt11, ['notices'], ['rules', 'check'], ['days', '--holidays', '2026']]) {
      const pretty = (await cli([...line, '--output', 'a.json'])).files.get('a.json') ?? '';
      const inOneLine = (await cli([...line, '--output', 'a.ndjson'])).files.get('a.ndjson') ?? '';
      expect(inOneLine).toMatch(/^[^\n]+\n$/);
      const { milliseconds: _one, ...expected } = JSON.parse(pretty);
      expect(JSON.parse(inOneLine)).toMatchObject(expected);
    }
  });

  test('rules check and rules schema write what they have', async () => {
    expect((await cli(['rules', 'check', '--output', 'a.json'])).files.get('a.json')).toMatch(
      /^\{\n {2}"schemaVersion"/,
    );
    const schema = await cli(['rules', 'schema', 'notice', '--output', 'notice.json']);
    expect(schema.out).toBe('');
    expect(schema.files.get('notice.json')).toBe((await cli(['rules', 'schema', 'notice'])).out);
    expect((await cli(['batch', '--template', '--output', 'a.csv'])).files.get('a.csv')).toMatch(/^#|^"#/);
  });

  test('a flag goes before the ending, and says so where they differ', async () => {
    const { code, err, files } = await cli([...lt11, '--json', '--output', 'a.html']);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'appeals-guide: --output a.html: is written as json; --json goes before the ending\n',
    });
    expect(files.get('a.html')).toMatch(/^\{/);
    expect((await cli([...lt11, '--format', 'markdown', '--output', 'a.md'])).err).toBe('');
    const batch = await cli(['batch', 'rows.csv', '--format', 'csv', '--output', 'a.txt'], { open });
    expect(batch.err).toMatch(
      /^appeals-guide: --output a\.txt: is written as csv; --format csv goes before the ending\n/,
    );
  });

  test.each([
    { line: 'check --output a.pdf', says: /^--output a\.pdf: no PDF is written here; write \.html, and print that/ },
    { line: 'check --json --output a.PDF', says: /no PDF is written here/ },
    {
      line: 'batch rows.csv --output a.xlsx',
      says: /^--output a\.xlsx: "\.xlsx" is no ending that chooses a format; write \.txt, /,
    },
    { line: 'phone --output a.tar.gz', says: /"\.gz" is no ending/ },
    { line: 'rules check --output a.docx', says: /"\.docx" is no ending/ },
    { line: 'check --output a.csv', says: /^--output a\.csv: only batch writes CSV/ },
    { line: 'notices --output a.ics', says: /^--output a\.ics: only check and ask give days/ },
    { line: 'rules check --output a.html', says: /^--output a\.html: rules check answers as text or json$/ },
    { line: 'rules check --format markdown', says: /^--format markdown: rules check answers as text or json$/ },
    { line: 'rules schema notice --output a.md', says: /^--output a\.md: a schema is JSON/ },
    { line: 'batch --template --output a.json', says: /^--output a\.json: the template is a CSV file/ },
    { line: 'batch rows.csv --full --output a.csv', says: /^--full contradicts --output a\.csv/ },
    { line: 'batch rows.csv --sort deadline --output a.html', says: /^--sort: --output a\.html is not a list of rows/ },
  ])('$line is a slip', async ({ line, says }) => {
    expect(await slip(line)).toMatch(says);
  });
});

describe('an empty value is one line', () => {
  test.each([
    [[...lt11, '--output', ''], /^--output: is empty; give the name of a file$/],
    [['batch', 'rows.csv', '--output', ''], /^--output: is empty/],
    [['batch', '--template', '--output', ''], /^--output: is empty/],
    [['rules', 'check', '--output', ''], /^--output: is empty/],
    [[...lt11, '--rules', ''], /^--rules: is empty; give the path of a rules directory$/],
    [['rules', 'check', ''], /^--rules: is empty/],
    [['rules', 'diff', '', ''], /^--rules: is empty/],
    [[...lt11, '--format', ''], /argument '' is invalid/],
  ])('%j', async (argv, says) => {
    expect(await slip(argv)).toMatch(says);
  });
});

describe('what is read is never written over', () => {
  const isSameFile = (one: string, other: string): boolean => one === 'rows.csv' && other === 'link.csv';
  test.each([
    ['batch', 'rows.csv', '--output', 'rows.csv', '--force'],
    ['batch', 'rows.csv', '--output', 'link.csv', '--force'],
    ['rules', 'diff', 'built-in', 'built-in', '--against', 'rows.csv', '--output', 'link.csv', '--force'],
  ])('%s %s ... %s', async (...argv) => {
    expect(await slip(argv, { isSameFile })).toMatch(/^--output \S+: is the file that is read; name another one$/);
  });

  test.each([
    'check --notice LT11',
    'phone',
    'batch rows.csv',
    'batch --template',
    'rules check',
    'rules check mine',
    'rules list --rules mine',
    'rules schema notice',
    'rules diff built-in mine',
  ])('%s: nothing goes into a rules directory', async (line) => {
    const dir = line.includes('mine') ? 'mine' : '/rules';
    const isInside = (_file: string, folder: string): boolean => folder.startsWith(dir) || folder.endsWith(dir);
    expect(await slip([...line.split(' '), '--output', 'x', '--force'], { isInside })).toMatch(
      /^--output x: is in the rules directory \S*(?:mine|rules); name a file elsewhere$/,
    );
  });

  test('a device takes the answer without --force, in the format of no ending', async () => {
    const change = { isDevice: () => true, exists: () => true };
    const { code, err, files } = await cli([...lt11, '--output', '/dev/x.pdf'], change);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(files.get('/dev/x.pdf')).toMatch(/^LT11: /);
    expect((await cli(['batch', 'rows.csv', '--output', '/dev/x'], { ...change, open })).code).toBe(0);
  });
});
