import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type AnswerParts, answerDocument } from './answer.ts';
import { paintHtml } from './paint-html.ts';

/** The answer as one HTML page: what `renderText` says, in the same order. */
export function renderHtml(guidance: Guidance, text: RuleSet['text'], options: AnswerParts): string {
  return paintHtml(answerDocument(guidance, text, options), text, options);
}
