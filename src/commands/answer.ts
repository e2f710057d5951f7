import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { renderHtml } from '../render/html.ts';
import { renderIcs } from '../render/ics.ts';
import { renderJson } from '../render/json.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { makeWords } from '../render/words.ts';
import type { OutputOptions } from './output.ts';

/** The answer in the format asked for. A calendar without an open day is empty. */
export function renderAnswer(
  guidance: Guidance,
  text: RuleSet['text'],
  options: Omit<OutputOptions, 'write'> & { readonly sources: boolean },
): string {
  switch (options.format) {
    case 'json':
      return renderJson(guidance);
    case 'markdown':
      return renderMarkdown(guidance, text, options);
    case 'html':
      return renderHtml(guidance, text, options);
    case 'ics':
      return renderIcs(guidance, text);
    default:
      return renderText(guidance, text, options);
  }
}

/** Writes the whole answer, or says on stderr why there is nothing to write. */
export function writeAnswer(
  io: Pick<Io, 'err'>,
  guidance: Guidance,
  text: RuleSet['text'],
  options: OutputOptions,
): void {
  const answer = renderAnswer(guidance, text, { ...options, sources: true });
  if (answer !== '') options.write(answer);
  else io.err(`appeals-guide: ${makeWords(text)('calendar.none')}\n`);
}
