import type { CalendarDate } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RowAnswer } from './row-answer.ts';

/** What is wrong with a row, in words that say what to write instead. */
export interface RowFault {
  readonly message: string;
  readonly column: string | null;
}

interface Faulty {
  readonly client: string | null;
  readonly error: RowFault;
}

/** A row as it was understood. */
export type ReadRow =
  | {
      readonly client: string | null;
      readonly answers: Answers;
      readonly today: CalendarDate;
    }
  | Faulty;

/** A row with what is said about it. */
export type AnsweredRow = { readonly row: number } & (
  | { readonly client: string | null; readonly answer: RowAnswer }
  | Faulty
);

/** Takes each row as it is understood, with its number. */
export type TakeRow = (read: ReadRow, row: number) => void;

/** Turns the bytes of a file, piece by piece, into rows. */
export interface RowReader {
  readonly feed: (bytes: Buffer, take: TakeRow) => void;
  /** The file has no more. */
  readonly end: (take: TakeRow) => void;
  /** One that goes on from here by itself; for looking ahead. */
  readonly fork: () => RowReader;
}

/** A line or a cell may not be longer, so that no file can fill the memory. */
export const longestLine = 1_000_000;
