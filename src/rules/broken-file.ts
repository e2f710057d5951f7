/** Asked for a file that is missing, no JSON or of the wrong shape; what hangs on it cannot be checked yet. */
export class BrokenFileError extends Error {
  override readonly name = 'BrokenFileError';
}

/** What a check finds; nothing where it would have to look into a broken file. */
export function unlessBroken<T>(check: () => readonly T[]): readonly T[] {
  try {
    return check();
  } catch (error) {
    if (error instanceof BrokenFileError) return [];
    throw error;
  }
}
