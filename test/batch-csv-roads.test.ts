import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadRow } from '../src/batch/batch-row.ts';
import type { Limits } from '../src/batch/plan/limits.ts';
import { rowAnswerOf } from '../src/batch/plan/planned-row.ts';
import { answerByDecision } from '../src/batch/plan/row-answer.ts';
import { makePlans, type Plans } from '../src/batch/plan/row-plans.ts';
import { letterFinder } from '../src/batch/read/find-letter.ts';
import { makeCsvReader } from '../src/batch/read/read-csv.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

interface Form {
  readonly delimiter: string;
  readonly newline: string;
  /** The sizes of the pieces in which the file arrives, over and over. */
  readonly sizes: readonly number[];
  readonly skipRows: number;
  /** Whether the last line ends. */
  readonly isEnded: boolean;
}

const find = letterFinder(rules);
const today = d('2026-11-10');

/** How many rows went straight to a plan. */
let planned = 0;

/** What each row of a file comes to, by its plan or, without plans, decided by itself. */
function rowsOf(text: string, form: Form, plans: Plans | undefined): string[] {
  const rows: string[] = [];
  const take = (read: ReadRow, row: number): void => {
    rows.push(JSON.stringify({ row, client: read.client, ...told(read) }));
  };
  const told = (read: ReadRow): object => {
    if ('planned' in read) {
      planned += 1;
      return rowAnswerOf(read.planned);
    }
    return 'answers' in read ? answerByDecision(rules, read.answers, read.today) : read;
  };
  const tellDate = (): void => {};
  const { skipRows } = form;
  const reader = makeCsvReader('rows.csv', { find, plans, today, ignoreUnknown: true, skipRows, tellDate });
  const bytes = Buffer.from(text);
  for (let [at, piece] = [0, 0]; at < bytes.length; piece += 1) {
    const size = form.sizes[piece % form.sizes.length] as number;
    reader.feed(bytes.subarray(at, at + size), take);
    at += size;
  }
  reader.end(take);
  return rows;
}

const often = <T>(usual: T, ...seldom: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3 * seldom.length, arbitrary: fc.constant(usual) }, fc.constantFrom(...seldom));

/** Cells as they come: plain ones most of the time, so that the same row is met again. */
const cellsOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  client: often(
    'c-1',
    '',
    'c 2',
    'É',
    '=1',
    `long${'g'.repeat(70)}`,
    'a\u0007b',
    'x,y;z',
    'u\u001fs',
    'r\u001ef',
    'cr\r',
    'q"q',
    '"',
    'n\nl',
  ),
  notice: often('LT11', 'CP504', ' cp 504 ', 'nonsense', '', ' ', '\u00a0', 'unknown'),
  contact: often('phone', 'Revenue Officer', '', 'fax', 'unknown'),
  'notice-date': often('2026-11-02', '2026-10-30', '11/2/2026', '2026-02-30', '', 'unknown', ' 2026-11-02'),
  'first-cdp-date': often('', '2026-11-01', '2026-11-20'),
  'prior-cdp': often('', 'no', 'yes'),
  representative: often('', 'attorney', 'self'),
  conference: often('', 'held'),
  'conference-date': often('', '2026-11-05'),
  today: often('', '2026-11-12', '2025-03-01', 'tomorrow'),
  note: often('', 'anything', 'so, "and"\n; so', 'u\u001fLT11', 'LT11\u001e', '\r'),
};

const form: fc.Arbitrary<Form> = fc.record({
  delimiter: fc.constantFrom(',', ',', ';', '\t'),
  newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  sizes: fc.array(fc.constantFrom(1, 2, 7, 40, 1000, 100_000), { minLength: 1, maxLength: 4 }),
  skipRows: fc.constantFrom(0, 0, 0, 3),
  isEnded: fc.boolean(),
});

interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly quoted: 'never' | 'always' | 'some';
}

/** Columns in any order, and rows that use few different cells; some cells stand in quotation marks. */
const sheet: fc.Arbitrary<Sheet> = fc
  .shuffledSubarray(Object.keys(cellsOf), { minLength: 4 })
  .filter((columns) => columns.includes('notice'))
  .chain((columns) => {
    const cells = columns.map((column) => cellsOf[column] as fc.Arbitrary<string>);
    const whole = fc.tuple(...cells);
    const blank = fc.constant(columns.map(() => ' '.repeat(columns.length % 2)));
    const short = fc.tuple(fc.nat(columns.length), whole).map(([length, row]) => row.slice(0, length));
    const more = whole.map((row) => [...row, '', '']);
    const tooMany = whole.map((row) => [...row, 'more']);
    const row = fc.oneof({ weight: 30, arbitrary: whole }, blank, short, more, tooMany);
    const quoted = often<Sheet['quoted']>('never', 'always', 'some');
    return fc.record({
      columns: fc.constant(columns),
      rows: fc.array(row, { minLength: 1, maxLength: 60, size: 'max' }),
      quoted,
    });
  });

function textOf({ columns, rows, quoted }: Sheet, { delimiter, newline, isEnded }: Form): string {
  const cell = (text: string, at: number): string => {
    const mustBe = /[,;\t\n"]/.test(text) && quoted !== 'never';
    const isQuoted = quoted === 'always' || mustBe || (quoted === 'some' && at % 37 === 5);
    // Now and then a mark is forgotten.
    const mark = at % 41 === 40 ? '' : '"';
    return isQuoted ? `"${text.replaceAll('"', '""')}${mark}` : text;
  };
  const lines = [columns, ...rows].map((row, line) => row.map((text, at) => cell(text, line * 3 + at)).join(delimiter));
  return lines.join(newline) + (isEnded ? newline : '');
}

/** So small that all is forgotten again and again. */
const narrow: Limits = { plans: 3, decisions: 2, ways: 4, days: 2 };

test('a row says the same by its plan as decided by itself, however the file is written and arrives', () => {
  fc.assert(
    fc.property(sheet, form, (written, as) => {
      const text = textOf(written, as);
      const wanted = rowsOf(text, as, undefined);
      expect(rowsOf(text, as, makePlans(rules))).toEqual(wanted);
      expect(rowsOf(text, as, makePlans(rules, narrow))).toEqual(wanted);
    }),
    { numRuns: 400 },
  );
  expect(planned).toBeGreaterThan(2000);
});

test('bytes that stand between the cells of rows with quotation marks may stand in a row that is cut in two', () => {
  const head = 'notice,client,note\n"LT11",a,\n';
  for (const mark of ['\u001e', '\u001f']) {
    const pieces = [`${head}CP504,b,x${mark}`, 'y\nLT11,c,\nCP504,d,\nCP504,e,\n'];
    const form = { delimiter: ',', newline: '\n', skipRows: 0, isEnded: true };
    const as: Form = { ...form, sizes: pieces.map((piece) => piece.length) };
    const rows = rowsOf(pieces.join(''), as, makePlans(rules));
    expect(rows.map((row) => JSON.parse(row).client)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rows).toEqual(rowsOf(pieces.join(''), as, undefined));
  }
});

test('a return that is part of a client is no end of a line', () => {
  const lines = ['notice,client', '"LT11",c0', 'LT11,c1\r\r', 'LT11,c2\r\r', 'LT11,c3\r', ''];
  const as: Form = { delimiter: ',', newline: '\n', sizes: [1000], skipRows: 0, isEnded: true };
  for (const text of [lines.join('\n'), lines.join('\n').replaceAll('"', '')]) {
    const rows = rowsOf(text, as, makePlans(rules)).map((row) => JSON.parse(row));
    expect(rows.map(({ client, error }) => error?.column ?? client)).toEqual(['c0', 'client', 'client', 'c3']);
  }
});

test('rows with quotation marks that are more than around a cell', () => {
  const plain = 'LT11,phone,a';
  const odd = [
    '"LT11"x,phone,b',
    '"LT11" ,phone,c',
    `${plain},"more\n${plain}\n"`,
    `${plain},,""`,
    `"LT11,phone\n${plain}`,
  ];
  // Read without its marks, the last one looks like the others.
  const alike = ['"LT11,",phone,d', '"LT11,",phone,e', 'LT11,",phone",f'];
  const as: Form = { delimiter: ',', newline: '\n', sizes: [1000], skipRows: 0, isEnded: true };
  for (const lines of [...odd.map((line) => [line]), alike]) {
    const text = ['notice,contact,client', plain, ...lines, plain, plain, ''].join('\n');
    const wanted = rowsOf(text, as, undefined);
    expect(rowsOf(text, as, makePlans(rules))).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(3);
  }
});
