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

/** In the order in which one such row tells them. */
export function factsPlan(example: Answers): FactsPlan {
  const names = Object.keys(example) as (keyof Answers)[];
  const places = names.map((name) => dateFacts.indexOf(name as DateFact));
  const { texts, days } = jsonPieces(example, places);
  return {
    closed: Object.fromEntries(Object.entries(example).filter((_, index) => places[index] === -1)),
    of(given) {
      const facts = names.map((name, index) => {
        const place = places[index] ?? -1;
        return [name, place < 0 ? example[name] : dayText(given[place] ?? 0)];
      });
      return Object.fromEntries(facts);
    },
    json(given) {
      let text = texts[0] ?? '';
      for (let at = 0; at < days.length; at += 1) text += dayJson(given[days[at] ?? 0] ?? 0) + (texts[at + 1] ?? '');
      return text;
    },
  };
}

/** The JSON of the facts without the days, and the places of the days between its pieces. */
function jsonPieces(
  example: Answers,
  places: readonly number[],
): { readonly texts: readonly string[]; readonly days: readonly number[] } {
  const texts: string[] = [];
  let text = '{';
  for (const [index, [name, value]] of Object.entries(example).entries()) {
    text += `${index === 0 ? '' : ','}"${name}":`;
    if (places[index] === -1) {
      text += JSON.stringify(value);
    } else {
      texts.push(text);
      text = '';
    }
  }
  return { texts: [...texts, `${text}}`], days: places.filter((place) => place >= 0) };
}
