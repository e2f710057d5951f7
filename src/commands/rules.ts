import type { CalendarDate } from '../calendar.ts';
import type { GlobalOptions } from '../cli.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { unshown } from '../rules/case-coverage.ts';
import { dueOn } from '../rules/due.ts';
import type { Fault, RuleFile } from '../rules/lint-fault.ts';
import { combinationsOf } from '../rules/lint-table.ts';
import { layersOf, readRules } from '../rules/load.ts';
import { RulesError } from '../rules/rules-error.ts';
import { scenarioOutcomes, scenariosIn } from '../rules/run-scenarios.ts';
import { schemaVersion, version } from '../version.ts';
import { answerFormat, saveTo, todayOf } from './context.ts';

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
 * `rules check [DIRS]`: every fault of every file, one a line, or one line that says what was found in order. Gives the
 * exit code: 5 with faults, otherwise 0.
 */
export async function runRulesCheck(io: Io, dirs: readonly string[], flags: GlobalOptions): Promise<ExitCode> {
  const { format, by } = await answerFormat(io, flags, { rules: dirs });
  if (format !== 'json' && format !== 'text') throw new UsageError(`${by}: rules check answers as text or json`);
  const checked = await checkDirectories(
    dirs.length === 0 ? (flags.rules ?? []) : dirs,
    io.rulesDir,
    todayOf(io, flags),
  );
  const report = format === 'json' ? `${JSON.stringify(asJson(checked), null, 2)}\n` : asText(checked);
  if (flags.output === undefined) io.out(report);
  else await saveTo(io, flags.output, report, flags.force === true);
  const { faults } = checked;
  if (faults.length > 0) io.err(`${count(faults.length, 'fault')} in ${count(filesOf(faults), 'file')}\n`);
  return faults.length > 0 ? 5 : 0;
}

/** Directories as `--rules` takes them: an overlay is checked together with what it lies over. */
async function checkDirectories(dirs: readonly string[], builtIn: string, today: CalendarDate): Promise<Checked> {
  const start = performance.now();
  const { base, overlays } = layersOf(dirs, builtIn);
  const { faults, rules } = await faultsOf(base, overlays, today);
  const directory = [...overlays, ...(dirs.includes(base) || overlays.length === 0 ? [base] : [])]
    .reverse()
    .join(' + ');
  return { directory, faults, counts: countsOf(rules), milliseconds: Math.round(performance.now() - start) };
}

/** The faults of the files, worked cases that come out otherwise, letters without one, and what is due for a review. */
async function faultsOf(
  base: string,
  overlays: readonly string[],
  today: CalendarDate,
): Promise<{ faults: readonly Fault[]; rules?: RuleSet }> {
  const { checkRules } = await import('../rules/check.ts');
  const { files, faults } = await readRules(base, overlays);
  const ofRules = (rules: RuleSet): Fault[] => {
    const cases = scenariosIn(files);
    const found = [...scenarioOutcomes(rules, cases, files), ...unshown(rules, files, cases), ...dueOn(rules, today)];
    return found.map((fault) => inItsFile(fault, files));
  };
  try {
    const rules = checkRules(files, faults);
    return { faults: ofRules(rules), rules };
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    return { faults: [...error.faults, ...(error.rules ? ofRules(error.rules) : [])] };
  }
}

/** A letter of an overlay stands in the directory of the overlay. */
function inItsFile(fault: Fault, files: readonly RuleFile[]): Fault {
  const file = files.find(({ name }) => `${name}.json` === fault.file)?.file;
  return file === undefined ? fault : { ...fault, file };
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
    schemaVersion,
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
