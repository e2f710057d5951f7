import { describe, expect, test } from 'vitest';
import { calendarDate, loadRules, readAnswers } from '../src/index.ts';
import { closedFacts, dateFacts, type Fact, kebabCase, yesNo } from '../src/vocabulary.ts';
import { cli, stream } from './fake-io.ts';
import { rulesDir } from './rules.ts';

const rules = await loadRules(rulesDir);
const today = calendarDate('2026-11-10');

/** What a value comes to: the fact, nothing, or what is wrong with it. */
type Said = { readonly value: unknown } | { readonly error: string };

const columns = (fact: Fact): string => kebabCase(fact);

/** The message of one fault, without the name of the fact and the line of the file. */
function bare(message: string, name: string): string {
  expect(message.startsWith(`${name}: `), message).toBe(true);
  const rest = message.slice(name.length + 2).replace(/ \(line \d+\)$/, '');
  return rest.replace(/\.$/, '');
}

async function byFlag(fact: Fact, typed: string): Promise<Said> {
  const name = `--${columns(fact)}`;
  const { code, out, err } = await cli(['check', '--json', `${name}=${typed}`]);
  if (code === 2) return { error: bare(err.trimEnd().replace('appeals-guide: ', ''), name) };
  return { value: JSON.parse(out).facts[fact] };
}

async function byRow(fact: Fact, file: string, text: string): Promise<Said> {
  const { out } = await cli(['batch', file, '--json'], { open: () => stream(text) });
  const { facts, error } = JSON.parse(out);
  return error ? { error: bare(error.message, columns(fact)) } : { value: facts[fact] };
}

function byLibrary(fact: Fact, typed: unknown): Said {
  const { answers, faults } = readAnswers(rules, { [fact]: typed }, today);
  const [fault] = faults;
  return fault ? { error: bare(fault.message, fact) } : { value: answers[fact] };
}

/** All doors say the same of a value; gives what they say. */
async function everywhere(fact: Fact, typed: string): Promise<Said> {
  const quoted = `"${typed.replaceAll('"', '""')}"`;
  const header = fact === 'notice' ? 'client,notice' : `client,notice,${columns(fact)}`;
  const cells = fact === 'notice' ? `c,${quoted}` : `c,,${quoted}`;
  const said = [
    await byFlag(fact, typed),
    await byRow(fact, 'rows.csv', `${header}\n${cells}\n`),
    await byRow(fact, 'rows.ndjson', JSON.stringify({ client: 'c', [fact]: typed })),
    byLibrary(fact, typed),
  ];
  expect(said).toEqual(said.map(() => said[0]));
  return said[0] as Said;
}

const notGiven = ['unknown', 'Unknown', ' UNKNOWN ', 'n/a', 'N/A', '-'];
const closed = Object.entries(closedFacts) as [Exclude<Fact, 'notice'>, readonly string[]][];

describe.each(closed)('%s', (fact, values) => {
  test('takes its values in any case, with blanks and underscores, and leaves out what says nothing', async () => {
    for (const value of values) {
      // The way that differs most goes through every door; the others through one.
      const typed = ` ${value.replaceAll('-', ' ').toUpperCase()} `;
      expect([typed, await everywhere(fact, typed)]).toEqual([typed, { value }]);
      for (const other of [value, value.toUpperCase(), value.replaceAll('-', '_')]) {
        expect([other, byLibrary(fact, other)]).toEqual([other, { value }]);
      }
    }
    for (const typed of notGiven) expect(byLibrary(fact, typed)).toEqual({ value: undefined });
    expect(await everywhere(fact, 'N/A')).toEqual({ value: undefined });
  });

  test('refuses anything else with the list', async () => {
    for (const typed of ['?', 'constructor']) {
      expect(await everywhere(fact, typed)).toEqual({ error: expect.stringMatching(/^".*" is not one of: .*unknown/) });
    }
  });
});

const yesNoFacts = closed.filter(([, values]) => values === yesNo).map(([fact]) => fact);

test.each(yesNoFacts)('%s takes yes and no as people and programs write them', async (fact) => {
  for (const typed of ['y', 'Y', 'Yes', 'TRUE', 'true', '1'])
    expect(await everywhere(fact, typed)).toEqual({ value: 'yes' });
  for (const typed of ['n', 'N', 'No', 'FALSE', '0']) expect(await everywhere(fact, typed)).toEqual({ value: 'no' });
  for (const typed of ['x', 'X', '✓', '✔', '[x]']) {
    expect(await everywhere(fact, typed)).toEqual({ error: `"${typed}" may mean yes or no; write yes or no` });
  }
  for (const given of [true, false]) {
    const value = given ? 'yes' : 'no';
    expect(byLibrary(fact, given)).toEqual({ value });
    expect(await byRow(fact, 'rows.ndjson', JSON.stringify({ [fact]: given }))).toEqual({ value });
  }
});

test.each([
  ['contact', 'notice', ['letter', 'Mail', 'notices', 'NOTICE']],
  ['contact', 'phone', ['call', 'Phone', 'ACS']],
  ['contact', 'revenue-officer', ['RO', 'Revenue Officer', 'revenue_officer']],
  ['representative', 'self', ['me', 'Myself', 'taxpayer']],
  ['representative', 'enrolled-agent', ['EA', 'Enrolled Agent']],
  ['representative', 'attorney', ['JD', 'lawyer']],
  ['representative', 'cpa', ['CPA']],
  ['form2848', 'filed', ['yes', 'Y', 'on file', 'On File', 'true', 'Filed']],
  ['form2848', 'none', ['no', 'N', 'None', 'false']],
] as const)('%s %s has other words', async (fact, value, words) => {
  for (const typed of words) expect([typed, await everywhere(fact, typed)]).toEqual([typed, { value }]);
});

test('a Form 2848 that is pending or faxed is not yet on file', async () => {
  for (const typed of ['pending', 'Faxed']) {
    expect(await everywhere('form2848', typed)).toEqual({ error: expect.stringContaining('is not yet on file') });
  }
});

const taken = [
  ...['2026-11-02', '2026-11-2', '2026/11/02', '2026/11/2', '20261102', '11/2/2026', '11/02/2026', '11-2-2026'],
  ...['Nov 2, 2026', 'November 2 2026', '2-Nov-2026', '02 Nov 2026', '2 November, 2026', 'Nov-2-2026', '2-Nov-26'],
  ...['Monday, November 2, 2026', 'Mon Nov 2 2026', 'Mon 11/2/2026', '2026-11-02 00:00:00', '2026-11-02T00:00:00'],
  ...['11/2/2026 0:00', 'Nov 2, 2026 0:00', '11/02/2026 12:00:00 AM', ' 11/2/2026 ', '\u00a011/2/2026'],
];
const refused = [
  ...['11.2.2026', '2.11.2026', '11/2/26', '46328', '31/10/2026', '13/11/2026', '2026-02-30', '2/30/2026', '1/0/1900'],
  ...['0', 'soon', 'TBD', '1997-12-31', '2061-01-01', '2026-11-02 14:30', '2026-11-02T00:00:00Z', 'November 2026'],
  ...['Tuesday, November 2, 2026', '2026-11', '11/2', '2-Nov-98'],
];

test.each(dateFacts)('%s takes a day in each style, and in no other', async (fact) => {
  // One date fact goes through every door; the others through the library, which reads by the same function.
  const say = fact === 'effectiveDate' ? everywhere : async (each: Fact, typed: string) => byLibrary(each, typed);
  for (const typed of taken) expect([typed, await say(fact, typed)]).toEqual([typed, { value: '2026-11-02' }]);
  for (const typed of refused) expect([typed, await say(fact, typed)]).toEqual([typed, { error: expect.any(String) }]);
  for (const typed of notGiven) expect(await say(fact, typed)).toEqual({ value: undefined });
});

test('--today and days read a day in the same styles', async () => {
  for (const typed of taken) {
    expect(JSON.parse((await cli(['check', '--json', '--today', typed])).out).today).toBe('2026-11-02');
    const { out } = await cli(['days', '--json', '--from', typed, '--add', '0']);
    expect(JSON.parse(out).count.from ?? JSON.parse(out).count.date).toBe('2026-11-02');
  }
  for (const typed of refused) expect((await cli(['check', '--today', typed])).code).toBe(2);
});

test('a letter is found by its number in a text that was pasted, with its lines; other control characters are refused', async () => {
  expect(await everywhere('notice', 'CP\n504')).toEqual({ value: 'cp504' });
  expect(await everywhere('notice', 'CP\t504\r\n')).toEqual({ value: 'cp504' });
  expect(await everywhere('notice', 'CP504\u0007')).toEqual({ error: expect.stringContaining('control characters') });
  expect(await everywhere('notice', `CP504 ${'x'.repeat(20_000)}`)).toEqual({
    error: expect.stringContaining('20000'),
  });
});

test('null says nothing, and a JSON number is a client or a letter by its digits and nothing else', async () => {
  const of = async (row: object): Promise<Record<string, unknown>> => {
    const { out } = await cli(['batch', 'rows.ndjson', '--json'], { open: () => stream(JSON.stringify(row)) });
    return JSON.parse(out);
  };
  expect(await of({ client: 1017, notice: 3172, noticeDate: null })).toMatchObject({
    client: '1017',
    facts: { notice: 'l3172' },
  });
  expect(await of({ client: 2 ** 60, notice: 3172 })).toMatchObject({ error: { column: 'client' } });
  expect(await of({ hardship: 2 })).toMatchObject({
    error: { message: 'hardship: give a text, not a number (line 1)' },
  });
  expect(byLibrary('noticeDate', 46328)).toEqual({ error: expect.stringContaining('Monday, November 2, 2026') });
});

test('an empty value is a fact left out, but an empty flag is a slip', async () => {
  expect(byLibrary('contact', ' ')).toEqual({ value: undefined });
  expect(await byFlag('contact', '')).toEqual({ error: 'the value is empty; leave it out or write "unknown"' });
  expect(await byFlag('notice', '  ')).toEqual({ error: 'the value is empty; leave it out or write "unknown"' });
});
