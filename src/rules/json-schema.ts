import * as z from 'zod';
import { schemaNameOf } from './lint-files.ts';
import { OverlayManifest, ruleFiles, ruleFolders } from './schema.ts';
import { withFieldWords } from './schema-fields.ts';
import { BatchRowShape, GuidanceShape } from './schema-guidance.ts';

/** Shape of each kind of rule file and of what the program answers, by name: `notice`, `decision-table`, `guidance`. */
const shapes: Readonly<Record<string, z.ZodType>> = Object.fromEntries([
  ['overlay-manifest', OverlayManifest] as const,
  ['guidance', GuidanceShape] as const,
  ['batch-row', BatchRowShape] as const,
  ...Object.entries(ruleFiles).map(([name, shape]) => [schemaNameOf(name), shape] as const),
  ...Object.entries(ruleFolders).map(([folder, shape]) => [schemaNameOf(`${folder}/any`), shape] as const),
]);

/** Names that `rules schema NAME` knows; each is a file `rules/schema/NAME.schema.json`. */
export const schemaNames: readonly string[] = Object.keys(shapes).sort();

/** The JSON Schema of one kind of rule file or answer, or undefined for a name that is not in `schemaNames`. */
export function jsonSchemaOf(name: string): Readonly<Record<string, unknown>> | undefined {
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (shape === undefined) return undefined;
  const { $schema, ...rest } = z.toJSONSchema(shape, { io: 'input' });
  return { $schema, title: name, ...(withFieldWords(rest, name) as typeof rest) };
}

/** The text of the committed file; the formatter of the project leaves these files alone. */
export function jsonSchemaText(name: string): string | undefined {
  const schema = jsonSchemaOf(name);
  return schema && `${JSON.stringify(schema, null, 2)}\n`;
}
