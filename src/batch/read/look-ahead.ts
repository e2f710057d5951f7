import { UsageError } from '../../errors.ts';
import type { RowReader } from '../batch-row.ts';
import type { DateWatch } from './date-watch.ts';
import type { Input } from './input.ts';

/** A day with the month first as it stands in the bytes of a file; some programs write `\/` in JSON. */
const monthFirst = /(?<!\d)\d{1,2}(?:-|\\?\/)\d{1,2}(?:-|\\?\/)\d{4}(?!\d)/;

/** As long as a day with the month first may be, and a sign on each side. */
const longestDay = 14;

const mostHeld = 64 * 1024 * 1024;

/** What stands between the input and the one who reads it. */
export interface Ahead {
  readonly input: Input;
  readonly reader: RowReader;
  readonly dates: DateWatch;
  readonly isStopped: () => boolean;
}

/**
 * The pieces of an input. Before the first one that has a day with the month first is passed on, all that follows is
 * looked through for a day that proves the contrary: a file is read a second time, a pipe is held. Throws UsageError where
 * a pipe is too long for that.
 */
export async function* withLookAhead({ input, reader, dates, isStopped }: Ahead): AsyncGenerator<Buffer> {
  const pieces = input.pieces[Symbol.asyncIterator]();
  let [tail, passed] = ['', 0];
  for (;;) {
    const { value: piece, done } = await pieces.next();
    if (done) return;
    const text = piece.toString('latin1');
    if (monthFirst.test(tail + text)) {
      const held = input.again ? undefined : await hold(input.file, piece, pieces);
      const fork = reader.fork();
      const all = held ?? input.again?.() ?? [];
      await dates.lookAhead(() => readThrough(all, held ? 0 : passed, fork, isStopped));
      if (held) yield* held;
      else yield piece;
      yield* { [Symbol.asyncIterator]: () => pieces };
      return;
    }
    tail = (tail + text).slice(-longestDay);
    passed += piece.length;
    yield piece;
  }
}

async function hold(file: string, first: Buffer, pieces: AsyncIterator<Buffer>): Promise<Buffer[]> {
  const held = [first];
  let size = first.length;
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) return held;
    held.push(value);
    size += value.length;
    if (size > mostHeld) throw tooLong(file);
  }
}

function tooLong(file: string): UsageError {
  return new UsageError(
    `${file}: has dates with the month first, and more follows than can be looked through; save it as a file and give its name, or write dates as YYYY-MM-DD`,
  );
}

/** Feeds what comes after so many bytes to a reader whose rows nobody takes. */
async function readThrough(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  skipped: number,
  reader: RowReader,
  isStopped: () => boolean,
): Promise<void> {
  let left = skipped;
  for await (const piece of pieces) {
    if (isStopped()) return;
    if (left < piece.length) reader.feed(piece.subarray(left), () => {});
    left = Math.max(0, left - piece.length);
    // A key press is heard only between turns.
    await new Promise((done) => setImmediate(done));
  }
  reader.end(() => {});
}
