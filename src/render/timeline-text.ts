import type { Picture, PictureDay, PictureMonth } from './timeline.ts';
import type { Words } from './words.ts';
import { wrap } from './wrap.ts';

/** What stands for the days of a terminal's picture. */
interface Signs {
  readonly today: string;
  readonly start: string;
  readonly weekday: string;
  readonly weekend: string;
  readonly holiday: string;
}

export const unicodeSigns: Signs = { today: '●', start: '○', weekday: '·', weekend: '░', holiday: '▒' };
const asciiSigns: Signs = { today: '@', start: 'o', weekday: '.', weekend: '-', holiday: '#' };

/** Room for the name of a month and a blank. */
const nameWidth = 9;
const longestMonth = 31;
/** The narrowest terminal that has room for a month. */
export const pictureWidth = nameWidth + longestMonth;

export function signsFor(unicode: boolean): Signs {
  return unicode ? unicodeSigns : asciiSigns;
}

/** How the mark of a day looks among these signs. */
export function signOf(mark: string, signs: Signs): string {
  if (mark === 'today' || mark === 'start' || mark === 'holiday') return signs[mark];
  return mark;
}

/** A line for each month, one sign a day, with a ruler above and a key below. */
export function pictureLines(
  { months }: Picture,
  { width, unicode, bold, words }: { width: number; unicode: boolean; bold: (sign: string) => string; words: Words },
): string[] {
  const signs = signsFor(unicode);
  const indent = width >= pictureWidth + 2 ? '  ' : '';
  const key = (['today', 'start', 'weekday', 'weekend', 'holiday'] as const)
    .map((sign) => `${signs[sign]} ${words(`timeline.key.${sign}`)}`)
    .join(', ');
  const ruler = `${indent}${' '.repeat(nameWidth)}${rulerText()}`;
  const lines = months.flatMap((month) => [
    ...skippedLine(month, indent, words),
    `${indent}${month.name.padEnd(nameWidth)}${monthSigns(month.days, signs, bold)}`.trimEnd(),
  ]);
  return [ruler, ...lines, ...wrap(`${key}, ${words('timeline.key.letters')}.`, width, indent)];
}

/** "1   5    10": each number over its day. */
function rulerText(): string {
  const days = [1, 5, 10, 15, 20, 25, 30];
  return days.reduce((line, day) => line.padEnd(day - 1) + String(day), '').slice(0, longestMonth);
}

function monthSigns(days: readonly PictureDay[], signs: Signs, bold: (sign: string) => string): string {
  const before = ' '.repeat((days[0]?.day ?? 1) - 1);
  return before + days.map(({ kind, mark }) => (mark ? bold(signOf(mark, signs)) : signs[kind])).join('');
}

function skippedLine({ skipped }: PictureMonth, indent: string, words: Words): string[] {
  if (skipped === 0) return [];
  const text =
    skipped === 1 ? words('timeline.skipped.one') : words('timeline.skipped.many', { months: String(skipped) });
  return [`${indent}${' '.repeat(nameWidth)}(${text})`];
}
