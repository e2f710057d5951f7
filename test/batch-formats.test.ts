import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Io } from '../src/io.ts';
import { makeWords } from '../src/render/words.ts';
import { deadlineIds } from '../src/vocabulary.ts';
import { cli, type Ran, stream } from './fake-io.ts';
import { rules } from './rules.ts';

const header = 'client,notice,contact,notice-date,representative,taxpayer-present,form-2848';
const rows = [
  'c-late,LT11,phone,2026-11-20,,,',
  'c-soon,LT11,notice,2026-10-14,cpa,no,none',
  '"=cmd|\'/c calc\'!A1",CP504,,,,,',
  'c-bad,CP9000,,,,,',
  ',Letter 4052,notice,2026-11-01,,,',
  'c-over,LT11,phone,2025-01-06,,,',
];
const text = [header, ...rows].join('\n');

async function run(flags: readonly string[], change: Partial<Io> = {}, input = text): Promise<Ran> {
  return cli(['batch', 'rows.csv', ...flags], { open: () => stream(input), ...change });
}

describe('--format csv', () => {
  test('has stable columns and one line a row', async () => {
    const { out, code } = await run(['--format', 'csv']);
    expect(code).toBe(3);
    expect(out.split('\n')).toEqual([
      'row,client,notice,cap,cdp,equivalent-hearing,form-9423,next-deadline-id,next-deadline,days-left,missing,error',
      '1,c-late,lt11,available,available,later,optional,cdp-request,2026-12-21,41,,',
      '2,c-soon,lt11,available,available,later,optional,cdp-request,2026-11-13,3,,',
      "3,'=cmd|'/c calc'!A1,cp504,available,later,not-available,unknown,,,,contact,",
      expect.stringMatching(/^4,c-bad,,,,,,,,,,"notice: unknown notice ""CP9000""\. .*"$/),
      expect.stringMatching(/^5,,l4052,available,not-available,not-available,optional,ia-appeal,2026-12-01,21,,$/),
      '6,c-over,lt11,available,expired,expired,optional,,,,,',
      '',
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@x', ' =1', '\uFF1D1'])('%j is no formula for a sheet', async (client) => {
    const { out } = await run(['--format', 'csv'], {}, `client,notice\n"${client}",CP504\n`);
    const cell = out.split('\n')[1]?.split(',')[1];
    expect(cell?.replaceAll('"', '')).toBe(`'${client}`);
  });
});

describe('--only, --sort and --fail-on', () => {
  const rowsOf = ({ out }: Ran): number[] =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).row);

  test.each([
    // A row that cannot be read is never left out.
    { only: 'open', shown: [1, 2, 4, 5] },
    { only: 'passed', shown: [4, 6] },
    { only: 'due-within=3', shown: [2, 4] },
    { only: 'due-within=2', shown: [4] },
  ])('--only $only shows rows $shown, and the summary counts all', async ({ only, shown }) => {
    const ran = await run(['--only', only]);
    expect(rowsOf(ran)).toEqual(shown);
    expect(ran.err).toBe('6 rows, 1 with errors, 1 with facts missing, 1 with a last day in the next 7 days\n');
  });

  test('--sort deadline puts the most urgent first, rows without a day last', async () => {
    expect(rowsOf(await run(['--sort', 'deadline']))).toEqual([4, 2, 5, 1, 3, 6]);
    const { out } = await run(['--sort', 'deadline', '--format', 'csv']);
    expect(out.split('\n').map((line) => line.split(',')[0])).toEqual(['row', '4', '2', '5', '1', '3', '6', '']);
  });

  test.each([
    { flags: ['--fail-on', 'passed'], code: 4 },
    { flags: ['--fail-on', 'due-within=3'], code: 4 },
    { flags: ['--fail-on', 'due-within=2'], code: 3 },
    { flags: ['--fail-on', 'due-within=2', '--fail-on', 'passed'], code: 4 },
    { flags: ['--fail-on', 'passed', '--only', 'open'], code: 4 },
    { flags: [], code: 3 },
  ])('$flags: exit code $code', async ({ flags, code }) => {
    expect((await run(flags)).code).toBe(code);
  });

  test('--skip-rows leaves out rows, and the others keep their numbers', async () => {
    expect(rowsOf(await run(['--skip-rows', '3']))).toEqual([4, 5, 6]);
    const { out, err, code } = await run(['--skip-rows', '6']);
    expect({ out, code }).toEqual({ out: '', code: 0 });
    expect(err).toMatch(/^rows\.csv: has no row after row 6\n0 rows/);
  });

  test('--explain puts the rules that decided into each row', async () => {
    const { out } = await run(['--explain']);
    expect(JSON.parse(out.split('\n')[0] ?? '').trace).toContain('cap-clock/no-conference-yet');
    expect((await run(['--explain', '--format', 'text'])).out).toContain('rule cap-clock/no-conference-yet');
  });

  test('--summary json is one object on stderr', async () => {
    const { err } = await run(['--summary', 'json']);
    expect(JSON.parse(err)).toMatchObject({
      rules: { version: rules.manifest.version, hash: rules.hash },
      today: '2026-11-10',
      rows: 6,
      errors: 1,
      incomplete: 1,
      passed: 1,
      form2848Missing: 1,
      urgency: { today: 0, within7: 1, within30: 1, later: 1, none: 2 },
      missing: { contact: 1 },
      next: { row: 2, client: 'c-soon', id: 'cdp-request', date: '2026-11-13' },
    });
  });
});

describe('a table', () => {
  const seen = { outputIsTerminal: true, env: { NO_COLOR: '1' } };

  test('is what a terminal gets, and fits it', async () => {
    for (const columns of [60, 70, 80, 100]) {
      const { out } = await run([], { ...seen, columns });
      const lines = out.split('\n');
      expect(lines.filter((line) => line.length > columns)).toEqual([]);
      expect(out).toMatch(/^c-soon +LT11/m);
    }
    const { out } = await run([], { ...seen, columns: 80 });
    expect(out).toMatch(/^c-soon +LT11 +CAP, CDP +Friday, November 13, 2026 +3$/m);
    expect(out).toContain('Ask for: who has been in touch');
    expect(out).toContain('Form 2848, the power of attorney: needed');
    expect(out).toMatch(/^row 5 /m);
    expect(out).toContain('Row 4 cannot be answered: notice: unknown notice "CP9000"');
    expect(out).toMatch(/CAP\s+is the Collection Appeals Program, CDP a Collection Due Process hearing/);
  });

  test.each([{ columns: 40 }, { columns: 80, flags: ['--accessible'] }])('is blocks of lines: %j', async (each) => {
    const { out } = await run(each.flags ?? [], { ...seen, columns: each.columns });
    expect(out.split('\n').filter((line) => line.length > each.columns)).toEqual([]);
    expect(out).toMatch(/^Client: c-soon\nLetter: LT11\nOpen now: CAP, CDP\nNext last day: Friday, November 13, 2026/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
    expect(out).not.toMatch(/[^\u0000-\u007f]|\u001b/);
  });

  test('marks what is urgent where colour is allowed', async () => {
    const { out } = await run([], { outputIsTerminal: true, env: {} });
    expect(out).toContain('\u001b[31mc-soon');
    expect((await run(['--plain'], { outputIsTerminal: true, env: {} })).out).not.toContain('\u001b');
  });

  test('has a name for each deadline', () => {
    for (const id of deadlineIds) expect(makeWords(rules.text)(`batch.deadline.${id}`)).not.toBe('');
  });
});

describe('one page for a supervisor', () => {
  test('says in Markdown what is urgent, how many by program and week, and what to ask for', async () => {
    const { out } = await run(['--format', 'markdown']);
    expect(out).toMatch(/^# .*overview/);
    expect(out).toContain('Rows with a last day within 7 days: 1 of 6. The first: c-soon, Friday, November 13, 2026.');
    expect(out).toContain('1. **c-soon:** Friday, November 13, 2026 (3 days left)');
    expect(out).toContain('- **Collection Appeals Program (CAP):** open now: 5');
    expect(out).toMatch(/```text\nMonday, November 9, 2026 {2}#+ 1\n/);
    expect(out).toContain('- **Week of Monday, November 9, 2026:** 1');
    expect(out).toContain('who has been in touch');
    expect(out).not.toContain('Shown are the first');
    expect(out).toContain(rules.hash);
  });

  test('leaves ids of clients as they are, short forms of ours included', async () => {
    const { out } = await run(['--format', 'markdown'], {}, 'client,notice,notice-date\nCDP 1,LT11,2026-11-02\n');
    expect(out).toContain('The first: CDP 1, Wednesday, December 2, 2026.');
    expect(out).toContain('1. **CDP 1:** Wednesday, December 2, 2026');
    expect(out).toContain('CAP is the Collection Appeals Program, CDP a Collection Due Process hearing.');
    const { out: calendar } = await run(['--format', 'ics'], {}, 'client,notice,notice-date\nCDP 1,LT11,2026-11-02\n');
    expect(calendar).toContain('SUMMARY:CDP 1: Last day: Ask for a Collection Due Process (CDP) hearing');
  });

  test('in HTML it stands alone and shows nothing of a client as code', async () => {
    const evil = 'client,notice,notice-date\n<script>alert(1)</script>,LT11,2026-11-02\n';
    const { out } = await run(['--format', 'html'], {}, evil);
    expect(out).toContain('&lt;script&gt;');
    expect(out).not.toMatch(/<script|<link|src=/);
    expect(out).toMatch(/<svg [^>]*role="img"/);
  });

  test('lists twenty rows and twelve weeks, however many there are', async () => {
    const many = Array.from({ length: 300 }, (_, row) => {
      const month = String(1 + (row % 12)).padStart(2, '0');
      return `c-${row},LT11,2026-${month}-${String(1 + (row % 28)).padStart(2, '0')}`;
    });
    const { out } = await run(['--format', 'markdown'], {}, ['client,notice,notice-date', ...many].join('\n'));
    expect(out.match(/^\d+\. /gm)).toHaveLength(20);
    const running = [...out.matchAll(/^- \*\*(?:Last day|Within|Later|After more).*:\*\* (\d+)$/gm)];
    const count = running.reduce((sum, [, rows]) => sum + Number(rows), 0);
    expect(count).toBeGreaterThan(20);
    expect(out).toContain(`Shown are the first 20 of ${count} rows with a last day still to come;`);
    expect(out.match(/\*\*Week of/g)).toHaveLength(12);
    expect(out).toMatch(/\*\*After these weeks:\*\* \d+/);
  });
});

describe('one calendar', () => {
  test('has the open days of all rows, each with its owner and a name of its own', async () => {
    const { out } = await run(['--format', 'ics']);
    const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent');
    const summaries = events.map((event) => String(event.getFirstPropertyValue('summary')));
    expect(summaries.some((summary) => summary.startsWith('c-soon: Last day'))).toBe(true);
    expect(summaries.some((summary) => summary.startsWith('row 5: '))).toBe(true);
    const ids = events.map((event) => event.getFirstPropertyValue('uid'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(out.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('two letters of one client are told apart', async () => {
    const { out } = await run(['--format', 'ics'], {}, `client,notice,notice-date\n${'c,LT11,2026-11-02\n'.repeat(2)}`);
    const ids = out.match(/^UID:.*$/gm) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(4);
  });

  test('without an open day nothing is written, and stderr says so', async () => {
    const { out, err, files } = await run(['--format', 'ics', '--output', 'x.ics'], {}, 'notice\nCP504\n');
    expect({ out, files: [...files] }).toEqual({ out: '', files: [] });
    expect(err).toMatch(/^No last day is open in any row/);
  });
});
