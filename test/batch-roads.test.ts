import { expect, test } from 'vitest';
import { cli, stream } from './fake-io.ts';

const notices = ['LT11', 'CP504', 'Letter 3172', 'CP523', 'nonsense', '', 'L3174', 'Letter 2439'];

/** Rows enough for several pieces of output, with faults and names that are no plain letters among them. */
function file(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = `2026-${String((row % 12) + 1).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')}`;
    const client = row % 7 === 0 ? `Ä-${row}` : `c-${row}`;
    return `${client},${notices[row % notices.length]},${['phone', 'notice', '', 'fax'][row % 4]},${day},${row % 3 ? '' : day}`;
  });
  return ['client,notice,contact,notice-date,nftl-filed-date', ...lines, ''].join('\n');
}

const text = file(3000);

async function linesOf(...flags: readonly string[]): Promise<string[]> {
  const open = (): NodeJS.ReadableStream => stream(text);
  const { out } = await cli(['batch', 'rows.csv', '--json', ...flags], { open });
  return out.trimEnd().split('\n');
}

const withoutTrace = (line: string): string => line.replace(/,"trace":\[[^\]]*\]/, '');

test('each road that a row can take ends in the same line', { timeout: 60_000 }, async () => {
  const plain = await linesOf();
  expect(plain.length).toBe(3000);
  expect(plain.map((line) => JSON.parse(line).row)).toEqual(plain.map((_, index) => index + 1));
  expect(plain.join('\n').length).toBeGreaterThan(2 * 262_144);

  expect((await linesOf('--explain')).map(withoutTrace)).toEqual(plain);
  expect(await linesOf('--fail-on', 'passed')).toEqual(plain);
  expect((await linesOf('--sort', 'deadline')).sort()).toEqual([...plain].sort());
  const open = await linesOf('--only', 'open');
  expect(open.length).toBeGreaterThan(500);
  expect(open).toEqual(plain.filter((line) => open.includes(line)));
  const whole = await linesOf('--full');
  expect(whole.map((line) => JSON.parse(line).deadlines?.length)).toEqual(
    plain.map((line) => JSON.parse(line).deadlines?.length),
  );
});
