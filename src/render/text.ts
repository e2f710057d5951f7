import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type AnswerParts, answerDocument } from './answer.ts';
import { type PaintOptions, paintText } from './paint-text.ts';

export type TextOptions = PaintOptions & AnswerParts;

/** The answer for a terminal, a pipe or a text file; ends with a line break. */
export function renderText(guidance: Guidance, text: RuleSet['text'], options: TextOptions): string {
  return paintText(answerDocument(guidance, text, options), text, options);
}
