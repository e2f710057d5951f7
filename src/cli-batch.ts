import { type Command, Option } from 'commander';
import type { GlobalOptions } from './cli.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './main.ts';

/** Flags of `batch`, as commander hands them over. */
export interface BatchOptions {
  readonly input?: 'csv' | 'ndjson';
  readonly ignoreUnknownColumns?: true;
  readonly map?: readonly string[];
  readonly skipRows?: string;
  readonly only?: readonly string[];
  readonly knownOnly?: true;
  readonly sort?: 'deadline';
  readonly full?: true;
  readonly failOn?: readonly string[];
  readonly strict?: true;
  readonly summary?: 'text' | 'json';
  readonly template?: true;
}

const examples = `
Examples:
  appeals-guide batch --template                           a file to fill in
  appeals-guide batch cases.csv --sort deadline            most urgent first
  appeals-guide batch cases.csv --format html              one page for all
  appeals-guide batch cases.csv --format ics               all open last days
  appeals-guide batch cases.csv --fail-on due-within=7     exit 4 if one is near
`;

/** `batch`: many situations from a file. */
export function addBatch(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('batch')
    .description('answer many situations, one a row, from a CSV or NDJSON file')
    .argument('[file]', 'CSV with a header, or one JSON object a line; - for standard input')
    .addOption(
      new Option('--input <kind>', 'what the file holds (default: by its ending or first character)').choices([
        'csv',
        'ndjson',
      ]),
    )
    .option('--template', 'print an example CSV with every column explained')
    .option('--ignore-unknown-columns', 'leave out columns that are not known; they are named on stderr')
    .option(
      '--map <theirs=ours>',
      'read a column under its own name: "Respond By=printed-deadline"; nothing behind = leaves it out',
      collect,
    )
    .option('--skip-rows <number>', 'leave out so many rows at the beginning; the others keep their numbers')
    .option(
      '--only <which>',
      'show only some rows: open, passed or due-within=N (days); more than one adds up',
      collect,
    )
    .addOption(new Option('--sort <by>', 'order of the rows (default: that of the file)').choices(['deadline']))
    .option('--full', 'the whole object of check for each row')
    .option('--fail-on <which>', 'exit code 4 if a row fits: passed or due-within=N (days)', collect)
    .option('--known-only', 'for --only and --fail-on: a last day that is not known is not due')
    .option('--strict', 'rows with missing facts count like rows with errors (exit 3)')
    .addOption(new Option('--summary <kind>', 'how to sum up on stderr').choices(['text', 'json']))
    .addHelpText('after', examples)
    .action(async (file: string | undefined, options: BatchOptions) => {
      const { runBatch } = await import('./commands/batch.ts');
      finish(await runBatch(io, file, options, program.opts<GlobalOptions>()));
    });
}

function collect(which: string, before: readonly string[] = []): readonly string[] {
  return [...before, which];
}
