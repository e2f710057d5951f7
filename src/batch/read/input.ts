import { UsageError } from '../../errors.ts';
import { printable } from '../../printable.ts';

export type InputKind = 'csv' | 'ndjson';

/** A file as pieces of text, and what it holds. */
export interface Input {
  readonly kind: InputKind;
  readonly pieces: AsyncIterable<string>;
}

/** Opens a file and tells what it holds: by `--input`, by its ending, or by its first character. */
export async function openInput(
  file: string,
  source: NodeJS.ReadableStream,
  asked: InputKind | undefined,
): Promise<Input> {
  const pieces = textOf(file, source);
  const told = asked ?? kindByEnding(file);
  if (told) return { kind: told, pieces };
  let head = '';
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) break;
    head += value;
    if (/\S/.test(head)) break;
  }
  if (/^\s*\[/.test(head)) {
    throw new UsageError(`${printable(file)}: is a JSON array; write one object a line, without brackets around them`);
  }
  // A file without a character holds no rows, whatever it is called.
  return { kind: /^\s*(\{|$)/.test(head) ? 'ndjson' : 'csv', pieces: startingWith(head, pieces) };
}

function kindByEnding(file: string): InputKind | undefined {
  if (/\.(csv|tsv)$/i.test(file)) return 'csv';
  return /\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : undefined;
}

async function* startingWith(head: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* pieces;
}

/** The text of a file, without the mark with which Windows begins UTF-8. */
async function* textOf(file: string, source: NodeJS.ReadableStream): AsyncGenerator<string> {
  source.setEncoding('utf8');
  let isFirst = true;
  try {
    for await (const piece of source) {
      const text = String(piece);
      yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
      isFirst &&= text === '';
    }
  } catch (error) {
    throw new UsageError(`${printable(file)}: cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file; check its name';
  return code === 'EISDIR' ? 'it is a directory; name a file in it' : message;
}
