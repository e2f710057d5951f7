import type { GlobalOptions } from '../cli.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import type { Fault } from '../rules/lint-fault.ts';
import { combinationsOf } from '../rules/lint-table.ts';
import { loadRules, loadRulesFrom } from '../rules/load.ts';
import { RulesError } from '../rules/rules-error.ts';
import { version } from '../version.ts';
import { saveTo } from './context.ts';

/** What was looked at; zeros where faults kept the rules from being put together. */
interface Counts {
  readonly notices: number;
  readonly tables: number;
  readonly rows: number;
  readonly combinations: number;
  readonly sources: number;
}

interface Checked {
  readonly directory: string;
  readonly faults: readonly Fault[];
  readonly counts: Counts;
  readonly milliseconds: number;
}

/**
 * `rules check [DIR]`: every fault of every file, one a line, or one line that says what was found in order. Gives the
 * exit code: 5 with faults, otherwise 0.
 */
export async function runRulesCheck(io: Io, dir: string | undefined, flags: GlobalOptions): Promise<ExitCode> {
  const checked = await checkDirectories(dir === undefined ? (flags.rules ?? []) : [dir], io.rulesDir);
  const isJson = flags.json === true || flags.format === 'json';
  const report = isJson ? `${JSON.stringify(asJson(checked), null, 2)}\n` : asText(checked);
  if (flags.output === undefined) io.out(report);
  else await saveTo(io, flags.output, report, flags.force === true);
  const { faults } = checked;
  if (faults.length > 0) io.err(`${count(faults.length, 'fault')} in ${count(filesOf(faults), 'file')}\n`);
  return faults.length > 0 ? 5 : 0;
}

/** Directories as `--rules` takes them: an overlay is checked together with what it lies over. */
async function checkDirectories(dirs: readonly string[], builtIn: string): Promise<Checked> {
  const start = performance.now();
  const { faults, rules } = await faultsOf(dirs, builtIn);
  const directory = dirs.length > 0 ? dirs.join(' + ') : builtIn;
  return { directory, faults, counts: countsOf(rules), milliseconds: Math.round(performance.now() - start) };
}

async function faultsOf(
  dirs: readonly string[],
  builtIn: string,
): Promise<{ faults: readonly Fault[]; rules?: RuleSet }> {
  try {
    return { faults: [], rules: await rulesToCheck(dirs, builtIn) };
  } catch (error) {
    if (error instanceof RulesError) return { faults: error.faults };
    throw error;
  }
}

/** Every file anew, also of the built-in rules that the build has checked. */
function rulesToCheck(dirs: readonly string[], builtIn: string): Promise<RuleSet> {
  return dirs.length > 0 ? loadRulesFrom(dirs, builtIn) : loadRules(builtIn);
}

function countsOf(rules: RuleSet | undefined): Counts {
  const tables = Object.values(rules?.tables ?? {});
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    notices: Object.keys(rules?.notices ?? {}).length,
    tables: tables.length,
    rows: sum(tables.map(({ rows }) => rows.length)),
    combinations: sum(tables.map(combinationsOf)),
    sources: Object.keys(rules?.sources ?? {}).length,
  };
}

function asText({ directory, faults, counts, milliseconds }: Checked): string {
  if (faults.length > 0) return `${new RulesError(faults).message}\n`;
  const { notices, tables, rows, combinations, sources } = counts;
  const decided = `${count(tables, 'table')} with ${count(rows, 'row')} that decide ${count(combinations, 'combination')}`;
  return `${directory}: no faults in ${count(notices, 'notice')}, ${decided}, ${count(sources, 'source')} (${milliseconds} ms)\n`;
}

function asJson({ directory, faults, counts, milliseconds }: Checked): Record<string, unknown> {
  return {
    schemaVersion: 1,
    generator: { name: 'irs-appeals-guide', version },
    directory,
    valid: faults.length === 0,
    faults,
    counts,
    milliseconds,
  };
}

function filesOf(faults: readonly Fault[]): number {
  return new Set(faults.flatMap(({ file, related = [] }) => [file, ...related])).size;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en-US')} ${thing}${number === 1 ? '' : 's'}`;
}
