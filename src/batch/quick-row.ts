import { type CalendarDate, dayNumber } from '../calendar.ts';
import { type DateFact, dateFacts } from '../vocabulary.ts';
import type { ReadRow } from './batch-row.ts';
import { type GivenDays, placeOf } from './clock-plan.ts';
import type { Column } from './columns.ts';
import { givenDays } from './given-days.ts';
import type { Plans, PlansOfDay } from './row-answers.ts';

type ReadCells = (cells: readonly string[]) => ReadRow;

/** A character that no accepted cell has, so that no two rows have one key. */
const between = '\u0000';

const plainClient = /^[\w .-]{0,64}$/;
const [noticeAt, askedAt, heldAt, firstAt] = (
  ['noticeDate', 'conferenceRequestedDate', 'conferenceDate', 'firstCdpDate'] as const
).map(placeOf) as [number, number, number, number];

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
  const dated = columns.flatMap((column, at) =>
    dateFacts.includes(column as DateFact)
      ? [{ at, place: placeOf(column as DateFact), fact: column as DateFact }]
      : [],
  );
  const numbers = new Map<string, number>([['', 0]]);
  const noDays: readonly number[] = dateFacts.map(() => 0);

  return (cells) => {
    const client = clientAt < 0 ? '' : (cells[clientAt] ?? '');
    if (todayAt >= 0 || cells.length > columns.length || !plainClient.test(client)) return read(cells);
    const given = noDays.slice();
    const key = keyOf(cells, given);
    if (key === undefined || isOutOfOrder(given)) return remember(read(cells), cells);
    const day = plans(today);
    const plan = day.get(key);
    if (plan === undefined) return first(cells, key, day);
    const answer = plan(given, today, day.number);
    return { client: client === '' ? null : client, answer };
  };

  /** Leaves the days of the row in `given`; undefined where one was not read before. */
  function keyOf(cells: readonly string[], given: number[]): string | undefined {
    let key = '';
    for (const at of closedAt) key += (cells[at] ?? '') + between;
    for (const { at, place } of dated) {
      const number = numbers.get(cells[at] ?? '');
      if (number === undefined) return undefined;
      given[place] = number;
      key += number === 0 ? '0' : '1';
    }
    return key;
  }

  function first(cells: readonly string[], key: string, day: PlansOfDay): ReadRow {
    const row = read(cells);
    if (!('answers' in row)) return row;
    const answer = day.make(key, row.answers)(givenDays(row.answers), today, day.number);
    return { client: row.client, answer };
  }

  /** The days of a row that was understood are known from now on. */
  function remember(row: ReadRow, cells: readonly string[]): ReadRow {
    if (!('answers' in row)) return row;
    if (numbers.size > mostDays) numbers.clear();
    for (const { at, fact } of dated) {
      const day = row.answers[fact];
      numbers.set(cells[at] ?? '', day === undefined || day === 'unknown' ? 0 : dayNumber(day));
    }
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
