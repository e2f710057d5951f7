import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import type { OutputOptions } from './output.ts';

/** The answer as text or Markdown; kept apart from `check` so that JSON loads no renderer. */
export function renderAnswer(guidance: Guidance, text: RuleSet['text'], options: OutputOptions): string {
  const parts = { ...options, sources: true };
  return options.format === 'markdown' ? renderMarkdown(guidance, text, parts) : renderText(guidance, text, parts);
}
