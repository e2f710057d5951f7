import { type CalendarDate, longDate } from '../calendar.ts';
import type { Answers, Guidance } from '../engine/guidance.ts';
import { letterOf } from '../engine/letter.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { settleFacts } from '../facts/contradictions.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { Prompter } from '../prompt/prompter.ts';
import type { Words } from '../render/words.ts';
import type { Fact } from '../vocabulary.ts';

export type Question = RuleSet['questions'][number];

/** One fact as it was answered; `unknown` is an answer. */
export interface Given {
  readonly fact: string;
  readonly value: string;
}

/** Where an answer goes. */
export interface Outlet {
  /** true: `show` gives what to do first, and the rest waits until it is asked for. */
  readonly isBrief: boolean;
  readonly show: (guidance: Guidance) => void;
  readonly showDetails: (guidance: Guidance) => void;
  readonly showSources: (guidance: Guidance) => void;
  /** Why nothing can be saved under a name: its ending chooses no format, or rules stand there. */
  readonly refuses: (file: string) => 'ending' | 'rules' | undefined;
  /**
   * Rejects with code `EEXIST` where the file exists, unless `force`. `nothing-open`: nothing was written, because a
   * calendar would have no day in it.
   */
  readonly save: (file: string, guidance: Guidance, force: boolean) => Promise<'saved' | 'nothing-open'>;
}

/** All that the steps of the wizard share. */
export interface Session {
  readonly rules: RuleSet;
  readonly today: CalendarDate;
  readonly prompter: Prompter;
  readonly words: Words;
  readonly outlet: Outlet;
}

/** How the answers contradict each other, in a sentence; undefined where they fit together. */
export function contradiction(session: Session, given: readonly Given[]): string | undefined {
  return settled(session, given).faults[0]?.message;
}

/** The answers as the engine takes them. A fact answered with `unknown` keeps its key: it has been asked. */
export function answersOf(session: Session, given: readonly Given[]): Answers {
  return { ...rawOf(given), ...settled(session, given).answers };
}

function settled({ rules, words }: Session, given: readonly Given[]): ReturnType<typeof settleFacts> {
  const nameOf = (fact: Fact): string => words(`fact.${fact}`);
  const { answers } = readFacts(rawOf(given), nameOf);
  return settleFacts(answers, letterOf(rules, answers.notice ?? ''), nameOf);
}

function rawOf(given: readonly Given[]): Record<string, string> {
  return Object.fromEntries(given.map(({ fact, value }) => [fact, value]));
}

/** A value in the words in which it was chosen: a label, a letter, a day in full. */
export function valueInWords({ rules, words }: Session, { fact, value }: Given): string {
  const question = rules.questions.find((each) => each.fact === fact);
  const option = question?.options?.find((each) => each.value === value);
  if (option) return option.label.en;
  if (value === 'unknown') return unknownInWords(words, fact);
  return fact === 'notice' ? (letterOf(rules, value)?.label ?? value) : longDate(value as CalendarDate);
}

/** "I don't know" at a question without options; a letter may also print no such day. */
export function unknownInWords(words: Words, fact: string): string {
  return words(fact === 'printedDeadline' ? 'unknown.printedDeadline' : 'unknown');
}
