import { type Memory, makeMemory } from './pieces.ts';

/** Takes text and passes it on in pieces that are worth a call to the system. */
export interface Sink {
  readonly write: (text: string) => void;
  /** Memory with room for so many bytes from `length` on; who writes there sets `length` to where it ends. */
  readonly memoryFor: (bytes: number) => Memory;
  length: number;
  readonly flush: () => void;
}

const pieceSize = 262_144;

/** Rows are written into one piece of memory, again and again: to make a new one of each piece costs half as much as the rows. */
export function makeSink(pass: (bytes: Uint8Array) => void): Sink {
  let memory = makeMemory(pieceSize);
  const sink: Sink = {
    length: 0,
    flush() {
      if (sink.length > 0) pass(memory.bytes.subarray(0, sink.length));
      sink.length = 0;
    },
    memoryFor(bytes) {
      const { length } = memory.bytes;
      if (sink.length + bytes > length) sink.flush();
      if (bytes > length) memory = makeMemory(bytes);
      return memory;
    },
    write(text) {
      // A character is three bytes at most. To make room may pass on what is there, so the length is read afterwards.
      const room = sink.memoryFor(text.length * 3);
      sink.length += room.bytes.write(text, sink.length);
    },
  };
  return sink;
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
