import { UsageError } from '../../errors.ts';
import { printable } from '../../printable.ts';
import { similar } from '../../similar.ts';
import { type Fact, factNames, kebabCase } from '../../vocabulary.ts';

/** What a column holds. */
export type Column = Fact | 'client' | 'today';

/** Names of all columns as they are written best. */
export const columnNames: readonly string[] = [...factNames.map(kebabCase), 'today', 'client'];

/** `Notice Date`, `notice_date` and `noticeDate` are one name. */
function bareName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const columnOfName: ReadonlyMap<string, Column> = new Map(
  [...factNames, 'today' as const, 'client' as const].map((column) => [bareName(column), column]),
);

/** What each column of a CSV file holds; undefined for one that is to be left out. Throws UsageError. */
export function readColumns(
  file: string,
  names: readonly string[],
  ignoreUnknown: boolean,
): readonly (Column | undefined)[] {
  const columns = names.map((name) => columnOfName.get(bareName(name)));
  // Spreadsheets leave empty columns at the right end.
  const end = lastNamed(names);
  const unknown = names.flatMap((name, index) => {
    if (columns[index] || index > end) return [];
    return [
      name.trim() === '' ? `number ${index + 1}, which has no name` : `"${printable(name.trim())}"${hintFor(name)}`,
    ];
  });
  if (unknown.length > 0 && !ignoreUnknown) throw unknownColumns(file, unknown);
  const twice = columns.find((column, index) => column && columns.indexOf(column) < index);
  if (twice) {
    const written = names.filter((_, index) => columns[index] === twice).map((name) => `"${printable(name)}"`);
    throw new UsageError(
      `${file}: header: ${written.join(' and ')} both name the column ${kebabCase(twice)}; leave one out`,
    );
  }
  if (!columns.includes('notice') && !columns.includes('action')) {
    throw new UsageError(
      `${file}: header: there is no column "notice" and none "action"; the first line names the columns, see appeals-guide batch --template`,
    );
  }
  // Text below a column without a name comes from a separator within a cell before it, and must not be lost.
  return ignoreUnknown ? columns : columns.slice(0, end + 1);
}

function lastNamed(names: readonly string[]): number {
  return names.findLastIndex((name) => name.trim() !== '');
}

function unknownColumns(file: string, unknown: readonly string[]): UsageError {
  const shown = unknown.slice(0, 5);
  const more = unknown.length > shown.length ? ` and ${unknown.length - shown.length} more` : '';
  return new UsageError(
    `${file}: header: unknown column${unknown.length === 1 ? '' : 's'} ${shown.join(', ')}${more}; the columns are ${columnNames.join(', ')}; to leave the others out, add --ignore-unknown-columns`,
  );
}

function hintFor(name: string): string {
  const [near] = similar(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
    columnNames,
    1,
  );
  return near ? ` (did you mean ${near}?)` : '';
}
