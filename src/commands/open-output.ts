import type { GlobalOptions } from '../cli.ts';
import type { Io } from '../io.ts';
import { cannotWrite, fileExists } from './context.ts';

/** Where rows go, piece by piece. */
export interface Output {
  readonly write: (text: string | Uint8Array) => void;
  /** The answer is whole, also where it is empty. */
  readonly close: () => void;
}

/**
 * Standard output, or the file of `--output`, which is opened with the first text, so that a failed start leaves none.
 * Throws UsageError where the file exists or cannot be written.
 */
export function openOutput(io: Io, { output: file, force }: Pick<GlobalOptions, 'output' | 'force'>): Output {
  if (file === undefined) return { write: io.out, close: () => {} };
  if (!force && io.exists(file)) throw fileExists(file);
  let opened: ReturnType<Io['create']> | undefined;
  const open = (): ReturnType<Io['create']> => {
    opened ??= io.create(file, force === true);
    return opened;
  };
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw cannotWrite(file, error);
    }
  };
  return { write: (text) => guarded(() => open().write(text)), close: () => guarded(() => open().close()) };
}
