import {
  type Ask,
  type ChoiceAsk,
  InputEnded,
  Interrupted,
  type Prompter,
  type Reply,
  type SearchAsk,
  type TextAsk,
} from './prompter.ts';

/** One thing asked, in the form in which the driver got it. */
export type Asked =
  | ({ readonly kind: 'choose' } & ChoiceAsk)
  | ({ readonly kind: 'type' } & TextAsk)
  | ({ readonly kind: 'search' } & SearchAsk);

export interface ScriptedPrompter extends Prompter {
  /** Everything said and asked so far, in order. */
  readonly transcript: readonly string[];
}

/** A function that gives the same refused reply for ever must fail, not hang. */
const mostTries = 50;

/**
 * Answers from a list or a function: the value of an option, a text as a person types it, `b`, `?` or `q`. A value
 * that is not offered throws, so that a script which no longer fits fails at the question it does not fit.
 * @throws InputEnded when the list has no more replies.
 */
export function scriptedPrompter(replies: readonly string[] | ((asked: Asked) => string)): ScriptedPrompter {
  const transcript: string[] = [];
  const left = typeof replies === 'function' ? [] : [...replies];
  const next = typeof replies === 'function' ? replies : () => left.shift();

  const ask = async (asked: Asked, read: (typed: string) => string | undefined): Promise<Reply> => {
    transcript.push(asked.text);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const typed = next(asked);
      if (typed === undefined) throw new InputEnded();
      if (typed === 'q') throw new Interrupted();
      if (typed === 'b' && asked.canGoBack) return { kind: 'back' };
      if (typed === '?') transcript.push(asked.why);
      else {
        const value = read(typed);
        if (value !== undefined) return { kind: 'answer', value };
      }
    }
    throw new Error(`"${asked.text}" refused ${mostTries} replies`);
  };

  return {
    transcript,
    say: (text) => void transcript.push(text),
    choose: (question) => ask({ kind: 'choose', ...question }, (typed) => offered(question, question.options, typed)),
    type: (question) => ask({ kind: 'type', ...question }, (typed) => readText(question, typed, transcript)),
    search: (question) =>
      ask(
        { kind: 'search', ...question },
        (typed) => question.exact(typed) ?? offered(question, [...question.find(typed), ...question.always], typed),
      ),
    close: () => {},
  };
}

function offered(question: Ask, options: ChoiceAsk['options'], typed: string): string {
  const option = options.find(({ value }) => value === typed);
  if (option) return option.value;
  const values = options.map(({ value }) => value).join(', ');
  throw new Error(`"${question.text}" does not offer ${typed}, only ${values}`);
}

function readText(question: TextAsk, typed: string, transcript: string[]): string | undefined {
  if (typed === 'unknown' && question.unknownLabel !== undefined) return typed;
  const result = question.read(typed);
  if ('value' in result) {
    if (result.echo !== undefined) transcript.push(result.echo);
    return result.value;
  }
  transcript.push(result.error);
  return undefined;
}
