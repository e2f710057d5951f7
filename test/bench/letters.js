// Makes files of letters for the benchmark, always the same for the same number of rows.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const notices = [
  'CP504',
  'LT11',
  'Letter 1058',
  'CP90',
  'CP14',
  'CP501',
  'CP503',
  'Letter 3172',
  'CP523',
  'Letter 4052',
].concat(['CP297', 'CP91', 'LT16', 'CP504B', 'Letter 2439', 'LT75', 'CP71', 'Letter 3219', 'Letter 725-B', 'L3174']);
const contacts = ['notice', 'phone', 'revenue-officer', 'unknown', ''];
const earlier = ['', '', 'no', 'yes'];
const speakers = ['', 'self', 'attorney', 'cpa'];

export const columns = ['client', 'notice', 'contact', 'notice-date', 'nftl-filed-date', 'prior-cdp', 'representative'];

/** Numbers that look random and are the same on every machine. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function dayOf(number) {
  return new Date(Date.UTC(2025, 5, 1) + number * 86_400_000).toISOString().slice(0, 10);
}

/** Rows as lists of cells. */
export function* letters(rows) {
  const below = numbers(12345);
  const days = Array.from({ length: 560 }, (_, number) => dayOf(number));
  const pick = (list) => list[below(list.length)];
  for (let row = 1; row <= rows; row += 1) {
    const notice = pick(notices);
    const filed = notice === 'Letter 3172' ? pick(days) : '';
    yield [`c-${row}`, notice, pick(contacts), pick(days), filed, pick(earlier), pick(speakers)];
  }
}

/** Writes a CSV file piece by piece, so that its size does not matter. */
export async function writeLetters(file, rows) {
  const out = createWriteStream(file);
  let text = `${columns.join(',')}\n`;
  for (const cells of letters(rows)) {
    text += `${cells.join(',')}\n`;
    if (text.length < 65_536) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}
