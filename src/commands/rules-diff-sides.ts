import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import type { Side } from '../rules/diff.ts';
import type { Fault } from '../rules/lint-fault.ts';
import { layersOf, loadRulesFrom, readRules } from '../rules/load.ts';
import { RulesError } from '../rules/rules-error.ts';

/** Stands for the rules of the program, where no directory has this name. */
const builtInName = 'built-in';

/** Reads and checks both directories. Throws RulesError with the faults of both, each named with its directory. */
export async function loadSides(
  [oldDir, newDir]: readonly [string, string],
  io: Pick<Io, 'rulesDir' | 'exists'>,
): Promise<{ old: Side; now: Side }> {
  const [old, now] = [await loadSide(oldDir, io, isOfThisProgram), await loadSide(newDir, io, () => false)];
  if ('faults' in old || 'faults' in now) {
    throw new RulesError([old, now].flatMap((side) => ('faults' in side ? side.faults : [])));
  }
  return { old, now };
}

type Faulty = { readonly faults: readonly Fault[] };

async function loadSide(
  name: string,
  io: Pick<Io, 'rulesDir' | 'exists'>,
  isExcused: (fault: Fault) => boolean,
): Promise<Side | Faulty> {
  const dir = name === builtInName && !io.exists(name) ? io.rulesDir : name;
  try {
    const book = await checkedRules(dir, io.rulesDir, isExcused);
    const { base, overlays } = layersOf([dir], io.rulesDir);
    const { files } = await readRules(base, overlays);
    return { directory: name, book, files };
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    return { faults: error.faults.map((fault) => ({ ...fault, file: within(dir, fault.file) })) };
  }
}

async function checkedRules(dir: string, builtIn: string, isExcused: (fault: Fault) => boolean): Promise<RuleSet> {
  try {
    return await loadRulesFrom([dir], builtIn);
  } catch (error) {
    if (error instanceof RulesError && error.rules && error.faults.every(isExcused)) return error.rules;
    throw error;
  }
}

/** Rules of an older program lack words that only the screens of this one say; they are good rules all the same. */
function isOfThisProgram({ path, message }: Fault): boolean {
  return /^(?:labels|counting)\./.test(path) && message.startsWith('is missing, and the program says it');
}

function within(dir: string, file: string): string {
  return file === dir || file.startsWith(`${dir}/`) ? file : `${dir}/${file}`;
}
