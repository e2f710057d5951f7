import { type FactFault, readAnswers } from '../answers.ts';
import type { GlobalOptions } from '../cli.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Answers } from '../engine/guidance.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { renderJson } from '../render/json.ts';
import { type Fact, kebabCase } from '../vocabulary.ts';
import { makeContext } from './context.ts';
import { unknownNotice } from './named-notice.ts';

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

/** Raw facts to answers with the id of the notice; an unknown notice is a fault with suggestions. */
export function readSituationOf(
  rules: RuleSet,
  raw: Readonly<Partial<Record<Fact, unknown>>>,
  nameOf: (fact: Fact) => string,
): { readonly answers: Answers; readonly faults: readonly FactFault[] } {
  const { answers, faults } = readAnswers(raw, nameOf);
  if (answers.notice === undefined) return { answers, faults };
  const found = findNotice(rules, answers.notice);
  if (found.kind === 'found') return { answers: { ...answers, notice: found.id }, faults };
  const message = `${nameOf('notice')}: ${unknownNotice(rules, answers.notice, found)}`;
  return { answers, faults: [{ fact: 'notice', message }, ...faults] };
}
