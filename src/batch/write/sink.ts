/** Takes text and passes it on in pieces that are worth a call to the system. */
export interface Sink {
  readonly write: (text: string) => void;
  readonly flush: () => void;
}

const pieceSize = 262_144;

/** Text goes out in pieces of about so many characters. */
export function makeSink(pass: (bytes: Uint8Array) => void): Sink {
  let kept = '';
  const flush = (): void => {
    if (kept !== '') pass(Buffer.from(kept));
    kept = '';
  };
  return {
    flush,
    write(text) {
      kept += text;
      if (kept.length >= pieceSize) flush();
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
