import { type CalendarDate, longDate, type SkippedDay } from '../calendar.ts';
import type { Clock } from './clocks.ts';
import type { Count, CountedLeg, CountStep } from './count.ts';
import { fill } from './fill.ts';
import type { KnownDay } from './known-days.ts';

type Pieces = Readonly<Record<string, string>>;

/** The sentences that show how a day came about, or how to count it once its start is known. */
export function countingOf(clock: Clock, pieces: Pieces): string {
  const { shown, counted, printed, fromNoticeDate } = clock;
  const say = (key: string, values: Record<string, string> = {}): string => fill(pieces[key] ?? key, values);
  if (!shown) return howToCount(clock, pieces);
  if (shown.basis === 'printed' && !counted) return printedAlone(clock, shown, pieces);
  const count = shown.count ?? counted;
  if (!count) return '';
  const sentences = legSentences(count, pieces);
  if (shown.basis === 'first') sentences.unshift(say('first-notice', { from: longDate(count.start) }));
  if (shown.basis === 'letter') sentences.push(say('letter-estimate'));
  if (clock.startFact === 'mailedDate') sentences.unshift(say('from-postmark', { from: longDate(count.start) }));
  if (fromNoticeDate) sentences.push(say('from-letter-date', { date: longDate(fromNoticeDate.date) }));
  if (count.rolledOver.length > 0) sentences.push(rollSentence(count, clock.rule.rollUnstated === true, pieces));
  const relation = printed && printedPiece(clock);
  if (relation) sentences.push(say(relation, { printed: longDate(printed), counted: longDate(count.date) }));
  return sentences.join(' ');
}

/** The printed day where nothing else is known, and where it moves to. */
function printedAlone({ rule, printed = '' as CalendarDate }: Clock, shown: KnownDay, pieces: Pieces): string {
  const said = [fill(pieces['printed-alone'] ?? '', { date: longDate(printed) })];
  if (shown.date !== printed) {
    const piece = rule.rollUnstated ? 'printed-rolled-unstated' : 'printed-rolled';
    said.push(fill(pieces[piece] ?? '', { date: longDate(shown.date) }));
  }
  return said.join(' ');
}

/** How the printed day stands to the counted one; nothing where they are the same. */
function printedPiece({ rule, term, shown, printedDate }: Clock): string | undefined {
  const policy = term.printed ?? rule.printed;
  if (policy === 'printed-first') return 'printed-first';
  if (shown?.basis === 'printed')
    return policy === 'petition' && printedDate === 'same' ? 'printed-binding' : 'printed-earlier';
  return printedDate === 'later' ? 'printed-later' : undefined;
}

/** The count alone, where no letter is behind it. */
export function countWords(counted: Count, pieces: Pieces): string {
  const sentences = legSentences(counted, pieces);
  if (counted.rolledOver.length > 0) sentences.push(rollSentence(counted, false, pieces));
  return sentences.join(' ');
}

function legSentences({ legs }: Count, pieces: Pieces): string[] {
  if (legs.length === 0) return [pieces['nothing-added'] ?? ''];
  return [...legs.map((leg) => legSentence(leg, pieces)), pieces['day-one'] ?? ''];
}

function howToCount({ term }: Clock, pieces: Pieces): string {
  const steps = stepsWords(term.add, pieces);
  return fill(pieces['not-known'] ?? '', { steps, fact: pieces[`fact.${term.from}`] ?? term.from });
}

/** "30 days"; "5 business days, then one year". */
export function stepsWords(steps: readonly CountStep[], pieces: Pieces): string {
  return steps.map((step) => stepWords(step, pieces)).join(pieces['then'] ?? ' ');
}

function stepWords({ count, unit }: CountStep, pieces: Pieces): string {
  const one = unit === 'year' ? 'step.year' : `step.one-${unit}`;
  const many = unit === 'year' ? 'step.years' : `step.${unit}`;
  return fill(pieces[count === 1 ? one : many] ?? '', { count: String(count) });
}

function legSentence(leg: CountedLeg, pieces: Pieces): string {
  const { unit } = leg.step;
  const said = [
    fill(pieces[unit === 'year' && leg.step.count > 1 ? 'leg.years' : `leg.${unit}`] ?? '', {
      steps: stepWords(leg.step, pieces),
      count: String(leg.step.count),
      from: longDate(leg.from),
      to: longDate(leg.to),
    }),
  ];
  const holidays = leg.skipped.filter(({ holiday }) => holiday !== undefined);
  if (holidays.length > 0) said.push(fill(pieces['holidays-skipped'] ?? '', { days: dayList(holidays, pieces) }));
  if (unit === 'year' && leg.from.slice(5) !== leg.to.slice(5)) said.push(pieces['no-leap-day'] ?? '');
  return said.join(' ');
}

function rollSentence(counted: Count, isUnstated: boolean, pieces: Pieces): string {
  const piece = isUnstated ? 'rolled-unstated' : 'rolled';
  return fill(pieces[piece] ?? '', { days: dayList(counted.rolledOver, pieces), date: longDate(counted.date) });
}

/** "Sunday, January 18, 2026 and Monday, January 19, 2026 (Martin Luther King Day)". */
function dayList(days: readonly SkippedDay[], pieces: Pieces): string {
  const named = days.map(({ date, holiday }) => dayName(date, holiday));
  return named.join(pieces['and'] ?? ', ');
}

function dayName(date: CalendarDate, holiday: string | undefined): string {
  return holiday ? `${longDate(date)} (${holiday})` : longDate(date);
}
