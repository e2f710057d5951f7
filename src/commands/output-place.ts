import type { GlobalOptions } from '../cli.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { printable } from '../printable.ts';
import { rulePaths } from '../rules/read-files.ts';
import type { AnswerFormat } from '../vocabulary.ts';
import { type AskedFormat, fileExists } from './context.ts';

type Flags = Pick<GlobalOptions, 'output' | 'force' | 'rules'>;

/** What a command reads besides the rules that `--rules` names. */
export interface Reads {
  readonly files?: readonly string[];
  readonly rules?: readonly string[];
  /** true: what is in the file is gone on with. */
  readonly mayExist?: boolean;
}

const formatOfEnding: ReadonlyMap<string, AnswerFormat> = new Map([
  ['.txt', 'text'],
  ['.html', 'html'],
  ['.md', 'markdown'],
  ['.json', 'json'],
  ['.ndjson', 'json'],
  ['.jsonl', 'json'],
  ['.ics', 'ics'],
  ['.csv', 'csv'],
]);

/** The format that the name of a file chooses; undefined without an ending, and for a device. Throws UsageError. */
export function formatByName(io: Pick<Io, 'isDevice'>, file: string): AnswerFormat | undefined {
  const [ending = ''] = /(?<=[^/\\])\.[^./\\]+$/.exec(file) ?? [];
  if (ending === '' || io.isDevice(file)) return undefined;
  const format = formatOfEnding.get(ending.toLowerCase());
  if (format) return format;
  if (/^\.pdf$/i.test(ending)) {
    throw new UsageError(`--output ${file}: no PDF is written here; write .html, and print that to PDF from a browser`);
  }
  const known = [...formatOfEnding.keys()].join(', ');
  throw new UsageError(
    `--output ${file}: "${ending}" is no ending that chooses a format; write ${known}, or no ending`,
  );
}

/**
 * Says before any work whether the file of `--output` may be written: not over an input, not into rules, not over what
 * exists unless `--force`. Throws UsageError.
 */
export function checkOutput(io: Io, { output, force, rules = [] }: Flags, reads: Reads): void {
  if (output === undefined) return;
  const fault = io.placeFault(output);
  if (fault !== undefined) throw new UsageError(`--output ${printable(output)}: ${fault}`);
  for (const file of reads.files ?? []) {
    if (output === file || io.isSameFile(file, output)) {
      throw new UsageError(`--output ${output}: is the file that is read; name another one`);
    }
  }
  const dir = rulesDirOf(io, output, [...rules, ...(reads.rules ?? [])]);
  if (dir !== undefined) {
    throw new UsageError(`--output ${output}: is in the rules directory ${dir}; name a file elsewhere`);
  }
  if (!force && !reads.mayExist && !io.isDevice(output) && io.exists(output)) throw fileExists(output);
}

/** The rules directory, one of these or the built-in one, in which a file stands or would stand. */
export function rulesDirOf(io: Io, file: string, dirs: readonly string[] = []): string | undefined {
  return [...new Set([...dirs, io.rulesDir])].find((dir) => isOfRules(io, file, dir));
}

/** Also where a folder or a file of the rules is linked from elsewhere. */
function isOfRules(io: Io, output: string, dir: string): boolean {
  const paths = pathsIn(dir);
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  return (
    io.isInside(output, dir) ||
    [...folders].some((folder) => io.isInside(output, `${dir}/${folder}`)) ||
    paths.some((path) => io.isSameFile(`${dir}/${path}`, output))
  );
}

function pathsIn(dir: string): readonly string[] {
  try {
    return rulePaths(dir, false).paths;
  } catch {
    // Told where the rules are read.
    return [];
  }
}

/**
 * The format of a file: by a flag or by its ending. Where the two differ the flag goes before, and one line says so.
 * Throws UsageError.
 */
export function formatInFile(
  io: Pick<Io, 'err' | 'isDevice'>,
  { output: file = '' }: Flags,
  wished: AskedFormat | undefined,
): AskedFormat | undefined {
  if (file === '') throw new UsageError('--output: is empty; give the name of a file');
  if (file === '-') throw new UsageError('--output -: leave --output away to have the answer on standard output');
  const named = formatByName(io, file);
  if (wished === undefined) return named && { format: named, by: `--output ${printable(file)}` };
  if (named !== undefined && named !== wished.format) {
    const name = `--output ${printable(file)}`;
    io.err(`appeals-guide: ${name}: is written as ${wished.format}; ${wished.by} goes before the ending\n`);
  }
  return wished;
}
