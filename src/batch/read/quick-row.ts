import { type CalendarDate, dayNumber } from '../../calendar.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import type { ReadRow } from '../batch-row.ts';
import { type GivenDays, placeOf } from '../plan/clock-plan.ts';
import type { Plans, PlansOfDay } from '../plan/row-plans.ts';
import { addToHash, type CellNumbers, makeCellNumbers } from './cell-numbers.ts';
import type { Column } from './columns.ts';
import { type ColumnUse, endOf, type LineCells, type Marks, makeLineCells, makeLook } from './line-cells.ts';

/** Takes lines whose cells were read before straight to their plan. */
export interface QuickReader {
  /** The row of the line that begins at `start`, or undefined where it has to be read cell by cell. */
  readonly line: (bytes: Buffer, start: number) => ReadRow | undefined;
  /** Where the newline stands of the line that was looked at last; -1 where it is not clear which one ends the row. */
  readonly lineEnd: () => number;
  /** Keeps what a line came to that was read cell by cell. */
  readonly learn: (bytes: Buffer, start: number, read: ReadRow) => void;
}

/** The place of a date among all of them, and the column that it stands in. */
interface DatedColumn {
  readonly at: number;
  readonly fact: DateFact;
  readonly place: number;
}

export function makeQuickReader(
  columns: readonly (Column | undefined)[],
  marks: Marks,
  today: CalendarDate,
  plans: Plans,
): QuickReader {
  const [clientAt, todayAt] = [columns.indexOf('client'), columns.indexOf('today')];
  const dated = columns.flatMap((column, at): DatedColumn[] => {
    const fact = dateFacts.find((each) => each === column);
    return fact ? [{ at, fact, place: placeOf(fact) }] : [];
  });
  const uses = columns.map(useOf);
  const cells = makeLineCells(columns.length);
  const look = makeLook(uses, marks, cells);
  const given = dateFacts.map(() => 0);
  let memory = emptyMemory(uses, plans);

  /** As of which day the line is answered that was looked at last. */
  const dayOf = ({ asOf, addDay }: Memory): Day =>
    asOf[todayAt < 0 ? 0 : (cells.days[todayAt] as number)] ?? addDay(today);

  return {
    lineEnd: () => cells.end,
    line(bytes, start) {
      if (!look(bytes, start, memory.days)) return undefined;
      const day = dayOf(memory);
      const plan = planOf(day, cells, dated, given);
      const from = clientAt < 0 ? 0 : (cells.starts[clientAt] as number);
      const to = clientAt < 0 ? 0 : endOf(bytes, marks, cells, clientAt);
      if (plan < 0 || isOutOfOrder(given) || !isPlain(bytes, from, to)) return undefined;
      const client = from === to ? null : bytes.toString('latin1', from, to);
      return { client, planned: day.planner.plan(plan, given, day.today, day.number) };
    },
    learn(bytes, start, read) {
      // A row of nothing but a client is not kept, because without the client it is no row.
      if (!('answers' in read) || Object.keys(read.answers).length === 0) return;
      if (memory.isFull()) memory = emptyMemory(uses, plans);
      if (!look(bytes, start, memory.days)) learnDays(memory, bytes, cells, dated, read);
      if (!look(bytes, start, memory.days)) return;
      const day = dayOf(memory);
      if (planOf(day, cells, dated, given) >= 0) return;
      day.kinds.add(cells.key.subarray(0, cells.keyLength), day.planner.numberFor(read.answers, day.today));
    },
  };
}

function useOf(column: Column | undefined): ColumnUse {
  if (column === undefined) return 'none';
  if (column === 'client') return 'client';
  return column === 'today' || dateFacts.includes(column as DateFact) ? 'day' : 'key';
}

/** All that was learned from rows that were read cell by cell. */
interface Memory {
  /** For each column of days, the numbers of its cells: days since 1970, 0 for none, or for `today` a place in `asOf`. */
  readonly days: readonly (CellNumbers | undefined)[];
  readonly asOf: readonly Day[];
  readonly addDay: (today: CalendarDate) => Day;
  readonly isFull: () => boolean;
}

interface Day extends PlansOfDay {
  readonly today: CalendarDate;
  /** Numbers of plans by all closed cells and by which dates are given. */
  readonly kinds: CellNumbers;
}

function emptyMemory(uses: readonly ColumnUse[], plans: Plans): Memory {
  const days = uses.map((use) => (use === 'day' ? makeCellNumbers() : undefined));
  const asOf: Day[] = [];
  const kindsOf = new Map<PlansOfDay['planner'], CellNumbers>();
  const addDay = (today: CalendarDate): Day => {
    const { number, planner } = plans.on(today);
    const kinds = kindsOf.get(planner) ?? makeCellNumbers();
    kindsOf.set(planner, kinds);
    const day = { today, number, planner, kinds };
    asOf.push(day);
    return day;
  };
  const isFull = (): boolean =>
    days.some((cells) => cells && cells.size() > plans.limits.days) ||
    [...kindsOf.values()].some((kinds) => kinds.size() > plans.limits.plans);
  return { days, asOf, addDay, isFull };
}

/** Fills in the days of a line and gives the number of its plan, or -1. */
function planOf({ kinds }: Day, cells: LineCells, dated: readonly DatedColumn[], given: number[]): number {
  const { key, days } = cells;
  let { keyLength, keyHash } = cells;
  for (const { at, place } of dated) {
    const number = days[at] as number;
    const mark = number === 0 ? 0 : 1;
    given[place] = number;
    key[keyLength] = mark;
    keyLength += 1;
    keyHash = addToHash(keyHash, mark);
  }
  cells.keyLength = keyLength;
  return kinds.find(key, 0, keyLength, keyHash);
}

/** Gives the days of a row that was understood to the cells that had no number. */
function learnDays(
  { days, asOf, addDay }: Memory,
  bytes: Buffer,
  cells: LineCells,
  dated: readonly DatedColumn[],
  { answers, today }: Extract<ReadRow, { readonly answers: unknown }>,
): void {
  days.forEach((numbers, column) => {
    if (!numbers || (cells.days[column] as number) >= 0) return;
    const cell = bytes.subarray(cells.starts[column], cells.ends[column]);
    const fact = dated.find(({ at }) => at === column)?.fact;
    if (fact === undefined) {
      addDay(today);
      numbers.add(cell, asOf.length - 1);
    } else {
      const day = answers[fact];
      numbers.add(cell, day === undefined || day === 'unknown' ? 0 : dayNumber(day));
    }
  });
}

const plainClient = new Uint8Array(256);
for (let code = 0; code < 128; code += 1) {
  if (/[\w .-]/.test(String.fromCharCode(code))) plainClient[code] = 1;
}
const longestPlainClient = 64;

/** Whether the client id is one that JSON takes as it is. */
function isPlain(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (plainClient[bytes[at] as number] === 0) return false;
  return to - from <= longestPlainClient;
}

const noticeAt = placeOf('noticeDate');
const askedAt = placeOf('conferenceRequestedDate');
const heldAt = placeOf('conferenceDate');
const firstAt = placeOf('firstCdpDate');

/** Days that may contradict each other. */
function isOutOfOrder(given: GivenDays): boolean {
  const notice = given[noticeAt] ?? 0;
  const held = given[heldAt] ?? 0;
  return (held > 0 && (given[askedAt] ?? 0) > held) || (notice > 0 && (given[firstAt] ?? 0) > notice);
}
