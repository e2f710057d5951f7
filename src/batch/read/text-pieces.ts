/** Bytes that arrive in pieces, as text; a character may be cut anywhere. */
export interface TextPieces {
  readonly write: (bytes: Buffer) => string;
  /** What is left of a character that never ended. */
  readonly end: () => string;
  /** One that goes on from here by itself. */
  readonly fork: () => TextPieces;
}

export function makeTextPieces(begun: Buffer = Buffer.alloc(0)): TextPieces {
  let rest = begun;
  return {
    write: (bytes) => {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const end = all.length - openBytes(all);
      rest = all.subarray(end);
      return all.toString('utf8', 0, end);
    },
    end: () => rest.toString('utf8'),
    fork: () => makeTextPieces(rest),
  };
}

/** How many bytes at the end begin a character of UTF-8 and do not end it. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isInside = byte >= 0x80 && byte < 0xc0;
    if (!isInside) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** How many bytes a character has that begins with this one. */
function lengthOf(byte: number): number {
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc0 ? 2 : 1;
}
