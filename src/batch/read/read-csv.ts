import type { CalendarDate } from '../../calendar.ts';
import { longestLine, type ReadRow, type RowReader, type TakeRow } from '../batch-row.ts';
import type { Plans } from '../plan/row-plans.ts';
import { readColumns } from './columns.ts';
import type { FindLetter } from './find-letter.ts';
import { readHeader } from './header.ts';
import { makeQuickReader } from './quick-row.ts';
import { makeRowReader, type TellSlashedDate } from './read-row.ts';
import { type CsvRecord, makeRecordReader, type RecordReader } from './records.ts';

/** What the reading of a file depends on. */
export interface ReadOptions {
  readonly find: FindLetter;
  /** For rows that are answered by one rule set. */
  readonly plans: Plans | undefined;
  readonly today: CalendarDate;
  readonly ignoreUnknown: boolean;
  /** So many rows at the beginning are counted and not read. */
  readonly skipRows: number;
  readonly tellDate: TellSlashedDate;
}

/** Rows of a CSV file. Throws UsageError where its header is at fault. */
export function makeCsvReader(file: string, options: ReadOptions): RowReader {
  const { find, plans, today, ignoreUnknown, skipRows, tellDate } = options;
  let head = '';
  let records: RecordReader | undefined;
  let readRow: (cells: readonly string[]) => ReadRow;
  let row = 0;

  /** Reads the header as soon as it is there, and gives the text behind it. */
  const open = (text: string, isAll: boolean): { readonly rest: string; readonly reader: RecordReader } | undefined => {
    head += text;
    const header = readHeader(file, head, isAll);
    if (!header) return undefined;
    head = '';
    const columns = readColumns(file, header.names, ignoreUnknown);
    const read = makeRowReader(columns, find, today, tellDate);
    readRow = plans ? makeQuickReader(columns, read, today, plans) : read;
    records = makeRecordReader(header.delimiter, header.newline, longestLine);
    return { rest: header.rest, reader: records };
  };
  const tell = (found: readonly CsvRecord[], take: TakeRow): void => {
    for (const record of found) {
      if (!isFault(record) && isEmpty(record)) continue;
      row += 1;
      if (row <= skipRows) continue;
      if (isFault(record)) take({ client: null, error: { message: record.fault, column: null } }, row);
      else take(readRow(record), row);
    }
  };

  return {
    feed: (text, take) => {
      if (records) return tell(records.feed(text), take);
      const opened = open(text, false);
      if (opened) tell(opened.reader.feed(opened.rest), take);
    },
    end: (take) => {
      if (records) return tell(records.end(), take);
      const opened = open('', true);
      if (!opened) return;
      tell(opened.reader.feed(opened.rest), take);
      tell(opened.reader.end(), take);
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
