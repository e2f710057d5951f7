import { type CalendarDate, calendarDate, dayNumber, firstYear, lastYear } from '../../calendar.ts';

const daysOfYear = 12 * 31;
const [digitZero, hyphen] = [48, 45];

/** Day numbers by year, month and day; 0 for days that are none. */
let table: Int32Array | undefined;

function makeTable(): Int32Array {
  const numbers = new Int32Array((lastYear - firstYear + 1) * daysOfYear);
  for (let at = 0; at < numbers.length; at += 1) {
    const [year, rest] = [firstYear + Math.floor(at / daysOfYear), at % daysOfYear];
    const date: CalendarDate | undefined = calendarDate(year, Math.floor(rest / 31) + 1, (rest % 31) + 1);
    if (date) numbers[at] = dayNumber(date);
  }
  return numbers;
}

/** The number of a day written `YYYY-MM-DD`, without making anything on the way; 0 for any other text. */
export function isoDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return 0;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const [month, day] = [digits(text, 5), digits(text, 8)];
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return 0;
  table ??= makeTable();
  return table[(year - firstYear) * daysOfYear + (month - 1) * 31 + day - 1] ?? 0;
}

/** Two digits as a number; NaN where they are none. */
function digits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - digitZero, text.charCodeAt(at + 1) - digitZero];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
