import type { CalendarDate } from '../calendar.ts';
import { evaluate } from '../engine/evaluate.ts';
import { fill } from '../engine/fill.ts';
import type { Answers, Guidance } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Wording } from './lint-sentences.ts';
import { keyOf } from './lint-sentences.ts';

/** Places that a date or a count fills; neighbours are read as one. */
const numberPlaces = /(?:\{(?:date|and-aim|safer-day|start|counted|printed|letter-day|next-day|count):[^{}]*\})+/g;
const anyPlace = /\{[^{}]*\}/g;

/** Whether a sentence names a date or a count. */
export function namesNumbers(sentence: string): boolean {
  return sentence.search(numberPlaces) >= 0;
}

/** An answer, and the keys of the sentences that were said for it. */
export interface Said {
  readonly answer: Guidance;
  readonly keys: ReadonlySet<string>;
}

interface Listened {
  readonly rules: RuleSet;
  readonly keys: Set<string>;
}

const listened = new WeakMap<RuleSet, Listened>();

/** Answers like `evaluate`, and notes every sentence that is looked up on the way. */
export function evaluateAndListen(book: RuleSet, answers: Answers, today: CalendarDate): Said {
  const law = lawOn(book, today);
  const { rules, keys } = listened.get(law) ?? listenTo(law);
  listened.set(law, { rules, keys });
  keys.clear();
  return { answer: evaluate(rules, answers, today), keys: new Set(keys) };
}

function listenTo(law: RuleSet): Listened {
  const keys = new Set<string>();
  const statements = new Proxy(law.text.statements, {
    get(target, key) {
      keys.add(String(key));
      return target[String(key)];
    },
  });
  return { rules: { ...law, text: { ...law.text, statements } }, keys };
}

/**
 * What fills the dates and counts of a sentence, in order; undefined where the answer does not say it. A sentence that
 * names only counts need not be said: the law fills it.
 */
export function filledBy({ answer, keys }: Said, wording: Wording, counts: RuleSet['counts']): string[] | undefined {
  const { name, words } = wording;
  const isSaid = name.startsWith('notices/') ? name === `notices/${answer.notice?.id}` : keys.has(keyOf(wording));
  return (
    (isSaid ? fillings(words, textsOf(answer)) : undefined) ??
    fillings(words, namesDays(words) ? [] : [fill(words, counts)])
  );
}

function namesDays(sentence: string): boolean {
  return /\{(?:date|and-aim|safer-day|start|counted|printed|letter-day|next-day):/.test(sentence);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What stands at the numbers of a sentence in the first of these texts that says it: `cdp-request/levy = 30 days`. */
function fillings(sentence: string, texts: readonly string[]): string[] | undefined {
  const literal = (text: string): string =>
    text
      .split(anyPlace)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+?');
  const end = sentence.endsWith('}') ? '(?=\\.?$|[.,] )' : '';
  const pattern = new RegExp(`${sentence.split(numberPlaces).map(literal).join('(.+?)')}${end}`);
  const names = [...sentence.matchAll(numberPlaces)].map(([places]) => /:([^{}]*)/.exec(places)?.[1]);
  const found = texts.map((text) => pattern.exec(text)?.slice(1)).find((values) => values !== undefined);
  return found?.map((value, index) => `${names[index]} = ${value.trim()}`);
}
