import { type Fault, isRecord, type RuleFile } from './lint-fault.ts';

/** How a fault names the file that holds `notices/cp504` or `steps`. */
export type FileOf = (name: string) => string;

const folders: Readonly<Record<string, string>> = {
  'notices/': 'notice',
  'decisions/': 'decision-table',
  'text/': 'text',
  'scenarios/': 'scenarios',
  'forms/': '',
  'calendar/': '',
};

/** A later file of the same name lies over an earlier one, so that faults name the one that counts. */
export function fileNamer(files: readonly RuleFile[]): FileOf {
  const byName = new Map(files.map(({ name, file }) => [name, file]));
  return (name) => byName.get(name) ?? `${name}.json`;
}

/** Name of the JSON Schema of a file: `notice` for `notices/cp504`, `steps` for `steps`. */
export function schemaNameOf(name: string): string {
  const folder = Object.keys(folders).find((prefix) => name.startsWith(prefix));
  const last = name.slice(name.lastIndexOf('/') + 1);
  return (folder && folders[folder]) || last;
}

/** Every file names its JSON Schema, so that an editor completes and explains it. */
export function fileFaults(files: readonly RuleFile[]): Fault[] {
  return files.flatMap((file) => {
    const message = schemaFault(file);
    return message === undefined ? [] : [{ file: file.file, path: '$schema', message }];
  });
}

function schemaFault({ name, data, schemaFound, isOverlay }: RuleFile): string | undefined {
  if (isOverlay) return undefined;
  const fileName = `${schemaNameOf(name)}.schema.json`;
  const usual = `${'../'.repeat(name.split('/').length - 1)}schema/${fileName}`;
  const reference = isRecord(data) ? data.$schema : undefined;
  if (typeof reference !== 'string') return `is missing: write "${usual}"`;
  if (reference !== fileName && !reference.endsWith(`/${fileName}`)) {
    return `"${reference}" is not the schema of this file: write "${usual}"`;
  }
  return schemaFound ? undefined : `"${reference}" leads to no file: write "${usual}"`;
}
