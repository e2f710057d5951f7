/**
 * The first key that stands twice in the object of a line. JSON.parse would take the last one without a word. The line
 * is known to be one JSON object; only keys of the object itself count, not of what is inside it.
 */
export function doubledKey(line: string): string | undefined {
  const keys = new Set<string>();
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at];
    if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    else if (mark === '"') {
      const end = endOfText(line, at);
      if (depth === 1 && isFollowedByColon(line, end)) {
        const key: string = JSON.parse(line.slice(at, end));
        if (keys.has(key)) return key;
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** The place behind the quotation mark that ends a text. */
function endOfText(line: string, start: number): number {
  let at = start + 1;
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isFollowedByColon(line: string, start: number): boolean {
  let at = start;
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\r') at += 1;
  return line[at] === ':';
}
