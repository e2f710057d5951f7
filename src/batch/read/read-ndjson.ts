import { type Column, columnNames } from '../../facts/fact-names.ts';
import { readFact } from '../../facts/read-fact.ts';
import { isTooDeep } from '../../json-depth.ts';
import { printable } from '../../printable.ts';
import { factNames, kebabCase } from '../../vocabulary.ts';
import { longestLine, type ReadRow, type RowFault, type RowReader, type TakeRow } from '../batch-row.ts';
import { readClient } from './client.ts';
import { mapOffer } from './columns.ts';
import { withLine } from './csv-rows.ts';
import { doubledKey } from './doubled-key.ts';
import { emptyInput } from './input-name.ts';
import { askedFor, type NameReading } from './read-columns.ts';
import type { ReadOptions } from './read-csv.ts';
import { type GivenFact, understood } from './read-row.ts';
import { namesLeftOut, synonymsRead } from './tell-columns.ts';
import { makeTextPieces, type TextPieces } from './text-pieces.ts';

/** Names that are kept to be told of; a file may have more. */
const mostTold = 1000;

/** How far the reading has come. */
interface Place {
  readonly text: TextPieces;
  readonly rest: string;
  readonly row: number;
  readonly line: number;
}

/** Rows of a file with one JSON object a line. Lines end at a newline and nowhere else. Throws UsageError where there is none. */
export function makeNdjsonReader(file: string, options: ReadOptions): RowReader {
  return rowsFrom({ ...options, file }, noneTold(), { text: makeTextPieces(), rest: '', row: 0, line: 0 });
}

interface Told {
  readonly synonyms: Set<string>;
  readonly leftOut: Set<string>;
}

function noneTold(): Told {
  return { synonyms: new Set(), leftOut: new Set() };
}

function rowsFrom(options: ReadOptions & { readonly file: string }, told: Told, { text, ...start }: Place): RowReader {
  let { rest, row, line } = start;
  const tell = (typed: string, take: TakeRow): void => {
    line += 1;
    if (typed.trim() === '') return;
    row += 1;
    if (row > options.skipRows) take(withLine(readLine(typed, options, told), line), row);
  };
  return {
    feed: (bytes, take) => {
      const lines = (rest + text.write(bytes)).split('\n');
      // A line without end must not fill the memory; what is kept of it is enough to refuse it.
      rest = (lines.pop() ?? '').slice(0, longestLine + 1);
      for (const each of lines) tell(each, take);
    },
    end: (take) => {
      tell(rest + text.end(), take);
      if (row === 0) throw emptyInput(options.file);
      options.tell(namesLeftOut([...told.leftOut], options.nameColumn));
    },
    fork: () => rowsFrom({ ...options, tell: () => {} }, noneTold(), { text: text.fork(), rest, row, line }),
  };
}

function readLine(line: string, options: ReadOptions, told: Told): ReadRow {
  if (line.length > longestLine) {
    return { client: null, error: { message: `the line is longer than ${longestLine} characters`, column: null } };
  }
  const object = parseObject(line);
  if (object === undefined)
    return { client: null, error: { message: 'the line is not one JSON object', column: null } };
  const { values, fault: keyFault } = byColumn(object, options, told);
  const who = readClient(values.get('client'));
  if ('fault' in who) return { client: null, error: who.fault };
  const { client } = who;
  const twice = doubledKey(line);
  if (twice !== undefined) return { client, error: doubled(printable(twice), `"${printable(twice)}" stands twice`) };
  if (keyFault) return { client, error: keyFault };
  const given = factNames
    .filter((fact) => values.has(fact))
    .map((fact): GivenFact => ({ fact, typed: textOf(values.get(fact)), read: readFact(fact, values.get(fact)) }));
  const today = { typed: textOf(values.get('today')), read: readFact('noticeDate', values.get('today')) };
  return understood({ client, today, given }, options);
}

/** A value to be shown; only texts are read as days, and a list may be nested too deep to be written out. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (isTooDeep(line)) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The values of a row by column. The first key that is no column, or names one a second time, is a fault. */
function byColumn(
  object: Readonly<Record<string, unknown>>,
  { nameColumn, ignoreUnknown, tell }: NameReading,
  told: Told,
): { readonly values: ReadonlyMap<Column, unknown>; readonly fault?: RowFault | undefined } {
  const values = new Map<Column, unknown>();
  const keyOf = new Map<Column, string>();
  let fault: RowFault | undefined;
  for (const [key, value] of Object.entries(object)) {
    const named = nameColumn(key);
    if ('isLeftOut' in named) continue;
    if (!('column' in named)) {
      if (!ignoreUnknown || named.mustAsk) fault ??= unknownKey(key, named.mustAsk ? named.offer : undefined);
      else if (told.leftOut.size < mostTold) told.leftOut.add(key);
      continue;
    }
    const { column, isSynonym } = named;
    const before = keyOf.get(column);
    if (before !== undefined) {
      const both = `"${printable(before)}" and "${printable(key)}" both name ${kebabCase(column)}`;
      fault ??= doubled(kebabCase(column), both);
    }
    if (isSynonym && !told.synonyms.has(key)) {
      tell(synonymsRead([key], nameColumn));
      told.synonyms.add(key);
    }
    keyOf.set(column, key);
    values.set(column, value);
  }
  return { values, fault };
}

function unknownKey(key: string, asked: string | undefined): RowFault {
  const column = printable(key);
  if (asked !== undefined) return { message: askedFor(key, asked), column };
  const message = `unknown column "${column}"; the columns are ${columnNames.join(', ')}; for one under another name add ${mapOffer(key, 'OURS')}`;
  return { message, column };
}

function doubled(column: string, what: string): RowFault {
  return { message: `${what}; leave one out`, column };
}
