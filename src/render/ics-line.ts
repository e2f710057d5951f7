import { clean } from './wrap.ts';

/** A line holds this many octets before it is folded (RFC 5545, 3.1). */
const longestLine = 75;
const encoder = new TextEncoder();

/** Text as a value of iCalendar: marks that mean something are escaped, line breaks become `\n`. */
export function icsText(text: string): string {
  return clean(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n');
}

/** A content line folded after at most 75 octets, never within a character; continuations begin with a blank. */
export function foldedLine(line: string): string {
  const lines: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestLine) {
      lines.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}
