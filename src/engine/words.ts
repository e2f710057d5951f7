import { type CalendarDate, longDate } from '../calendar.ts';
import { MissingTextError } from '../errors.ts';
import type { DatedDeadline } from './deadlines.ts';
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

/** Words for one answer: `{letter}`, `{phone:ID}`, `{date:ID}`, `{and-aim:ID}`, `{safer-day:ID}`, `{count:ID}`, `{today}`. */
export function wordsFor(
  rules: RuleSet,
  notice: Notice | undefined,
  today: CalendarDate,
  { deadlines }: Pick<Decision, 'deadlines'> = { deadlines: [] },
): Words {
  const values: Record<string, string> = {
    ...rules.counts,
    letter: notice?.label ?? rules.text.counting['your-letter'] ?? '',
    today: longDate(today),
  };
  for (const [id, { number }] of Object.entries(rules.phone.numbers)) values[`phone:${id}`] = number;
  const notKnown = rules.text.counting['date-not-known'] ?? '';
  for (const { id } of rules.deadlines) {
    Object.assign(values, { [`date:${id}`]: notKnown, [`and-aim:${id}`]: '', [`safer-day:${id}`]: '' });
  }
  for (const deadline of deadlines) Object.assign(values, dayPlaces(deadline, today, rules.text.counting));
  // The sentence of the letter has places of its own.
  values['own-label'] = fill(notice?.text.en.deadline?.label ?? ownLabel(rules, notice), values);
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

/** The day of a deadline in sentences, and the safer day where there is one. */
function dayPlaces(
  { id, date, aimFor, rightEnds, clock }: DatedDeadline,
  today: CalendarDate,
  pieces: Readonly<Record<string, string>>,
): Record<string, string> {
  if (!date) return {};
  const piece = (name: string, values: Record<string, string>): string => fill(pieces[name] ?? '', values);
  // A day shown early that has passed while the right is open: sentences then name the day that is left.
  const isLate = date < today && rightEnds !== null && today <= rightEnds;
  const dayWords = clock.shown?.basis === 'letter' ? piece('estimated', { date: longDate(date) }) : longDate(date);
  const aim = aimFor ? { aim: longDate(aimFor) } : undefined;
  return {
    [`date:${id}`]: isLate ? piece('not-certain', { date: longDate(rightEnds) }) : dayWords,
    [`and-aim:${id}`]: aim ? piece('and-aim', aim) : '',
    [`safer-day:${id}`]: aim ? piece('safer-day', aim) : '',
  };
}

/** What the deadline in the letter's own file is called, where the letter has no words of its own for it. */
function ownLabel({ deadlines, text }: RuleSet, notice: Notice | undefined): string {
  const rule = deadlines.find(({ id }) => id === notice?.ownDeadline?.id);
  return rule ? (text.statements[rule.label] ?? '') : '';
}
