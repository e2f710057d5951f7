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

/** Things are the same by their id, a question by its fact, a condition or an exception by its sentence. A list of anything else is one. */
function mergedList(lower: readonly unknown[], upper: readonly unknown[]): unknown[] {
  if (![...lower, ...upper].every((entry) => keyOf(entry) !== undefined)) return [...upper];
  const added = upper.filter((entry) => !lower.some((each) => keyOf(each) === keyOf(entry)));
  const laid = lower.map((entry) => {
    const over = upper.find((each) => keyOf(each) === keyOf(entry));
    return over ? merged(entry, over) : entry;
  });
  return [...laid, ...added];
}

function keyOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const { id, value, ask, fact, reason, text, count } = entry;
  const ofSentence = (fact ?? reason) ? [fact, text, count].join('|') : undefined;
  const key = id ?? value ?? (ask === undefined ? ofSentence : fact);
  return typeof key === 'string' ? key : undefined;
}
