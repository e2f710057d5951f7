/** The user's slip: one line that says what was wrong and what to write instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A sentence or label that the program needs is not in the rules: they are at fault, not the program. Exit code 5. */
export class MissingTextError extends Error {
  override readonly name = 'RulesError';
  constructor(kind: 'statements' | 'labels', key: string) {
    super(`text/en: ${kind}: "${key}" is missing: write it in one of the files of text/en`);
  }
}
