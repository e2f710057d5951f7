/** One thing to ask; the driver decides how it looks. */
export interface Ask {
  readonly text: string;
  /** Where to look on the letter; shown under the question. */
  readonly where?: string | undefined;
  /** Shown when the person asks "why do you ask?". */
  readonly why: string;
  /** false on the first question. */
  readonly canGoBack: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** `options` contains "I don't know" where the question has it; drivers add only back, why and quit. */
export interface ChoiceAsk extends Ask {
  readonly options: readonly Option[];
  /** What was answered before going back; a list with a cursor begins there. */
  readonly earlier?: string | undefined;
  /** The value that other words mean, for drivers in which words are typed. */
  readonly meant?: (typed: string) => string | undefined;
}

export interface TextAsk extends Ask {
  /** Words for "I don't know", where that is an answer; gives the value `unknown`. */
  readonly unknownLabel?: string | undefined;
  /** The value to keep with what to say back, or what was wrong and what to write instead. */
  readonly read: (typed: string) => { readonly value: string; readonly echo?: string } | { readonly error: string };
}

/** A list too long for a menu: options for what has been typed so far. */
export interface SearchAsk extends Ask {
  readonly find: (typed: string) => readonly Option[];
  /** The value that `typed` names exactly; anything less exact must be chosen from a list, never picked silently. */
  readonly exact: (typed: string) => string | undefined;
  /** Always offered beside what is found, such as "I can't find a number". */
  readonly always: readonly Option[];
}

export type Reply = { readonly kind: 'answer'; readonly value: string } | { readonly kind: 'back' };

/** Three drivers: rich (arrow keys), line (numbers and words, append-only), scripted (tests). */
export interface Prompter {
  /** Shows text for reading. */
  readonly say: (text: string) => void;
  readonly choose: (ask: ChoiceAsk) => Promise<Reply>;
  readonly type: (ask: TextAsk) => Promise<Reply>;
  readonly search: (ask: SearchAsk) => Promise<Reply>;
  readonly close: () => void;
}

/** The person left (Ctrl-C, or `q` in line mode): a quiet exit 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Input ended before the interview did: exit 2. */
export class InputEnded extends Error {
  override readonly name = 'InputEnded';
}
