import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaOf, jsonSchemaText, schemaNames } from '../src/rules/json-schema.ts';
import { isRecord } from '../src/rules/lint-fault.ts';
import { schemaNameOf } from '../src/rules/lint-files.ts';

const folder = new URL('../rules/schema/', import.meta.url);

// `npm run schema` writes the files anew; here they are only compared.
test.each(schemaNames)('rules/schema/%s.schema.json is what src/rules/schema.ts says', async (name) => {
  await expect(jsonSchemaText(name)).toMatchFileSnapshot(new URL(`${name}.schema.json`, folder).pathname);
});

test('rules/schema holds these files and no others', () => {
  expect(readdirSync(folder).sort()).toEqual(schemaNames.map((name) => `${name}.schema.json`).sort());
});

test('every kind of rule file has a schema under its name', () => {
  const files = [
    'manifest',
    'notices/cp504',
    'decisions/cap',
    'text/en/steps',
    'forms/form-2848',
    'calendar/legal-holidays',
  ];
  expect(files.map(schemaNameOf)).toEqual([
    'manifest',
    'notice',
    'decision-table',
    'text',
    'form-2848',
    'legal-holidays',
  ]);
  expect(schemaNames).toEqual(expect.arrayContaining(files.map(schemaNameOf)));
});

test('a schema refuses unknown keys and explains its fields to an editor', () => {
  const schema = jsonSchemaOf('notice');
  expect(schema).toMatchObject({ title: 'notice', additionalProperties: false });
  const properties = isRecord(schema?.properties) ? schema.properties : {};
  expect(properties.names).toMatchObject({ description: expect.stringContaining('spelling') });
});

test.each(schemaNames)('every field of %s is explained', (name) => {
  const unexplained = (schema: unknown, place: string): string[] => {
    if (Array.isArray(schema)) return schema.flatMap((each) => unexplained(each, place));
    if (!isRecord(schema)) return [];
    const { properties, ...others } = schema;
    const own = isRecord(properties) ? Object.entries(properties) : [];
    return [
      ...own.flatMap(([field, shape]) => [
        ...(isRecord(shape) && typeof shape.description === 'string' ? [] : [`${place}.${field}`]),
        ...unexplained(shape, `${place}.${field}`),
      ]),
      ...Object.values(others).flatMap((each) => unexplained(each, place)),
    ];
  };
  expect(unexplained(jsonSchemaOf(name), name)).toEqual([]);
});

test('a schema that does not exist is undefined', () => {
  expect(jsonSchemaOf('cap')).toBeUndefined();
  expect(jsonSchemaText('cap')).toBeUndefined();
});

test('the committed schemas end with a line feed', () => {
  for (const name of schemaNames) {
    expect(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')).toMatch(/\}\n$/);
  }
});
