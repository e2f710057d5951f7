import type { Command } from 'commander';
import type { GlobalOptions } from './cli.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './main.ts';

/** `rules`: for those who keep them. */
export function addRules(
  program: Command,
  io: Io,
  finish: (code: ExitCode) => void,
  unknownWord: (command: Command, word: string) => never,
): void {
  const rules = program.command('rules').description('for those who keep the rules').argument('[command]');
  rules.allowUnknownOption().action((word: string | undefined) => {
    if (word !== undefined) unknownWord(rules, word);
    rules.error('error: rules: say what to do, for example "appeals-guide rules check".');
  });
  rules
    .command('check')
    .description('check every file of a rules directory, and run its worked cases')
    .argument('[dirs...]', 'default: the built-in rules; an overlay is checked over them')
    .action(async (dirs: readonly string[]) => {
      const { runRulesCheck } = await import('./commands/rules.ts');
      finish(await runRulesCheck(io, dirs, program.opts<GlobalOptions>()));
    });
  rules
    .command('list')
    .description('what the rules cover, and how well it is founded')
    .action(async () => {
      const { runRulesList } = await import('./commands/rules-read.ts');
      finish(await runRulesList(io, program.opts<GlobalOptions>()));
    });
  rules
    .command('show')
    .description('where an id stands, what it says, what it rests on, who names it')
    .argument('<id>', 'of a letter, row (table/row), deadline, sentence, source, step, warning or case')
    .action(async (id: string) => {
      const { runRulesShow } = await import('./commands/rules-read.ts');
      finish(await runRulesShow(io, id, program.opts<GlobalOptions>()));
    });
  rules
    .command('diff')
    .description('what a change of the rules changes: in the rules, and in answers')
    .argument('<old>', 'rules directory; an overlay lies over the built-in rules; "built-in" names those')
    .argument('<new>', 'rules directory')
    .option('--against <file>', 'the clients whose answers change, in a file as batch takes it')
    .action(async (old: string, now: string, options: { against?: string }) => {
      const { runRulesDiff } = await import('./commands/rules-diff.ts');
      finish(await runRulesDiff(io, [old, now], options, program.opts<GlobalOptions>()));
    });
  rules
    .command('schema')
    .description('the JSON Schema of one kind of file, or of an answer')
    .argument('[name]', 'guidance, batch-row, notice, decision-table, deadlines, ...')
    .action(async (name: string | undefined) => {
      const { runRulesSchema } = await import('./commands/rules-read.ts');
      finish(await runRulesSchema(io, name, program.opts<GlobalOptions>()));
    });
}
