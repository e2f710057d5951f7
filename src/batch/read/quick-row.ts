import { type CalendarDate, dayNumber } from '../../calendar.ts';
import { type DateFact, dateFacts } from '../../vocabulary.ts';
import type { ReadRow } from '../batch-row.ts';
import { type GivenDays, placeOf } from '../plan/clock-plan.ts';
import { givenDays } from '../plan/given-days.ts';
import type { Plans, PlansOfDay, PlanTree } from '../plan/row-plans.ts';
import type { Column } from './columns.ts';
import { isoDay } from './iso-day.ts';

type ReadCells = (cells: readonly string[]) => ReadRow;

const plainClient = /^[\w .-]{0,64}$/;
const noticeAt = placeOf('noticeDate');
const askedAt = placeOf('conferenceRequestedDate');
const heldAt = placeOf('conferenceDate');
const firstAt = placeOf('firstCdpDate');

/** Enough for each day of sixty years in two spellings. */
const mostDays = 50_000;

/**
 * Takes rows whose closed cells were read before straight to their plan. A row that is not plain in any way is read by
 * `read`, as is the first of its kind.
 */
export function makeQuickReader(
  columns: readonly (Column | undefined)[],
  read: ReadCells,
  today: CalendarDate,
  plans: Plans,
): ReadCells {
  const clientAt = columns.indexOf('client');
  const todayAt = columns.indexOf('today');
  const closedAt = columns.flatMap((column, at) => (column && isClosed(column) ? [at] : []));
  const dated = columns.flatMap((column, at) => {
    const fact = dateFacts.find((each) => each === column);
    return fact ? [{ at, fact, place: placeOf(fact) }] : [];
  });
  /** Days that are written otherwise, and words for no day. */
  const numbers = new Map<string, number>();
  const days = new Map<string, CalendarDate>([['', today]]);
  let lastDay = today;
  let plansOfDay = plans.on(today);
  const noDays: readonly number[] = dateFacts.map(() => 0);

  return (cells) => {
    const client = clientAt < 0 ? '' : (cells[clientAt] ?? '');
    if (cells.length > columns.length || !plainClient.test(client)) return read(cells);
    const on = todayAt < 0 ? today : days.get(cells[todayAt] ?? '');
    const given = noDays.slice();
    const mask = readDays(cells, given);
    if (on === undefined || mask < 0 || isOutOfOrder(given)) return learn(read(cells), cells);
    if (on !== lastDay) [lastDay, plansOfDay] = [on, plans.on(on)];
    const day = plansOfDay;
    const plan = planOf(day.root, cells, mask);
    if (plan === undefined) return first(cells, mask, day);
    return { client: client === '' ? null : client, planned: plan(given, on, day.number) };
  };

  /** Fills in the days of a row and gives a number that tells which there are; -1 where one was not read before. */
  function readDays(cells: readonly string[], given: number[]): number {
    let mask = 0;
    for (const { at, place } of dated) {
      const cell = cells[at] ?? '';
      const number = cell === '' ? 0 : isoDay(cell) || numbers.get(cell);
      if (number === undefined) return -1;
      given[place] = number;
      mask = mask * 2 + (number === 0 ? 0 : 1);
    }
    return mask;
  }

  function planOf(root: PlanTree, cells: readonly string[], mask: number): PlanTree['plan'] {
    let tree = root.next.get(mask);
    for (const at of closedAt) {
      if (tree === undefined) return undefined;
      tree = tree.next.get(cells[at] ?? '');
    }
    return tree?.plan;
  }

  function first(cells: readonly string[], mask: number, day: PlansOfDay): ReadRow {
    const row = read(cells);
    if (!('answers' in row)) return row;
    const words = [mask, ...closedAt.map((at) => cells[at] ?? '')];
    return { client: row.client, planned: day.make(words, row.answers)(givenDays(row.answers), row.today, day.number) };
  }

  /** The days of a row that was understood are known from now on. */
  function learn(row: ReadRow, cells: readonly string[]): ReadRow {
    if (!('answers' in row)) return row;
    if (numbers.size > mostDays) numbers.clear();
    for (const { at, fact } of dated) {
      const day = row.answers[fact];
      numbers.set(cells[at] ?? '', day === undefined || day === 'unknown' ? 0 : dayNumber(day));
    }
    if (todayAt >= 0 && days.size < mostDays) days.set(cells[todayAt] ?? '', row.today);
    return row;
  }
}

/** Days that may contradict each other. */
function isOutOfOrder(given: GivenDays): boolean {
  const notice = given[noticeAt] ?? 0;
  const held = given[heldAt] ?? 0;
  return (held > 0 && (given[askedAt] ?? 0) > held) || (notice > 0 && (given[firstAt] ?? 0) > notice);
}

function isClosed(column: Column): boolean {
  return column !== 'client' && column !== 'today' && !dateFacts.includes(column as DateFact);
}
