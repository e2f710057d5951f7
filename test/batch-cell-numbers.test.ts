import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToHash, makeCellNumbers } from '../src/batch/read/cell-numbers.ts';

const hashOf = (bytes: Uint8Array): number => bytes.reduce(addToHash, 0);

test('cells are found again wherever they stand, and others are not', () => {
  const cell = fc.uint8Array({ max: 3, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 400 }), fc.array(cell, { maxLength: 50 }), (added, asked) => {
      const numbers = makeCellNumbers();
      const wanted = new Map<string, number>();
      for (const each of added) {
        if (wanted.has(each.join())) continue;
        numbers.add(each, wanted.size);
        wanted.set(each.join(), wanted.size);
      }
      expect(numbers.size()).toBe(wanted.size);
      for (const each of [...added, ...asked]) {
        const around = Uint8Array.of(9, ...each, 9, 9);
        const found = numbers.find(around, 1, 1 + each.length, hashOf(each));
        expect(found).toBe(wanted.get(each.join()) ?? -1);
      }
    }),
  );
});

test('cells with the same hash are told apart', () => {
  const [first, second] = [Uint8Array.of(1, 0), Uint8Array.of(0, 31)];
  expect(hashOf(first)).toBe(hashOf(second));
  const numbers = makeCellNumbers();
  numbers.add(first, 7);
  expect(numbers.find(second, 0, 2, hashOf(second))).toBe(-1);
  numbers.add(second, 8);
  expect([first, second].map((cell) => numbers.find(cell, 0, 2, hashOf(cell)))).toEqual([7, 8]);
});
