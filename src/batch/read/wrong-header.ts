import { UsageError } from '../../errors.ts';
import { printable } from '../../printable.ts';
import { longestLine } from '../batch-row.ts';
import type { NameColumn } from './columns.ts';
import { delimiterOf, type Header } from './header.ts';
import { makeRecordReader } from './records.ts';

/** So many lines behind the first one are looked through for the names of columns. */
const mostTitles = 20;

/** Why the first line is no header, where no name in it is known: a title stands above the header, or there is none. */
export function wrongHeader(
  file: string,
  header: Header,
  rest: Buffer,
  nameColumn: NameColumn,
): UsageError | undefined {
  const isKnown = (name: string): boolean => 'column' in nameColumn(name);
  if (header.names.some(isKnown)) return undefined;
  const lines = rest.toString('utf8').split(header.newline, mostTitles);
  const at = lines.findIndex((line) => {
    const [names = []] = makeRecordReader(delimiterOf(line), header.newline, longestLine).feed(line + header.newline);
    return 'filter' in names && names.filter(isKnown).length >= 2;
  });
  if (at >= 0) {
    const [line, above] = [header.nextLine + at, header.nextLine + at - 1];
    return new UsageError(
      `${file}: header: the names of the columns seem to stand in line ${line}; take out the ${above === 1 ? 'line' : `${above} lines`} above it, or begin ${above === 1 ? 'it' : 'each'} with #`,
    );
  }
  // Names without any known one are for the check of unknown columns, unless they look like a row.
  if (!header.names.some((name) => /\d/.test(name))) return undefined;
  const shown = header.names.slice(0, 3).map((name) => `"${printable(name.trim())}"`);
  return new UsageError(
    `${file}: header: none of ${shown.join(', ')} names a column, so the file seems to begin with a row; put a line with the names above it, such as client,notice,notice-date, see appeals-guide batch --template`,
  );
}
