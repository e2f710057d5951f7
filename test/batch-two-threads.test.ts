import { describe, expect, test } from 'vitest';
import type { Lane, LaneStart } from '../src/batch/lane.ts';
import { makeLaneWorker } from '../src/batch/lane-worker.ts';
import { makePlans } from '../src/batch/plan/row-plans.ts';
import { letterFinder } from '../src/batch/read/find-letter.ts';
import { openInput } from '../src/batch/read/input.ts';
import { makeReader } from '../src/batch/read/open-rows.ts';
import { type Ran, runRows } from '../src/batch/run-rows.ts';
import { ndjsonWriter } from '../src/batch/write/write-ndjson.ts';
import { d } from './days.ts';
import { stream } from './fake-io.ts';
import { rules, rulesDir } from './rules.ts';

const today = d('2026-11-10');
const header = 'client,notice,contact,notice-date,nftl-filed-date,prior-cdp\n';
const notices = ['CP504', 'LT11', 'Letter 3172', 'CP523', 'nonsense', '', 'L3174'];

function letters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
    const notice = notices[index % notices.length];
    return `c-${index},${notice},${['phone', 'notice', ''][index % 3]},${day},${index % 5 ? '' : day},${['', 'no', 'yes'][index % 3]}`;
  });
}

interface Outcome extends Ran {
  readonly out: string;
  readonly told: readonly string[];
  /** Sections that the second thread answered. */
  readonly shared: number;
}

/** A run of the pieces of a file; the second thread, where there is one, runs in this one. */
async function run(
  pieces: readonly string[],
  withSecond: boolean,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<Outcome> {
  const parts: string[] = [];
  const told: string[] = [];
  let shared = 0;
  let interrupt = (): void => {};
  const plans = makePlans(rules);
  const startLane = (start: LaneStart): Lane => {
    const worker = makeLaneWorker(start);
    return {
      answer: async (section) => {
        shared += 1;
        if (shared >= stopAfter) interrupt();
        return (await worker).answer(section);
      },
      finish: async () => (await worker).finish(),
    };
  };
  const source = stream(...pieces);
  const input = await openInput('rows.csv', source, 'csv');
  const reading = { find: letterFinder(rules), plans, today, ignoreUnknown: false, skipRows: 0 };
  const settings = { file: 'rows.csv', rules: [], rulesDir, today, ignoreUnknown: false };
  const tell = (text: string): number => told.push(text);
  const ran = await runRows({
    ...{ book: rules, plans, input, source, only: undefined, failOn: [], isSorted: false, skipRows: 0 },
    reader: makeReader('rows.csv', 'csv', reading, tell),
    writer: () => ndjsonWriter(rules, { full: false, explain: false }),
    progress: { show: () => {}, clear: () => {} },
    output: { write: (bytes) => void parts.push(Buffer.from(bytes).toString()), close: () => {} },
    second: withSecond ? { start: startLane, settings, fromRow: 100, tell } : undefined,
    io: {
      onInterrupt: (tellStop) => {
        interrupt = tellStop;
        return () => {};
      },
    },
  });
  return { ...ran, out: parts.join(''), told, shared };
}

/** The text of a file as it comes from a disk. */
function inPieces(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / 65_536) }, (_, index) =>
    text.slice(index * 65_536, (index + 1) * 65_536),
  );
}

describe('a file that two threads share comes out as from one', { timeout: 120_000 }, () => {
  const lines = letters(30_000);
  const half = Math.floor(lines.length / 2);
  const files: readonly (readonly [why: string, text: string])[] = [
    ['plain', `${header}${lines.join('\n')}\n`],
    ['without a line end at the end', `${header}${lines.join('\n')}`],
    ['lines of Windows', `${header.trim()}\r\n${lines.join('\r\n')}\r\n`],
    ['a line without text in the middle', header + lines.toSpliced(half, 0, '', ',,,,,').join('\n')],
    ['a quoted cell with a line end in the middle', header + lines.toSpliced(half, 0, '"c\nx",LT11,,,,').join('\n')],
    ['dates with slashes at the end', header + lines.toSpliced(-5, 0, 'x,LT11,phone,11/2/2026,,').join('\n')],
    ['a line that is very long', header + lines.toSpliced(half, 0, `x,${'y'.repeat(600_000)},,,,`).join('\n')],
  ];

  test.each(files)('%s', async (_why, text) => {
    const [one, two] = [await run(inPieces(text), false), await run(inPieces(text), true)];
    expect(two.shared).toBeGreaterThan(0);
    expect(one.shared).toBe(0);
    expect(two.out === one.out, 'the same lines').toBe(true);
    expect(two.overview).toEqual(one.overview);
    expect({ ...two, out: '', told: [...new Set(two.told)], shared: 0 }).toEqual({ ...one, out: '', shared: 0 });
  });
});

test('stopped, it has written whole rows and says after which', async () => {
  const text = `${header}${letters(60_000).join('\n')}\n`;
  const { out, lastRow, isStopped, overview } = await run(inPieces(text), true, 2);
  expect(isStopped).toBe(true);
  const rows = out.trim().split('\n');
  expect(rows.length).toBe(lastRow);
  expect(overview.rows).toBe(lastRow);
  expect(JSON.parse(rows.at(-1) ?? '').row).toBe(lastRow);
  expect(lastRow).toBeLessThan(60_000);
});

test('a second thread that fails ends the run with its error', async () => {
  const text = `${header}${letters(30_000).join('\n')}\n`;
  const source = stream(...inPieces(text));
  const plans = makePlans(rules);
  const failing: Lane = { answer: () => Promise.reject(new Error('no memory')), finish: () => new Promise(() => {}) };
  const reading = { find: letterFinder(rules), plans, today, ignoreUnknown: false, skipRows: 0 };
  const failed = runRows({
    ...{ book: rules, plans, source, only: undefined, failOn: [], isSorted: false, skipRows: 0 },
    input: await openInput('rows.csv', source, 'csv'),
    reader: makeReader('rows.csv', 'csv', reading, () => {}),
    writer: () => ndjsonWriter(rules, { full: false, explain: false }),
    progress: { show: () => {}, clear: () => {} },
    output: { write: () => {}, close: () => {} },
    second: {
      ...{ start: () => failing, fromRow: 100, tell: () => {} },
      settings: { file: 'rows.csv', rules: [], rulesDir, today, ignoreUnknown: false },
    },
    io: { onInterrupt: () => () => {} },
  });
  await expect(failed).rejects.toThrow('no memory');
});
