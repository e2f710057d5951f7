/** How much is kept to be used again. Beyond that it is forgotten, so that memory does not grow with the file. */
export interface Limits {
  readonly plans: number;
  /** Decisions of the tables, for each way in which clocks stood. */
  readonly decisions: number;
  /** Ways in which clocks stood, for each plan. */
  readonly ways: number;
  /** Spellings of days in a column. */
  readonly days: number;
}

/** Enough for what a file of letters brings together, and for each day of sixty years in two spellings. */
export const usualLimits: Limits = { plans: 20_000, decisions: 10_000, ways: 100_000, days: 50_000 };
