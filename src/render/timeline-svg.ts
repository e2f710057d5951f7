import { escapeXml } from './escape-xml.ts';
import type { Picture, PictureDay, PictureMonth } from './timeline.ts';
import { signOf, signsFor } from './timeline-text.ts';
import type { Words } from './words.ts';

/** Side of a day, from one day to the next, from one month to the next, and the room for names of months. */
const [side, step, rowHeight, nameWidth] = [16, 18, 24, 74];
const [width, rulerHeight, longestMonth] = [nameWidth + 31 * step, 18, 31];
const signs = signsFor(true);

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

function left(day: number): number {
  return nameWidth + (day - 1) * step;
}

function label(x: number, y: number, text: string): string {
  return `<text x="${x}" y="${y}" fill="#1b1f24">${escapeXml(text)}</text>`;
}

function square({ day, kind, mark }: PictureDay, top: number): string {
  const [fill, ink] = colors[mark === undefined ? kind : look(mark)];
  const border = mark === 'start' ? ' stroke="#1b1f24"' : '';
  const box = `<rect x="${left(day)}" y="${top}" width="${side}" height="${side}" fill="${fill}"${border}/>`;
  const sign = mark === undefined ? (kind === 'weekday' ? '' : signs[kind]) : signOf(mark, signs);
  if (sign === '') return box;
  const at = `x="${left(day) + side / 2}" y="${top + 12}" text-anchor="middle"`;
  return `${box}<text ${at} fill="${ink}"${mark ? ' font-weight="bold"' : ''}>${sign}</text>`;
}

function look(mark: string): 'lastDay' | 'aim' | 'today' | 'start' {
  if (mark === 'today' || mark === 'start') return mark;
  return mark === mark.toUpperCase() ? 'lastDay' : 'aim';
}
