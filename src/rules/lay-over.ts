import { isRecord, type RuleFile } from './lint-fault.ts';

/**
 * The files of one directory laid over those of another: objects key by key, lists of things with an id entry by entry,
 * anything else whole. A file that only the overlay has is added.
 */
export function layOver(base: readonly RuleFile[], overlay: readonly RuleFile[]): RuleFile[] {
  const over = new Map(overlay.map((file) => [file.name, file]));
  const laid = base.map((file): RuleFile => {
    const upper = over.get(file.name);
    over.delete(file.name);
    return upper ? { ...file, file: upper.file, data: merged(file.data, upper.data) } : file;
  });
  // An editor may complete the files of an overlay from anywhere; nothing is looked up.
  return [...laid, ...[...over.values()].map((file) => ({ ...file, isOverlay: true }))];
}

function merged(lower: unknown, upper: unknown): unknown {
  if (Array.isArray(lower) && Array.isArray(upper)) return mergedList(lower, upper);
  if (!isRecord(lower) || !isRecord(upper)) return upper;
  const { $schema: _, ...rest } = upper;
  const keys = [...new Set([...Object.keys(lower), ...Object.keys(rest)])];
  return Object.fromEntries(
    keys.map((key) => {
      if (!Object.hasOwn(rest, key)) return [key, lower[key]];
      return [key, Object.hasOwn(lower, key) ? merged(lower[key], rest[key]) : rest[key]];
    }),
  );
}

/** Entries are the same by their id, or by the fact of a question; other objects are added, plain values replaced. */
function mergedList(lower: readonly unknown[], upper: readonly unknown[]): unknown[] {
  if (!upper.every(isRecord)) return [...upper];
  const added = upper.filter((entry) => !lower.some((each) => isSame(each, entry)));
  const laid = lower.map((entry) => {
    const over = upper.find((each) => isSame(entry, each));
    return over ? merged(entry, over) : entry;
  });
  return [...laid, ...added];
}

function isSame(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return false;
  const key = ['id', 'value'].find((name) => typeof one[name] === 'string' && typeof other[name] === 'string');
  if (key) return one[key] === other[key];
  const isQuestion = 'ask' in one && 'ask' in other;
  return isQuestion && one['fact'] === other['fact'];
}
