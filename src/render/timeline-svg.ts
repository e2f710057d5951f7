import { escapeXml } from './escape-xml.ts';
import type { Picture, PictureDay, PictureMonth } from './timeline.ts';
import { signOf, unicodeSigns } from './timeline-text.ts';
import type { Words } from './words.ts';

/** Side of a day, from one day to the next, from one month to the next, and the room for names of months. */
const [side, step, rowHeight, nameWidth] = [16, 18, 24, 74];
/** Room for a letter of the key, a little more than most take. */
const letterWidth = 6.5;
const [width, rulerHeight, longestMonth] = [nameWidth + 31 * step + 30, 18, 31];
/** Shade alone tells a weekend; a holiday has a star, too. */
const signs = { ...unicodeSigns, weekday: '', weekend: '', holiday: '*' };

/** Fill and ink; the sign on the day says the same for those who do not see colours. */
const colors = {
  weekday: ['#e9eef4', '#1b1f24'],
  weekend: ['#b9c1cb', '#1b1f24'],
  holiday: ['#e5c07b', '#1b1f24'],
  lastDay: ['#8a1c1c', '#ffffff'],
  aim: ['#1d5c2f', '#ffffff'],
  today: ['#0b4f9c', '#ffffff'],
  start: ['#ffffff', '#1b1f24'],
} as const;

/** The sign of an entry as the squares show it, with a blank behind it; empty where it has none. */
export function signBefore(mark: string | undefined): string {
  return mark === undefined ? '' : `${signOf(mark, signs)} `;
}

/** The picture as inline SVG without blank lines, so that Markdown takes it as one block; the text says all of it. */
export function pictureSvg({ months, legend }: Picture, words: Words): string {
  const rows: string[] = [];
  let top = rulerHeight;
  for (const month of months) {
    if (month.skipped > 0) {
      rows.push(label(0, top + 12, skippedText(month, words)));
      top += rowHeight;
    }
    rows.push(label(0, top + 12, month.name), ...month.days.map((day) => square(day, top)));
    top += rowHeight;
  }
  rows.push(...key(top, words));
  top += rowHeight;
  const said = legend.map(({ label: day, text }) => `${day}: ${text}`).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" font-family="sans-serif" font-size="12">`,
    `<title>${escapeXml(words('heading.timeline'))}</title>`,
    `<desc>${escapeXml(said)}</desc>`,
    `<rect width="${width}" height="${top}" fill="#ffffff"/>`,
    ...[1, 5, 10, 15, 20, 25, longestMonth - 1].map((day) => label(left(day), 12, String(day))),
    ...rows,
    '</svg>',
  ].join('\n');
}

function skippedText({ skipped }: PictureMonth, words: Words): string {
  return skipped === 1 ? words('timeline.skipped.one') : words('timeline.skipped.many', { months: String(skipped) });
}

/** What the squares mean, for those who see them. */
function key(top: number, words: Words): string[] {
  const kinds = [
    ['today', signs.today],
    ['start', signs.start],
    ['weekend', signs.weekend],
    ['holiday', signs.holiday],
    ['lastDay', 'A'],
    ['aim', 'a'],
  ] as const;
  let x = nameWidth;
  return kinds.flatMap(([kind, sign]) => {
    const name = words(`timeline.key.${kind}`);
    const parts = [squareAt(x, top, kind, sign), label(x + step + 2, top + 12, name)];
    x += 2 * step + name.length * letterWidth;
    return parts;
  });
}

function left(day: number): number {
  return nameWidth + (day - 1) * step;
}

function label(x: number, y: number, text: string): string {
  return `<text x="${x}" y="${y}" fill="#1b1f24">${escapeXml(text)}</text>`;
}

function square({ day, kind, mark }: PictureDay, top: number): string {
  if (mark === undefined) return squareAt(left(day), top, kind, signs[kind]);
  return squareAt(left(day), top, look(mark), signOf(mark, signs));
}

function squareAt(x: number, y: number, kind: keyof typeof colors, sign: string): string {
  const [fill, ink] = colors[kind];
  const border = kind === 'start' ? ' stroke="#1b1f24"' : '';
  const box = `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${fill}"${border}/>`;
  if (sign === '') return box;
  return `${box}<text x="${x + side / 2}" y="${y + 12}" text-anchor="middle" fill="${ink}" font-weight="bold">${sign}</text>`;
}

function look(mark: string): 'lastDay' | 'aim' | 'today' | 'start' {
  if (mark === 'today' || mark === 'start') return mark;
  return mark === mark.toUpperCase() ? 'lastDay' : 'aim';
}
