import type { Io } from '../src/io.ts';

/** Files in memory that several runs share. A file that is being written has its name only when it is closed. */
export function disk(files: Map<string, string> = new Map()): Pick<Io, 'exists' | 'create' | 'reread'> & {
  readonly files: Map<string, string>;
} {
  return {
    files,
    exists: (file) => files.has(file),
    create: (file, force) => {
      if (files.has(file) && !force) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
      let text = '';
      return {
        write: (more) => {
          text += typeof more === 'string' ? more : Buffer.from(more).toString();
        },
        close: () => void files.set(file, text),
        discard: () => {},
      };
    },
    reread: (file) => {
      let rest = Buffer.from(files.get(file) ?? '');
      const next = (length: number): Uint8Array => {
        const piece = rest.subarray(0, length);
        rest = rest.subarray(length);
        return piece;
      };
      return { next, close: () => {} };
    },
  };
}
