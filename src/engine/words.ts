import { addCalendarDays, type Calendar, type CalendarDate, longDate } from '../calendar.ts';
import { MissingTextError } from '../errors.ts';
import { dayKinds } from '../situation-words.ts';
import type { DatedDeadline } from './deadlines.ts';
import { calendarOf, type Decision } from './decide.ts';
import { fill } from './fill.ts';
import type { RuleSet } from './rule-set.ts';

type Notice = RuleSet['notices'][string];
type Pieces = Readonly<Record<string, string>>;

/** Looks up sentences by key and fills their places. */
export interface Words {
  /** The sentence of text/en with its places filled. Throws on an unknown key: the loader makes that impossible. */
  readonly say: (key: string) => string;
  /** Fills the places of a sentence that stands elsewhere, such as in a notice file. */
  readonly fillIn: (template: string) => string;
  /** "This holds if ..., and if ..."; empty without clauses. */
  readonly allOf: (clauses: readonly string[]) => string;
}

/** Words for one answer: `{letter}`, `{phone:ID}`, `{count:ID}`, `{today}`, `{business-day}`, and `dayKinds`, as `{date:ID}`. */
export function wordsFor(
  rules: RuleSet,
  notice: Notice | undefined,
  today: CalendarDate,
  { deadlines }: Pick<Decision, 'deadlines'> = { deadlines: [] },
): Words {
  const calendar = calendarOf(rules);
  const values: Record<string, string> = {
    ...rules.counts,
    letter: notice?.label ?? rules.text.counting['your-letter'] ?? '',
    today: longDate(today),
    'business-day': longDate(nextBusinessDay(calendar, addCalendarDays(today, -1))),
  };
  for (const [id, { number }] of Object.entries(rules.phone.numbers)) values[`phone:${id}`] = number;
  const notKnown = rules.text.counting['date-not-known'] ?? '';
  for (const { id } of rules.deadlines) {
    for (const kind of dayKinds) values[`${kind}:${id}`] = notKnown;
    for (const kind of ['and-aim', 'safer-day', 'next-day']) values[`${kind}:${id}`] = '';
  }
  for (const deadline of deadlines) Object.assign(values, dayPlaces(deadline, today, rules.text.counting, calendar));
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

/**
 * The day of a deadline in sentences, and the safer day where there is one; then the day from which it is counted, the
 * counted and the printed day, the one counted from the letter that was mailed later, and the business day after it.
 */
function dayPlaces(
  { id, date, aimFor, clock, ...rest }: DatedDeadline,
  today: CalendarDate,
  pieces: Pieces,
  calendar: Calendar,
): Record<string, string> {
  if (!date) return {};
  const aim = aimFor ? { aim: longDate(aimFor) } : undefined;
  const { counted, printed, fromNoticeDate } = clock;
  const days = {
    start: counted?.start,
    counted: counted?.date,
    printed,
    'letter-day': fromNoticeDate?.date,
  };
  const known = Object.entries(days).flatMap(([kind, day]) => (day ? [[`${kind}:${id}`, longDate(day)]] : []));
  return {
    ...Object.fromEntries(known),
    [`next-day:${id}`]: `, ${longDate(nextBusinessDay(calendar, date))}`,
    [`date:${id}`]: dayWords({ id, date, aimFor, clock, ...rest }, today, pieces),
    [`and-aim:${id}`]: aim ? fill(pieces['and-aim'] ?? '', aim) : '',
    [`safer-day:${id}`]: aim ? fill(pieces['safer-day'] ?? '', aim) : '',
  };
}

/** The day by which something is to be done, with what it hangs on. */
function dayWords({ date, rightEnds, clock }: DatedDeadline, today: CalendarDate, pieces: Pieces): string {
  const said = (name: string, day: CalendarDate, values: Record<string, string> = {}): string =>
    fill(pieces[name] ?? '', { date: longDate(day), ...values });
  const { shown, term, fromNoticeDate, printed } = clock;
  if (!date) return '';
  // A day shown early that has passed while the right is open: sentences then name the day that is left.
  if (date < today && rightEnds !== null && today <= rightEnds) {
    const isPrinted = term.printed === 'lien' && clock.printedDate === 'later' && printed !== undefined;
    return said(isPrinted ? 'printed-left' : 'not-certain', rightEnds);
  }
  if (shown?.basis === 'letter') return said('estimated', date);
  // A postmark has to be proved; the day counted from the letter is the safe one.
  if (!fromNoticeDate || shown?.basis !== 'counted' || term.estimatedWhenMailedLater || date < today) {
    return longDate(date);
  }
  const safe = fromNoticeDate.date;
  if (safe === date) return longDate(date);
  return safe < today ? said('postmark-only', date) : said('postmark-later', safe, { later: longDate(date) });
}

function nextBusinessDay(calendar: Calendar, day: CalendarDate): CalendarDate {
  return calendar.addBusinessDays(day, 1).date;
}

/** What the deadline in the letter's own file is called, where the letter has no words of its own for it. */
function ownLabel({ deadlines, text }: RuleSet, notice: Notice | undefined): string {
  const rule = deadlines.find(({ id }) => id === notice?.ownDeadline?.id);
  return rule ? (text.statements[rule.label] ?? '') : '';
}
