import { UsageError } from '../../errors.ts';
import { longestLine } from '../batch-row.ts';
import { emptyInput } from './input-name.ts';
import { makeRecordReader } from './records.ts';

/** How a CSV file is written, as its first line tells. */
export interface Header {
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** Where the rows begin. */
  readonly end: number;
  /** The number of the line that begins there. */
  readonly nextLine: number;
}

/** The header of a CSV file, or undefined where more of it is needed. Throws UsageError with the name of the file. */
export function readHeader(file: string, bytes: Buffer, isAll: boolean): Header | undefined {
  // One character a byte, so that places in the text are places in the file.
  const text = bytes.toString('latin1');
  let start = 0;
  let delimiter: string | undefined;
  for (;;) {
    const end = endOfRecord(text, start);
    if (start > longestLine) throw noHeader(file);
    if (end.isQuoteOpen && (isAll || text.length - start > longestLine)) throw openQuote(file);
    // A return at the end of the text may be half of a line end.
    if (!isAll && end.at >= text.length - 1 && text.length - start <= longestLine) return undefined;
    const line = bytes.toString('utf8', start, end.at);
    start = Math.min(text.length, end.at + end.length);
    const separator = /^sep=(.)$/i.exec(line);
    if (separator) delimiter = separator[1];
    else if (!isNote(line))
      return headerOf(file, line, delimiter ?? delimiterOf(line), end.newline, text.slice(0, start));
    if (start >= text.length && isAll) throw emptyInput(file);
  }
}

function noHeader(file: string): UsageError {
  return new UsageError(
    `${file}: header: there is none in the first ${longestLine} bytes; its first line names the columns, see appeals-guide batch --template`,
  );
}

function openQuote(file: string): UsageError {
  return new UsageError(`${file}: header: a quotation mark is opened and never closed; close it`);
}

/** Lines before the header that are empty or begin with # say something to people, as those of --template do. */
function isNote(line: string): boolean {
  return /^"?#/.test(line) || /^[\s,;|]*$/.test(line);
}

interface End {
  readonly at: number;
  readonly length: number;
  readonly newline: '\n' | '\r';
  readonly isQuoteOpen: boolean;
}

/** Where the line that begins at `start` ends, quotation marks observed. */
function endOfRecord(text: string, start: number): End {
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n') return { at, length: 1, newline: '\n', isQuoteOpen: false };
    else if (character === '\r') {
      const isPair = text[at + 1] === '\n';
      return { at, length: isPair ? 2 : 1, newline: isPair ? '\n' : '\r', isQuoteOpen: false };
    }
  }
  return { at: text.length, length: 0, newline: '\n', isQuoteOpen: isQuoted };
}

/** Comma, semicolon, tab or bar: the one that the line has most of outside quotation marks. */
export function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const countOf = (mark: string): number => bare.split(mark).length;
  return [',', ';', '\t', '|'].reduce((most, mark) => (countOf(mark) > countOf(most) ? mark : most));
}

function headerOf(file: string, line: string, delimiter: string, newline: End['newline'], before: string): Header {
  if (line.includes('\0')) {
    throw new UsageError(`${file}: header: is no text; save the sheet as "CSV UTF-8" and give that file`);
  }
  if (line.includes('\uFFFD')) {
    throw new UsageError(`${file}: header: has characters that are not UTF-8; save it as "CSV UTF-8" and try again`);
  }
  const [names] = makeRecordReader(delimiter, newline, longestLine + 1).feed(line + newline);
  if (names === undefined || 'fault' in names) throw openQuote(file);
  return { names, delimiter, newline, end: before.length, nextLine: before.split(newline).length };
}
