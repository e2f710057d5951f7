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
import { makeWords } from '../render/words.ts';
import type { OutputOptions } from './output.ts';

type Format = OutputOptions['format'];

/** Width of a text file: every editor and printer can show it. */
const fileColumns = 80;

/** An outlet that may also keep the last answer for the end. */
export interface AskOutlet extends Outlet {
  /** Writes the answer shown last to the file of `--output`; without that flag there is nothing left to do. */
  readonly deliver: (guidance: Guidance) => void;
}

/**
 * Answers on stdout and in files. On a terminal the part to act on comes alone, so that it is not pushed off the
 * screen; a pipe or another format gets the whole at once. With `--output` the screen is for reading, and the file
 * gets the last answer only: someone may change facts and look again.
 */
export function makeOutlet(io: Io, text: RuleSet['text'], options: OutputOptions): AskOutlet {
  const goesToFile = options.write !== io.out;
  const isBrief = io.outputIsTerminal && (goesToFile || options.format === 'text');
  const whole = (guidance: Guidance, format: Format): string =>
    rendered(guidance, format, text, { ...options, sources: options.explain || !io.outputIsTerminal });
  return {
    isBrief,
    show: (guidance) => {
      if (isBrief) io.out(brief(guidance, text, options));
      else if (!goesToFile) io.out(whole(guidance, options.format));
    },
    showDetails: (guidance) => io.out(`\n${whole(guidance, 'text')}`),
    showSources: ({ sources }) => {
      const section = sourcesSection(sources, makeWords(text));
      io.out(`\n${paintText(documentOf('', [section]), text, options)}`);
    },
    save: (file, guidance, force) => {
      const parts = { ...options, color: false, columns: fileColumns, sources: true };
      return io.writeText(file, rendered(guidance, formatOf(file), text, parts), force);
    },
    deliver: (guidance) => {
      if (goesToFile) options.write(rendered(guidance, options.format, text, { ...options, sources: true }));
    },
  };
}

function brief(guidance: Guidance, text: RuleSet['text'], options: OutputOptions): string {
  const [opening] = answerDocument(guidance, text, { explain: options.explain, sources: false }).sections;
  const entries = [...(opening?.entries ?? []), { text: guidance.disclaimer }];
  return `\n${paintText(documentOf('', [{ form: 'text', entries }]), text, options)}`;
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
