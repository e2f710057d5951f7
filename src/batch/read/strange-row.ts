import { bareName } from '../../facts/fact-names.ts';
import { printable } from '../../printable.ts';
import type { ReadRow } from '../batch-row.ts';

const total = /^(?:grand |sub-?)?totals?\b\s*:?/i;

/** A row that a spreadsheet left and that is about no client: it is named for what it is. Any other stays as it was read. */
export function strangeRow(names: readonly string[], cells: readonly string[], read: ReadRow): ReadRow {
  if (!('error' in read) && (read.answers.notice ?? read.answers.action)) return read;
  const [first = ''] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const { client } = read;
  if (total.test(first)) {
    const message = `"${printable(first)}" begins a row of totals, which is no client; take the row out, or give the client another id`;
    return { client, error: { message, column: null } };
  }
  const isHeader = cells.every((cell, at) => cell.trim() === '' || bareName(cell) === bareName(names[at] ?? ''));
  if (!isHeader) return read;
  return { client, error: { message: 'the row repeats the names of the columns; take it out', column: null } };
}
