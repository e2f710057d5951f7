import { visit } from 'jsonc-parser';
import type { Fault } from './lint-fault.ts';

/** Keys that stand twice in one object: JSON keeps the last and loses the other without a word. */
export function doubleKeys(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectEnd: () => {
      objects.pop();
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = objects.at(-1);
      if (keys?.has(key)) {
        faults.push({
          file,
          path: key,
          message: `stands twice in one object, again on line ${line + 1}: keep one of them`,
        });
      }
      keys?.add(key);
    },
  });
  return faults;
}
