import type { GlobalOptions } from '../cli.ts';
import { evaluate } from '../engine/evaluate.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { readSituationOf } from '../read-situation.ts';
import { renderJson } from '../render/json.ts';
import { type Fact, kebabCase } from '../vocabulary.ts';
import { makeContext } from './context.ts';

/** `check`: one situation from flags. 0 answered, 3 answered with facts missing; throws UsageError for wrong flags. */
export async function runCheck(
  io: Io,
  facts: Readonly<Partial<Record<Fact, string>>>,
  flags: GlobalOptions,
): Promise<ExitCode> {
  const { rules, options, finish } = await makeContext(io, flags);
  const { answers, faults } = readSituationOf(rules, facts, (fact) => `--${kebabCase(fact)}`);
  if (faults.length > 0) throw new UsageError(faults.map(({ message }) => message).join('; '));
  const guidance = evaluate(rules, answers, options.today);
  if (options.format === 'json') {
    options.write(renderJson(guidance));
  } else {
    const { writeAnswer } = await import('./answer.ts');
    writeAnswer(io, guidance, rules.text, options);
  }
  await finish();
  return guidance.missing.length > 0 ? 3 : 0;
}
