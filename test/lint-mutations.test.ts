import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { domainOf } from '../src/rules/lint-box.ts';
import { type TableFault, tableFaults } from '../src/rules/lint-table.ts';
import { DecisionTable } from '../src/rules/schema.ts';

type Row = DecisionTable['rows'][number];

const folder = new URL('../rules/decisions/', import.meta.url);
const tables = readdirSync(folder).map((file) => {
  return { file, table: DecisionTable.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) };
});

// The tables of the product, broken in one place at a time: whatever is blurred, the checker names the row.
describe.each(tables)('$file', ({ table }) => {
  const withRows = (rows: readonly Row[]): TableFault[] => tableFaults({ ...table, rows: [...rows] });
  const withRow = (index: number, row: Row): TableFault[] => withRows(table.rows.with(index, row));

  test('is in order', () => {
    expect(tableFaults(table)).toEqual([]);
  });

  test.each(table.rows.map((row, index) => ({ row, index })))('without row $row.id there is a gap', ({ index }) => {
    expect(withRows(table.rows.toSpliced(index, 1)).map(({ kind }) => kind)).toContain('gap');
  });

  test.each(table.rows)('with row $id doubled both are named', (row) => {
    const faults = withRows([...table.rows, { ...row, id: 'copy' }]);
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'overlap', rows: [row.id, 'copy'] }));
  });

  test('a row that loses a cell is named', () => {
    for (const [index, row] of table.rows.entries()) {
      for (const input of Object.keys(row.when)) {
        const { [input]: _, ...when } = row.when;
        expect(withRow(index, { ...row, when }).some((fault) => names(fault, row.id))).toBe(true);
      }
    }
  });

  test('a row that takes in one value more is named', () => {
    for (const [index, row] of table.rows.entries()) {
      for (const [input, values = []] of Object.entries(row.when)) {
        for (const value of domainOf(input).filter((other) => !values.includes(other))) {
          const when = { ...row.when, [input]: [value, ...values] as [string, ...string[]] };
          expect(withRow(index, { ...row, when }).some((fault) => names(fault, row.id))).toBe(true);
        }
      }
    }
  });

  test('a row that loses a value leaves a gap', () => {
    for (const [index, row] of table.rows.entries()) {
      for (const [input, values = []] of Object.entries(row.when)) {
        for (const value of values) {
          const [first, ...rest] = values.filter((other) => other !== value);
          const faults =
            first === undefined ? [] : withRow(index, { ...row, when: { ...row.when, [input]: [first, ...rest] } });
          expect(first === undefined || faults.some(({ kind }) => kind === 'gap')).toBe(true);
        }
      }
    }
  });

  test('without an entry of "impossible" something is undecided or decided twice', () => {
    for (const index of table.impossible?.keys() ?? []) {
      const faults = tableFaults({ ...table, impossible: table.impossible?.toSpliced(index, 1) });
      expect(faults).not.toEqual([]);
    }
  });
});

function names(fault: TableFault, id: string): boolean {
  return ('rows' in fault && fault.rows.includes(id)) || ('row' in fault && fault.row === id);
}
