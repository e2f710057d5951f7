import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkout, type Ended, emptyFolder, type SpawnOptions, spawned, tarballOfSources } from './built.ts';

const named: { version: string; files: string[] } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
const lt11 = ['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-02'];
const asOf = ['--today', '2026-11-10'];
let tarball = '';
let unpacked = '';

/** Unpacks the tarball into a folder of its own: what an installer does, without the packages it would also bring. */
async function unpack(): Promise<string> {
  const folder = emptyFolder();
  expect(await spawned('tar', ['-xzf', tarball, '-C', folder])).toMatchObject({ code: 0 });
  return join(folder, 'package');
}

function guide(args: readonly string[], options: SpawnOptions = {}, folder = unpacked): Promise<Ended> {
  return spawned(process.execPath, [join(folder, 'bin', 'appeals-guide.js'), ...args], {
    cwd: dirname(folder),
    ...options,
  });
}

function contents(): readonly string[] {
  return readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => statSync(join(unpacked, name)).isFile());
}

beforeAll(async () => {
  tarball = await tarballOfSources();
  unpacked = await unpack();
}, 120_000);

describe('the tarball', () => {
  test('holds what the list of files names and nothing else', () => {
    const tops = [...new Set(contents().map((name) => name.split('/')[0] ?? ''))].sort();
    const always = ['package.json', 'README.md', 'LICENSE'];
    expect(tops.filter((name) => ![...named.files, ...always].includes(name))).toEqual([]);
    expect(named.files.filter((name) => !tops.includes(name))).toEqual([]);
    expect(tops).toEqual(expect.arrayContaining(always));
    expect(contents().filter((name) => /\.(?:ts|map|tgz|tsx)$|test|node_modules|\.git/i.test(name))).toEqual([]);
  });

  test('holds every file of the rules, as it stands in the checkout', () => {
    const rules = readdirSync(join(checkout, 'rules'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    expect(rules.length).toBeGreaterThan(98);
    for (const name of rules) {
      expect(readFileSync(join(unpacked, 'rules', name)).equals(readFileSync(join(checkout, 'rules', name)))).toBe(
        true,
      );
    }
  });

  test('names no path of the machine that built it', () => {
    const paths = [checkout, dirname(tarball), unpacked, homedir()].filter((path) => path.length > 1);
    const naming = contents().filter((name) => {
      const text = readFileSync(join(unpacked, name), 'utf8');
      return paths.some((path) => text.includes(`${path}/`)) || /\/(?:Users|home)\/\w+\/|appeals-built-/.test(text);
    });
    expect(naming).toEqual([]);
  });

  test('bears the licenses of what is bundled', () => {
    const licenses = readFileSync(join(unpacked, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'zod', 'date-fns', 'chalk', '@inquirer/core']) {
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
    }
  });
});

describe('unpacked into an empty folder, without a single package beside it', () => {
  test('check --json answers', async () => {
    const { code, out, err } = await guide([...lt11, '--json', ...asOf]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      generator: { name: 'irs-appeals-guide', version: named.version },
      notice: { id: 'lt11' },
      programs: { cdp: { status: 'available' } },
      deadlines: expect.arrayContaining([expect.objectContaining({ id: 'cdp-request', date: '2026-12-02' })]),
    });
  });

  test.each([
    { args: ['--help'], says: /^Usage: appeals-guide \[command\]/ },
    { args: ['--version'], says: new RegExp(`^${named.version}\nrules `) },
    { args: ['notices', 'show', 'LT11'], says: /^LT11: / },
    { args: ['notices', 'lien', '--json'], says: /"l3172"/ },
    { args: ['compare', 'CP504'], says: /Collection Due Process/ },
    { args: ['phone', '--format', 'markdown'], says: /855-865-3401/ },
    { args: [...lt11, ...asOf], says: /^LT11: / },
    { args: ['rules', 'check'], says: /: no faults in 98 notices/ },
  ])('$args', async ({ args, says }) => {
    const { code, out, err } = await guide(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(says);
  });

  test('exit codes reach the shell', async () => {
    expect(await guide(['check'])).toMatchObject({ code: 3, err: '' });
    expect(await guide(['check', '--notice', '90'])).toMatchObject({ code: 2, out: '' });
    expect(await guide(['check', '--rules', 'nowhere'])).toMatchObject({ code: 5, out: '' });
    expect(await guide(['batch', 'nowhere.ndjson'])).toMatchObject({ code: 2, out: '' });
    expect(await guide(['batch', '.'])).toMatchObject({ code: 2, out: '' });
  });

  test('the wizard does not hang without a terminal, and reads lines in accessible mode', async () => {
    const { code, out, err } = await guide([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--notice');
    const lines = 'CP504\nnotice\nno\nnot-asked\nindividual\naction\nself\nno\nshow\nfinish\n';
    const read = await guide(['--accessible'], { input: lines });
    expect(read.code).toBe(0);
    expect(read.out).toContain('CP504');
  });

  test('batch reads standard input and a file', async () => {
    const input = '{"notice":"CP504","contact":"notice"}\n{"notice":"90","client":"c"}\n';
    const piped = await guide(['batch', '-'], { input });
    expect(piped).toMatchObject({ code: 3, err: '2 rows, 1 with errors, 0 with facts missing\n' });
    const file = join(emptyFolder(), 'rows.ndjson');
    writeFileSync(file, input);
    expect(await guide(['batch', file])).toEqual(piped);
  });

  test('--output writes a file, and never over another without --force', async () => {
    const cwd = emptyFolder();
    const args = ['phone', '--output', 'phone.txt'];
    expect(await guide(args, { cwd })).toEqual({ code: 0, out: '', err: '' });
    const written = readFileSync(join(cwd, 'phone.txt'), 'utf8');
    writeFileSync(join(cwd, 'phone.txt'), 'mine');
    expect(await guide(args, { cwd })).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(join(cwd, 'phone.txt'), 'utf8')).toBe('mine');
    expect(await guide([...args, '--force'], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'phone.txt'), 'utf8')).toBe(written);
  });
});

describe('rules edited in the installed copy', () => {
  test('take effect at once, even with the length and the time of the file unchanged', async () => {
    const folder = await unpack();
    const file = join(folder, 'rules', 'notices', 'cp504.json');
    const [before, { atime, mtime }] = [readFileSync(file, 'utf8'), statSync(file)];
    writeFileSync(file, before.replace('"title": "Notice of intent to levy', '"title": "NOTICE of intent to levy'));
    utimesSync(file, atime, mtime);
    const { code, out } = await guide(['check', '--notice', 'CP504', '--contact', 'phone'], {}, folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^CP504: NOTICE of intent to levy\n/);
    writeFileSync(file, before);
    expect(await guide([...lt11, '--json', ...asOf], {}, folder)).toEqual(await guide([...lt11, '--json', ...asOf]));
  });

  test('are checked: a slip is exit 5 with the name of the file', async () => {
    const folder = await unpack();
    const file = join(folder, 'rules', 'phone.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"cite"', '"ciet"'));
    const { code, out, err } = await guide(['phone'], {}, folder);
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toMatch(/^phone\.json: /m);
  });

  test('may lie in a folder that nobody can write', async () => {
    const folder = await unpack();
    for (const name of ['rules', 'dist', '.']) chmodSync(join(folder, name), 0o555);
    const ran = await guide([...lt11, '--json', ...asOf], {}, folder);
    for (const name of ['.', 'dist', 'rules']) chmodSync(join(folder, name), 0o755);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});

describe('days and time zones', () => {
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'])(
    'in %s today is the day on the wall there',
    async (zone) => {
      const onTheWall = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format();
      const before = onTheWall();
      const { today } = JSON.parse((await guide(['phone', '--json'], { env: { TZ: zone } })).out);
      expect([before, onTheWall()]).toContain(today);
    },
  );

  test('with --today the answer is the same in every zone, one that does not exist included', async () => {
    const args = [...lt11, '--json', ...asOf];
    const here = await guide(args);
    for (const TZ of ['Pacific/Apia', 'America/St_Johns', 'Nowhere/Atlantis', '']) {
      expect(await guide(args, { env: { TZ } })).toEqual(here);
    }
  });
});

test('a reader that goes away ends the program quietly, with exit 0', async () => {
  const rows = join(emptyFolder(), 'rows.ndjson');
  writeFileSync(rows, '{"notice":"LT11","contact":"phone"}\n'.repeat(400));
  const script = '("$0" "$1" batch "$2" --full; echo "exit $?" >&2) | head -n 1';
  const { out, err } = await spawned('sh', [
    '-c',
    script,
    process.execPath,
    join(unpacked, 'bin/appeals-guide.js'),
    rows,
  ]);
  expect(JSON.parse(out)).toMatchObject({ row: 1, notice: { id: 'lt11' } });
  expect(err).toBe('exit 0\n');
});

test('npm installs it, with a command that runs from anywhere', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const installed = await spawned('npm', ['install', ...flags, tarball], { cwd });
  expect(installed, installed.err).toMatchObject({ code: 0 });
  const command = join(cwd, 'node_modules', '.bin', 'appeals-guide');
  expect(existsSync(command)).toBe(true);
  mkdirSync(join(cwd, 'else where'));
  const { code, out, err } = await spawned(command, ['--version'], { cwd: join(cwd, 'else where') });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(new RegExp(`^${named.version}\n`));
}, 120_000);
