import { expect, test } from 'vitest';
import { makeSink } from '../src/batch/write/sink.ts';

test('text that does not fit into what is left begins a new piece, and nothing goes out twice', () => {
  const pieces: string[] = [];
  const sink = makeSink((bytes) => pieces.push(Buffer.from(bytes).toString()));
  const texts = Array.from({ length: 2000 }, (_, row) => `${row} ${'é'.repeat(row % 400)}\n`);
  for (const text of texts) sink.write(text);
  sink.flush();
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('')).toBe(texts.join(''));
});

test('a text that is larger than the memory goes out whole, and what comes after it, too', () => {
  const pieces: string[] = [];
  const sink = makeSink((bytes) => pieces.push(Buffer.from(bytes).toString()));
  const texts = ['a', 'x'.repeat(700_000), 'b', 'ü'.repeat(300_000), 'c'];
  for (const text of texts) sink.write(text);
  sink.flush();
  sink.flush();
  expect(pieces.join('')).toBe(texts.join(''));
});
