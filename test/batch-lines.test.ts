import { expect, test } from 'vitest';
import { cli, stream } from './fake-io.ts';

test('a line without end is one error and does not stop the rows after it', async () => {
  const endless = Array.from({ length: 40 }, () => 'x'.repeat(64_000));
  const open = (): ReturnType<typeof stream> => stream(...endless, '\n', '{"notice":"LT11","contact":"phone"}\n');
  const { code, out } = await cli(['batch', 'rows.ndjson'], { open });
  expect(code).toBe(3);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toMatchObject([
    { row: 1, error: { message: 'the line is longer than 1000000 characters (line 1)' } },
    { row: 2, notice: { id: 'lt11' } },
  ]);
});

test('two faults of a row are one sentence', async () => {
  const open = (): ReturnType<typeof stream> => stream('{"notice":"zzzz","contact":"email"}\n');
  const { out } = await cli(['batch', 'rows.ndjson'], { open });
  expect(JSON.parse(out).error.message).toMatch(
    /^notice: [^.]+\. Search with "appeals-guide notices WORDS"; contact: "email" is not one of: [^.]+ \(line 1\)$/,
  );
});

test.each([
  [1, 'yes'],
  [0, 'no'],
  [true, 'yes'],
])('%j is a value of a fact of yes and no, and 2 is none', async (priorCdp, said) => {
  const open = (): ReturnType<typeof stream> => stream(`{"priorCdp":${priorCdp}}\n{"priorCdp":2}\n`);
  const { out } = await cli(['batch', 'rows.ndjson'], { open });
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toMatchObject([{ facts: { priorCdp: said } }, { error: { column: 'prior-cdp' } }]);
});
