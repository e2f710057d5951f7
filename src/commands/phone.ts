import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { phoneDocument, phoneGuidance } from '../render/phone.ts';
import { jsonHead, type OutputOptions, writeOutput } from './output.ts';

/** `phone`: the Appeals line, and which call belongs where. Gives the exit code. */
export function runPhone(
  _io: Pick<Io, 'err'>,
  rules: RuleSet,
  _args: readonly string[],
  options: OutputOptions,
): number {
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), ...phoneGuidance(rules, options.today) }),
    document: () => phoneDocument(rules, options.today),
  });
  return 0;
}
