import { fromDayNumber } from '../../calendar.ts';
import { firstDay, numberOfDays } from '../plan/term-days.ts';

/** Memory that rows are written into, and the same as words of four bytes. */
export interface Memory {
  readonly bytes: Buffer;
  readonly view: DataView;
}

export function makeMemory(size: number): Memory {
  const bytes = Buffer.allocUnsafeSlow(size);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** A text as it goes out: its bytes, and the same as words of four bytes, filled up at the end. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  /** In bytes. */
  readonly length: number;
}

const wordLength = 4;
const encoder = new TextEncoder();
const isLittleEndian = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;

export function makePiece(text: string): Piece {
  const encoded = encoder.encode(text);
  const words = new Int32Array(Math.ceil(encoded.length / wordLength));
  const bytes = new Uint8Array(words.buffer, 0, encoded.length);
  bytes.set(encoded);
  return { bytes, words, length: encoded.length };
}

/** Beyond that many words a call costs less. */
const mostWords = 16;

/** Copies a piece and gives where it ends. Up to three bytes behind it may be written over. */
export function copy({ bytes, view }: Memory, start: number, piece: Piece): number {
  const { words } = piece;
  if (words.length > mostWords) bytes.set(piece.bytes, start);
  else {
    for (let index = 0; index < words.length; index += 1) {
      view.setInt32(start + index * wordLength, words[index] as number, isLittleEndian);
    }
  }
  return start + piece.length;
}

const none = makePiece('null');
const wordsOfDay = '"2026-12-02"'.length / wordLength;
const dayWords = new Int32Array(numberOfDays * wordsOfDay);
const dayBytes = new Uint8Array(dayWords.buffer);

/** Writes `"2026-12-02"`, or `null` for 0, and gives where it ends. */
export function writeDay(memory: Memory, start: number, day: number): number {
  if (day === 0) return copy(memory, start, none);
  const { view } = memory;
  const word = (day - firstDay) * wordsOfDay;
  if (dayWords[word] === 0) encoder.encodeInto(`"${fromDayNumber(day)}"`, dayBytes.subarray(word * wordLength));
  view.setInt32(start, dayWords[word] as number, isLittleEndian);
  view.setInt32(start + wordLength, dayWords[word + 1] as number, isLittleEndian);
  view.setInt32(start + 2 * wordLength, dayWords[word + 2] as number, isLittleEndian);
  return start + wordsOfDay * wordLength;
}

const digitZero = 48;

/** Writes a whole number from 0 to a thousand millions and more, and gives where it ends. */
export function writeNumber({ bytes }: Memory, start: number, number: number): number {
  let end = start + 1;
  for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) end += 1;
  let rest = number;
  for (let at = end - 1; at >= start; at -= 1) {
    const tens = Math.floor(rest / 10);
    bytes[at] = digitZero + rest - tens * 10;
    rest = tens;
  }
  return end;
}
