import { longestLine, type ReadRow, type RowReader, type TakeRow } from '../batch-row.ts';
import type { Header } from './header.ts';
import { type CsvRecord, linesOf, makeRecordReader, type RecordReader } from './records.ts';
import { strangeRow } from './strange-row.ts';
import { makeTextPieces, type TextPieces } from './text-pieces.ts';

export interface CsvReading {
  readonly header: Header;
  readonly read: (cells: readonly string[]) => ReadRow;
  /** So many rows at the beginning are counted and not read. */
  readonly skipRows: number;
}

/** How far the reading has come. */
interface Place {
  readonly records: RecordReader;
  readonly text: TextPieces;
  readonly row: number;
  readonly line: number;
}

/** The rows behind a header, in the order of the file. */
export function makeCsvRows({ header, ...reading }: CsvReading): RowReader {
  const records = makeRecordReader(header.delimiter, header.newline, longestLine);
  return rowsFrom({ header, ...reading }, { records, text: makeTextPieces(), row: 0, line: header.nextLine });
}

function rowsFrom(reading: CsvReading, { records, text, ...start }: Place): RowReader {
  const { header, read, skipRows } = reading;
  let { row, line } = start;

  function takeAll(found: readonly CsvRecord[], take: TakeRow): void {
    for (const record of found) {
      const at = line;
      line += isFault(record) ? record.lines : linesOf(record, header.newline);
      if (!isFault(record) && isEmpty(record)) continue;
      row += 1;
      if (row <= skipRows) continue;
      const said = isFault(record)
        ? { client: null, error: { message: record.fault, column: null } }
        : strangeRow(header.names, record, read(record));
      take(withLine(said, at), row);
    }
  }

  return {
    feed: (bytes, take) => takeAll(records.feed(text.write(bytes)), take),
    end: (take) => {
      takeAll(records.feed(text.end()), take);
      takeAll(records.end(), take);
    },
    fork: () => rowsFrom(reading, { records: records.fork(), text: text.fork(), row, line }),
  };
}

/** An error says in which line of the file to look. */
export function withLine(read: ReadRow, line: number): ReadRow {
  if (!('error' in read)) return read;
  const { client, error } = read;
  return { client, error: { ...error, message: `${error.message.replace(/\.$/, '')} (line ${line})` } };
}

function isFault(record: CsvRecord): record is { readonly fault: string; readonly lines: number } {
  return !Array.isArray(record);
}

/** Spreadsheets leave rows of nothing but separators; they are no rows. */
function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
