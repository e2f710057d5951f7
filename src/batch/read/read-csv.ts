import type { CalendarDate } from '../../calendar.ts';
import type { RowReader } from '../batch-row.ts';
import { readColumns } from './columns.ts';
import { makeCsvRows } from './csv-rows.ts';
import type { FindLetter } from './find-letter.ts';
import { readHeader } from './header.ts';
import { makeRowReader, type TellSlashedDate } from './read-row.ts';

/** What the reading of a file depends on. */
export interface ReadOptions {
  readonly find: FindLetter;
  readonly today: CalendarDate;
  readonly ignoreUnknown: boolean;
  /** So many rows at the beginning are counted and not read. */
  readonly skipRows: number;
  readonly tellDate: TellSlashedDate;
}

/** Rows of a CSV file. Throws UsageError where its header is at fault. */
export function makeCsvReader(file: string, options: ReadOptions): RowReader {
  const { find, today, ignoreUnknown, skipRows, tellDate } = options;
  let head = Buffer.alloc(0);
  let rows: RowReader | undefined;

  /** Reads the header as soon as it is there, and gives the rows behind it. */
  const open = (bytes: Buffer, isAll: boolean): Buffer => {
    head = Buffer.concat([head, bytes]);
    const header = readHeader(file, head, isAll);
    if (!header) return head.subarray(head.length);
    const columns = readColumns(file, header.names, ignoreUnknown);
    const read = makeRowReader(columns, find, today, tellDate);
    rows = makeCsvRows({ header, read, skipRows });
    return head.subarray(header.end);
  };

  return {
    feed: (bytes, take) => {
      const rest = rows ? bytes : open(bytes, false);
      rows?.feed(rest, take);
    },
    end: (take) => {
      if (!rows) {
        const rest = open(Buffer.alloc(0), true);
        (rows as RowReader | undefined)?.feed(rest, take);
      }
      rows?.end(take);
    },
  };
}
