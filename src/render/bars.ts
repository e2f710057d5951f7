import { escapeXml } from './escape-xml.ts';

/** One bar of a picture of counts. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

const [longestText, longestSvg, rowHeight] = [30, 300, 22];
/** Room for a letter of a label, a little more than most take. */
const letterWidth = 7;

/** A line for each bar: label, bar, number; marks that any font has. */
export function barLines(bars: readonly Bar[], longest = longestText): string[] {
  const widest = Math.max(...bars.map(({ label }) => label.length));
  const size = lengths(bars, longest);
  return bars.map((bar) => `${bar.label.padEnd(widest)} ${`${'#'.repeat(size(bar))} `.trimStart()}${bar.count}`);
}

/** The bars as inline SVG without blank lines; what stands next to it says the same in words. */
export function barsSvg(bars: readonly Bar[], title: string): string {
  const left = Math.max(...bars.map(({ label }) => label.length)) * letterWidth;
  const size = lengths(bars, longestSvg);
  const [width, height] = [left + longestSvg + 70, bars.length * rowHeight];
  const rows = bars.map((bar, index) => {
    const top = index * rowHeight;
    return [
      `<text x="0" y="${top + 15}">${escapeXml(bar.label)}</text>`,
      `<rect x="${left}" y="${top + 3}" width="${size(bar)}" height="16" fill="#0b4f9c"/>`,
      `<text x="${left + size(bar) + 6}" y="${top + 15}">${bar.count}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="#1b1f24">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...rows,
    '</svg>',
  ].join('\n');
}

/** As long as the count is large; what is not nothing can be seen. */
function lengths(bars: readonly Bar[], longest: number): (bar: Bar) => number {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return ({ count }) => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * longest)));
}
