import { UsageError } from '../../errors.ts';
import { inputName } from './input-name.ts';
import { strangeFile } from './strange-file.ts';

export type InputKind = 'csv' | 'ndjson';

/** A file as pieces of bytes, and what it holds. */
export interface Input {
  /** Its name as it was given. */
  readonly file: string;
  readonly kind: InputKind;
  readonly pieces: AsyncIterable<Buffer>;
  /** The same pieces from the beginning; a pipe can be read only once. */
  readonly again?: () => AsyncIterable<Buffer>;
}

/**
 * Opens a file and tells what it holds: by `--input`, by its ending, or by its first character. `open` gives its bytes from
 * the beginning; `source` is the first time. Throws UsageError for a file that cannot be read or is no text of rows.
 */
export async function openInput(
  file: string,
  source: NodeJS.ReadableStream,
  open: (file: string) => NodeJS.ReadableStream,
  asked?: InputKind,
): Promise<Input> {
  const pieces = bytesOf(file, source);
  const again = file === '-' ? {} : { again: () => bytesOf(file, open(file)) };
  const told = asked ?? kindByEnding(file);
  if (told) return { file, kind: told, pieces, ...again };
  const begun: Buffer[] = [];
  let head = '';
  while (!/\S/.test(head)) {
    const { value, done } = await pieces.next();
    if (done) break;
    begun.push(value);
    head = value.toString();
  }
  if (/^\s*\[/.test(head)) {
    throw new UsageError(`${inputName(file)}: is a JSON array; write one object a line, without brackets around them`);
  }
  // A file without a character holds no rows, whatever it is called.
  const kind = /^\s*(\{|$)/.test(head) ? 'ndjson' : 'csv';
  return { file, kind, pieces: startingWith(begun, pieces), ...again };
}

function kindByEnding(file: string): InputKind | undefined {
  if (/\.(csv|tsv)$/i.test(file)) return 'csv';
  return /\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : undefined;
}

async function* startingWith(begun: readonly Buffer[], pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* begun;
  yield* pieces;
}

/** The bytes of a file, without the mark with which Windows begins UTF-8. */
async function* bytesOf(file: string, source: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  try {
    for await (const piece of source) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      if (head === undefined) yield bytes;
      else {
        head = Buffer.concat([head, bytes]);
        if (head.length < enough) continue;
        yield withoutMark(file, head);
        head = undefined;
      }
    }
    if (head) yield withoutMark(file, head);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${inputName(file)}: cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

const byteOrderMark = Buffer.from('\uFEFF');

/** So many bytes tell what kind of file it is. */
const enough = 4;

function withoutMark(file: string, bytes: Buffer): Buffer {
  const strange = strangeFile(bytes);
  if (strange !== undefined) throw new UsageError(`${inputName(file)}: ${strange}`);
  const { length } = byteOrderMark;
  return bytes.subarray(0, length).equals(byteOrderMark) ? bytes.subarray(length) : bytes;
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file; check its name';
  return code === 'EISDIR' ? 'it is a directory; name a file in it' : message;
}
