import { input, select } from '@inquirer/prompts';
import type { Io } from '../io.ts';
import type { Paint } from '../render/style.ts';
import type { Words } from '../render/words.ts';
import { clean } from '../render/wrap.ts';
import {
  type Ask,
  type ChoiceAsk,
  Interrupted,
  type Prompter,
  type Reply,
  type SearchAsk,
  type TextAsk,
} from './prompter.ts';
import {
  answerLine,
  fitted,
  foundRows,
  helpRows,
  inputHelp,
  type Look,
  namesFirstRow,
  optionRow,
  type Row,
  theme,
} from './rich-look.ts';
import { searchPrompt } from './rich-search.ts';
import { isBack, isQuit, isUnknown, isWhy } from './typed-words.ts';

type RichIo = Pick<Io, 'stdin' | 'stderr' | 'err' | 'columns'>;

/** Rows of a list; with the question, its hint and the keys they fill a screen of 24 rows. */
const pageSize = 12;
/** By then the keys are known, and the lines are better used for the answer above the list. */
const listsWithHelp = 5;

/**
 * Prompts with arrow keys, and search while typing, by inquirer on `io.stderr`. Needs a terminal.
 * Every prompt rejects with Interrupted on Ctrl-C.
 */
export function richPrompter(io: RichIo, words: Words, paint: Paint): Prompter {
  const look: Look = { columns: io.columns, words, paint };
  const context = { input: io.stdin, output: io.stderr };
  const say = (text: string): void => io.err(`${fitted(look, text)}\n`);

  /** Asks until there is a reply; `why` is answered in between. */
  const ask = async (question: Ask, prompt: () => Promise<Row>): Promise<Reply> => {
    for (;;) {
      io.err('\n');
      const row = await prompt().catch(leave);
      if (row.kind !== 'why') return row;
      say(words('why.said', { text: question.why }));
    }
  };

  let lists = 0;
  const choose = (question: ChoiceAsk): Promise<Reply> =>
    ask(question, () => {
      lists += 1;
      const choices = [...question.options.map((option) => optionRow(look, option)), ...helpRows(look, question)];
      const rows = choices.reduce((sum, { name }) => sum + name.split('\n').length, 0);
      const help = rows > pageSize ? words('rich.move-on') : lists > listsWithHelp ? '' : words('rich.move');
      const style = theme(look, question, help, false);
      const earlier = choices.find(({ value: row }) => row.kind === 'answer' && row.value === question.earlier);
      const start = earlier ? { default: earlier.value } : {};
      const list = { message: question.text, choices, theme: style, loop: false, pageSize, ...start };
      return select<Row>(list, context);
    });

  const type = (question: TextAsk): Promise<Reply> =>
    ask(question, async () => {
      const style = theme(look, question, inputHelp(look, question), true);
      const typed = await input({ message: question.text, theme: style, ...textHooks(look, question) }, context);
      return readText(question, typed);
    });

  const search = (question: SearchAsk): Promise<Reply> =>
    ask(question, () => {
      const style = theme(look, question, words('rich.found'), true);
      const rows = (typed: string): ReturnType<typeof foundRows> => foundRows(look, question, typed);
      const isExact = (typed: string): boolean => namesFirstRow(question, typed);
      return searchPrompt({ message: question.text, rows, isExact, theme: style, pageSize }, context);
    });

  return { say, choose, type, search, close: () => {} };
}

function leave(error: unknown): never {
  if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
  throw error;
}

function readText(question: TextAsk, typed: string): Row {
  if (isWhy(typed)) return { kind: 'why' };
  if (isQuit(typed)) throw new Interrupted();
  if (isBack(typed)) return { kind: 'back' };
  if (isUnknown(question, typed)) return { kind: 'answer', value: 'unknown' };
  const result = question.read(typed);
  if ('value' in result) return { kind: 'answer', value: result.value };
  throw new Error(`the prompt let through what it should refuse: ${result.error}`);
}

/** Refuses in one line what cannot be read, and says back what was understood once Enter is pressed. */
function textHooks(look: Look, question: TextAsk) {
  const { words } = look;
  const echo = (typed: string): string | undefined => {
    if (isWhy(typed)) return words('why');
    if (isBack(typed)) return words('back');
    if (isUnknown(question, typed)) return question.unknownLabel;
    const result = question.read(typed);
    return 'value' in result ? result.echo : undefined;
  };
  return {
    transformer: (typed: string, { isFinal }: { readonly isFinal: boolean }): string =>
      isFinal ? answerLine(look, echo(typed) ?? typed) : clean(typed),
    validate: (typed: string): true | string => {
      if (isBack(typed)) return question.canGoBack || words('first-question');
      if (isWhy(typed) || isQuit(typed) || isUnknown(question, typed)) return true;
      const result = question.read(typed);
      return 'error' in result ? result.error : true;
    },
  };
}
