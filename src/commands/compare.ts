import { evaluate } from '../engine/evaluate.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { compareDocument, comparison } from '../render/compare.ts';
import { renderCompareMarkdown, renderCompareText } from '../render/compare-table.ts';
import { resolveNotice } from './named-notice.ts';
import { jsonHead, type OutputOptions, writeOutput } from './output.ts';

/** `compare [ID]`: CAP, CDP and Equivalent Hearing side by side, in general or for one letter. Gives the exit code. */
export function runCompare(
  io: Pick<Io, 'err'>,
  rules: RuleSet,
  args: readonly string[],
  options: OutputOptions,
): number {
  const typed = args.join(' ').trim();
  const id = typed === '' ? undefined : resolveNotice(io, rules, typed);
  if (typed !== '' && id === undefined) return 2;
  const guidance = id === undefined ? null : evaluate(rules, { notice: id }, options.today);
  // Text and Markdown have a table; the other formats have blocks of lines, as narrow terminals do.
  if (options.format === 'text') options.write(renderCompareText(rules, guidance, options));
  else if (options.format === 'markdown') options.write(renderCompareMarkdown(rules, guidance, options));
  else {
    writeOutput(rules.text, options, {
      json: () => ({ ...jsonHead(rules, options), ...comparison(rules, guidance, options.today) }),
      document: () => compareDocument(rules, guidance, options.today),
    });
  }
  return 0;
}
