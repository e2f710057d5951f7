import type { Overview } from './overview.ts';

/** What a second thread must know to answer parts of a CSV file as the first one does. */
export interface LaneStart {
  readonly file: string;
  /** Rules directories as `--rules` names them, and the built-in one. */
  readonly rules: readonly string[];
  readonly rulesDir: string;
  readonly today: string;
  readonly ignoreUnknown: boolean;
  /** The header of the file, as it is written. */
  readonly head: string;
}

/** Whole lines of the file without quotation marks; `row`: the number of the row before them. */
export interface Section {
  readonly text: string;
  readonly row: number;
}

/** What a section came to. */
export interface SectionAnswer {
  readonly parts: readonly Uint8Array[];
  /** What is to be said to people. */
  readonly told: readonly string[];
}

/** A second thread. It answers in the order in which it is asked. */
export interface Lane {
  readonly answer: (section: Section) => Promise<SectionAnswer>;
  /** Counts of all rows that it answered; it ends with that. */
  readonly finish: () => Promise<Overview>;
}
