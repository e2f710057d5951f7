/** Takes text and passes it on in pieces that are worth a call to the system. */
export interface Sink {
  readonly write: (text: string) => void;
  readonly flush: () => void;
}

const pieceSize = 262_144;

/** Rows are written into one piece of memory, again and again: to make a new one of each piece costs half as much as the rows. */
export function makeSink(pass: (bytes: Uint8Array) => void): Sink {
  const memory = Buffer.allocUnsafeSlow(pieceSize);
  let length = 0;
  const flush = (): void => {
    if (length > 0) pass(memory.subarray(0, length));
    length = 0;
  };
  return {
    flush,
    write: (text) => {
      // A character is three bytes at most.
      if (length + text.length * 3 > pieceSize) flush();
      if (text.length * 3 > pieceSize) pass(Buffer.from(text));
      else length += memory.write(text, length);
    },
  };
}

/** Keeps rows and passes them on in order of their key; rows with one key stay as they came. */
export function makeSorter(): {
  readonly add: (key: string, text: string) => void;
  readonly pass: (sink: Sink) => void;
} {
  const kept = new Map<string, string[]>();
  return {
    add: (key, text) => {
      const same = kept.get(key);
      if (same) same.push(text);
      else kept.set(key, [text]);
    },
    pass: (sink) => {
      for (const key of [...kept.keys()].sort()) for (const text of kept.get(key) ?? []) sink.write(text);
    },
  };
}
