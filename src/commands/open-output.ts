import type { GlobalOptions } from '../cli.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { cannotWrite, fileExists } from './context.ts';

/** Where rows go, piece by piece. */
export interface Output {
  readonly write: (bytes: Uint8Array) => void;
  /** The answer is whole, also where it is empty. */
  readonly close: () => void;
  /** Nothing is left of what was written to a file; what stood there before stays. */
  readonly discard: () => void;
  /** The rows that a stopped run has kept end here, but for `foot`. Throws UsageError where the file holds anything else. */
  readonly endKept: (foot: string) => void;
}

/**
 * Standard output, or the file of `--output`, which is opened with the first text, so that a failed start leaves none.
 * `keptRows`: the file holds these rows of a run that was stopped; they are written anew and compared with it. Throws
 * UsageError where the file exists or cannot be written.
 */
export function openOutput(
  io: Io,
  { output: file, force }: Pick<GlobalOptions, 'output' | 'force'>,
  keptRows?: number,
): Output {
  if (file === undefined) return { write: io.out, close: () => {}, discard: () => {}, endKept: () => {} };
  if (keptRows === undefined && !force && !io.isDevice(file) && io.exists(file)) throw fileExists(file);
  const kept = keptRows === undefined ? undefined : rereadKept(io, file, keptRows);
  let opened: ReturnType<Io['create']> | undefined;
  const open = (): ReturnType<Io['create']> => {
    opened ??= io.create(file, force === true || kept !== undefined);
    return opened;
  };
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw cannotWrite(file, error);
    }
  };
  return {
    write: (bytes) => {
      kept?.compare(bytes);
      guarded(() => open().write(bytes));
    },
    close: () => guarded(() => open().close()),
    discard: () => opened?.discard(),
    endKept: (foot) => kept?.end(Buffer.from(foot)),
  };
}

/** Looks at every byte of what is in the file: nothing may be lost, doubled, or of another day or other rules. */
function rereadKept(
  io: Pick<Io, 'reread'>,
  file: string,
  rows: number,
): { readonly compare: (bytes: Uint8Array) => void; readonly end: (foot: Buffer) => void } {
  const kept = io.reread(file);
  let isOver = false;
  const mustBe = (expected: Uint8Array, found: Uint8Array): void => {
    if (Buffer.compare(expected, found) === 0) return;
    kept.close();
    throw new UsageError(
      `--output ${file}: does not hold what this command says of the first ${rows} rows; take the number, the flags and the --today of the run that was stopped, or name another file`,
    );
  };
  return {
    compare: (bytes) => {
      if (!isOver) mustBe(bytes, kept.next(bytes.length));
    },
    end: (foot) => {
      isOver = true;
      mustBe(foot, kept.next(foot.length + 1));
      kept.close();
    },
  };
}
