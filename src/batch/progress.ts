import type { Io } from '../io.ts';

/** Nothing is shown before; short work needs no bar. */
const quietFor = 1000;
const every = 250;
const barWidth = 20;

/** How far the work is, on one line that is written over. */
export interface Progress {
  readonly show: (rows: number, bytesRead: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/**
 * A bar with rows, rate and time left for long work on a terminal; nothing where the lines would stay: in a file, in
 * accessible or plain mode.
 */
export function makeProgress(
  io: Pick<Io, 'err' | 'errorIsTerminal' | 'elapsed'>,
  { size, isQuiet }: { readonly size: number | undefined; readonly isQuiet: boolean },
): Progress {
  if (isQuiet || !io.errorIsTerminal) return { show: () => {}, clear: () => {} };
  const start = io.elapsed();
  let last = start + quietFor - every;
  let isShown = false;
  return {
    show: (rows, read) => {
      const now = io.elapsed();
      if (now - last < every) return;
      last = now;
      isShown = true;
      io.err(`\r${lineOf(rows, read, (now - start) / 1000, size)}\u001b[K`);
    },
    clear: () => {
      if (isShown) io.err('\r\u001b[K');
      isShown = false;
    },
  };
}

function lineOf(rows: number, read: number, seconds: number, size: number | undefined): string {
  const counted = `${rows} rows, ${Math.round(rows / seconds)} rows a second`;
  if (!size || read === 0) return counted;
  const done = Math.min(1, read / size);
  const full = Math.floor(done * barWidth);
  const bar = `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}]`;
  return `${bar} ${Math.floor(done * 100)} %, ${counted}, ${timeOf((seconds / done) * (1 - done))} left`;
}

function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
