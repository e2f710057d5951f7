import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Outlet } from '../interview/session.ts';
import type { Io } from '../io.ts';
import { answerDocument } from '../render/answer.ts';
import { documentOf } from '../render/document.ts';
import { paintText } from '../render/paint-text.ts';
import { sourcesSection } from '../render/sources.ts';
import { renderText } from '../render/text.ts';
import { makeWords } from '../render/words.ts';
import { renderAnswer, writeAnswer } from './answer.ts';
import { inLines } from './context.ts';
import type { OutputOptions } from './output.ts';
import { formatByName, rulesDirOf } from './output-place.ts';

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
  return {
    isBrief,
    show: (guidance) => {
      if (isBrief) io.out(brief(guidance, text, options));
      else if (!goesToFile) writeAnswer(io, guidance, text, options);
    },
    showDetails: (guidance) => io.out(`\n${renderText(guidance, text, { ...options, sources: options.explain })}`),
    showSources: ({ sources }) => {
      const section = sourcesSection(sources, makeWords(text));
      io.out(`\n${paintText(documentOf('', [section]), text, options)}`);
    },
    refuses: (file) => refusal(io, file, options),
    save: async (file, guidance, force) => {
      const parts = { ...options, color: false, unicode: false, columns: fileColumns, sources: true };
      const answer = renderAnswer(guidance, text, { ...parts, format: formatByName(io, file) ?? 'text' });
      if (answer === '') return 'nothing-open';
      await io.writeText(file, inLines(file, answer), force);
      return 'saved';
    },
    deliver: (guidance) => {
      if (goesToFile) writeAnswer(io, guidance, text, options);
    },
  };
}

function brief(guidance: Guidance, text: RuleSet['text'], options: OutputOptions): string {
  const [opening] = answerDocument(guidance, text, { explain: options.explain, sources: false }).sections;
  const entries = [...(opening?.entries ?? []), { text: guidance.disclaimer }];
  return `\n${paintText(documentOf('', [{ form: 'text', entries }]), text, options)}`;
}

/** Why the answer is not written there. */
function refusal(io: Io, file: string, { rulesDirs }: OutputOptions): ReturnType<AskOutlet['refuses']> {
  try {
    if (formatByName(io, file) === 'csv') return 'ending';
  } catch (error) {
    if (error instanceof UsageError) return 'ending';
    throw error;
  }
  return rulesDirOf(io, file, rulesDirs) === undefined ? undefined : 'rules';
}
