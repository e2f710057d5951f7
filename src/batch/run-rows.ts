import type { Io } from '../io.ts';
import type { RowReader } from './batch-row.ts';
import type { Overview } from './overview.ts';
import type { Progress } from './progress.ts';
import type { Input } from './read/input.ts';
import { makeTaker, type Taker, type Taking } from './take-rows.ts';
import { makeTwoThreads, type SecondThread, type TwoThreads } from './two-threads.ts';

export interface Run extends Omit<Taking, 'output'> {
  readonly input: Input;
  /** The stream behind the input; closed where the run is stopped while it waits. */
  readonly source: NodeJS.ReadableStream & { readonly destroy?: () => unknown };
  readonly reader: RowReader;
  readonly progress: Progress;
  readonly output: Taking['output'] & { readonly close: () => void };
  /** undefined: there is none. */
  readonly second: SecondThread | undefined;
  readonly io: Pick<Io, 'onInterrupt'>;
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
}

/** Reads, answers and writes row by row. What is kept does not grow with the file, but for rows that are sorted. */
export async function runRows(run: Run): Promise<Ran> {
  const { input, source, progress, io, output } = run;
  const taker = makeTaker(run);
  const feeder = makeFeeder(run, taker);
  let [isStopped, read] = [false, 0];
  const letGo = io.onInterrupt(() => {
    isStopped = true;
    source.destroy?.();
  });
  try {
    for await (const piece of input.pieces) {
      await feeder.feed(piece);
      taker.flush();
      read += piece.length;
      progress.show(feeder.rows(), read);
      // A key press is heard only between turns.
      await new Promise((done) => setImmediate(done));
      if (isStopped) break;
    }
  } catch (error) {
    if (!isStopped) throw error;
  } finally {
    letGo();
  }
  await feeder.end(isStopped);
  const isWritten = taker.finish(isStopped);
  if (isWritten) output.close();
  return { ...taker.result(), lastRow: feeder.lastRow(), isStopped, isWritten };
}

interface Feeder {
  readonly feed: (piece: string) => Promise<void>;
  readonly end: (isStopped: boolean) => Promise<void>;
  readonly rows: () => number;
  readonly lastRow: () => number;
}

/** Feeds the reader; long files whose rows go out as they are planned are shared with a second thread. */
function makeFeeder({ reader, second }: Run, taker: Taker): Feeder {
  const mayShare = second !== undefined && taker.isAsPlanned;
  let threads: TwoThreads | undefined;
  let isShared = false;
  const goOnAlone = async (shared: TwoThreads): Promise<void> => {
    await shared.drain();
    isShared = false;
    const { text, row } = shared.rest();
    reader.split?.at(row);
    reader.feed(text, taker.take);
  };
  return {
    async feed(piece) {
      if (mayShare && !threads && taker.overview.rows >= second.fromRow) {
        threads = makeTwoThreads(second, reader, taker);
        isShared = threads !== undefined;
      }
      if (!threads || !isShared) reader.feed(piece, taker.take);
      else if (!(await threads.feed(piece))) await goOnAlone(threads);
    },
    async end(isStopped) {
      if (threads && isShared && isStopped) await threads.drain();
      if (threads && isShared && !isStopped) await goOnAlone(threads);
      if (!isStopped) reader.end(taker.take);
      await threads?.finish();
    },
    rows: () => (threads && isShared ? threads.rest().row : taker.overview.rows),
    lastRow: () => (threads && isShared ? threads.rest().row : taker.result().lastRow),
  };
}
