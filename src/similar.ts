/** Edit distance with neighbours swapped as one edit; for suggestions only, never for a decision. */
function distance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}

/** The words that look most like `typed`, nearest first; empty where none is near. */
export function similar(typed: string, words: Iterable<string>, most = 3): string[] {
  const limit = typed.length <= 4 ? 1 : 2;
  return [...new Set(words)]
    .map((word) => ({ word, edits: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(
      ({ edits, word }) => edits <= limit || (typed.length >= 3 && word.toLowerCase().startsWith(typed.toLowerCase())),
    )
    .sort((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}
