import { expect, test } from 'vitest';
import { deepest, isTooDeep } from '../src/json-depth.ts';
import { cli, stream } from './fake-io.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('brackets are counted, but not those within strings', () => {
  expect(isTooDeep(nested(deepest))).toBe(false);
  expect(isTooDeep(nested(deepest + 1))).toBe(true);
  expect(isTooDeep(`{"a":`.repeat(deepest + 1))).toBe(true);
  expect(isTooDeep(`"${nested(deepest + 1)}"`)).toBe(false);
  expect(isTooDeep(`"\\"${nested(deepest + 1)}"`)).toBe(false);
  expect(isTooDeep(`"\\\\"${nested(deepest + 1)}`)).toBe(true);
  expect(isTooDeep(`[${'[],'.repeat(500)}1]`)).toBe(false);
});

test('a line of NDJSON that is nested without end is an error of its row', async () => {
  const lines = [
    `{"client":"a","notice":${nested(20_000)}}`,
    `{"zz":${nested(400_000)}}`,
    '{"client":"b","notice":"CP504"}',
  ];
  const { code, out } = await cli(['batch', 'x.ndjson', '--json'], { open: () => stream(lines.join('\n')) });
  expect(code).toBe(3);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ error }) => error?.message)).toEqual([
    ...Array(2).fill(expect.stringMatching(/^the line is not one JSON object/)),
    undefined,
  ]);
});
