import { StringDecoder } from 'node:string_decoder';
import { longestLine, type ReadRow, type RowReader, type TakeRow } from '../batch-row.ts';
import type { Header } from './header.ts';
import { type CsvRecord, makeRecordReader } from './records.ts';

export interface CsvReading {
  readonly header: Header;
  readonly read: (cells: readonly string[]) => ReadRow;
  /** So many rows at the beginning are counted and not read. */
  readonly skipRows: number;
}

/** The rows behind a header, in the order of the file. */
export function makeCsvRows({ header, read, skipRows }: CsvReading): RowReader {
  const records = makeRecordReader(header.delimiter, header.newline, longestLine);
  const decoder = new StringDecoder('utf8');
  let row = 0;

  function takeAll(found: readonly CsvRecord[], take: TakeRow): void {
    for (const record of found) {
      if (!isFault(record) && isEmpty(record)) continue;
      row += 1;
      if (row <= skipRows) continue;
      take(isFault(record) ? { client: null, error: { message: record.fault, column: null } } : read(record), row);
    }
  }

  return {
    feed: (bytes, take) => takeAll(records.feed(decoder.write(bytes)), take),
    end: (take) => {
      takeAll(records.feed(decoder.end()), take);
      takeAll(records.end(), take);
    },
  };
}

function isFault(record: CsvRecord): record is { readonly fault: string } {
  return !Array.isArray(record);
}

/** Spreadsheets leave rows of nothing but separators; they are no rows. */
function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
