import type { CalendarDate } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import { settleFacts } from '../../facts/contradictions.ts';
import type { Column } from '../../facts/fact-names.ts';
import type { FactRead } from '../../facts/read-fact.ts';
import { type Fact, factNames, kebabCase } from '../../vocabulary.ts';
import type { ReadRow, RowFault } from '../batch-row.ts';
import { cellReader, type ReadCell } from './cells.ts';
import { readClient } from './client.ts';
import type { DateWatch } from './date-watch.ts';
import type { FindLetter } from './find-letter.ts';

/** What the understanding of a row hangs on. */
export interface RowReading {
  readonly find: FindLetter;
  readonly today: CalendarDate;
  readonly dates: DateWatch;
}

/** One value as it stands in a row, with the fact that it gives. */
export interface GivenFact {
  readonly fact: Fact;
  readonly typed: string;
  readonly read: FactRead;
}

/** Makes the function that understands the cells of a row; the header is looked at once. */
export function makeRowReader(
  columns: readonly (Column | undefined)[],
  reading: RowReading,
): (cells: readonly string[]) => ReadRow {
  const [clientAt, todayAt] = [columns.indexOf('client'), columns.indexOf('today')];
  const facts = factCells(columns);
  const readToday = cellReader('noticeDate');
  return (cells) => {
    const who = readClient(clientAt < 0 ? null : cells[clientAt]);
    if ('fault' in who) return { client: null, error: who.fault };
    const { client } = who;
    if (cells.length > columns.length && hasTextFrom(cells, columns.length)) {
      return { client, error: tooManyCells(cells.length, columns.length) };
    }
    const typedToday = (todayAt < 0 ? undefined : cells[todayAt]) ?? '';
    const given: GivenFact[] = [];
    for (const { fact, at, read } of facts) {
      const typed = cells[at];
      if (typed !== undefined && typed !== '') given.push({ fact, typed, read: read(typed) });
    }
    return understood({ client, today: { typed: typedToday, read: readToday(typedToday) }, given }, reading);
  };
}

/** What a row gives, each value read by itself. */
export interface GivenRow {
  readonly client: string | null;
  readonly today: { readonly typed: string; readonly read: FactRead };
  readonly given: readonly GivenFact[];
}

/** A row as a whole: its day, its letter by the law of that day, and whether its facts fit together. */
export function understood({ client, today, given }: GivenRow, { find, today: runDay, dates }: RowReading): ReadRow {
  const dayFault = today.read && faultOf('today', today.typed, today.read, dates);
  if (dayFault !== undefined) return { client, error: { message: `today: ${dayFault}`, column: 'today' } };
  const day = today.read && 'value' in today.read ? (today.read.value as CalendarDate) : runDay;
  const answers: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const { fact, typed, read } of given) {
    if (read === undefined) continue;
    const name = kebabCase(fact);
    const error = faultOf(name, typed, read, dates);
    if (error !== undefined) faults.push({ fact, message: `${name}: ${error}` });
    else if ('value' in read) answers[fact] = read.value;
  }
  const found = answers['notice'] === undefined ? undefined : find(answers['notice'], day);
  if (found && 'fault' in found) faults.unshift({ fact: 'notice', message: found.fault });
  const letter = found && 'id' in found ? found : undefined;
  if (letter) answers['notice'] = letter.id;
  const settled = settleFacts(answers as Answers, letter?.letter, kebabCase);
  const all = settled.faults.length > 0 ? [...faults, ...settled.faults] : faults;
  const [first] = all;
  return first ? { client, error: rowFault(all, first) } : { client, answers: settled.answers, today: day };
}

function faultOf(name: string, typed: string, read: NonNullable<FactRead>, dates: DateWatch): string | undefined {
  if ('value' in read && !read.reading) return undefined;
  return dates.hear(name, typed, read) ?? ('error' in read ? read.error : undefined);
}

interface Fault {
  readonly fact: Fact;
  readonly message: string;
}

/** All that is wrong with a row as one sentence; the column is that of the first fault. */
function rowFault(faults: readonly Fault[], first: Fault): RowFault {
  const last = faults.length - 1;
  const parts = faults.map(({ message }, index) => (index < last ? message.replace(/\.$/, '') : message));
  return { message: parts.join('; '), column: kebabCase(first.fact) };
}

interface FactCell {
  readonly fact: Fact;
  readonly at: number;
  readonly read: ReadCell;
}

/** In the order in which facts are told, whatever the order of the columns. */
function factCells(columns: readonly (Column | undefined)[]): FactCell[] {
  return factNames
    .filter((fact) => columns.includes(fact))
    .map((fact) => ({ fact, at: columns.indexOf(fact), read: cellReader(fact) }));
}

function hasTextFrom(cells: readonly string[], start: number): boolean {
  return cells.slice(start).some((cell) => cell.trim() !== '');
}

function tooManyCells(cells: number, columns: number): RowFault {
  const message = `the row has ${cells} cells and the header ${columns}; put quotation marks around a cell that has the separator in it`;
  return { message, column: null };
}
