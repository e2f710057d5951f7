import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { closedFacts, kebabCase } from '../src/vocabulary.ts';
import { cli, stream } from './fake-io.ts';
import { rules } from './rules.ts';

type Facts = Record<string, string>;

/** Every letter, with facts that change from letter to letter so that each value of each fact comes up. */
const sample: readonly Facts[] = Object.keys(rules.notices).map((notice, index) => {
  const closed = Object.entries(closedFacts).filter((_, place) => (index + place) % 3 === 0);
  const facts = closed.map(([fact, values]) => [kebabCase(fact as never), values[index % values.length] ?? 'unknown']);
  const date = index % 4 === 0 ? {} : { 'notice-date': `2026-${10 + (index % 2)}-0${1 + (index % 9)}` };
  return { notice, ...Object.fromEntries(facts), ...date };
});

const { out, code, err } = await cli(['batch', '-'], {
  open: () => stream(sample.map((facts) => JSON.stringify(facts)).join('\n')),
});
const rows: { readonly missing: readonly string[]; readonly [key: string]: unknown }[] = out
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

test('the sample has answers, answers with facts missing, and no errors', () => {
  expect(rows).toHaveLength(sample.length);
  expect(code).toBe(0);
  expect(err).toMatch(
    /^98 rows, 0 with errors, [1-9]\d* with facts missing, [1-9]\d* with a last day that is not known, 1 with a last day in the next 7 days\n$/,
  );
});

test.each(sample.map((facts, index) => ({ facts, index })))('row $index says what check says: $facts', async (each) => {
  const flags = Object.entries(each.facts).flatMap(([fact, value]) => [`--${fact}`, value]);
  const checked = await cli(['check', '--json', ...flags]);
  const { row, client, warnings, ...rest } = rows[each.index] ?? { missing: [] };
  expect({ row, client }).toEqual({ row: each.index + 1, client: null });
  const full = JSON.parse(checked.out);
  expect(full).toMatchObject(rest);
  expect(warnings).toEqual(full.warnings.map(({ id }: { id: string }) => id));
  expect(checked.code).toBe(rest.missing.length > 0 ? 3 : 0);
});

test('--strict makes facts missing exit 3, and nothing else of it', async () => {
  const open = (facts: readonly Facts[]) => () => stream(facts.map((row) => JSON.stringify(row)).join('\n'));
  const complete = sample.filter((_, index) => rows[index]?.missing.length === 0);
  expect(complete.length).toBeGreaterThan(10);
  expect(await cli(['batch', '-', '--strict'], { open: open(sample) })).toMatchObject({ code: 3, out, err });
  expect(await cli(['batch', '-', '--strict'], { open: open(complete) })).toMatchObject({ code: 0 });
});

test('rows go out as they come in, before the input ends', async () => {
  let written = '';
  const seen: number[] = [];
  async function* slowly(): AsyncGenerator<Buffer> {
    for (const notice of ['CP504', 'LT11', 'CP14']) {
      yield Buffer.from(`{"notice":"${notice}"}\n`);
      await new Promise((done) => setTimeout(done, 20));
      seen.push(written.split('\n').length - 1);
    }
  }
  await cli(['batch', '-'], {
    open: () => Readable.from(slowly(), { objectMode: false }),
    out: (text) => {
      written += text;
    },
  });
  expect(seen).toEqual([1, 2, 3]);
});
