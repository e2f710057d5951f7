import type * as z from 'zod';
import { spellings } from '../engine/letter-names.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { tableNames } from '../engine/table.ts';
import { assemble, type Files } from './assemble.ts';
import { BrokenFileError } from './broken-file.ts';
import codeWords from './code-words.json' with { type: 'json' };
import { hashOf } from './hash.ts';
import { doubleKeys, syntaxFault } from './json-text.ts';
import { layOver } from './lay-over.ts';
import { lintRules } from './lint.ts';
import { type Fault, inOrderOfFile, isRecord, type RuleFile } from './lint-fault.ts';
import type { Read } from './load.ts';
import { nameOf, readRuleFiles } from './read-files.ts';
import { RulesError } from './rules-error.ts';
import { OverlayManifest, ruleFiles, ruleFolders } from './schema.ts';
import { isBearable, shapeFaults, withoutStrangeKeys } from './shape-faults.ts';

/**
 * Checks the shape of every file and all files together. Where a file is broken, all that does not hang on it is checked
 * all the same. Throws RulesError with every fault of every file.
 */
export function checkRules(files: readonly RuleFile[], unreadable: readonly Fault[]): RuleSet {
  const read = files.map((file) => shapeOf(file));
  const names = [...files.map(({ name }) => name), ...unreadable.map(({ file }) => nameOf(file))];
  const missing = Object.keys(ruleFiles).filter((name) => !names.includes(name));
  const broken = new Set([
    ...unreadable.map(({ file }) => nameOf(file)),
    ...missing,
    ...read.filter(({ isBroken }) => isBroken).map(({ file }) => file.name),
  ]);
  const bearable = read.map(({ file }) => file);
  const rules = assemble(
    filesOf(
      bearable.filter(({ name }) => !broken.has(name)),
      broken,
    ),
    hashOf(files),
  );
  const absent = missingFaults(missing);
  // Where hardly anything is there, every other fault would only say so again.
  if (missing.length > mostMissing) throw new RulesError(inOrderOfFile([...unreadable, ...absent]));
  const faults = [
    ...unreadable,
    ...absent,
    ...read.flatMap((each) => each.faults),
    ...files.flatMap(({ file, text }) => (text === undefined ? [] : doubleKeys(file, text))),
    ...lintRules(rules, bearable, { tableNames, statements: ['disclaimer'], spellings, codeWords, broken }),
  ];
  if (faults.length > 0) throw new RulesError(inOrderOfFile(faults), broken.size === 0 ? rules : undefined);
  return rules;
}

/** With more files missing than this, a directory is no rules directory, or an overlay whose manifest does not say so. */
const mostMissing = Object.keys(ruleFiles).length / 2;

function missingFaults(names: readonly string[]): Fault[] {
  const overlay = 'a directory that lies over others says "overlay": true in its manifest.json';
  if (names.length > mostMissing) {
    const [first, ...others] = names.includes('sources')
      ? ['sources', ...names.filter((name) => name !== 'sources')]
      : names;
    const message = `is missing, and so are ${others.length} other files of a rules directory; ${overlay}`;
    return [{ file: `${first}.json`, path: '', message }];
  }
  return names.map((name) => {
    const hint = name === 'sources' ? `; ${overlay}` : '';
    return { file: `${name}.json`, path: '', message: `is missing; a rules directory needs it${hint}` };
  });
}

/** What was read with an overlay laid over it; its files are named with the directory. The manifest lists it. */
export function withOverlay({ files, faults }: Read, dir: string): Read {
  const over = readRuleFiles(dir, syntaxFault);
  const named = over.files.map((file) => ({ ...file, file: `${dir}/${file.file}` }));
  const manifest = named.find(({ name }) => name === 'manifest');
  const read = OverlayManifest.safeParse(manifest?.data);
  const own = read.success ? [] : manifestFaults(dir, read.error, manifest?.data);
  const laid = layOver(
    files,
    named.filter(({ name }) => name !== 'manifest'),
  );
  return {
    files: read.success ? laid.map((file) => (file.name === 'manifest' ? listing(file, read.data) : file)) : laid,
    faults: [...faults, ...over.faults.map((fault) => ({ ...fault, file: `${dir}/${fault.file}` })), ...own],
  };
}

function manifestFaults(dir: string, error: z.ZodError, data: unknown): Fault[] {
  const file = `${dir}/manifest.json`;
  if (data !== undefined) return shapeFaults(file, error, OverlayManifest, data);
  const message = 'an overlay needs it: write "overlay": true, "name", "version", "reviewedOn" and "reviewBy"';
  return [{ file, path: '', message }];
}

function listing(file: RuleFile, { name, version, reviewedOn, reviewBy }: OverlayManifest): RuleFile {
  const data = isRecord(file.data) ? file.data : {};
  const before = Array.isArray(data.overlays) ? data.overlays : [];
  return { ...file, data: { ...data, overlays: [...before, { name, version, reviewedOn, reviewBy }] } };
}

/** Sound files; a broken letter or table is left out, and asking for any other broken file throws BrokenFileError. */
function filesOf(sound: readonly RuleFile[], broken: ReadonlySet<string>): Files {
  const byName = new Map(sound.map(({ name, data }) => [name, data]));
  const brokenTexts = [...broken].filter((name) => name.startsWith('text/'));
  return {
    names: [...byName.keys(), ...brokenTexts],
    read(name) {
      if (!byName.has(name)) throw new BrokenFileError(name);
      return byName.get(name);
    },
  };
}

interface Shape {
  /** As it was read, or without what only stands there too much. */
  readonly file: RuleFile;
  readonly faults: readonly Fault[];
  /** Something is missing or of another kind, so that nothing can be built on it. */
  readonly isBroken: boolean;
}

function shapeOf(file: RuleFile): Shape {
  const shape = shapeNamed(file.name);
  const strange = 'is no file of a rules directory; move it elsewhere or mend its name';
  if (!shape) return { file, faults: [{ file: file.file, path: '', message: strange }], isBroken: true };
  const read = shape.safeParse(file.data);
  if (read.success) return { file, faults: [], isBroken: false };
  const data = withoutStrangeKeys(file.data, read.error);
  return {
    file: { ...file, data },
    faults: shapeFaults(file.file, read.error, shape, file.data),
    isBroken: !read.error.issues.every(isBearable),
  };
}

function shapeNamed(name: string): z.ZodType | undefined {
  if (Object.hasOwn(ruleFiles, name)) return ruleFiles[name as keyof typeof ruleFiles];
  const folder = name.slice(0, name.lastIndexOf('/'));
  return Object.hasOwn(ruleFolders, folder) ? ruleFolders[folder as keyof typeof ruleFolders] : undefined;
}
