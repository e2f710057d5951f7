/** The longest value of a fact, in characters. */
export const longestValue = 120;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
export const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** What a person typed, fit for a terminal: control characters shown as `?`, and cut to a sensible length. */
export function printable(typed: string): string {
  const clean = typed.replace(controlCharacters, '?');
  return clean.length > longestValue ? `${clean.slice(0, longestValue)}...` : clean;
}
