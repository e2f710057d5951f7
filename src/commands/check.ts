import type { GlobalOptions } from '../cli.ts';
import { evaluate } from '../engine/evaluate.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { readSituationOf } from '../read-situation.ts';
import { renderJson } from '../render/json.ts';
import { type Fact, kebabCase, unknown } from '../vocabulary.ts';
import { makeContext } from './context.ts';
import { sayNotes } from './say-notes.ts';

/** `check`: one situation from flags. 0 answered, 3 answered with facts missing; throws UsageError for wrong flags. */
export async function runCheck(
  io: Io,
  facts: Readonly<Partial<Record<Fact, string>>>,
  flags: GlobalOptions,
): Promise<ExitCode> {
  const { rules, options, finish } = await makeContext(io, flags);
  const nameOf = (fact: Fact): string => `--${kebabCase(fact)}`;
  mustNotBeEmpty(facts, nameOf);
  const { answers, faults, notes } = readSituationOf(rules, facts, nameOf);
  if (faults.length > 0) throw new UsageError(faults.map(({ message }) => message).join('; '));
  sayNotes(io, notes, nameOf);
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

/** A flag without a value is a slip of a script; an empty cell of a table is not. */
function mustNotBeEmpty(facts: Readonly<Partial<Record<Fact, string>>>, nameOf: (fact: Fact) => string): void {
  for (const [fact, value] of Object.entries(facts)) {
    if (value.trim() !== '') continue;
    throw new UsageError(`${nameOf(fact as Fact)}: the value is empty; leave it out or write "${unknown}"`);
  }
}
