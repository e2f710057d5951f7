import { describe, expect, test } from 'vitest';
import { run } from '../src/main.ts';
import { cli, json, slip } from './fake-io.ts';
import { rules } from './rules.ts';
import { keys, piped, terminal } from './terminal.ts';

const lt11 = ['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-02'];
const cp504 = ['check', '--notice', 'CP504', '--contact', 'notice'];

describe('check', () => {
  test('JSON is one object with the keys of the contract', async () => {
    const answer = await json(lt11);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(
        `schemaVersion generator rules today facts missing notice programs form9423 deadlines steps
        representation phone help warnings sources trace`.split(/\s+/),
      ),
    );
    expect(answer).toMatchObject({
      schemaVersion: 1,
      generator: { name: 'irs-appeals-guide' },
      rules: { version: rules.manifest.version, hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      today: '2026-11-10',
      facts: { notice: 'lt11', contact: 'phone', noticeDate: '2026-11-02' },
      missing: [],
      notice: { id: 'lt11', label: 'LT11' },
      programs: { cap: { status: 'available' }, cdp: { status: 'available', kind: 'levy' } },
      phone: { appeals: '855-865-3401' },
    });
  });

  test('sources are exactly those that something cites', async () => {
    const { sources, ...rest } = await json(lt11);
    const cited = new Set<string>();
    JSON.stringify(rest, (key, value) => {
      if (key === 'cite') for (const id of value) cited.add(id);
      return value;
    });
    expect(cited.size).toBeGreaterThan(3);
    expect((sources as { id: string }[]).map(({ id }) => id).sort()).toEqual([...cited].sort());
  });

  test('text begins with the letter and has the date in words', async () => {
    const { code, out, err } = await cli(lt11);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^LT11: /);
    expect(out.replace(/\s+/g, ' ')).toContain('Wednesday, December 2, 2026');
    const lines = out.split('\n').filter((line) => !line.includes('https://'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('--format text is what no format gives, --format json what --json gives', async () => {
    expect(await cli([...lt11, '--format', 'text'])).toEqual(await cli(lt11));
    expect(await cli([...lt11, '--format', 'json'])).toEqual(await cli([...lt11, '--json']));
    expect(await cli([...lt11, '--json', '--format', 'json'])).toEqual(await cli([...lt11, '--json']));
  });

  test('Markdown has headings and the same date', async () => {
    const { code, out } = await cli([...lt11, '--format', 'markdown']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# .+\n/);
    expect(out).toMatch(/^## Sources$/m);
    expect(out).toContain('Wednesday, December 2, 2026');
  });
});

describe('exit codes', () => {
  test.each([
    { code: 0, argv: lt11, why: 'answered' },
    { code: 0, argv: ['check', '--notice', 'CP59'], why: 'answered: no appeal of this kind' },
    { code: 0, argv: [...lt11, '--today', '2030-01-01'], why: 'answered: all over' },
    { code: 3, argv: ['check'], why: 'neither notice nor action' },
    { code: 3, argv: ['check', '--notice', 'CP504'], why: 'contact is missing' },
    { code: 3, argv: ['check', '--notice', 'LT11', '--contact', 'phone'], why: 'the date is missing' },
    { code: 0, argv: ['--help'], why: 'help' },
    { code: 0, argv: ['check', '--help'], why: 'help of a command' },
    { code: 0, argv: ['help', 'check'], why: 'help asked for in words' },
    { code: 0, argv: ['notices', 'zzzz'], why: 'a search that finds nothing' },
  ] as const)('$code: $argv ($why)', async ({ code, argv }) => {
    const ran = await cli(argv);
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: '' });
    expect(ran.out).not.toBe('');
  });

  test('3 says in JSON what is missing', async () => {
    expect(await json(['check'])).toMatchObject({ notice: null, missing: ['notice'] });
    expect(await json(['check', '--notice', 'CP504'])).toMatchObject({ missing: ['contact'] });
  });

  test('1: a bug says so without a stack trace', async () => {
    const { code, err } = await cli(['phone'], {
      out: () => {
        throw new Error('broken \u001b[2J pen');
      },
    });
    expect(code).toBe(1);
    expect(err).toMatch(/a bug in the program: broken \?\[2J pen\n[^\n]+\n$/);
  });

  test('2: a full disk is no bug', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' });
    for (const argv of [['phone'], ['check', '--notice', 'LT11'], ['batch', '--template']]) {
      const { code, err } = await cli(argv, {
        out: () => {
          throw full;
        },
      });
      expect({ code, err }).toEqual({
        code: 2,
        err: 'appeals-guide: the answer cannot be written: ENOSPC: no space left on device, write; give it another place\n',
      });
    }
  });
});

describe('--help', () => {
  test('names every command and every flag of every command', async () => {
    const { out } = await cli(['--help']);
    for (const word of ['ask', 'check', 'batch', 'notices', 'compare', 'phone', 'rules']) {
      expect(out).toMatch(new RegExp(`^  ${word}\\b`, 'm'));
    }
    const flags = 'json format output force today rules lang plain accessible no-input explain version help';
    for (const flag of flags.split(' ')) expect(out).toContain(`--${flag}`);
  });

  test.each([[[]], [['check']], [['batch']], [['notices']], [['rules', 'check']]])(
    '%j: 80 columns',
    async (command) => {
      const { code, out } = await cli([...command, '--help'], { columns: 200 });
      expect(code).toBe(0);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('help and help COMMAND say the same as --help', async () => {
    expect(await cli(['help'])).toEqual(await cli(['--help']));
    expect(await cli(['help', 'batch'])).toEqual(await cli(['batch', '--help']));
  });
});

describe('notices, compare and phone in three formats', () => {
  const pages = [
    { argv: ['notices'], key: 'notices' },
    { argv: ['notices', 'federal', 'tax', 'lien'], key: 'notices' },
    { argv: ['notices', 'show', 'cp', '504'], key: 'notice' },
    { argv: ['compare'], key: 'aspects' },
    { argv: ['compare', 'ltr 1058'], key: 'aspects' },
    { argv: ['phone'], key: 'appeals' },
  ];
  test.each(pages)('$argv', async ({ argv, key }) => {
    const [text, markdown] = [await cli(argv), await cli([...argv, '--format', 'markdown'])];
    for (const { code, err, out } of [text, markdown]) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.length).toBeGreaterThan(100);
    }
    expect(markdown.out).toMatch(/^# .+\n/);
    const answer = await json(argv);
    expect(answer).toMatchObject({ schemaVersion: 1, today: '2026-11-10', rules: { version: rules.manifest.version } });
    expect(Object.keys(answer)).toContain(key);
  });

  test('notices lists all letters, notices WORDS those that fit', async () => {
    const listed = async (argv: string[]): Promise<string[]> =>
      ((await json(argv))['notices'] as { id: string }[]).map(({ id }) => id);
    expect((await listed(['notices'])).sort()).toEqual(Object.keys(rules.notices).sort());
    expect(await listed(['notices', '1058'])).toContain('l1058');
    expect(await listed(['notices', 'lien'])).toContain('l3172');
    expect(await listed(['notices', 'lien'])).not.toContain('cp2000');
  });

  test('notices show takes a name of several words', async () => {
    expect(await json(['notices', 'show', 'Letter', '4052'])).toMatchObject({ notice: { id: 'l4052' } });
  });
});

describe('ask without a terminal', () => {
  test.each([
    [[]],
    [['ask']],
    [['--json']],
    [['ask', '--format', 'markdown']],
    [['ask', '--no-input', '--accessible']],
  ])('%j names the flags and is exit 2', async (argv) => {
    const { code, out, err } = await cli(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain('appeals-guide check --notice CP504 --contact notice --notice-date');
  });

  test('--accessible or ACCESSIBLE=1 reads lines; input that ends early is exit 2', async () => {
    const ways = [
      { argv: ['--accessible'], env: {} },
      { argv: ['ask'], env: { ACCESSIBLE: '1' } },
    ];
    for (const { argv, env } of ways) {
      const { code, out, err } = await cli(argv, { stdin: piped('CP504'), env });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^Accessible mode/);
    }
  });

  test('a slip in the flags is told before any question', async () => {
    expect(await slip(['ask', '--today', '2026-02-30'])).toMatch(/^--today: /);
  });
});

describe('leaving is exit 130', () => {
  test('by q in accessible mode', async () => {
    const { code, out, err } = await cli(['--accessible'], { stdin: piped('q') });
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test('by Ctrl-C on a terminal', async () => {
    const screen = terminal();
    const left = run([], screen.io);
    await screen.on('letter', keys.interrupt);
    expect(await left).toBe(130);
    expect(screen.answered()).toBe('');
  });
});

test('the answer to a script is the same on a terminal and in a pipe', async () => {
  const change = { inputIsTerminal: true, outputIsTerminal: true, columns: 40 };
  expect(await cli([...cp504, '--json'], change)).toEqual(await cli([...cp504, '--json']));
});
