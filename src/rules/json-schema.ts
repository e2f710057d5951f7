import * as z from 'zod';
import { schemaNameOf } from './lint-files.ts';
import { ruleFiles, ruleFolders } from './schema.ts';

/** Shape of each kind of rule file, by the name of its JSON Schema: `notice`, `decision-table`, `steps`. */
const shapes: Readonly<Record<string, z.ZodType>> = Object.fromEntries([
  ...Object.entries(ruleFiles).map(([name, shape]) => [schemaNameOf(name), shape] as const),
  ...Object.entries(ruleFolders).map(([folder, shape]) => [schemaNameOf(`${folder}/any`), shape] as const),
]);

/** Names that `rules schema NAME` knows; each is a file `rules/schema/NAME.schema.json`. */
export const schemaNames: readonly string[] = Object.keys(shapes).sort();

/** The JSON Schema of one kind of rule file, or undefined for a name that is not in `schemaNames`. */
export function jsonSchemaOf(name: string): Readonly<Record<string, unknown>> | undefined {
  const shape = shapes[name];
  if (shape === undefined) return undefined;
  const { $schema, ...rest } = z.toJSONSchema(shape, { io: 'input' });
  return { $schema, title: name, ...rest };
}

/** The text of the committed file, laid out as the formatter of the project does it. */
export function jsonSchemaText(name: string): string | undefined {
  const schema = jsonSchemaOf(name);
  return schema && `${laidOut(schema, '', '', '')}\n`;
}

const lineWidth = 120;

/** JSON with each key on its own line; a list of plain values stays on one line where it fits. */
function laidOut(value: unknown, indent: string, lead: string, end: string): string {
  if (typeof value !== 'object' || value === null) return `${lead}${JSON.stringify(value)}${end}`;
  const isList = Array.isArray(value);
  const entries: [string, unknown][] = isList
    ? value.map((item) => ['', item])
    : Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item]);
  const [open, close] = isList ? '[]' : '{}';
  const flat = `${lead}[${entries.map(([, item]) => JSON.stringify(item)).join(', ')}]${end}`;
  const isPlain = isList && entries.every(([, item]) => typeof item !== 'object' || item === null);
  if (isPlain && indent.length + flat.length <= lineWidth) return flat;
  if (entries.length === 0) return `${lead}${open}${close}${end}`;
  const inside = `${indent}  `;
  const lines = entries.map(([key, item], index) => {
    return inside + laidOut(item, inside, key, index < entries.length - 1 ? ',' : '');
  });
  return `${lead}${open}\n${lines.join('\n')}\n${indent}${close}${end}`;
}
