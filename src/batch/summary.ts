import type { CalendarDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { rulesStamp } from '../engine/rules-stamp.ts';
import { version } from '../version.ts';
import { missingFacts, programStatuses, programs } from '../vocabulary.ts';
import { nearDays, type Overview } from './overview.ts';

/** One line for people. */
export function summaryWords({ rows, errors, incomplete, unknownDays, urgency }: Overview): string {
  const soon = urgency.today + urgency.within7;
  return [
    `${rows} row${rows === 1 ? '' : 's'}`,
    `${errors} with errors`,
    `${incomplete} with facts missing`,
    ...(unknownDays > 0 ? [`${unknownDays} with a last day that is not known`] : []),
    ...(soon > 0 ? [`${soon} with a last day in the next ${nearDays} days`] : []),
  ].join(', ');
}

/** The same for programs, with all counts. */
export function summaryObject(overview: Overview, book: RuleSet, today: CalendarDate): Record<string, unknown> {
  const { weeks, mostUrgent, named: _named, ...counts } = overview;
  const [first] = mostUrgent;
  return {
    schemaVersion: 1,
    generator: { name: 'irs-appeals-guide', version },
    rules: rulesStamp(book),
    today,
    ...counts,
    programs: Object.fromEntries(programs.map((name) => [name, inOrder(counts.programs[name], programStatuses)])),
    missing: inOrder(counts.missing, missingFacts),
    weeks: Object.fromEntries([...weeks].sort(([a], [b]) => (a < b ? -1 : 1))),
    next: first ? { row: first.row, client: first.client, id: first.next.id, date: first.next.date } : null,
  };
}

/** The order of the vocabulary, whichever row or thread came first. */
function inOrder<K extends string>(
  counts: Partial<Record<K, number>>,
  names: readonly K[],
): Partial<Record<K, number>> {
  return Object.fromEntries(names.flatMap((name) => (counts[name] ? [[name, counts[name]]] : []))) as typeof counts;
}
