import { describe, expect, test } from 'vitest';
import { runAsk } from '../src/commands/ask.ts';
import type { Io } from '../src/io.ts';
import { rules } from './rules.ts';
import { piped, type Terminal, terminal } from './terminal.ts';
import { askOptions } from './wizard-fixture.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
const escapes = /\u001b/;

async function asked(
  lines: readonly string[],
  change: Partial<Io> = {},
  options: Parameters<typeof askOptions>[1] = { accessible: true },
): Promise<{ code: number; screen: Terminal }> {
  const screen = terminal({ stdin: piped(...lines), inputIsTerminal: false, outputIsTerminal: false, ...change });
  return { code: await runAsk(screen.io, rules, askOptions(screen.io, options)), screen };
}

describe('from a pipe, in accessible mode', () => {
  const rest = ['no', 'not-asked', 'individual', 'action', 'self', 'no'];
  const cp504 = ['CP504', 'notice', ...rest];

  test('line 1 says so; then come what this is, privacy, and the keys', async () => {
    const { screen } = await asked(cp504);
    const [first, ...rest] = screen.shown().split('\n');
    expect(first).toMatch(/^Accessible mode/);
    const said = rest.slice(0, 8).join(' ');
    for (const part of ['which appeals', 'nothing is stored or sent', 'not part of the IRS', 'q leaves']) {
      expect(said).toContain(part);
    }
  });

  test('all answers in one chunk lead to the answer on stdout, without escape codes', async () => {
    const { code, screen } = await asked([...cp504, 'show']);
    expect(code).toBe(0);
    expect(screen.answered()).toContain('CP504');
    expect(screen.answered().replace(/\s+/g, ' ')).toContain('not part of the IRS');
    expect(screen.raw() + screen.answered()).not.toMatch(escapes);
    expect(screen.shown()).not.toContain('First step:');
  });

  test('values are taken in the words that flags and columns take', async () => {
    const plain = await asked([...cp504, 'show']);
    const other = await asked(['cp 504', 'Mail', 'N', 'Not asked', 'INDIVIDUAL', 'Action', 'Me', 'FALSE', 'show']);
    expect(other.screen.answered()).toBe(plain.screen.answered());
  });

  test('input that ends once the answer is shown is no fault', async () => {
    const { screen } = await asked([...cp504, 'show']);
    expect(screen.shown()).not.toContain('The answers ended');
  });

  test('input that ends before the answer is exit 2, with the flags to use', async () => {
    const { code, screen } = await asked(['CP504']);
    expect(code).toBe(2);
    expect(screen.answered()).toBe('');
    expect(screen.shown().replace(/\s+/g, ' ')).toContain('appeals-guide check --notice CP504');
  });

  test('q is exit 130, with one line', async () => {
    const { code, screen } = await asked(['CP504', 'q']);
    expect(code).toBe(130);
    expect(screen.shown()).toMatch(/\nYou left the guide\.\n$/);
  });

  test('an answer that lacks a fact is exit 3', async () => {
    const { code } = await asked(['CP504', 'unknown', ...rest, 'show']);
    expect(code).toBe(3);
  });

  test('--format json gives one object on stdout', async () => {
    const { screen } = await asked([...cp504, 'show'], {}, { accessible: true, format: 'json' });
    expect(JSON.parse(screen.answered())).toMatchObject({ notice: { id: 'cp504' }, facts: { contact: 'notice' } });
  });

  test('with --output the file gets the last answer only', async () => {
    const written: string[] = [];
    const lines = [...cp504, 'show', 'change', 'change', 'contact', '3', 'show', 'finish'];
    const { screen } = await asked(
      lines,
      {},
      { accessible: true, format: 'json', write: (text) => written.push(text) },
    );
    expect(screen.answered()).toBe('');
    expect(written.map((text) => JSON.parse(text).facts.contact)).toEqual(['revenue-officer']);
  });

  test.each([
    { name: 'answer.md', start: /^# / },
    { name: 'answer.json', start: /^\{\n/ },
    { name: 'answer.txt', start: /^CP504/ },
  ])('the answer is saved as $name', async ({ name, start }) => {
    const { screen } = await asked([...cp504, 'show', 'save', name, 'finish']);
    expect(screen.files.get(name)).toMatch(start);
    expect(screen.shown()).toContain(`Saved as ${name}.`);
  });

  test('a file that exists is replaced only on a yes', async () => {
    const save = ['save', 'a.txt'];
    const { screen } = await asked([
      ...cp504,
      'show',
      ...save,
      ...save,
      'no',
      ...save,
      'yes',
      'save',
      '',
      'b',
      'finish',
    ]);
    expect(screen.shown()).toContain('a.txt was left as it is.');
    expect(screen.shown().match(/Saved as a\.txt\./g)).toHaveLength(2);
    expect(screen.shown()).toContain('Write a file name');
  });

  test('a name that chooses no format, or leads into the rules, is asked for again', async () => {
    const isInside = (file: string): boolean => file.startsWith('rules/');
    const names = ['a.pdf', 'a.csv', 'rules/a.txt', 'a.HTML'];
    const { screen } = await asked([...cp504, 'show', 'save', ...names, 'finish'], { isInside });
    expect(screen.shown().match(/This ending chooses no format/g)).toHaveLength(2);
    expect(screen.shown()).toContain('The rules of this program stand in that folder.');
    expect([...screen.files.keys()]).toEqual(['a.HTML']);
  });

  test('a file that cannot be written is said, and nothing is lost', async () => {
    const writeText = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOENT' }));
    const { code, screen } = await asked([...cp504, 'show', 'save', 'x/a.txt', 'finish'], { writeText });
    expect(code).toBe(0);
    expect(screen.shown()).toContain('x/a.txt could not be written (ENOENT).');
  });

  test('start again begins with the letter, and go back from the review with the last question', async () => {
    const { code, screen } = await asked([...cp504, 'b', 'yes', 'show', 'again', 'LT11', 'q']);
    expect(code).toBe(130);
    expect(screen.shown()).toContain('Basic living costs at risk: Yes');
    expect(screen.shown().match(/Which letter did you get\?/g)).toHaveLength(2);
  });

  test('a detail can be added at the review', async () => {
    const lines = ['LT11', 'phone', '11/2/2026', 'u', ...rest];
    const { screen } = await asked([...lines, 'detail', 'mailedDate', '2026-11-05', 'show']);
    expect(screen.shown()).toContain('Day of mailing: Thursday, November 5, 2026');
    expect(screen.answered()).toContain('Monday, December 7, 2026');
  });
});

describe('which way to ask', () => {
  test.each([
    { why: 'no terminal', env: {}, options: {} },
    { why: 'no terminal, though TERM is dumb', env: { TERM: 'dumb' }, options: {} },
    { why: 'ACCESSIBLE=0', env: { ACCESSIBLE: '0' }, options: {} },
    { why: '--no-input', env: { ACCESSIBLE: '1' }, options: { noInput: true } },
  ])('$why: exit 2 at once, naming the flags', async ({ env, options }) => {
    const { code, screen } = await asked([], { env }, options);
    expect(code).toBe(2);
    const said = screen.shown();
    expect(said).toContain('appeals-guide check --notice CP504 --contact notice --notice-date 2026-11-02');
    expect(screen.answered()).toBe('');
  });

  test('--no-input on a terminal is named as the reason', async () => {
    const { screen } = await asked([], { inputIsTerminal: true }, { noInput: true });
    expect(screen.shown()).toMatch(/^--no-input was given, so nothing is asked\./);
    expect(screen.shown()).not.toContain('terminal');
  });

  test.each([
    { why: '--accessible', change: {}, options: { accessible: true } },
    { why: 'ACCESSIBLE=1', change: { env: { ACCESSIBLE: '1' } }, options: {} },
    { why: 'a dumb terminal', change: { env: { TERM: 'dumb' }, inputIsTerminal: true }, options: {} },
  ])('$why: line by line', async ({ change, options }) => {
    const { screen } = await asked(['q'], change, options);
    expect(screen.shown()).toMatch(/^Accessible mode/);
    expect(screen.raw()).not.toMatch(escapes);
  });

  test('questions that go to a file bring no escape codes there', async () => {
    const screen = terminal({ stdin: piped('q') });
    Object.assign(screen.io.stderr, { isTTY: false });
    expect(await runAsk(screen.io, rules, askOptions(screen.io))).toBe(130);
    expect(screen.raw()).not.toMatch(escapes);
  });
});
