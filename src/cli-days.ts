import { type Command, Option } from 'commander';
import type { GlobalOptions } from './cli.ts';
import type { DaysOptions } from './commands/days.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './main.ts';

const examples = `
Examples:
  appeals-guide days --from 2026-11-02 --add 30 --roll       30 days, moved off a weekend or a legal holiday
  appeals-guide days --from 2026-11-20 --add 3 --business    3 business days
  appeals-guide days --from 2026-11-02 --to 2026-12-02       the days between, counted both ways
  appeals-guide days --holidays 2026                         the legal holidays of a year
`;

/** `days`: the calculator for people who count days for a living. */
export function addDays(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('days')
    .description('count days as the law counts them, and show the count')
    .option('--from <day>', 'day 0, YYYY-MM-DD (default: today)')
    .option('--add <number>', 'how many to add')
    .addOption(
      new Option('--unit <unit>', 'what to add (default: calendar days)').choices(['calendar', 'business', 'year']),
    )
    .option('--business', 'the same as --unit business')
    .option('--roll', 'move a last day off a Saturday, Sunday or legal holiday (IRC 7503)')
    .option('--to <day>', 'count the days from --from to this day')
    .option('--holidays <year>', 'list the legal holidays of a year')
    .addHelpText('after', examples)
    .action(async (days: DaysOptions) => {
      const { runDays } = await import('./commands/days.ts');
      finish(await runDays(io, days, program.opts<GlobalOptions>()));
    });
}
