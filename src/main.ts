import { CommanderError } from 'commander';
import { buildCli, versionAsked } from './cli.ts';
import type { Io } from './io.ts';
import { controlCharacters, printable } from './printable.ts';
import { version } from './version.ts';

/** Exit codes; what each means stands in the README. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 130;

/** Runs the program on arguments without the interpreter and the script; the one place that catches. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const finished: { code: ExitCode } = { code: 0 };
  try {
    await buildCli(io, argv, (code) => {
      finished.code = code;
    }).parseAsync(argv, { from: 'user' });
    return finished.code;
  } catch (error) {
    if (!(error instanceof CommanderError && error.code === versionAsked)) return exitCodeOf(error, io);
  }
  try {
    return await showVersion(io);
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

function exitCodeOf(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Error)) throw error;
  if ('syscall' in error && error.syscall === 'write') {
    io.err(`appeals-guide: the answer cannot be written: ${printable(error.message)}; give it another place\n`);
    return 2;
  }
  switch (error.name) {
    case 'UsageError':
      io.err(`appeals-guide: ${error.message.replace(controlCharacters, '?')}\n`);
      return 2;
    case 'RulesError':
      io.err(`${linesOf(error.message)}\n`);
      return 5;
    case 'Interrupted':
      return 130;
    default:
      io.err(`appeals-guide ${version}: a bug in the program: ${printable(error.message)}\n`);
      io.err('Please report it with the command you typed, without any personal facts.\n');
      return 1;
  }
}

/** The program version alone on line 1; the rules below. */
async function showVersion(io: Io): Promise<ExitCode> {
  const { readManifest } = await import('./rules/manifest.ts');
  io.out(`${version}\n`);
  let rules: ReturnType<typeof readManifest>;
  try {
    rules = readManifest(io.rulesDir);
  } catch (error) {
    io.err(`manifest.json: cannot be read: ${printable((error as Error).message)}\n`);
    return 5;
  }
  io.out(`rules ${rules.version}, reviewed ${rules.reviewedOn}, next review by ${rules.reviewBy}\n`);
  return 0;
}

/** Faults stand one a line; any other control character comes from what was typed or from the files. */
function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(controlCharacters, '?'))
    .join('\n');
}
