import { StringDecoder } from 'node:string_decoder';
import { readAnswers, readFact } from '../../answers.ts';
import type { CalendarDate } from '../../calendar.ts';
import { printable } from '../../printable.ts';
import { type Fact, factNames, kebabCase } from '../../vocabulary.ts';
import { longestLine, type ReadRow, type RowFault, type RowReader, type TakeRow } from '../batch-row.ts';
import { clientFault, readClient } from './client.ts';
import { columnNames } from './columns.ts';
import type { FindLetter } from './find-letter.ts';
import type { ReadOptions } from './read-csv.ts';
import { rowFault } from './read-row.ts';

/** Accepted keys: each fact in kebab-case and camelCase. */
const factOfKey: ReadonlyMap<string, Fact> = new Map(
  factNames.flatMap((fact) => [
    [kebabCase(fact), fact],
    [fact, fact],
  ]),
);

/** Rows of a file with one JSON object a line. Lines end at a newline and nowhere else. */
export function makeNdjsonReader({ find, today, ignoreUnknown, skipRows }: ReadOptions): RowReader {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let row = 0;
  const tell = (line: string, take: TakeRow): void => {
    if (line.trim() === '') return;
    row += 1;
    if (row > skipRows) take(readLine(find, line, today, ignoreUnknown), row);
  };
  return {
    feed: (bytes, take) => {
      const lines = (rest + decoder.write(bytes)).split('\n');
      // A line without end must not fill the memory; what is kept of it is enough to refuse it.
      rest = (lines.pop() ?? '').slice(0, longestLine + 1);
      for (const line of lines) tell(line, take);
    },
    end: (take) => tell(rest + decoder.end(), take),
  };
}

function readLine(find: FindLetter, line: string, today: CalendarDate, ignoreUnknown: boolean): ReadRow {
  if (line.length > longestLine) {
    return { client: null, error: { message: `the line is longer than ${longestLine} characters`, column: null } };
  }
  const row = parseObject(line);
  if (row === undefined) return { client: null, error: { message: 'the line is not one JSON object', column: null } };
  const { client: givenClient, today: ownToday, ...rest } = row;
  const client = readClient(givenClient);
  if (client === undefined) return { client: null, error: clientFault };
  const isAsOf = ownToday !== undefined && ownToday !== null && ownToday !== '';
  const asOf = isAsOf ? readFact('noticeDate', ownToday) : undefined;
  if (asOf && 'error' in asOf) return { client, error: { message: `today: ${asOf.error}`, column: 'today' } };
  const { facts, fault } = factsOf(rest, ignoreUnknown);
  if (fault) return { client, error: fault };
  const day = (asOf?.value as CalendarDate | undefined) ?? today;
  const { answers, faults: found } = readAnswers(facts, kebabCase);
  const letter = answers.notice === undefined ? undefined : find(answers.notice, day);
  const faults = letter && 'fault' in letter ? [{ fact: 'notice' as const, message: letter.fault }, ...found] : found;
  const [first] = faults;
  if (!first)
    return { client, answers: letter && 'id' in letter ? { ...answers, notice: letter.id } : answers, today: day };
  return { client, error: rowFault(faults, first) };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keys to facts; empty values are facts left out. A key that is no fact, or names one twice, is a fault. */
function factsOf(
  row: Readonly<Record<string, unknown>>,
  ignoreUnknown: boolean,
): { facts: Partial<Record<Fact, unknown>>; fault?: RowFault } {
  const facts: Partial<Record<Fact, unknown>> = {};
  for (const [key, value] of Object.entries(row)) {
    const fact = factOfKey.get(key);
    if (!fact) {
      if (ignoreUnknown) continue;
      const message = `unknown column "${printable(key)}"; the columns are ${columnNames.join(', ')}`;
      return { facts, fault: { message, column: printable(key) } };
    }
    if (value === null || value === '') continue;
    if (facts[fact] !== undefined && facts[fact] !== value) {
      const column = kebabCase(fact);
      return { facts, fault: { message: `${column} is given twice with different values`, column } };
    }
    facts[fact] = value;
  }
  return { facts };
}
