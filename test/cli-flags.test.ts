import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../src/version.ts';
import { cli, json, rulesCopy, slip } from './fake-io.ts';

const cp504 = ['check', '--notice', 'CP504', '--contact', 'phone'];
const lt11 = ['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-02'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
const escapes = /\u001b/;

/** Changes one text of a rules directory; throws where it does not stand there once. */
function edit(dir: string, file: string, from: string, to: string): void {
  const parts = readFileSync(join(dir, file), 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times`);
  writeFileSync(join(dir, file), parts.join(to));
}

describe('--today', () => {
  test.each([
    { today: '2026-12-02', cdp: 'available', deadline: { date: '2026-12-02', status: 'today', daysLeft: 0 } },
    { today: '2026-12-03', cdp: 'expired', deadline: { date: '2026-12-02', status: 'passed', daysLeft: null } },
  ])('$today answers as of that day', async ({ today, cdp, deadline }) => {
    const answer = await json([...lt11, '--today', today]);
    expect(answer).toMatchObject({ today, programs: { cdp: { status: cdp } } });
    expect(answer).toMatchObject({
      deadlines: expect.arrayContaining([expect.objectContaining({ id: 'cdp-request', ...deadline })]),
    });
  });

  test('left out, it is the day on the wall', async () => {
    expect(await json(cp504, { today: () => '2030-01-31' })).toMatchObject({ today: '2030-01-31' });
  });
});

describe('--rules', () => {
  test('an edited sentence takes effect; nothing else does', async () => {
    const dir = rulesCopy('edited');
    edit(dir, 'notices/cp504.json', 'This is the last balance-due notice.', 'This is the blue notice.');
    const [before, after] = [await cli(cp504), await cli([...cp504, '--rules', dir])];
    expect(before.out).toContain('This is the last balance-due notice.');
    expect(after).toMatchObject({ code: 0, err: '' });
    expect(after.out.replace(/\s+/g, ' ')).toBe(
      before.out.replace(/\s+/g, ' ').replaceAll('This is the last balance-due notice.', 'This is the blue notice.'),
    );
  });

  test('an edited rule changes the answer, and the hash says that the rules are others', async () => {
    const dir = rulesCopy('decided-otherwise');
    edit(dir, 'notices/cp504.json', '"ground": "open"', '"ground": "none"');
    const [before, after] = [await json(cp504), await json([...cp504, '--rules', dir])];
    expect(before).toMatchObject({ programs: { cap: { status: 'available' } } });
    expect(after).toMatchObject({ programs: { cap: { status: 'not-available' } } });
    expect(after['rules']).not.toEqual(before['rules']);
  });

  test('an unchanged copy answers the same, to the byte', async () => {
    expect(await cli([...lt11, '--json', '--rules', rulesCopy('same')])).toEqual(await cli([...lt11, '--json']));
  });

  test.each([
    { file: 'help.json', from: '"help"', to: '"hlep"', why: 'a wrong key' },
    { file: 'notices/lt11.json', from: '"id": "lt11"', to: '"id": "lt12"', why: 'a wrong id' },
    { file: 'decisions/form-9423.json', from: '"rows": [', to: '"rows": [,', why: 'no JSON' },
  ])('$why in $file is exit 5, naming the file', async ({ file, from, to }) => {
    const dir = rulesCopy(`broken-${file.replaceAll('/', '-')}`);
    edit(dir, file, from, to);
    for (const argv of [cp504, ['phone'], ['notices'], ['batch', '-']]) {
      const { code, out, err } = await cli([...argv, '--rules', dir]);
      expect({ code, out }).toEqual({ code: 5, out: '' });
      expect(err).toMatch(new RegExp(`^${file}: `, 'm'));
      expect(err).not.toMatch(/\bat .*:\d+:\d+/);
    }
  });

  test('a directory that is not there, or is empty of rules, is exit 5', async () => {
    const dir = rulesCopy('emptied');
    rmSync(join(dir, 'decisions'), { recursive: true });
    expect(await cli([...cp504, '--rules', dir])).toMatchObject({ code: 5, out: '' });
    const { code, out, err } = await cli([...cp504, '--rules', '/nowhere\u001b[2J']);
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toMatch(/^\/nowhere\?\[2J: cannot be read as a rules directory; give the path of one: [^\n]+\n$/);
  });

  test('broken built-in rules are exit 5 too', async () => {
    const rulesDir = rulesCopy('broken-built-in');
    edit(rulesDir, 'steps.json', '"steps"', '"stpes"');
    const { code, out, err } = await cli(cp504, { rulesDir });
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toMatch(/^steps\.json: /m);
  });
});

describe('--output', () => {
  const formats = [
    { flags: ['--json'], holds: /^\{\n[\s\S]*\}\n$/ },
    { flags: ['--format', 'text'], holds: /^CP504: / },
    { flags: ['--format', 'markdown'], holds: /^# What this IRS letter means/ },
  ];
  test.each(formats)('takes the whole answer of $flags, and stdout nothing', async ({ flags, holds }) => {
    const { code, out, err, files } = await cli([...cp504, ...flags, '--output', 'answer'], { outputIsTerminal: true });
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    const text = files.get('answer');
    expect(text).toMatch(holds);
    expect(text).not.toMatch(escapes);
    expect(text).toBe((await cli([...cp504, ...flags])).out);
  });

  test('never overwrites a file, unless --force', async () => {
    const asked: boolean[] = [];
    const writeText = async (_file: string, _text: string, force: boolean): Promise<void> => {
      asked.push(force);
      if (!force) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    };
    const { code, out, err } = await cli([...cp504, '--output', 'old.txt'], { writeText });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('appeals-guide: --output old.txt: the file exists; add --force to overwrite it\n');
    expect(await cli([...cp504, '--output', 'old.txt', '--force'], { writeText })).toMatchObject({ code: 0, err: '' });
    expect(asked).toEqual([false, true]);
  });

  test('a file that cannot be written is one line', async () => {
    const writeText = async (): Promise<void> => {
      throw Object.assign(new Error("ENOENT: no such folder '\u001b[2J'"), { code: 'ENOENT' });
    };
    const { code, out, err } = await cli([...cp504, '--output', 'no/\u001b[2J'], { writeText });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe("appeals-guide: --output no/?[2J: cannot be written: ENOENT: no such folder '?[2J'\n");
  });

  test('an answer with facts missing is written and is exit 3', async () => {
    const { code, files } = await cli(['check', '--json', '--output', 'x.json']);
    expect(code).toBe(3);
    expect(JSON.parse(files.get('x.json') ?? '')).toMatchObject({ missing: ['notice'] });
  });

  test.each([['notices show 90'], ['compare 90'], ['check --notice 90'], ['ask']])(
    '%s leaves no empty file',
    async (line) => {
      const { code, files } = await cli([...line.split(' '), '--output', 'x.txt']);
      expect({ code, files: [...files] }).toEqual({ code: 2, files: [] });
    },
  );
});

describe('colour and decoration', () => {
  const onTerminal = { outputIsTerminal: true, columns: 80 };
  const cases = [
    { why: 'a terminal', change: onTerminal, colour: true },
    { why: 'a pipe', change: {}, colour: false },
    { why: 'NO_COLOR', change: { ...onTerminal, env: { NO_COLOR: '1' } }, colour: false },
    { why: 'an empty NO_COLOR', change: { ...onTerminal, env: { NO_COLOR: '' } }, colour: true },
    { why: 'TERM=dumb', change: { ...onTerminal, env: { TERM: 'dumb' } }, colour: false },
    { why: 'FORCE_COLOR in a pipe', change: { env: { FORCE_COLOR: '1' } }, colour: true },
    { why: 'FORCE_COLOR=0', change: { ...onTerminal, env: { FORCE_COLOR: '0' } }, colour: false },
    { why: 'NO_COLOR before FORCE_COLOR', change: { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, colour: false },
  ];
  test.each(cases)('$why: colour $colour', async ({ change, colour }) => {
    for (const argv of [cp504, ['notices', 'show', 'CP504'], ['phone'], ['compare']]) {
      expect(escapes.test((await cli(argv, change)).out)).toBe(colour);
    }
  });

  test('--plain is without colour even where it is forced', async () => {
    const { out } = await cli([...cp504, '--plain'], { ...onTerminal, env: { FORCE_COLOR: '1' } });
    expect(out).toBe((await cli(cp504)).out);
    expect(out).not.toMatch(escapes);
  });

  test('JSON and Markdown have no colour anywhere', async () => {
    for (const format of ['json', 'markdown']) {
      const { out } = await cli([...cp504, '--format', format], { ...onTerminal, env: { FORCE_COLOR: '1' } });
      expect(out).not.toMatch(escapes);
    }
  });
});

test('--explain shows the rule and the sources of what is said', async () => {
  const [plain, explained] = [await cli(cp504), await cli([...cp504, '--explain'])];
  expect(plain.out).not.toContain('[rule ');
  expect(explained.out.replace(/\s+/g, ' ')).toMatch(/\[rule lead\/[\w-]+; sources [\w-]+/);
  expect(explained.out).toContain('irm-8-24-1-2021');
});

test('--version is the version alone on line 1, then the rules, for every command', async () => {
  for (const argv of [['--version'], ['check', '--version'], ['--version', 'phone']]) {
    const { code, out, err } = await cli(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second] = out.split('\n');
    expect(first).toBe(version);
    expect(second).toMatch(/^rules \d+\.\d+\.\d+, reviewed \d{4}-\d\d-\d\d, next review by \d{4}-\d\d-\d\d$/);
  }
});

test('--version answers even where the manifest cannot be read', async () => {
  const rulesDir = rulesCopy('no-manifest');
  writeFileSync(join(rulesDir, 'manifest.json'), '{');
  const { code, out, err } = await cli(['--version'], { rulesDir });
  expect({ code, out }).toEqual({ code: 5, out: `${version}\n` });
  expect(err).toMatch(/^manifest\.json: [^\n]+\n$/);
});

test('--no-input concerns ask only', async () => {
  expect(await cli([...cp504, '--no-input', '--json'])).toEqual(await cli([...cp504, '--json']));
  expect((await slip([...cp504, '--no-inputs'])).length).toBeGreaterThan(0);
});
