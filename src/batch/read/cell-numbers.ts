/** Numbers of cells that were read before, found by the bytes of the cell. */
export interface CellNumbers {
  /** The number of the cell between `start` and `end`, or -1; `hash` is what `addToHash` makes of all of its bytes. */
  readonly find: (bytes: Uint8Array, start: number, end: number, hash: number) => number;
  /** Keeps a number, 0 or more, for a cell that has none yet. */
  readonly add: (cell: Uint8Array, number: number) => void;
  readonly size: () => number;
}

/** The hash of a text so far and one byte more; it begins with 0. */
export function addToHash(hash: number, byte: number): number {
  return ((hash << 5) - hash + byte) | 0;
}

/** Of one cell: its hash, where it begins among the texts, its length, and its number and 1; 0 where there is none. */
const width = 4;

/**
 * A hash table that takes a part of a larger piece of memory as its key, so that nothing need be cut out to look it up.
 * It is made of two pieces of memory, because to follow objects takes three times as long.
 */
export function makeCellNumbers(): CellNumbers {
  let places = 64;
  let table = new Int32Array(places * width);
  let texts = new Uint8Array(1024);
  let [size, end] = [0, 0];

  const put = (hash: number, start: number, length: number, mark: number): void => {
    let at = firstPlace(hash, places);
    while (table[at * width + 3] !== 0) at = (at + 1) & (places - 1);
    table.set([hash, start, length, mark], at * width);
  };
  const grow = (): void => {
    const before = table;
    places *= 4;
    table = new Int32Array(places * width);
    for (let at = 0; at < before.length; at += width) {
      const [hash = 0, start = 0, length = 0, mark = 0] = before.subarray(at, at + width);
      if (mark !== 0) put(hash, start, length, mark);
    }
  };
  return {
    find(bytes, from, to, hash) {
      for (let place = firstPlace(hash, places); ; place = (place + 1) & (places - 1)) {
        const at = place * width;
        const mark = table[at + 3] as number;
        if (mark === 0) return -1;
        if (table[at] !== hash || table[at + 2] !== to - from) continue;
        let own = table[at + 1] as number;
        let theirs = from;
        for (; theirs < to && texts[own] === bytes[theirs]; theirs += 1) own += 1;
        if (theirs === to) return mark - 1;
      }
    },
    add(cell, number) {
      if (size * 2 >= places) grow();
      if (end + cell.length > texts.length) {
        const before = texts;
        texts = new Uint8Array((end + cell.length) * 2);
        texts.set(before);
      }
      texts.set(cell, end);
      put(cell.reduce(addToHash, 0), end, cell.length, number + 1);
      end += cell.length;
      size += 1;
    },
    size: () => size,
  };
}

/** `places` is a power of two. Neighbours, as days are, must not lie side by side: who looks for one would pass them all. */
function firstPlace(hash: number, places: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 12) & (places - 1);
}
