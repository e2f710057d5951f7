import { Separator } from '@inquirer/prompts';
import type { Paint } from '../render/style.ts';
import type { Words } from '../render/words.ts';
import { clean, readableWidth, wrap } from '../render/wrap.ts';
import type { Ask, Option, Reply, SearchAsk, TextAsk } from './prompter.ts';
import { isBack, isWhy } from './typed-words.ts';

/** What a row of a list stands for. */
export type Row = Reply | { readonly kind: 'why' };
export type RowChoice = {
  readonly value: Row;
  readonly name: string;
  readonly short: string;
  readonly description?: string;
};

/** What the look of a prompt depends on. */
export interface Look {
  readonly columns: number;
  readonly words: Words;
  readonly paint: Paint;
}

/** Lines that fit: the prompts of inquirer would break words. */
export function fitted({ columns }: Pick<Look, 'columns'>, text: string, first = '', rest = first): string {
  return wrap(text, readableWidth(columns), first, rest).join('\n');
}

/** Lines before whose first a mark and a space will stand. */
function marked(look: Look, text: string): string {
  return fitted(look, text, '  ').slice(2);
}

/** The answer, once given, on lines of its own under the question. */
export function answerLine(look: Pick<Look, 'columns'>, text: string): string {
  return `\n${fitted(look, text, '  ')}`;
}

export function optionRow(look: Look, { value, label, hint }: Option): RowChoice {
  return {
    value: { kind: 'answer', value },
    name: marked(look, label),
    short: clean(label),
    ...(hint === undefined ? {} : { description: fitted(look, hint, '  ') }),
  };
}

/** "Why do you ask?" and "Go back", where there is something to go back to. */
export function helpRows({ words }: Look, { canGoBack }: Ask): RowChoice[] {
  const kinds = canGoBack ? (['why', 'back'] as const) : (['why'] as const);
  return kinds.map((kind) => ({ value: { kind }, name: words(kind), short: words(kind) }));
}

/** The rows for what has been typed; `b` and `?` alone bring their row to the top. */
export function foundRows(look: Look, question: SearchAsk, typed: string): (RowChoice | Separator)[] {
  const help = helpRows(look, question);
  const rest = [...question.always.map((option) => optionRow(look, option)), ...help];
  if (typed === '') return rest;
  const wanted = help.find(
    ({ value }) => (isWhy(typed) && value.kind === 'why') || (isBack(typed) && value.kind === 'back'),
  );
  if (wanted) return [wanted, ...rest.filter((row) => row !== wanted)];
  const exact = question.exact(typed);
  const found = [...question.find(typed)].sort((a, b) => Number(b.value === exact) - Number(a.value === exact));
  const nothing = new Separator(marked(look, look.words('search.none', { typed })));
  return [
    ...(found.length > 0 ? found.map((option) => optionRow(look, option)) : [nothing]),
    new Separator(' '),
    ...rest,
  ];
}

/** Whether the first row is what was typed, and not only like it. */
export function namesFirstRow(question: SearchAsk, typed: string): boolean {
  if (isWhy(typed) || isBack(typed)) return isWhy(typed) || question.canGoBack;
  return typed !== '' && question.exact(typed) !== undefined;
}

/** The keys of an input line in words. */
export function inputHelp({ words }: Look, { unknownLabel, canGoBack }: TextAsk): string {
  const keys = [
    ...(unknownLabel === undefined ? [] : [words('key.u', { label: unknownLabel })]),
    ...(canGoBack ? [words('key.b')] : []),
    words('key.why'),
  ];
  return words('rich.type', { keys: keys.join(', ') });
}

/**
 * Marks in plain ASCII, so that the words carry the meaning on any terminal. With `typing`, a line to type on follows
 * the question and its help; without, the help stands under the list.
 */
export function theme(look: Look, question: Ask, help: string, typing: boolean) {
  const { paint } = look;
  const painted = (tone: Parameters<Paint>[0], text: string): string =>
    text
      .split('\n')
      .map((line) => paint(tone, line))
      .join('\n');
  const where = question.where === undefined ? [] : [fitted(look, question.where, '  ')];
  return {
    prefix: { idle: paint('title', '?'), done: paint('open', '-') },
    icon: { cursor: '>' },
    style: {
      message: (text: string, status: string) => {
        const head = painted('title', marked(look, text));
        if (status === 'done') return head;
        return [head, ...where, ...(typing ? [fitted(look, help, '  '), '>'] : [])].join('\n');
      },
      answer: (text: string) => answerLine(look, text),
      error: (text: string) => painted('warning', fitted(look, text)),
      highlight: (text: string) => painted('label', text),
      description: (text: string) => text,
      keysHelpTip: () => (typing || help === '' ? undefined : fitted(look, help, '  ')),
    },
  };
}
