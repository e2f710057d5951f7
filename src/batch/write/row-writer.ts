import type { AnsweredRow } from '../batch-row.ts';

/** What becomes of rows in one format. */
export interface RowWriter {
  /** Stands before the rows. */
  readonly head: string;
  /** What a row adds; may be empty. */
  readonly row: (row: AnsweredRow) => string;
  /** Stands after the rows. */
  readonly foot: () => string;
  /** Each row goes out by itself, so that a part of them is an answer. */
  readonly isStream: boolean;
  /** Without a row that adds something there is nothing to write. */
  readonly needsRows: boolean;
}

/** A writer whose rows stand each for themselves. */
export function rowByRow(head: string, row: RowWriter['row']): RowWriter {
  return { head, row, foot: () => '', isStream: true, needsRows: false };
}
