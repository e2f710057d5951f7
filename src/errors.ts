/** The user's slip: one line that says what was wrong and what to write instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
