import type { RowReader } from '../batch-row.ts';
import { makeCsvRows } from './csv-rows.ts';
import { readHeader } from './header.ts';
import { type NameReading, readColumns } from './read-columns.ts';
import { makeRowReader, type RowReading } from './read-row.ts';
import { wrongHeader } from './wrong-header.ts';

/** What the reading of a file depends on. */
export interface ReadOptions extends RowReading, NameReading {
  /** So many rows at the beginning are counted and not read. */
  readonly skipRows: number;
}

/** Rows of a CSV file. Throws UsageError where its header is at fault. */
export function makeCsvReader(file: string, options: ReadOptions, begun: Buffer = Buffer.alloc(0)): RowReader {
  let head = begun;
  let rows: RowReader | undefined;

  /** Reads the header as soon as it is there, and gives what stands behind it. */
  const open = (bytes: Buffer, isAll: boolean): Buffer => {
    head = Buffer.concat([head, bytes]);
    const header = readHeader(file, head, isAll);
    if (!header) return head.subarray(head.length);
    const rest = head.subarray(header.end);
    const fault = wrongHeader(file, header, rest, options.nameColumn);
    if (fault) throw fault;
    const read = makeRowReader(readColumns(file, header.names, options), options);
    rows = makeCsvRows({ header, read, skipRows: options.skipRows });
    return rest;
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
    fork: () => rows?.fork() ?? makeCsvReader(file, { ...options, tell: () => {} }, head),
  };
}
