import { settleAnswers } from '../../answers.ts';
import type { CalendarDate } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import { type Fact, factNames, kebabCase } from '../../vocabulary.ts';
import type { ReadRow, RowFault } from '../batch-row.ts';
import { cellReader, type ReadCell, readDateCell, remembered } from './cells.ts';
import { clientFault, readClient } from './client.ts';
import type { Column } from './columns.ts';
import type { FindLetter } from './find-letter.ts';

/** Told of the first day that was written with slashes: where it stands, how it was written, and which day it is. */
export type TellSlashedDate = (column: string, typed: string, date: CalendarDate) => void;

interface FactCell {
  readonly fact: Fact;
  readonly at: number;
  readonly read: ReadCell;
  /** Other facts may follow from it or contradict it. */
  readonly isTied: boolean;
}

/** Without one of these no fact follows from another, and none contradicts another. */
const tied: readonly Fact[] = ['conferenceDate', 'conferenceRequestedDate', 'firstCdpDate', 'cdpHearing'];

/** Makes the function that understands the cells of a row; the header is looked at once. */
export function makeRowReader(
  columns: readonly (Column | undefined)[],
  find: FindLetter,
  today: CalendarDate,
  tellDate: TellSlashedDate,
): (cells: readonly string[]) => ReadRow {
  const clientAt = columns.indexOf('client');
  const todayAt = columns.indexOf('today');
  const facts = factCells(columns, tellDate);
  const dayOf = remembered((typed: string) =>
    readDateCell(typed, (written, date) => tellDate('today', written, date as CalendarDate)),
  );

  return (cells) => {
    const client = readClient(clientAt < 0 ? null : cells[clientAt]);
    if (client === undefined) return { client: null, error: clientFault };
    if (client?.includes('\uFFFD')) return { client: null, error: notUtf8 };
    if (cells.length > columns.length && hasTextFrom(cells, columns.length)) {
      return { client, error: tooManyCells(cells.length, columns.length) };
    }
    const asOf = todayAt < 0 ? '' : (cells[todayAt] ?? '').trim();
    const own = asOf === '' ? undefined : dayOf(asOf);
    if (own?.error !== undefined) return { client, error: { message: `today: ${own.error}`, column: 'today' } };
    const day = (own?.value as CalendarDate | undefined) ?? today;
    const read: Record<string, string> = {};
    let faults: Fault[] | undefined;
    let isSettled = true;
    for (const { fact, at, read: readCell, isTied } of facts) {
      const cell = cells[at];
      if (cell === undefined || cell === '') continue;
      const { value, error } = readCell(cell);
      if (error !== undefined) faults = [...(faults ?? []), { fact, message: `${kebabCase(fact)}: ${error}` }];
      else if (value !== undefined) {
        read[fact] = value;
        if (isTied) isSettled = false;
      }
    }
    if (read['notice'] !== undefined) {
      const found = find(read['notice'], day);
      if ('id' in found) read['notice'] = found.id;
      else faults = [{ fact: 'notice', message: found.fault }, ...(faults ?? [])];
    }
    if (isSettled && !faults) return { client, answers: read as Answers, today: day };
    const settled = settleAnswers(read, kebabCase);
    const all = faults ? [...faults, ...settled.faults] : settled.faults;
    const [first] = all;
    return first ? { client, error: rowFault(all, first) } : { client, answers: settled.answers, today: day };
  };
}

interface Fault {
  readonly fact: Fact;
  readonly message: string;
}

/** All that is wrong with a row as one sentence; the column is that of the first fault. */
export function rowFault(faults: readonly Fault[], first: Fault): RowFault {
  const last = faults.length - 1;
  const parts = faults.map(({ message }, index) => (index < last ? message.replace(/\.$/, '') : message));
  return { message: parts.join('; '), column: kebabCase(first.fact) };
}

/** In the order in which facts are told, whatever the order of the columns. */
function factCells(columns: readonly (Column | undefined)[], tellDate: TellSlashedDate): FactCell[] {
  return factNames
    .filter((fact) => columns.includes(fact))
    .map((fact) => ({
      fact,
      at: columns.indexOf(fact),
      isTied: tied.includes(fact),
      read: cellReader(fact, (typed, date) => tellDate(kebabCase(fact), typed, date as CalendarDate)),
    }));
}

function hasTextFrom(cells: readonly string[], start: number): boolean {
  return cells.slice(start).some((cell) => cell.trim() !== '');
}

function tooManyCells(cells: number, columns: number): RowFault {
  const message = `the row has ${cells} cells and the header ${columns}; put quotation marks around a cell that has the separator in it`;
  return { message, column: null };
}

const notUtf8: RowFault = {
  message: 'client: the text is not UTF-8; save the file as "CSV UTF-8" and try again',
  column: 'client',
};
