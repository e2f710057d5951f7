import { StringDecoder } from 'node:string_decoder';
import type { CalendarDate } from '../../calendar.ts';
import { longestLine, type ReadRow, type RowReader, type TakeRow } from '../batch-row.ts';
import type { Plans } from '../plan/row-plans.ts';
import type { Column } from './columns.ts';
import type { Header } from './header.ts';
import type { Marks } from './line-cells.ts';
import { makeQuickReader, type QuickReader } from './quick-row.ts';
import { type CsvRecord, makeRecordReader } from './records.ts';

export interface CsvReading {
  readonly header: Header;
  readonly columns: readonly (Column | undefined)[];
  readonly read: (cells: readonly string[]) => ReadRow;
  readonly today: CalendarDate;
  /** undefined: each row is decided by itself. */
  readonly plans: Plans | undefined;
  /** So many rows at the beginning are counted and not read. */
  readonly skipRows: number;
}

/** The row that stands in a line. */
type RecordOf = (index: number, start: number, end: number) => CsvRecord;

const quote = 34;
/** Between cells and rows from which Papa Parse took the quotation marks. */
const [unit, end] = ['\u001f', '\u001e'];
const bare: Marks = { delimiter: unit.charCodeAt(0), newline: end.charCodeAt(0), quote: -1, mayFollowReturn: false };

/**
 * The rows behind a header. As long as each line is a row, one whose cells were all read before goes from its bytes to its
 * plan. Papa Parse cuts all others, and, from the first row on whose quotation marks are more than around cells, all.
 */
export function makeCsvRows({ header, columns, read, today, plans, skipRows }: CsvReading): RowReader {
  const records = makeRecordReader(header.delimiter, header.newline, longestLine);
  const decoder = new StringDecoder('utf8');
  const marks: Marks = {
    delimiter: header.delimiter.charCodeAt(0),
    newline: header.newline.charCodeAt(0),
    quote,
    mayFollowReturn: header.newline === '\n',
  };
  const quickBy = (by: Marks): QuickReader | undefined => plans && makeQuickReader(columns, by, today, plans);
  let quick = marks.delimiter < 128 ? quickBy(marks) : undefined;
  let isCut = quick === undefined;
  let rest: Buffer = Buffer.alloc(0);
  let row = 0;

  function feed(bytes: Buffer, take: TakeRow): void {
    if (isCut) {
      feedText(decoder.write(bytes), take);
      return;
    }
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const lines = all.subarray(0, all.lastIndexOf(marks.newline) + 1);
    rest = all.subarray(lines.length);
    const taken = takeLines(lines, (_, from, to) => records.feed(all.toString('utf8', from, to))[0] ?? [], take);
    if (taken === lines.length && rest.length <= longestLine) return;
    isCut = true;
    quick = quickBy(bare);
    feedText(decoder.write(all.subarray(taken)), take);
  }

  function feedText(text: string, take: TakeRow): void {
    const found = records.feed(text);
    // For good, because a row that holds one of them may be kept back until more of it is there.
    if (text.includes(unit) || text.includes(end)) quick = undefined;
    if (!quick) {
      for (const record of found) takeRecord(record, take);
      return;
    }
    const lines = found.map((record) => (isFault(record) ? '' : record.join(unit)) + end);
    takeLines(Buffer.from(lines.join('')), (index) => found[index] ?? [], take);
  }

  /** Takes row by row and gives where it ended: at the end, or before a line that may be no row. */
  function takeLines(lines: Buffer, recordOf: RecordOf, take: TakeRow): number {
    const reader = quick as QuickReader;
    let start = 0;
    for (let index = 0; start < lines.length; index += 1) {
      const planned = reader.line(lines, start);
      const next = reader.lineEnd() + 1;
      if (next === 0) break;
      if (planned) {
        row += 1;
        if (row > skipRows) take(planned, row);
      } else {
        const fresh = takeRecord(recordOf(index, start, next), take);
        if (fresh) reader.learn(lines, start, fresh);
      }
      start = next;
    }
    return start;
  }

  /** Reads a row cell by cell and gives what it came to. */
  function takeRecord(record: CsvRecord, take: TakeRow): ReadRow | undefined {
    if (!isFault(record) && isEmpty(record)) return undefined;
    row += 1;
    if (row <= skipRows) return undefined;
    const fresh = isFault(record) ? { client: null, error: { message: record.fault, column: null } } : read(record);
    take(fresh, row);
    return fresh;
  }

  return {
    feed,
    end: (take) => {
      if (isCut) feedText(decoder.end(), take);
      else for (const record of records.feed(rest.toString())) takeRecord(record, take);
      for (const record of records.end()) takeRecord(record, take);
    },
  };
}

function isFault(record: CsvRecord): record is { readonly fault: string } {
  return !Array.isArray(record);
}

/** Spreadsheets leave rows of nothing but separators; they are no rows. */
function isEmpty(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
