import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, stream } from './fake-io.ts';

const folder = join(import.meta.dirname, 'inputs');

/** What a file comes to. `rows`: `ok` for a row that is answered, else what its error has to say. */
interface Outcome {
  readonly code: 0 | 2 | 3;
  readonly rows?: readonly ('ok' | RegExp)[];
  readonly says?: RegExp;
  readonly flags?: readonly string[];
}

const ok = 'ok' as const;
const monthFirst =
  /^Dates in numbers are read with the month first: notice-date 11\/2\/2026 is Monday, November 2, 2026/;
const notUtf8 = /the text is not UTF-8; save the file as "CSV UTF-8"/;
const totals = /begins a row of totals, which is no client; take the row out/;
const noDay = /is not a day written as YYYY-MM-DD or M\/D\/YYYY/;
const doubtful =
  /may have the day or the month first: the same input has notice-date 13\/11\/2026, .* Write YYYY-MM-DD/;
const yesOrNo = /may mean yes or no; write yes or no/;
const oneCharacter = /the value has control characters; type plain text \(line/;

/** Files as practices and attackers send them. Each is answered right, or refused with one line that names the cure. */
const outcomes: Readonly<Record<string, Outcome | readonly Outcome[]>> = {
  'attacker-duplicate-keys.ndjson': { code: 3, rows: [/^"notice" stands twice; leave one out \(line 1\)$/] },
  'attacker-late-rights.csv': { code: 0, rows: [ok, ok, ok] },
  'attacker-lien-printed.csv': { code: 0, rows: [ok] },
  'attacker-printed-earlier.csv': { code: 0, rows: [ok, ok, ok, ok] },
  'practitioner-blank-total.csv': { code: 3, rows: [ok, ok, totals, totals], says: monthFirst },
  'practitioner-bom-crlf.csv': { code: 0, rows: [ok, ok, ok], says: monthFirst },
  'practitioner-book.xlsx': { code: 2, says: /is a workbook .*save the sheet as "CSV UTF-8" and give that file$/ },
  'practitioner-cp1252-client.csv': { code: 3, rows: [notUtf8, notUtf8] },
  'practitioner-cp1252-dash.csv': { code: 3, rows: [notUtf8] },
  'practitioner-cp1252-header.csv': {
    code: 2,
    says: /header: has characters that are not UTF-8; save it as "CSV UTF-8"/,
  },
  'practitioner-dates.csv': {
    code: 3,
    says: /^A year of two digits after the name of a month is read as 20/,
    rows: [
      /two digits; if Monday, November 2, 2026 is meant, write 2026-11-02/,
      ...[ok, ok, ok, ok, ok, ok],
      /spreadsheet's number for Monday, November 2, 2026; write 2026-11-02/,
      ...[doubtful, doubtful],
      /has points, .* write YYYY-MM-DD/,
      ...[ok, ok, ok, doubtful, doubtful, doubtful, ok, ok],
      /there is no such day as 13\/11\/2026: the month comes first .* If the day stands first, write 2026-11-13/,
      ...[doubtful, doubtful, ok, ok, noDay, noDay, noDay, noDay, ok, noDay],
      /there is no such day as 1\/0\/1900/,
    ],
  },
  'practitioner-dropped-date-column.csv': { code: 0, rows: [ok, ok], says: /"Letter Date" as notice-date/ },
  'practitioner-dup-client.csv': {
    code: 0,
    rows: [ok, ok, ok],
    says: /Twice in the file: c-1 with LT11 of Monday, November 2, 2026 \(rows 1 and 2\)\. Check/,
  },
  'practitioner-dup-header.csv': { code: 2, says: /"notice" and "notice" both name the column notice; leave one out$/ },
  'practitioner-empty.csv': { code: 2, says: /is empty; its first line names the columns/ },
  'practitioner-header-only.csv': [
    { code: 0, rows: [], says: /has a header and no rows; write one row a client/ },
    { code: 2, flags: ['--strict'], says: /has no rows, so --strict has nothing to look at/ },
    {
      code: 2,
      flags: ['--fail-on', 'passed'],
      says: /has no rows, so --fail-on has nothing to look at; check the file/,
    },
  ],
  'practitioner-header-twice.csv': {
    code: 3,
    rows: [ok, /repeats the names of the columns; take it out \(line 3\)/, ok],
  },
  'practitioner-long-client.csv': { code: 3, rows: [/^client: give a text of up to 64 characters/] },
  'practitioner-missing-header.csv': { code: 2, says: /seems to begin with a row; put a line with the names above it/ },
  'practitioner-ndjson-bool.ndjson': { code: 0, rows: [ok, ok] },
  'practitioner-ndjson-keys.ndjson': { code: 0, rows: [ok, ok], says: /"Letter Date" as notice-date.*\n.*month first/ },
  'practitioner-notes-newline.csv': [
    { code: 2, says: /unknown column "Notes"; .* to leave the others out, add --ignore-unknown-columns$/ },
    { code: 0, flags: ['--ignore-unknown-columns'], rows: [ok, ok], says: /^Left out, .*: "Notes"\.\n/ },
  ],
  'practitioner-open-quote.csv': { code: 3, rows: [/quotation mark that does not end .*close it, .*\(line 2\)$/, ok] },
  'practitioner-pipe.csv': { code: 0, rows: [ok, ok, ok] },
  'practitioner-quoted-newline.csv': {
    code: 3,
    rows: [/^client: .* without control characters \(line 2\)/, ok, oneCharacter, oneCharacter],
  },
  'practitioner-ragged.csv': { code: 3, rows: [ok, /has 9 cells and the header 7; put quotation marks around/] },
  'practitioner-renamed.csv': [
    {
      code: 2,
      says: /"Notice" and "Letter No\." both name the column notice; leave one out, .* --map "Letter No\.="$/,
    },
    {
      code: 0,
      flags: ['--map', 'Letter No.='],
      rows: [ok],
      says: /"Client ID" as client, "Date of notice" as notice-date/,
    },
  ],
  'practitioner-renamed2.csv': [
    {
      code: 2,
      says: /"Deadline" may be printed-deadline .* add --map "Deadline=printed-deadline" if the letter prints/,
    },
    { code: 2, flags: ['--ignore-unknown-columns'], says: /--map "Deadline=printed-deadline"/ },
    { code: 0, flags: ['--map', 'Deadline=printed-deadline'], rows: [ok], says: /"POA" as form-2848/ },
    { code: 0, flags: ['--map', 'deadline='], rows: [ok] },
  ],
  'practitioner-semicolon.csv': { code: 0, rows: [ok, ok, ok] },
  'practitioner-title-rows.csv': {
    code: 2,
    says: /seem to stand in line 4; take out the 3 lines above it, or begin each/,
  },
  'practitioner-unknown-day-sorts-last.csv': { code: 0, rows: [ok, ok, ok] },
  'practitioner-unrolled-today.csv': { code: 0, rows: [ok] },
  'practitioner-utf16.txt': { code: 2, says: /is UTF-16, "Unicode Text"; save it as "CSV UTF-8" and try again$/ },
  'practitioner-values.csv': {
    code: 3,
    rows: [
      ...[ok, ok, ok, ok, ok, ok],
      /"pending" is not yet on file/,
      /"email" is not one of.*"faxed" is not yet on file/,
    ],
  },
  'practitioner-yesno.csv': {
    code: 3,
    rows: [
      ...Array.from({ length: 13 }, () => ok),
      ...[yesOrNo, yesOrNo, yesOrNo],
      ...[ok, ok, ok, ok],
      /"\?" is not one of: yes, no, unknown/,
    ],
  },
};

/** Their letters are another matter: each row is answered, or its letter is not known. */
const ofLetters = 'practitioner-notices.csv';

async function outcomeOf(
  file: string,
  { flags = [] }: Outcome,
): Promise<{ code: number; rows: string[]; err: string }> {
  const open = (): NodeJS.ReadableStream => createReadStream(join(folder, file));
  const { code, out, err } = await cli(['batch', file, '--json', ...flags], { open });
  const rows = out.split('\n').slice(0, -1);
  return { code, rows: rows.map((line) => JSON.parse(line).error?.message ?? ok), err };
}

test('every file is held to an outcome', () => {
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(outcomes), ofLetters].sort());
});

const cases = Object.entries(outcomes).flatMap(([file, held]) =>
  [held].flat().map((outcome: Outcome) => ({ file, outcome, with: outcome.flags?.join(' ') ?? '' })),
);

test.each(cases)('$file $with', async ({ file, outcome }) => {
  const { code, rows, err } = await outcomeOf(file, outcome);
  expect(err.trimEnd()).toMatch(outcome.says ?? /./);
  const wanted = outcome.rows ?? [];
  expect(rows).toEqual(wanted.map((row) => (row === ok ? ok : expect.stringMatching(row))));
  expect(code).toBe(outcome.code);
  if (code === 2) expect(err.split('\n')).toHaveLength(2);
});

test('letters as practices write them: each row is answered, or says that its letter is not known', async () => {
  const { code, rows } = await outcomeOf(ofLetters, { code: 3 });
  expect(code).toBe(3);
  expect(rows).toHaveLength(65);
  for (const row of rows) expect(row).toMatch(/^ok$|^notice: /);
});

test('5,000 columns are one line, whether they are refused or left out', async () => {
  const strange = Array.from({ length: 4997 }, (_, at) => `x${at}`);
  const text = `client,notice,notice-date,${strange.join(',')}\nc-1,LT11,11/2/2026,${strange.map(() => 1).join(',')}\n`;
  const open = (): NodeJS.ReadableStream => stream(text);
  const refused = await cli(['batch', 'rows.csv'], { open });
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/^appeals-guide: rows\.csv: header: unknown columns "x0", .* and 4992 more; [^\n]*\n$/);
  const { code, err } = await cli(['batch', 'rows.csv', '--ignore-unknown-columns'], { open });
  expect(code).toBe(0);
  expect(err).toMatch(/^Left out, because they are no columns of this program: "x0", .* and 4977 more\.\n/);
});

test('4,000 letter names that nobody knows take no longer than others: hints end after some hundred', async () => {
  const names = Array.from({ length: 4000 }, (_, at) => `c${at},ZZ${at}x notice ${Math.sin(at)}`);
  const open = (): NodeJS.ReadableStream => stream(`client,notice\n${names.join('\n')}\nlast,CP5044\n`);
  const { code, out } = await cli(['batch', 'rows.csv', '--json'], { open });
  const messages = out.split('\n', 4001).map((line): string => JSON.parse(line).error.message);
  expect(code).toBe(3);
  expect(messages.at(-1)).toBe(
    'notice: unknown notice "CP5044". Search with "appeals-guide notices WORDS" (line 4002)',
  );
});
