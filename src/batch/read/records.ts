import Papa from 'papaparse';

/** The cells of a row, or what is wrong with its quotation marks. */
export type CsvRecord =
  | readonly string[]
  /** `lines`: so many lines of the file went with it. */
  | { readonly fault: string; readonly lines: number };

/** Cuts the text of a CSV file, piece by piece, into rows. */
export interface RecordReader {
  readonly feed: (text: string) => CsvRecord[];
  readonly end: () => CsvRecord[];
  /** One that goes on from here by itself. */
  readonly fork: () => RecordReader;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number; readonly index: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Rows cut by Papa Parse. A row whose quotation marks do not fit ends with its line, so that it cannot swallow the rows
 * after it. `longest`: no row is longer than so many characters.
 */
export function makeRecordReader(
  delimiter: string,
  newline: '\n' | '\r',
  longest: number,
  begun = { rest: '', isDropping: false },
): RecordReader {
  const parser = new Papa.Parser({ delimiter, newline });
  let { rest, isDropping } = begun;

  function feed(text: string): CsvRecord[] {
    rest += isDropping ? afterLine(text) : text;
    let records = parse([], false);
    while (rest.length > longest) records = dropLine(records);
    return records;
  }

  function parse(records: CsvRecord[], isLast: boolean): CsvRecord[] {
    for (;;) {
      const { data, errors, meta }: Parsed = parser.parse(rest, 0, !isLast);
      const fault = errors.find(({ row }) => row < data.length);
      for (const cells of data) withoutReturn(cells);
      if (!fault) {
        rest = rest.slice(meta.cursor);
        return records.length === 0 ? data : [...records, ...data];
      }
      const before = data.slice(0, fault.row);
      for (const cells of before) records.push(cells);
      const lineEnd = rest.indexOf(newline, fault.index);
      const gone = rest.slice(0, lineEnd < 0 ? rest.length : lineEnd).split(newline).length;
      records.push({ fault: quoteFault, lines: gone - sum(before.map((cells) => linesOf(cells, newline))) });
      rest = lineEnd < 0 ? '' : rest.slice(lineEnd + 1);
    }
  }

  /** Leaves out the first line of what is kept, or, as long as its end is not known, all of it. */
  function dropLine(records: readonly CsvRecord[]): CsvRecord[] {
    const lineEnd = rest.indexOf(newline);
    const fault = lineEnd < 0 ? `the row is longer than ${longest} characters` : quoteFault;
    isDropping = lineEnd < 0;
    rest = isDropping ? '' : rest.slice(lineEnd + 1);
    const before = [...records, { fault, lines: 1 }];
    return isDropping ? before : parse(before, false);
  }

  function afterLine(text: string): string {
    const lineEnd = text.indexOf(newline);
    isDropping = lineEnd < 0;
    return isDropping ? '' : text.slice(lineEnd + 1);
  }

  return {
    feed,
    end: () => parse([], true),
    fork: () => makeRecordReader(delimiter, newline, longest, { rest, isDropping }),
  };
}

/** How many lines of the file a row takes: line breaks may stand within its cells. */
export function linesOf(cells: readonly string[], newline: string): number {
  return 1 + sum(cells.map((cell) => (cell.includes(newline) ? cell.split(newline).length - 1 : 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

const quoteFault =
  'a cell begins with a quotation mark that does not end with the cell; close it, and write a quotation mark within a cell twice';

/** Lines of Windows end with a return before the newline. */
function withoutReturn(cells: string[]): void {
  const last = cells.length - 1;
  const cell = cells[last] ?? '';
  if (cell.charCodeAt(cell.length - 1) === 13) cells[last] = cell.slice(0, -1);
}
