import type { RuleSet } from '../engine/rule-set.ts';
import { runWizard } from '../interview/wizard.ts';
import { makeWizardWords } from '../interview/wizard-words.ts';
import type { Io } from '../io.ts';
import { InputEnded, Interrupted, type Prompter } from '../prompt/prompter.ts';
import { makePaint } from '../render/style.ts';
import type { Words } from '../render/words.ts';
import { wrap } from '../render/wrap.ts';
import { makeOutlet } from './ask-outlet.ts';
import { accessibleByEnv } from './context.ts';
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
  if (options.noInput) return leave(io, words('no-input'), 2);
  if (!accessible && !io.inputIsTerminal) return leave(io, words('no-terminal'), 2);
  const prompter = await makePrompter(io, words, { ...options, accessible });
  try {
    greet(prompter, words, accessible);
    const outlet = makeOutlet(io, rules.text, { ...options, accessible });
    const guidance = await runWizard({ rules, today: options.today, prompter, words, outlet });
    outlet.deliver(guidance);
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

/** By `ACCESSIBLE`, or because the terminal cannot redraw. */
function wantsAccessible({ env, inputIsTerminal }: Io): boolean {
  return accessibleByEnv(env) ?? (inputIsTerminal && env['TERM'] === 'dumb');
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
