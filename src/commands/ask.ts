import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Outlet } from '../interview/session.ts';
import { runWizard } from '../interview/wizard.ts';
import { makeWizardWords } from '../interview/wizard-words.ts';
import type { Io } from '../io.ts';
import { InputEnded, Interrupted, type Prompter } from '../prompt/prompter.ts';
import { documentOf } from '../render/document.ts';
import { renderJson } from '../render/json.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { paintText } from '../render/paint-text.ts';
import { sourcesSection } from '../render/sources.ts';
import { makePaint } from '../render/style.ts';
import { renderText } from '../render/text.ts';
import { makeWords, type Words } from '../render/words.ts';
import { wrap } from '../render/wrap.ts';
import type { OutputOptions } from './output.ts';

export interface AskOptions extends OutputOptions {
  /** `--no-input`: never ask. */
  readonly noInput: boolean;
}

/**
 * `ask`: the wizard. Gives the exit code: 0 answered, 2 no terminal or input ended too early, 3 answered with facts
 * missing, 130 left.
 */
export async function runAsk(io: Io, rules: RuleSet, options: AskOptions): Promise<number> {
  const words = makeWizardWords(rules.text);
  const accessible = options.accessible || wantsAccessible(io);
  if (options.noInput || !(accessible || io.inputIsTerminal)) return leave(io, words('no-terminal'), 2);
  const prompter = await makePrompter(io, words, { ...options, accessible });
  try {
    greet(prompter, words, accessible);
    const outlet = makeOutlet(io, rules.text, { ...options, accessible });
    const guidance = await runWizard({ rules, today: options.today, prompter, words, outlet });
    return guidance.missing.length > 0 ? 3 : 0;
  } catch (error) {
    if (error instanceof Interrupted) return leave(io, words('left'), 130);
    if (error instanceof InputEnded) return leave(io, words('input-ended'), 2);
    throw error;
  } finally {
    prompter.close();
  }
}

function leave(io: Io, text: string, code: number): number {
  io.err(`${wrap(text, io.columns).join('\n')}\n`);
  return code;
}

/** By `ACCESSIBLE`, where 0 and false say no, or because the terminal cannot redraw. */
function wantsAccessible({ env, inputIsTerminal }: Io): boolean {
  const wish = env['ACCESSIBLE']?.trim().toLowerCase();
  if (wish) return wish !== '0' && wish !== 'false';
  return inputIsTerminal && env['TERM'] === 'dumb';
}

/** Redrawn prompts only where they can be seen: with stderr in a file, lines are asked and written instead. */
async function makePrompter(io: Io, words: Words, options: AskOptions): Promise<Prompter> {
  const isSeen = 'isTTY' in io.stderr && io.stderr.isTTY === true;
  if (options.accessible || !isSeen) return (await import('../prompt/line.ts')).linePrompter(io, words);
  const paint = makePaint(options.color && !options.plain);
  return (await import('../prompt/rich.ts')).richPrompter(io, words, paint);
}

function greet(prompter: Prompter, words: Words, accessible: boolean): void {
  if (accessible) prompter.say(words('accessible'));
  prompter.say(words('intro.what'));
  prompter.say(words('intro.private'));
  prompter.say(words(accessible ? 'intro.keys.line' : 'intro.keys.rich'));
}

function makeOutlet(io: Io, text: RuleSet['text'], options: AskOptions): Outlet {
  const inFormat = (guidance: Guidance, format: OutputOptions['format'], sources: boolean): string => {
    if (format === 'json') return renderJson(guidance);
    const parts = { ...options, sources };
    return format === 'markdown' ? renderMarkdown(guidance, text, parts) : renderText(guidance, text, parts);
  };
  return {
    show: (guidance) => options.write(inFormat(guidance, options.format, options.explain)),
    showSources: ({ sources }) => {
      const section = sourcesSection(sources, makeWords(text));
      io.out(paintText(documentOf(section.title ?? '', [section]), text, options));
    },
    save: (file, guidance, force) => io.writeText(file, saved(file, guidance), force),
  };

  function saved(file: string, guidance: Guidance): string {
    if (/\.json$/i.test(file)) return inFormat(guidance, 'json', true);
    if (/\.(md|markdown)$/i.test(file)) return inFormat(guidance, 'markdown', true);
    return renderText(guidance, text, { ...options, color: false, columns: 80, sources: true });
  }
}
