import type { Io } from '../io.ts';
import type { RowReader } from './batch-row.ts';
import type { Overview } from './overview.ts';
import type { Progress } from './progress.ts';
import type { DateWatch } from './read/date-watch.ts';
import type { Input } from './read/input.ts';
import { withLookAhead } from './read/look-ahead.ts';
import { makeTaker, type Taker, type Taking } from './take-rows.ts';

export interface Run extends Omit<Taking, 'output'> {
  readonly input: Input;
  /** The stream behind the input; closed where the run is stopped while it waits. */
  readonly source: NodeJS.ReadableStream & { readonly destroy?: () => unknown };
  readonly reader: RowReader;
  readonly dates: DateWatch;
  readonly progress: Progress;
  readonly output: Taking['output'] & { readonly close: () => void; readonly discard: () => void };
  readonly io: Pick<Io, 'onInterrupt'>;
  /** Hears that there is no row, before anything is written. */
  readonly onEmpty: () => void;
}

/** What a run came to. */
export interface Ran {
  readonly overview: Overview;
  readonly lastRow: number;
  /** true: by Ctrl-C, after `lastRow`. */
  readonly isStopped: boolean;
  /** true: a row fits `--fail-on`. */
  readonly isMatched: boolean;
  readonly isWritten: boolean;
  /** A line on clients that stand twice in the input; mostly empty. */
  readonly repeats: string;
}

/** Reads, answers and writes row by row. What is kept does not grow with the file, but for rows that are sorted. */
export async function runRows(run: Run): Promise<Ran> {
  const { source, io, output } = run;
  const taker = makeTaker(run);
  const stop = { isAsked: false };
  const letGo = io.onInterrupt(() => {
    stop.isAsked = true;
    source.destroy?.();
  });
  try {
    await readAll(run, taker, stop);
    const isWritten = taker.finish(stop.isAsked);
    if (isWritten) output.close();
    else output.discard();
    return { ...taker.result(), isStopped: stop.isAsked, isWritten };
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    letGo();
  }
}

/** Reads to the end, or until the run is to stop. */
async function readAll(run: Run, taker: Taker, stop: { isAsked: boolean }): Promise<void> {
  const { input, reader, dates, progress } = run;
  let read = 0;
  try {
    for await (const piece of withLookAhead({ input, reader, dates, isStopped: () => stop.isAsked })) {
      reader.feed(piece, taker.take);
      taker.flush();
      read += piece.length;
      progress.show(taker.overview.rows, read);
      // A key press is heard only between turns.
      await new Promise((done) => setImmediate(done));
      if (stop.isAsked) return;
    }
  } catch (error) {
    // A file that is closed while it is waited for.
    if (!stop.isAsked) throw error;
  }
  if (stop.isAsked) return;
  reader.end(taker.take);
  if (taker.overview.rows === 0) run.onEmpty();
}
