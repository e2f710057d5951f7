import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type AnswerParts, answerDocument } from './answer.ts';
import { paintMarkdown } from './paint-markdown.ts';

/** The answer as Markdown: what `renderText` says, in the same order. */
export function renderMarkdown(guidance: Guidance, text: RuleSet['text'], options: AnswerParts): string {
  return paintMarkdown(answerDocument(guidance, text, options), text, options);
}
