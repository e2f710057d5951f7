import { UsageError } from '../../errors.ts';
import { type Column, columnNames } from '../../facts/fact-names.ts';
import { printable } from '../../printable.ts';
import { kebabCase } from '../../vocabulary.ts';
import { type ColumnMap, columnKey, hintFor, mapOffer, type NameColumn } from './columns.ts';
import { namesLeftOut, synonymsRead } from './tell-columns.ts';

/** What the reading of names hangs on. */
export interface NameReading {
  readonly nameColumn: NameColumn;
  readonly map: ColumnMap;
  readonly ignoreUnknown: boolean;
  readonly tell: (text: string) => void;
}

/** What each column of a CSV file holds; undefined for one that is left out. Throws UsageError. */
export function readColumns(file: string, names: readonly string[], reading: NameReading): (Column | undefined)[] {
  const { nameColumn, map, ignoreUnknown, tell } = reading;
  const named = names.map((name) => nameColumn(name));
  const columns = named.map((each) => ('column' in each ? each.column : undefined));
  // Spreadsheets leave empty columns at the right end.
  const end = names.findLastIndex((name) => name.trim() !== '');
  const unknown = names.flatMap((name, at) =>
    columns[at] || at > end || 'isLeftOut' in nameColumn(name) ? [] : [{ name, at }],
  );
  const fault =
    faultOfAsked(names, nameColumn) ??
    (ignoreUnknown ? undefined : faultOfUnknown(unknown)) ??
    faultOfDoubled(names, columns) ??
    faultOfMap(names, map) ??
    faultOfNone(columns);
  if (fault !== undefined) throw new UsageError(`${file}: header: ${fault}`);
  tell(synonymsRead(names, nameColumn));
  tell(
    namesLeftOut(
      unknown.map(({ name }) => name).filter((name) => name.trim() !== ''),
      nameColumn,
    ),
  );
  // Text below a column without a name comes from a separator within a cell before it, and must not be lost.
  return ignoreUnknown ? columns : columns.slice(0, end + 1);
}

/** A name that may mean a column and may not. */
function faultOfAsked(names: readonly string[], nameColumn: NameColumn): string | undefined {
  for (const name of names) {
    const named = nameColumn(name);
    if ('mustAsk' in named) return askedFor(name, named.offer ?? '');
  }
  return undefined;
}

/** What is said of a name that may mean a column: how to say that it does, and how to say that it does not. */
export function askedFor(name: string, column: string): string {
  const shown = `"${printable(name.trim())}"`;
  return `${shown} may be ${column} or a day of your own; add ${mapOffer(name, column)} if the letter prints it, or ${mapOffer(name, '')} to leave it out`;
}

function faultOfUnknown(unknown: readonly { readonly name: string; readonly at: number }[]): string | undefined {
  if (unknown.length === 0) return undefined;
  const shown = unknown
    .slice(0, 5)
    .map(({ name, at }) =>
      name.trim() === '' ? `number ${at + 1}, which has no name` : `"${printable(name.trim())}"${hintFor(name)}`,
    );
  const more = unknown.length > shown.length ? ` and ${unknown.length - shown.length} more` : '';
  return `unknown column${unknown.length === 1 ? '' : 's'} ${shown.join(', ')}${more}; the columns are ${columnNames.join(', ')}; for one under another name add --map "THEIRS=OURS", to leave the others out, add --ignore-unknown-columns`;
}

function faultOfDoubled(names: readonly string[], columns: readonly (Column | undefined)[]): string | undefined {
  const twice = columns.find((column, at) => column && columns.indexOf(column) < at);
  if (!twice) return undefined;
  const written = names.filter((_, at) => columns[at] === twice);
  const isOneName = new Set(written.map(columnKey)).size < written.length;
  const cure = isOneName ? '' : `, in the file or with ${mapOffer(written.at(-1) ?? '', '')}`;
  return `${written.map((name) => `"${printable(name.trim())}"`).join(' and ')} both name the column ${kebabCase(twice)}; leave one out${cure}`;
}

function faultOfMap(names: readonly string[], map: ColumnMap): string | undefined {
  const keys = new Set(names.map(columnKey));
  const unused = [...map].find(([key]) => !keys.has(key));
  return unused && `there is no column "${printable(unused[1].theirs)}", which --map names`;
}

function faultOfNone(columns: readonly (Column | undefined)[]): string | undefined {
  if (columns.includes('notice') || columns.includes('action')) return undefined;
  return 'there is no column "notice" and none "action"; the first line names the columns, see appeals-guide batch --template';
}
