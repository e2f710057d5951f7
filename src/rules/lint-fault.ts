import type { CalendarDate } from '../calendar.ts';
import { similar } from '../similar.ts';

/** Before every change of the law. */
export const beginning = '1900-01-01' as CalendarDate;

/** One thing that is wrong in the rules, said so that the keeper of the file can mend it. */
export interface Fault {
  /** File within the rules directory, such as `notices/cp504.json`. */
  readonly file: string;
  /** Place in the file, by ids where there are ids: `rows.open.when.contact`. Empty: the file as a whole. */
  readonly path: string;
  /** What is wrong, then what to write instead. */
  readonly message: string;
  /** Other files that the fault concerns. */
  readonly related?: readonly string[];
  /** true: something is not used; that it is used on other days excuses it. */
  readonly isAbsence?: true;
}

/** Looks for faults. Throws BrokenFileError where it would have to look into a broken file. */
export type Check = () => readonly Fault[];

/** One file as it was read, after its shape was found right. */
export interface RuleFile {
  /** As faults should name it. */
  readonly file: string;
  /** Path within its directory without the ending: `notices/cp504`, `steps`. */
  readonly name: string;
  readonly data: unknown;
  /** The file as it was written, where it was read from one. */
  readonly text?: string;
  /** Whether the file that its `$schema` points to exists. */
  readonly schemaFound: boolean;
  /** true: a file that only an overlay has; it need not name a schema. */
  readonly isOverlay?: boolean;
}

/** Faults sorted by file; those of one file stay as they were found. */
export function inOrderOfFile(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place of one entry of a list: its id where it has one, else its position from 1. */
export function placeOf(list: string, index: number, entry: unknown): string {
  const id = isRecord(entry) ? (entry.id ?? entry.fact ?? entry.value) : undefined;
  return typeof id === 'string' && id !== '' ? `${list}.${id}` : `${list}[${index + 1}]`;
}

/** Values that stand more than once, each named once. */
export function doubles(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The known word nearest to a misspelt one, or undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return similar(word, known, 1)[0];
}
