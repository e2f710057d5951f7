import { expect, test } from 'vitest';
import type * as z from 'zod';
import type { Guidance } from '../src/engine/guidance.ts';
import { jsonSchemaOf } from '../src/rules/json-schema.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { answerOf, scenariosIn } from '../src/rules/run-scenarios.ts';
import { BatchRowShape, GuidanceShape } from '../src/rules/schema-guidance.ts';
import { schemaVersion } from '../src/version.ts';
import { cli, json, stream } from './fake-io.ts';
import { rules, rulesDir } from './rules.ts';

/** Lists and objects that nobody may change, so that a type and a schema can be compared. */
type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Frozen<E>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };
type IsEqual<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Shape = z.infer<typeof GuidanceShape>;

// This does not compile where the type and the schema differ in anything.
const isEqual: IsEqual<Frozen<Guidance>, Frozen<Shape>> = true;
const asShape = (guidance: Frozen<Guidance>): Frozen<Shape> => guidance;
const asGuidance = (shape: Frozen<Shape>): Guidance => shape;

test('the schema is the type, both ways', () => {
  expect([isEqual, typeof asShape, typeof asGuidance]).toEqual([true, 'function', 'function']);
});

test('the comparison of types sees a key that is missing, optional or of another type', () => {
  const differ: [
    IsEqual<{ a: 1 }, { a: 1; b?: 2 }>,
    IsEqual<{ a: 1 }, { a?: 1 }>,
    IsEqual<{ a?: 1 }, { a?: 1 | undefined }>,
    IsEqual<Frozen<{ a: string[] }>, Frozen<{ a: number[] }>>,
  ] = [false, false, false, false];
  expect(differ).not.toContain(true);
});

/** What a schema knows of a value; keys that it does not know are dropped. */
function known(shape: z.ZodType, value: unknown): unknown {
  return shape.parse(JSON.parse(JSON.stringify(value)));
}

test.each(scenariosIn(readRuleFiles(rulesDir, String).files).map(({ scenario }) => ({ id: scenario.id, scenario })))(
  'the answer to $id has this shape and no key beyond it',
  ({ scenario }) => {
    const answer = answerOf(rules, scenario);
    expect(typeof answer).toBe('object');
    expect(known(GuidanceShape, answer)).toEqual(JSON.parse(JSON.stringify(answer)));
  },
);

test('a key that the schema does not know would be seen', async () => {
  const answer = await json(['check', '--notice', 'LT11']);
  expect(known(GuidanceShape, { ...answer, more: 1 })).toEqual(answer);
});

test('rows of batch have their shape: answered, with an error, and in full that of check', async () => {
  const lines = '{"client":"a","notice":"LT11","notice-date":"2026-11-02","contact":"phone"}\n{"notice":"90"}\n{}\n';
  const rowsOf = async (...flags: string[]): Promise<object[]> => {
    const { out } = await cli(['batch', '-', ...flags], { open: () => stream(lines) });
    return out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const rows = await rowsOf();
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(known(BatchRowShape, row)).toEqual(row);
  const [full] = await rowsOf('--full');
  expect(() => known(GuidanceShape, full)).not.toThrow();
});

test('the JSON Schema explains its fields and lets new ones come', () => {
  const schema = jsonSchemaOf('guidance');
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'guidance',
    properties: {
      schemaVersion: { const: schemaVersion },
      missing: { description: expect.stringContaining('unknown') },
      today: { type: 'string', format: 'date' },
    },
    required: expect.arrayContaining(['programs', 'deadlines', 'missing']),
  });
  expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  expect(jsonSchemaOf('batch-row')).toMatchObject({ anyOf: [expect.anything(), expect.anything()] });
});
