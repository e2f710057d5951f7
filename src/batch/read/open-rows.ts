import { type CalendarDate, longDate } from '../../calendar.ts';
import { printable } from '../../printable.ts';
import type { RowReader } from '../batch-row.ts';
import type { InputKind } from './input.ts';
import { makeCsvReader, type ReadOptions } from './read-csv.ts';
import { makeNdjsonReader } from './read-ndjson.ts';

/** The reader of a file that was opened. `tell` hears once how dates with slashes are read. */
export function makeReader(
  file: string,
  kind: InputKind,
  options: Omit<ReadOptions, 'tellDate'>,
  tell: (text: string) => void,
): RowReader {
  let isTold = false;
  const settings = {
    ...options,
    tellDate: (column: string, typed: string, date: CalendarDate) => {
      if (isTold) return;
      isTold = true;
      tell(
        `Dates with slashes are read with the month first: ${column} ${typed} is ${longDate(date)}. If the day stands first in your file, write YYYY-MM-DD.\n`,
      );
    },
  };
  return kind === 'csv' ? makeCsvReader(printable(file), settings) : makeNdjsonReader(settings);
}
