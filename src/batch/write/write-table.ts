import { type CalendarDate, longDate } from '../../calendar.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import type { PaintOptions } from '../../render/paint-text.ts';
import { makePaint, type Paint } from '../../render/style.ts';
import { makeWords, type Words } from '../../render/words.ts';
import { readableWidth, wrap } from '../../render/wrap.ts';
import { makeRowWords, type RowWords } from './row-words.ts';
import { type RowWriter, rowByRow } from './row-writer.ts';

/** Below this there is no room for columns. */
const narrowestTable = 60;
/** Widths of the columns behind that of the client, which gets the rest: with room for a whole date, or without. */
const wide = { from: 79, sizes: [13, 18, 29, 5] };
const narrow = [8, 10, 20, 5];

/** A table for people, row by row; where there is little room, and in accessible mode, a block of lines a row. */
export function tableWriter(book: RuleSet, options: PaintOptions & { readonly today: CalendarDate }): RowWriter {
  const words = makeWords(book.text);
  const say = makeRowWords(book, options.explain);
  const width = readableWidth(options.columns);
  const paint = makePaint(options.color && !options.plain && !options.accessible);
  const intro = wrap(
    `${words('batch.intro', { date: longDate(options.today) })} ${words('batch.abbreviations')}`,
    width,
  );
  if (options.accessible || width < narrowestTable) {
    return rowByRow(textOf(intro), (told) => `\n${textOf(blockOf(say(told), width, words, paint))}`);
  }
  const behind = width >= wide.from ? wide.sizes : narrow;
  const sizes = [behind.reduce((left, size) => left - size - 1, width), ...behind];
  const names = ['client', 'letter', 'open', 'next', 'left'].map((name) => words(`batch.column.${name}`));
  const head = [...intro, '', ...columnsOf(names, sizes).map((line) => paint('title', line))];
  return rowByRow(textOf(head), (told) => textOf(rowLines(say(told), sizes, width, paint)));
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function rowLines(said: RowWords, sizes: readonly number[], width: number, paint: Paint): string[] {
  const { client, letter, open, next, nextFor, left, isUrgent, notes } = said;
  const day = nextFor === '' ? next : `${next}\n${nextFor}`;
  const lines = columnsOf([client, letter, open, day, left], sizes);
  const told = notes.flatMap((note) => wrap(note, width, '  ', '    '));
  return [...lines.map((line) => (isUrgent ? paint('urgent', line) : line)), ...told];
}

/** Cells side by side, each wrapped within its column; the last one, a number, stands at the right. */
function columnsOf(cells: readonly string[], sizes: readonly number[]): string[] {
  const columns = cells.map((cell, index) => wrap(cell, sizes[index] ?? 1));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, index) => {
        const size = sizes[index] ?? 1;
        const part = lines[line] ?? '';
        return index === columns.length - 1 ? part.padStart(size) : part.padEnd(size);
      })
      .join(' ')
      .trimEnd(),
  );
}

/** `Label: value`, one a line, as a screen reader likes it. */
function blockOf({ notes, ...said }: RowWords, width: number, words: Words, paint: Paint): string[] {
  const next = said.nextFor === '' ? said.next : `${said.next} (${said.nextFor})`;
  const values: readonly (readonly [string, string])[] = [
    ['client', said.client],
    ['letter', said.letter],
    ['open', said.open],
    ['next', next],
    ['left', said.left],
  ];
  const lines = values
    .filter(([, value]) => value !== '')
    .flatMap(([name, value]) => wrap(`${words(`batch.column.${name}`)}: ${value}`, width));
  const painted = said.isUrgent ? lines.map((line) => paint('urgent', line)) : lines;
  return [...painted, ...notes.flatMap((note) => wrap(note, width))];
}
