import type { Io } from '../io.ts';
import type { Words } from '../render/words.ts';
import { clean, readableWidth, wrap } from '../render/wrap.ts';
import { lineReader } from './line-reader.ts';
import {
  type Ask,
  type ChoiceAsk,
  InputEnded,
  Interrupted,
  type Option,
  type Prompter,
  type Reply,
  type SearchAsk,
  type TextAsk,
} from './prompter.ts';
import { isBack, isQuit, isUnknown, isWhy } from './typed-words.ts';

type LineIo = Pick<Io, 'stdin' | 'err' | 'inputIsTerminal' | 'columns' | 'onInterrupt'>;

/** As many as can be heard and remembered. */
const mostFound = 8;
/** A pipe that never ends (`yes | ...`) must not fill a disk with the same question. */
const mostRefused = 100;

/** What one line typed comes to: a reply, or what to say before the same thing is asked again. */
type Read = { readonly reply: Reply; readonly echo?: string } | { readonly again: string };

/** One question: its prompt line, and what a line typed comes to. */
interface Turn {
  readonly prompt: () => string;
  readonly read: (typed: string) => Read;
}

/**
 * Numbered questions, read line by line: append-only, no cursor moves, no escape codes. A screen reader reads it as it
 * comes, and a script can pipe answers in. Prompts reject with Interrupted on `q` and Ctrl-C, and InputEnded at the end of input.
 */
export function linePrompter(io: LineIo, words: Words): Prompter {
  const width = readableWidth(io.columns);
  const lines = (text: string): string => wrap(text, width).join('\n');
  const say = (text: string): void => io.err(`${lines(text)}\n`);
  const reader = lineReader(io.stdin);
  const letGo = io.onInterrupt(() => reader.stop(new Interrupted()));

  const readLine = async (prompt: string): Promise<string> => {
    io.err(`${lines(prompt)} `);
    try {
      const line = await reader.next();
      // On a terminal the person's own Enter ends the line; from a pipe nothing does.
      if (!io.inputIsTerminal) io.err('\n');
      return line.replace(/^\uFEFF/, '').trim();
    } catch (error) {
      io.err('\n');
      throw error;
    }
  };

  const ask = async (question: Ask, turn: Turn): Promise<Reply> => {
    for (let refused = 0; refused < mostRefused; refused += 1) {
      const typed = await readLine(turn.prompt());
      const result = command(question, typed, words) ?? turn.read(typed);
      if ('reply' in result) {
        if (result.echo !== undefined) say(result.echo);
        return result.reply;
      }
      say(result.again);
    }
    throw new InputEnded();
  };

  const show = (question: Ask, options: readonly Option[]): void => {
    say(['', question.text, ...(question.where === undefined ? [] : [question.where])].join('\n'));
    if (options.length > 0) say(numbered(options));
  };

  return {
    say,
    choose: (question) => {
      show(question, question.options);
      const range = upTo(question.options.length);
      const prompt = (): string => words('line.choose', { range, keys: keysOf(question, words) });
      const again = words('line.again', { range });
      return ask(question, {
        prompt,
        read: (typed) => readChoice(question.options, typed, words) ?? readMeant(question, typed, words) ?? { again },
      });
    },
    type: (question) => {
      show(question, []);
      const prompt = (): string => words('line.type', { keys: keysOf(question, words, question.unknownLabel) });
      return ask(question, { prompt, read: (typed) => readText(question, typed, words) });
    },
    search: (question) => {
      show(question, question.always);
      return ask(question, searchTurn(question, words));
    },
    close: () => {
      letGo();
      reader.close();
    },
  };
}

/** `b`, `?` and `q` mean the same at every question. */
function command(question: Ask, typed: string, words: Words): Read | undefined {
  if (isWhy(typed)) return { again: words('why.said', { text: question.why }) };
  if (isQuit(typed)) throw new Interrupted();
  if (!isBack(typed)) return undefined;
  return question.canGoBack
    ? { reply: { kind: 'back' }, echo: words('back.said') }
    : { again: words('first-question') };
}

/** Each line narrows the list; a number chooses from the list shown last. */
function searchTurn(question: SearchAsk, words: Words): Turn {
  let options = question.always;
  return {
    prompt: () => words('line.choose-or-type', { range: upTo(options.length), keys: keysOf(question, words) }),
    read: (typed) => {
      const choice = readChoice(options, typed, words) ?? readExact(question, typed, words);
      if (choice) return choice;
      if (typed === '') return { again: numbered(options) };
      const found = question.find(typed);
      options = [...found.slice(0, mostFound), ...question.always];
      const hidden = found.length - mostFound;
      const said = [
        ...(found.length === 0 ? [words('search.none', { typed: clean(typed) })] : []),
        numbered(options),
        ...(hidden > 0 ? [words('line.more', { count: String(hidden) })] : []),
      ];
      return { again: said.join('\n') };
    },
  };
}

/** A number, all the words of one option, or `u` where "I don't know" is one. */
function readChoice(options: readonly Option[], typed: string, words: Words): Read | undefined {
  const byNumber = /^\d{1,3}$/.test(typed) ? options[Number(typed) - 1] : undefined;
  const name = same('u', typed) ? 'unknown' : typed;
  const option = byNumber ?? options.find(({ value, label }) => same(value, name) || same(label, name));
  return option && chosen(option, words);
}

function readMeant({ options, meant }: ChoiceAsk, typed: string, words: Words): Read | undefined {
  const value = meant?.(typed);
  const option = options.find((each) => each.value === value);
  return option && chosen(option, words);
}

function readExact(question: SearchAsk, typed: string, words: Words): Read | undefined {
  const value = question.exact(typed);
  if (value === undefined) return undefined;
  return chosen(question.find(typed).find((option) => option.value === value) ?? { value, label: typed }, words);
}

function readText(question: TextAsk, typed: string, words: Words): Read {
  const { unknownLabel } = question;
  if (unknownLabel !== undefined && isUnknown(question, typed)) {
    return chosen({ value: 'unknown', label: unknownLabel }, words);
  }
  const result = question.read(typed);
  if ('error' in result) return { again: result.error };
  const reply: Reply = { kind: 'answer', value: result.value };
  return result.echo === undefined ? { reply } : { reply, echo: words('line.understood', { text: result.echo }) };
}

function chosen({ value, label }: Option, words: Words): Read {
  return { reply: { kind: 'answer', value }, echo: words('line.chose', { label: label.replace(/\.$/, '') }) };
}

function same(name: string, typed: string): boolean {
  return name.toLowerCase().replace(/\.$/, '') === typed.toLowerCase().replace(/\.$/, '');
}

function keysOf(question: Ask, words: Words, unknownLabel?: string): string {
  const keys = [
    ...(unknownLabel === undefined ? [] : [words('line.key.u', { label: unknownLabel })]),
    ...(question.canGoBack ? [words('line.key.b')] : []),
    words('line.key.why'),
    words('line.key.q'),
  ];
  return keys.join(', ');
}

/** The numbers to choose from: `1` or `1-5`. */
function upTo(count: number): string {
  return count === 1 ? '1' : `1-${count}`;
}

function numbered(options: readonly Option[]): string {
  const hinted = ({ label, hint }: Option): string =>
    hint === undefined ? label : `${label} (${hint.replace(/\.$/, '')})`;
  return options.map((option, index) => `${index + 1}. ${hinted(option)}`).join('\n');
}
