import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../src/batch/next-deadline.ts';
import { answerByDecision } from '../src/batch/row-answer.ts';
import { d } from './days.ts';
import { cli, type Ran, slip, stream } from './fake-io.ts';
import { rules } from './rules.ts';

/** Letters of which each stands for one kind of last day, as of 28 November 2026, a Saturday. */
const text = `client,notice,contact,notice-date,printed-deadline,representative,taxpayer-present
late,LT11,phone,2026-11-02,2026-11-20,,
far,LT11,phone,2026-11-16,,cpa,no
no-date,LT11,phone,,,,
nothing,CP504,notice,2026-11-02,,,
safe-day,Letter 4052,notice,2026-10-29,,,
over,LT11,phone,2025-01-06,,,
bad,CP9000,,,,,
lacks,Letter 4052,,2026-11-20,,,
`;

async function run(flags: readonly string[], input = text): Promise<Ran> {
  return cli(['batch', 'rows.csv', '--today', '2026-11-28', ...flags], { open: () => stream(input) });
}

const clients = ({ out }: Ran): string[] =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).client);

const cell = async (client: string): Promise<string[]> => {
  const { out } = await run(['--format', 'csv']);
  const line = out.split('\n').find((each) => each.includes(`,${client},`)) ?? '';
  return line.split(',').slice(7, 10);
};

describe('the next last day', () => {
  test.each([
    {
      client: 'late',
      cells: ['cdp-request', '2026-12-02', '4'],
      why: 'the day shown has passed and the right has not',
    },
    { client: 'far', cells: ['cdp-request', '2026-12-16', '18'], why: 'an open day' },
    { client: 'no-date', cells: ['', '', ''], why: 'not known' },
    { client: 'safe-day', cells: ['ia-appeal', '2026-11-28', '0'], why: 'no source states the roll' },
    { client: 'over', cells: ['', '', ''], why: 'over' },
  ])('$client: $why', async ({ client, cells }) => {
    expect(await cell(client)).toEqual(cells);
  });

  test('goes by the rolled day once the safe day is over', () => {
    const answers = { notice: 'l4052', contact: 'notice', noticeDate: d('2026-10-29') } as const;
    const next = (day: string): unknown => nextDeadline(answerByDecision(rules, answers, d(day)));
    expect(next('2026-11-28')).toEqual({ id: 'ia-appeal', date: '2026-11-28', daysLeft: 0 });
    expect(next('2026-11-29')).toEqual({ id: 'ia-appeal', date: '2026-11-30', daysLeft: 1 });
    expect(next('2026-11-30')).toEqual({ id: 'ia-appeal', date: '2026-11-30', daysLeft: 0 });
    expect(next('2026-12-01')).toBeUndefined();
  });

  test('of what opens only later comes after all that are open now', () => {
    const row = answerByDecision(
      rules,
      { notice: 'lt11', contact: 'phone', noticeDate: d('2026-11-02') },
      d('2026-11-28'),
    );
    const [cdp, hearing] = row.deadlines;
    if (!cdp || !hearing) throw new Error('two deadlines');
    expect([cdp.comesLater, hearing.comesLater]).toEqual([false, true]);
    const swapped = { ...row, deadlines: [{ ...hearing, listDay: d('2026-12-01') }, cdp] };
    expect(nextDeadline(swapped)?.id).toBe('cdp-request');
    expect(nextDeadline({ ...row, deadlines: [hearing] })?.id).toBe('equivalent-hearing-request');
  });

  test('rightEnds stands in a row of JSON where it is later, and nothing that only lists need', async () => {
    const { out } = await run(['--json']);
    const [late, far] = out.split('\n');
    expect(JSON.parse(late ?? '').deadlines[0]).toMatchObject({
      id: 'cdp-request',
      status: 'passed',
      rightEnds: '2026-12-02',
    });
    expect(far).not.toContain('rightEnds');
    expect(out).not.toMatch(/listDay|isUnknownDay|comesLater/);
  });
});

describe('which rows are shown', () => {
  test('errors first, then days that nobody knows, then by day', async () => {
    expect(clients(await run(['--sort', 'deadline']))).toEqual([
      ...['bad', 'no-date', 'safe-day', 'late', 'far', 'lacks'],
      ...['nothing', 'over'],
    ]);
  });

  test.each([
    { flags: ['--only', 'open'], shown: ['late', 'far', 'no-date', 'safe-day', 'bad', 'lacks'] },
    { flags: ['--only', 'open', '--known-only'], shown: ['late', 'far', 'safe-day', 'bad', 'lacks'] },
    { flags: ['--only', 'passed'], shown: ['over', 'bad'] },
    { flags: ['--only', 'due-within=4'], shown: ['late', 'no-date', 'safe-day', 'bad'] },
    { flags: ['--only', 'due-within=3', '--known-only'], shown: ['safe-day', 'bad'] },
    { flags: ['--only', 'passed', '--only', 'due-within=0', '--known-only'], shown: ['safe-day', 'over', 'bad'] },
  ])('$flags', async ({ flags, shown }) => {
    expect(clients(await run(flags))).toEqual(shown);
  });

  const unknown = text
    .split('\n')
    .filter((line) => /^(client|no-date)/.test(line))
    .join('\n');
  test.each([
    { flags: ['--fail-on', 'due-within=0'], code: 4 },
    { flags: ['--fail-on', 'due-within=9999', '--known-only'], code: 0 },
    { flags: ['--fail-on', 'passed'], code: 0 },
    { flags: ['--fail-on', 'passed', '--fail-on', 'due-within=1'], code: 4 },
  ])('a day that nobody knows, $flags: exit code $code', async ({ flags, code }) => {
    expect((await run(flags, unknown)).code).toBe(code);
  });

  test('--known-only alone is a slip', async () => {
    expect(await slip(['batch', 'rows.csv', '--known-only'])).toMatch(/^--known-only: belongs to --only or --fail-on/);
    expect(await slip(['batch', 'rows.csv', '--only', 'open', '--only', 'shut'])).toMatch(
      /^--only "shut": write open, passed/,
    );
  });
});

describe('what is counted', () => {
  test('days that nobody knows are, and are not called none', async () => {
    const { err } = await run(['--summary', 'json']);
    expect(JSON.parse(err)).toMatchObject({
      ...{ rows: 8, errors: 1, unknownDays: 1, passed: 1, form2848Missing: 1 },
      urgency: { today: 1, within7: 1, within30: 2, later: 0, none: 2 },
      next: { client: 'safe-day', date: '2026-11-28' },
    });
    expect(JSON.parse(err).named).toBeUndefined();
    expect((await run([])).err).toMatch(
      /, 1 with a last day that is not known, 2 with a last day in the next 7 days\n$/,
    );
  });

  test('the page names the clients behind each count', async () => {
    const { out } = await run(['--format', 'markdown']);
    expect(out).toContain('Rows with a last day that is not known: 1. It may be near, so find it out first.');
    expect(out).toMatch(/## Rows that could not be read\n\n- \*\*bad:\*\* notice: unknown notice "CP9000"/);
    expect(out).toContain('- **Some last day is not known:** 1 (no-date)');
    expect(out).toContain('- **Some last day has passed:** 1 (over)');
    expect(out).toMatch(/- \*\*[^\n]*who has been in touch[^\n]*:\*\* 1 \(lacks\)/);
    expect(out).toMatch(/- \*\*[^\n]*printed on the letter[^\n]*:\*\* 1 \(no-date\)/);
    expect(out).toMatch(/- \*\*Form 2848, [^\n]*:\*\* 1 \(far\)/);
    const html = (await run(['--format', 'html'])).out;
    for (const name of ['bad', 'no-date', 'over', 'lacks', 'far']) expect(html).toContain(name);
  });

  test('a list that was cut says how many more there are', async () => {
    const many = Array.from({ length: 60 }, (_, row) => `c-${row},LT11,phone,,,,\nx-${row},CP9000,,,,,\n`).join('');
    const { out } = await run(['--format', 'markdown'], `${text.split('\n')[0]}\n${many}`);
    expect(out).toContain('Some last day is not known:** 60 (c-0, c-1, ');
    expect(out).toMatch(/c-49, and 10 more\)/);
    expect(out).toContain('Shown are the first 50 of 60.');
    expect(out).not.toContain('No last day is running');
  });
});

test('the table says what nobody knows, what may end later and which day is safe', async () => {
  const { out } = await run(['--format', 'text']);
  const said = out.replace(/\s+/g, ' ');
  expect(out).toMatch(/^no-date +LT11 +CAP, CDP not known not known yet$/m);
  expect(said).toContain(
    'CDP hearing request: the last day is not known, and it may be near or over. Ask for the day that the letter prints',
  );
  expect(said).toContain(
    'CDP hearing request: the day shown, Friday, November 20, 2026, has passed; the right itself may end later, on Wednesday, December 2, 2026',
  );
  expect(said).toContain('Saturday, November 28, 2026 is the safe day; it may be Monday, November 30, 2026');
  expect(said).toContain('Passed: CDP hearing request');
  const { out: blocks } = await run(['--format', 'text', '--accessible']);
  expect(blocks).toContain(
    'Client: no-date\nLetter: LT11\nOpen now: CAP, CDP not known\nNext last day: not known yet\n',
  );
});
