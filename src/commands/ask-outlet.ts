import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Outlet } from '../interview/session.ts';
import type { Io } from '../io.ts';
import { answerDocument } from '../render/answer.ts';
import { documentOf } from '../render/document.ts';
import { renderJson } from '../render/json.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { paintText } from '../render/paint-text.ts';
import { sourcesSection } from '../render/sources.ts';
import { renderText } from '../render/text.ts';
import { makeWords, type Words } from '../render/words.ts';
import type { OutputOptions } from './output.ts';

type Format = OutputOptions['format'];

/** Width of a text file: every editor and printer can show it. */
const fileColumns = 80;

/**
 * Answers on stdout and in files. On a terminal the part to act on comes alone, so that it is not pushed off the
 * screen; a pipe, a file or another format gets the whole at once.
 */
export function makeOutlet(io: Io, text: RuleSet['text'], words: Words, options: OutputOptions): Outlet {
  const isBrief = io.outputIsTerminal && options.format === 'text';
  const whole = (guidance: Guidance): void =>
    options.write(rendered(guidance, options.format, text, { ...options, sources: options.explain }));
  return {
    isBrief,
    show: (guidance) => (isBrief ? options.write(brief(guidance, text, words, options)) : whole(guidance)),
    showDetails: whole,
    showSources: ({ sources }) => {
      const section = sourcesSection(sources, makeWords(text));
      options.write(`\n${paintText(documentOf('', [section]), text, options)}`);
    },
    save: (file, guidance, force) => {
      const parts = { ...options, color: false, columns: fileColumns, sources: true };
      return io.writeText(file, rendered(guidance, formatOf(file), text, parts), force);
    },
  };
}

function brief(guidance: Guidance, text: RuleSet['text'], words: Words, options: OutputOptions): string {
  const [opening] = answerDocument(guidance, text, { explain: options.explain, sources: false }).sections;
  const closing = { form: 'text', entries: [{ text: guidance.disclaimer }, { text: words('brief') }] } as const;
  return `\n${paintText(documentOf('', [...(opening ? [opening] : []), closing]), text, options)}`;
}

function rendered(
  guidance: Guidance,
  format: Format,
  text: RuleSet['text'],
  options: OutputOptions & { readonly sources: boolean },
): string {
  if (format === 'json') return renderJson(guidance);
  return format === 'markdown' ? renderMarkdown(guidance, text, options) : renderText(guidance, text, options);
}

function formatOf(file: string): Format {
  if (/\.json$/i.test(file)) return 'json';
  return /\.(?:md|markdown)$/i.test(file) ? 'markdown' : 'text';
}
