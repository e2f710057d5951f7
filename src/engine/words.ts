import { type CalendarDate, longDate } from '../calendar.ts';
import { MissingTextError } from '../errors.ts';
import type { Decision } from './decide.ts';
import { fill } from './fill.ts';
import type { RuleSet } from './rule-set.ts';

type Notice = RuleSet['notices'][string];

/** Looks up sentences by key and fills their places. */
export interface Words {
  /** The sentence of text/en with its places filled. Throws on an unknown key: the loader makes that impossible. */
  readonly say: (key: string) => string;
  /** Fills the places of a sentence that stands elsewhere, such as in a notice file. */
  readonly fillIn: (template: string) => string;
  /** "This holds if ..., and if ..."; empty without clauses. */
  readonly allOf: (clauses: readonly string[]) => string;
}

/** Words for one answer: `{letter}`, `{phone:ID}`, `{date:ID}`, `{aim:ID}` and `{today}` get their values. */
export function wordsFor(
  rules: RuleSet,
  notice: Notice | undefined,
  today: CalendarDate,
  { deadlines, heardUntil }: Pick<Decision, 'deadlines' | 'heardUntil'> = { deadlines: [], heardUntil: undefined },
): Words {
  const values: Record<string, string> = {
    letter: notice?.label ?? rules.text.counting['your-letter'] ?? '',
    today: longDate(today),
  };
  for (const [id, { number }] of Object.entries(rules.phone.numbers)) values[`phone:${id}`] = number;
  const notKnown = rules.text.counting['date-not-known'] ?? '';
  for (const { id } of rules.deadlines) values[`date:${id}`] = values[`aim:${id}`] = notKnown;
  for (const { id, date: shown, aimFor, clock } of deadlines) {
    // A printed day that has passed while the right is open: sentences then name the day that is left.
    const date = shown && shown < today ? (clock.ends ?? shown) : shown;
    if (date) values[`date:${id}`] = values[`aim:${id}`] = longDate(date);
    if (aimFor) values[`aim:${id}`] = longDate(aimFor);
  }
  values['date:tenDayClock'] = heardUntil ? longDate(heardUntil) : notKnown;
  // The sentence of the letter has places of its own.
  values['instead'] = fill(notice?.text.en.instead ?? rules.text.counting['instead-default'] ?? '', values);
  const fillIn = (template: string): string => fill(template, values);
  return {
    fillIn,
    allOf(clauses) {
      if (clauses.length === 0) return '';
      const joined = [clauses.slice(0, -1).join(', '), ...clauses.slice(-1)].filter(Boolean);
      return fill(rules.text.counting['conditions'] ?? '', {
        clauses: joined.join(rules.text.counting['and'] ?? ', '),
      });
    },
    say(key) {
      const statement = rules.text.statements[key];
      if (statement === undefined) throw new MissingTextError('statements', key);
      return fillIn(statement);
    },
  };
}
