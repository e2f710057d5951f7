import { createInterface } from 'node:readline';
import { InputEnded } from './prompter.ts';

export interface LineReader {
  /** The next line without its line break; rejects with InputEnded once there is none. */
  readonly next: () => Promise<string>;
  /** What waits for a line, now or later, rejects with this. */
  readonly stop: (error: Error) => void;
  readonly close: () => void;
}

/**
 * Lines of a stream, one at a time. Lines are kept as they come: a pipe delivers many answers in one chunk, and
 * readline's own `question` would drop all but the first.
 */
export function lineReader(input: NodeJS.ReadableStream): LineReader {
  const lines: string[] = [];
  let waiting: { readonly take: (line: string) => void; readonly end: (error: Error) => void } | undefined;
  let ended: Error | undefined;
  const readline = createInterface({ input, terminal: false });
  readline.on('line', (line) => {
    const reader = waiting;
    waiting = undefined;
    if (reader) reader.take(line);
    else lines.push(line);
  });
  const stop = (error: Error): void => {
    ended ??= error;
    waiting?.end(ended);
  };
  readline.on('close', () => stop(new InputEnded()));
  return {
    next: () =>
      new Promise((take, end) => {
        const line = lines.shift();
        if (line !== undefined) take(line);
        else if (ended) end(ended);
        else waiting = { take, end };
      }),
    stop,
    close: () => readline.close(),
  };
}
