import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRecord, makeRecordReader } from '../src/batch/read/records.ts';

/** Rows of a text that arrives in pieces of the given sizes, over and over. */
function recordsOf(text: string, sizes: readonly number[], delimiter = ',', longest = 1_000_000): CsvRecord[] {
  const reader = makeRecordReader(delimiter, '\n', longest);
  const records: CsvRecord[] = [];
  let at = 0;
  for (let turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    records.push(...reader.feed(text.slice(at, at + size)));
    at += size;
  }
  return [...records, ...reader.end()];
}

/** Without lines that have nothing in them, which are no rows. */
const rowsOf = (text: string, sizes: readonly number[], delimiter?: string): CsvRecord[] =>
  recordsOf(text, sizes, delimiter).filter((record) => 'fault' in record || record.length > 1 || record[0] !== '');

const plainCell = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', ' ', 'é', '号', '😀'), maxLength: 6 });
const anyCell = fc.string({
  unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', '\t', ' ', 'é', '😀'),
  maxLength: 8,
});
const quotedCell = anyCell.map((cell) => `"${cell.replaceAll('"', '""')}"`);
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('rows of a CSV file are those that csv-parse finds, however the text arrives', () => {
  test.each([',', ';', '\t'])('separated by %j', (delimiter) => {
    const cell = fc.oneof(plainCell, quotedCell);
    const text = fc
      .tuple(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
      )
      .map(([rows, newline, ends]) => {
        return rows.map((cells) => cells.join(delimiter)).join(newline) + (ends ? newline : '');
      });
    fc.assert(
      fc.property(text, sizes, (written, pieces) => {
        const wanted = parse(written, { delimiter, relax_column_count: true, record_delimiter: ['\n', '\r\n'] });
        expect(rowsOf(written, pieces, delimiter)).toEqual(wanted);
      }),
      { numRuns: 1500 },
    );
  });

  test('rows are those of the text in one piece, also where quotation marks are wrong', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, sizes, (written, pieces) => {
        expect(recordsOf(written, pieces)).toEqual(recordsOf(written, [written.length || 1]));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a row with wrong quotation marks', () => {
  const fault = { fault: expect.stringMatching(/^a cell begins with a quotation mark that does not end/), lines: 1 };

  test.each([
    { why: 'never closed', text: 'a,b\nc,"d\ne,f\ng,h\n', rows: [['a', 'b'], fault, ['e', 'f'], ['g', 'h']] },
    { why: 'never closed on the last line', text: 'a,b\nc,"d', rows: [['a', 'b'], fault] },
    { why: 'text behind the closing mark', text: 'a,b\n"c"d,e\nf,g\n', rows: [['a', 'b'], fault, ['f', 'g']] },
    { why: 'a mark within, not doubled', text: '"a "x" b",c\nd,"e"\n', rows: [fault, ['d', 'e']] },
    {
      why: 'a mark within a cell without marks',
      text: '5\' 6",b\nc,d\n',
      rows: [
        ['5\' 6"', 'b'],
        ['c', 'd'],
      ],
    },
  ])('$why does not swallow the rows after it', ({ text, rows }) => {
    expect(rowsOf(text, [text.length])).toEqual(rows);
    expect(rowsOf(text, [1])).toEqual(rows);
    expect(rowsOf(text, [3, 5])).toEqual(rows);
  });

  test('an open mark does not gather the file in memory', () => {
    const lines = Array.from({ length: 400 }, (_, line) => `${line},x`).join('\n');
    const records = recordsOf(`1,"open\n${lines}\n`, [64], ',', 500);
    expect(records.slice(0, 3)).toEqual([fault, ['0', 'x'], ['1', 'x']]);
    expect(records.filter((record) => !('fault' in record) && record.length === 2)).toHaveLength(400);
  });

  test('a line without end is one fault, and the rows after it are read', () => {
    const records = recordsOf(`a,b\n${'x'.repeat(2000)}\nc,d\n`, [64], ',', 500);
    expect(records.slice(0, 3)).toEqual([
      ['a', 'b'],
      { fault: 'the row is longer than 500 characters', lines: 1 },
      ['c', 'd'],
    ]);
  });
});
