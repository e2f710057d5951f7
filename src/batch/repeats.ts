import { longDate } from '../calendar.ts';
import type { ReadRow } from './batch-row.ts';

/** Rows that are remembered; a longer list is no list of one practice, and memory must not grow with it. */
const mostWatched = 100_000;
const mostSaid = 5;

/** Finds a client with the same letter and date twice: a row that was copied, or a date that was not changed. */
export interface Repeats {
  readonly add: (read: ReadRow, row: number) => void;
  /** A line for stderr; empty where nothing came twice. */
  readonly said: () => string;
}

export function makeRepeats(labelOf: (notice: string) => string): Repeats {
  const rowOf = new Map<string, number>();
  const found: string[] = [];
  let more = 0;
  return {
    add: (read, row) => {
      if ('error' in read || read.client === null || read.answers.notice === undefined) return;
      const { client, answers } = read;
      const { notice = '', noticeDate } = answers;
      const key = JSON.stringify([client, notice, noticeDate]);
      const before = rowOf.get(key);
      if (before === undefined) {
        if (rowOf.size < mostWatched) rowOf.set(key, row);
      } else if (found.length < mostSaid) {
        const date = noticeDate && noticeDate !== 'unknown' ? `of ${longDate(noticeDate)}` : 'without a date';
        found.push(`${client} with ${labelOf(notice)} ${date} (rows ${before} and ${row})`);
      } else more += 1;
    },
    said: () => {
      if (found.length === 0) return '';
      return `Twice in the file: ${found.join('; ')}${more > 0 ? `; and ${more} more` : ''}. Check whether one is to be taken out.\n`;
    },
  };
}
