import { addToHash, type CellNumbers } from './cell-numbers.ts';

/** Bytes that stand between cells and at the end of lines, and nowhere else. */
export interface Marks {
  readonly delimiter: number;
  readonly newline: number;
  /** Begins and ends a cell; -1 where it stands for itself. */
  readonly quote: number;
  /** Whether the last cell may end with the return that stands before the newline in lines of Windows. */
  readonly mayFollowReturn: boolean;
}

/** What a column is to the reader of lines: part of the key of a row, a day that is looked up, the client, or nothing. */
export type ColumnUse = 'key' | 'day' | 'client' | 'none';

/** The cells of the line that was looked at last. */
export interface LineCells {
  /** Where each cell begins and ends. */
  readonly starts: number[];
  readonly ends: number[];
  /** The number of each cell that is a day, or -1 where it has none. */
  readonly days: number[];
  /** All cells of the key, each with the delimiter, and room for more bytes; how long it is, and its hash. */
  readonly key: Uint8Array;
  keyLength: number;
  keyHash: number;
  /** Where the newline stands; -1 where quotation marks leave open which one ends the row. */
  end: number;
}

/** A line with a longer key is read cell by cell. */
const longestKey = 1000;
const roomInKey = 100;
const returnMark = 13;

export function makeLineCells(columns: number): LineCells {
  const numbers = (): number[] => new Array<number>(columns).fill(0);
  const key = new Uint8Array(longestKey + columns + roomInKey);
  return { starts: numbers(), ends: numbers(), days: numbers(), key, keyLength: 0, keyHash: 0, end: 0 };
}

/**
 * Makes the function that looks at the line which begins at `start`. It gives false where a day in it has no number, or
 * where it has too many cells.
 */
export function makeLook(
  uses: readonly ColumnUse[],
  marks: Marks,
  cells: LineCells,
): (bytes: Buffer, start: number, dayNumbers: readonly (CellNumbers | undefined)[]) => boolean {
  const { delimiter, newline, quote } = marks;
  const isOfKey = uses.map((use) => use === 'key');
  const { starts, ends, days, key } = cells;
  let keyLength = 0;

  const addToKey = (bytes: Buffer, start: number, end: number): boolean => {
    if (keyLength + end - start >= longestKey) return false;
    let isBare = true;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte === delimiter) isBare = false;
      key[keyLength] = byte;
      keyLength += 1;
    }
    key[keyLength] = delimiter;
    keyLength += 1;
    return isBare;
  };

  return (bytes, start, dayNumbers) => {
    let at = start;
    let isKnown = true;
    let keyHash = 0;
    keyLength = 0;
    for (let column = 0; column < uses.length; column += 1) {
      const isQuoted = bytes[at] === quote;
      if (isQuoted) at += 1;
      const from = at;
      const stop = isQuoted ? quote : delimiter;
      // The hash of a cell that is not of the key begins anew.
      let hash = isOfKey[column] ? keyHash : 0;
      for (let byte = bytes[at] as number; byte !== stop && byte !== newline; byte = bytes[at] as number) {
        hash = addToHash(hash, byte);
        at += 1;
      }
      starts[column] = from;
      ends[column] = at;
      if (isOfKey[column]) {
        if (!addToKey(bytes, from, at)) isKnown = false;
        keyHash = addToHash(hash, delimiter);
      } else {
        const number = dayNumbers[column]?.find(bytes, from, at, hash) ?? 0;
        days[column] = number;
        if (number < 0) isKnown = false;
      }
      if (isQuoted) {
        at = behindQuote(bytes, at, marks);
        cells.end = at;
        if (at < 0) return false;
      }
      if (bytes[at] === delimiter) at += 1;
    }
    // Empty cells beyond the last column say nothing.
    while (bytes[at] === delimiter) at += 1;
    cells.end = bytes[at] === newline ? at : plainEnd(bytes, at, marks);
    cells.keyLength = keyLength;
    cells.keyHash = keyHash;
    return isKnown && cells.end === at;
  };
}

/** Where the delimiter or newline behind a cell in quotation marks stands, or -1 where there is something else. */
function behindQuote(bytes: Buffer, close: number, { delimiter, newline, quote, mayFollowReturn }: Marks): number {
  if (bytes[close] !== quote) return -1;
  const isReturn = mayFollowReturn && bytes[close + 1] === returnMark && bytes[close + 2] === newline;
  const next = isReturn ? close + 2 : close + 1;
  return bytes[next] === delimiter || bytes[next] === newline ? next : -1;
}

/** Where a line ends that has too many cells; -1 where one of them may have quotation marks. */
function plainEnd(bytes: Buffer, start: number, { newline, quote }: Marks): number {
  const end = bytes.indexOf(newline, start);
  return quote >= 0 && bytes.subarray(start, end).includes(quote) ? -1 : end;
}

/** Where a cell ends, without the return of a line of Windows. */
export function endOf(
  bytes: Buffer,
  { mayFollowReturn }: Marks,
  { starts, ends, end }: LineCells,
  column: number,
): number {
  const at = ends[column] as number;
  return mayFollowReturn && at === end && at > (starts[column] as number) && bytes[at - 1] === returnMark ? at - 1 : at;
}
