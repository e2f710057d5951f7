import { isDateFact, readDate, readFact, readSlashedDate } from '../../answers.ts';
import { type ClosedFact, closedFacts, type Fact, unknown } from '../../vocabulary.ts';
import { kept } from '../kept.ts';

/** What a cell says: a value, nothing (left out, or unknown), or what is wrong. */
export type Cell = { readonly value?: string; readonly error?: string };

/** Reads one cell of a column. */
export type ReadCell = (typed: string) => Cell;

/** Told of each way in which a day was written with slashes. */
export type TellDate = (typed: string, date: string) => void;

/** Enough for every day of ten years; beyond that, the values of a column hardly come back. */
const mostRemembered = 4096;

const nothing: Cell = {};

/** The same answer for the same value, kept in a small memory. */
export function remembered<T>(read: (typed: string) => T): (typed: string) => T {
  const answerOf = kept(new Map<string, T>(), mostRemembered);
  return (typed) => answerOf(typed, read);
}

/** Reads the cells of a column of facts; a cell without text leaves the fact out. */
export function cellReader(fact: Fact, tellDate: TellDate): ReadCell {
  return remembered((cell) => {
    const typed = cell.trim();
    if (typed === '' || typed.toLowerCase() === unknown) return nothing;
    if (isDateFact(fact)) return readDateCell(typed, tellDate);
    return readFact(fact, fact === 'notice' ? typed : closedValue(fact, typed));
  });
}

/** `YYYY-MM-DD`, or as a spreadsheet writes it: month, day and year with slashes. */
export function readDateCell(typed: string, tellDate: TellDate): Cell {
  if (!typed.includes('/')) {
    const read = readDate(typed);
    return read.ok ? { value: read.date } : { error: read.error.replace('YYYY-MM-DD', 'YYYY-MM-DD or M/D/YYYY') };
  }
  const read = readSlashedDate(typed);
  if (!read.ok) return { error: read.error };
  tellDate(typed, read.date);
  return { value: read.date };
}

/** A value as the vocabulary writes it, where capitals, blanks and underscores are all that differs. */
function closedValue(fact: ClosedFact, typed: string): string {
  const plain = typed.toLowerCase().replace(/[\s_]+/g, '-');
  return (closedFacts[fact] as readonly string[]).includes(plain) ? plain : typed;
}
