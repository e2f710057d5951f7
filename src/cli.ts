import { Command, CommanderError, Option } from 'commander';
import { addBatch } from './cli-batch.ts';
import { addDays } from './cli-days.ts';
import { addRules } from './cli-rules.ts';
import { flagHelp } from './flag-help.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './main.ts';
import { takeOnce } from './once.ts';
import { controlCharacters } from './printable.ts';
import { similar } from './similar.ts';
import { version } from './version.ts';
import { answerFormats, type ClosedFact, closedFacts, dateFacts, kebabCase, languages, unknown } from './vocabulary.ts';

/** Code of the error that `--version` raises; the rules have to be looked at for its answer. */
export const versionAsked = 'appeals-guide.version';

type Finish = (code: ExitCode) => void;

/** Options that every command takes, as commander hands them over. */
export interface GlobalOptions {
  readonly json?: true;
  readonly format?: (typeof answerFormats)[number];
  readonly output?: string;
  readonly force?: true;
  readonly today?: string;
  readonly rules?: readonly string[];
  readonly lang?: string;
  readonly plain?: true;
  readonly accessible?: true;
  readonly input: boolean;
  readonly explain?: true;
}

const examples = `
Examples:
  appeals-guide                       ask me a few questions and answer
  appeals-guide check --notice CP504 --contact notice --notice-date 2026-11-02
  appeals-guide notices lien          find a letter by the words of its heading
  appeals-guide compare LT11          the ways to appeal, side by side
`;

/** The commander program. Commands are loaded when they run, so that --help loads none of them. */
export function buildCli(io: Io, argv: readonly string[], finish: Finish): Command {
  const program = new Command('appeals-guide')
    .description(
      'From an IRS collection letter to a dated, sourced answer. Not part of the IRS; informs, does not advise.',
    )
    .usage('[command] [options]')
    .argument('[command]')
    .allowExcessArguments()
    .allowUnknownOption()
    .configureOutput({
      writeOut: io.out,
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(plainError(text)),
      getOutHelpWidth: () => (io.outputIsTerminal ? io.columns : 80),
      // There is no colour in it, and to ask the terminal would open it.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ showGlobalOptions: true, minWidthToWrap: 20, visibleArguments: () => [] })
    .exitOverride()
    .addHelpText('after', examples);
  addGlobalOptions(program);
  program.action(async (word: string | undefined) => {
    if (word === 'help') (program.commands.find((command) => command.name() === program.args[1]) ?? program).help();
    if (word !== undefined) unknownWord(program, word);
    const { startAsk } = await import('./commands/start-ask.ts');
    finish(await startAsk(io, program.opts()));
  });
  // A script that asks for one answer again and again needs no other command; making them would cost each start.
  const onlyCheck = argv[0] === 'check';
  if (!onlyCheck) addAsk(program, io, finish);
  addCheck(program, io, argv, finish);
  if (!onlyCheck) {
    addBatch(program, io, finish);
    addReading(program, io, finish);
    addDays(program, io, finish);
    addRules(program, io, finish, unknownWord);
  }
  takeOnce(program);
  inheritExits(program);
  return program;
}

function addAsk(program: Command, io: Io, finish: Finish): void {
  program
    .command('ask')
    .description('answer a few questions, get an answer (the same as no command)')
    .action(async () => {
      const { startAsk } = await import('./commands/start-ask.ts');
      finish(await startAsk(io, program.opts()));
    });
}

function addGlobalOptions(program: Command): void {
  program
    .addOption(new Option('--json', 'answer as JSON (the same as --format json)'))
    .addOption(new Option('--format <format>', 'how to answer').choices(answerFormats))
    .addOption(new Option('--output <file>', 'write the answer to a file'))
    .addOption(new Option('--force', 'let --output overwrite a file'))
    .addOption(new Option('--today <date>', 'answer as of that day (YYYY-MM-DD)'))
    .addOption(new Option('--rules <dir>', 'use another rules directory').argParser(collect))
    .addOption(new Option('--lang <language>', 'language of the answer').choices(languages).default('en'))
    .addOption(new Option('--plain', 'no colour, no decoration'))
    .addOption(new Option('--accessible', 'numbered questions, one line after the other (also ACCESSIBLE=1)'))
    .addOption(new Option('--no-input', 'never ask'))
    .addOption(new Option('--explain', 'show the rule and the source of each statement'))
    .addOption(new Option('--version', 'show the versions of program and rules'))
    .on('option:version', () => {
      throw new CommanderError(0, versionAsked, version);
    });
}

function collect(dir: string, dirs: readonly string[] = []): readonly string[] {
  return [...dirs, dir];
}

function addCheck(program: Command, io: Io, argv: readonly string[], finish: Finish): void {
  const check = program.command('check').description('answer one situation from flags; never asks');
  // Its many flags are made only where it is named: making them costs every other start.
  if (argv.includes('check')) addFacts(check);
  check.action(async (options: Record<string, string>) => {
    const { runCheck } = await import('./commands/check.ts');
    finish(await runCheck(io, options, program.opts()));
  });
}

function addFacts(check: Command): void {
  check.option('--notice <name>', 'number of the letter, in any spelling: CP504, LT11, "Letter 4052"');
  for (const [fact, values] of Object.entries(closedFacts)) {
    check.option(`--${kebabCase(fact)} <value>`, `${flagHelp[fact as ClosedFact]}: ${[...values, unknown].join(', ')}`);
  }
  for (const fact of dateFacts) check.option(`--${kebabCase(fact)} <day>`, `YYYY-MM-DD: ${flagHelp[fact]}`);
  check.addHelpText('after', spellings);
}

const spellings = `
Days may also be written 11/2/2026 (month first), Nov 2, 2026 or 2-Nov-2026.
Capitals and blanks in values do not matter. y, n, true and false are yes and
no; n/a and - are unknown.
`;

function addReading(program: Command, io: Io, finish: Finish): void {
  const notices = program.command('notices').description('list, search and explain the letters');
  notices
    .argument('[words...]', 'number, or words of the heading; "show ID" explains one')
    .action(async (words: string[]) => {
      const { runReading } = await import('./commands/reading.ts');
      finish(await runReading(io, 'notices', words, program.opts()));
    });
  program
    .command('compare')
    .description('CAP, CDP and Equivalent Hearing side by side')
    .argument('[notice]', 'for one letter')
    .action(async (notice: string | undefined) => {
      const { runReading } = await import('./commands/reading.ts');
      finish(await runReading(io, 'compare', notice === undefined ? [] : [notice], program.opts()));
    });
  program
    .command('phone')
    .description('the Appeals phone line, and which call belongs where')
    .action(async () => {
      const { runReading } = await import('./commands/reading.ts');
      finish(await runReading(io, 'phone', [], program.opts()));
    });
}

/** Subcommands answer errors the same way as the program. */
function inheritExits(program: Command): void {
  for (const command of program.commands) {
    command.copyInheritedSettings(program).allowExcessArguments(command.commands.length > 0);
    inheritExits(command);
  }
}

/** The first word that is no command, or the first flag where no command was named. */
function unknownWord(program: Command, word: string): never {
  const names = program.commands.map((command) => command.name());
  const isFlag = word.startsWith('-');
  const [near] = similar(word, isFlag ? flagsOf(program) : names);
  const hint = near ? `Did you mean "${near}"?` : `Commands: ${names.join(', ')}.`;
  const what = isFlag ? 'option' : 'command';
  program.error(
    `error: unknown ${what} "${word}"${isFlag ? ' without a command' : ''}. ${hint} See appeals-guide --help.`,
  );
}

function flagsOf(program: Command): string[] {
  return program.options.flatMap(({ long }) => long ?? []);
}

/** One line, without control characters of what was typed. */
function plainError(text: string): string {
  const line = text
    .replace(/^error: /, 'appeals-guide: ')
    .replace(/'(--[\w-]+) <(\w+)>' argument missing$/m, '$&; write its $2 behind $1, or leave $1 out')
    .trimEnd()
    .replaceAll('\n', ' ');
  return `${line.replace(controlCharacters, '?')}\n`;
}
