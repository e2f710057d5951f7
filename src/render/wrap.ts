const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
/** Words that lose their meaning when a line ends between them: a date, an hour, the number of a form. */
const together = [
  `(?:(?:${days}), )?(?:${months}) (?:\\d{1,2}, )?\\d{4}`,
  '(?:Form|Letter|Publication|section) \\d+',
  '\\d+ [ap]\\.m\\.',
].join('|');
const unit = new RegExp(`\\S*?(?:${together})\\S*|\\S+`, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must never reach a terminal.
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

export const narrowest = 20;
const widest = 100;

/** A width at which text can be read: from 20 to 100 columns; 80 where the terminal tells none. */
export function readableWidth(columns: number): number {
  return Math.max(narrowest, Math.min(columns || 80, widest));
}

/** Text without control characters (line breaks stay) and without marks that turn the direction of writing. */
export function clean(text: string): string {
  return text.replace(controls, ' ');
}

/**
 * Lines of at most `width` characters, the first begun with `first` and the others with `rest`.
 * Dates and form numbers stay on one line if they fit on one; what is wider than a line is cut.
 */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = [];
  for (const paragraph of clean(text).split('\n')) {
    const start = lines.length === 0 ? first : rest;
    lines.push(...wrapParagraph(paragraph, width, start, rest));
  }
  return lines;
}

function wrapParagraph(text: string, width: number, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of unitsOf(text, width - Math.max(first.length, rest.length))) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}

/** The units of a text, those wider than `room` cut until they fit. */
function unitsOf(text: string, room: number): string[] {
  const size = Math.max(room, 1);
  return (text.match(unit) ?? []).flatMap((found) =>
    found.length <= size ? [found] : found.split(' ').flatMap((word) => cut(word, size)),
  );
}

/** Cut after a slash or a hyphen where one is near. A web address stays whole, so that it can be opened. */
function cut(word: string, size: number): string[] {
  if (/^https?:/.test(word)) return [word];
  const parts: string[] = [];
  let rest = word;
  while (rest.length > size) {
    const mark = Math.max(rest.lastIndexOf('/', size - 1), rest.lastIndexOf('-', size - 1)) + 1;
    const length = mark > size / 2 ? mark : size;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...parts, rest];
}
