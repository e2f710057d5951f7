import type { Answers } from '../engine/guidance.ts';
import { type DateFact, dateFacts } from '../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';
import { dayJson, dayText } from './term-days.ts';

/** The facts of rows whose closed facts are the same and which give the same dates. */
export interface FactsPlan {
  readonly closed: Answers;
  /** All facts of one row. */
  readonly of: (given: GivenDays) => Answers;
  /** The same as JSON. */
  readonly json: (given: GivenDays) => string;
}

interface Part {
  readonly name: string;
  /** Where the day stands among the given ones; -1 for a closed fact. */
  readonly at: number;
  readonly value: string;
  /** What stands in the JSON before the day. */
  readonly json: string;
}

/** In the order in which one such row tells them. */
export function factsPlan(example: Answers): FactsPlan {
  const parts = Object.entries(example).map(([name, value], index): Part => {
    const at = dateFacts.indexOf(name as DateFact);
    const key = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    return { name, at, value: String(value), json: at < 0 ? key + JSON.stringify(value) : key };
  });
  return {
    closed: Object.fromEntries(Object.entries(example).filter(([name]) => !dateFacts.includes(name as DateFact))),
    of(given) {
      const facts: Record<string, string | null> = {};
      for (const { name, at, value } of parts) facts[name] = at < 0 ? value : dayText(given[at] ?? 0);
      return facts as Answers;
    },
    json(given) {
      if (parts.length === 0) return '{}';
      let text = '';
      for (const { at, json } of parts) text += at < 0 ? json : json + dayJson(given[at] ?? 0);
      return `${text}}`;
    },
  };
}
