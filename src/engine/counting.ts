import { type CalendarDate, longDate, type SkippedDay } from '../calendar.ts';
import type { Clock } from './clocks.ts';
import type { Count, CountedLeg, CountStep } from './count.ts';
import { fill } from './fill.ts';

type Pieces = Readonly<Record<string, string>>;

/** The sentences that show how a day came about, or how to count it once its start is known. */
export function countingOf(clock: Clock, pieces: Pieces): string {
  const { counted, printed, printedDate, fromNoticeDate } = clock;
  const say = (key: string, values: Record<string, string> = {}): string => fill(pieces[key] ?? key, values);
  if (!counted) return printed ? say('printed-alone', { date: longDate(printed) }) : howToCount(clock, pieces);
  if (clock.term.add.length === 0) return say('printed-alone', { date: longDate(counted.date) });
  const sentences = legSentences(counted, pieces);
  if (clock.startFact === 'mailedDate') sentences.unshift(say('from-postmark', { from: longDate(counted.start) }));
  if (fromNoticeDate) sentences.push(say('from-letter-date', { date: longDate(fromNoticeDate.unrolled) }));
  if (counted.rolledOver.length > 0) sentences.push(rollSentence(counted, clock.rule.rollUnstated === true, pieces));
  if (printed && (printedDate === 'earlier' || printedDate === 'later')) {
    sentences.push(say(`printed-${printedDate}`, { printed: longDate(printed), counted: longDate(counted.date) }));
  }
  return sentences.join(' ');
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
