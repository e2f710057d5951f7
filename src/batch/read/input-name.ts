import { UsageError } from '../../errors.ts';
import { printable } from '../../printable.ts';

/** How an input is named in what is said of it. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : printable(file);
}

/** The same for every kind of input: a file in which nothing stands is a slip. */
export function emptyInput(name: string): UsageError {
  return new UsageError(`${name}: is empty; its first line names the columns, see appeals-guide batch --template`);
}
