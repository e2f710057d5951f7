import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import { onFirstUse } from './on-first-use.ts';
import type { RuleSet } from './rule-set.ts';

/** The days on which something holds, both included; an absent end is open. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether something holds on a day. */
export function holdsOn({ from, to }: Period, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** The days on which the law of these periods becomes another: first days, and days after last days; in order. */
export function changesOf(periods: readonly Period[]): CalendarDate[] {
  const days = periods.flatMap(({ from, to }) => [from ?? [], to ? addCalendarDays(to as CalendarDate, 1) : []].flat());
  return [...new Set(days as CalendarDate[])].sort();
}

const laws = new WeakMap<RuleSet, Map<string, RuleSet>>();

/**
 * The rules as they stand on one day: every letter, row, deadline, statement and sentence that holds on it. All days
 * between two changes share one object. Spellings of letters stay whole, so that a letter of other days is recognised.
 */
export function lawOn(rules: RuleSet, day: CalendarDate): RuleSet {
  if (rules.changes.length === 0) return rules;
  const periods = laws.get(rules) ?? new Map<string, RuleSet>();
  laws.set(rules, periods);
  const since = rules.changes.findLast((change) => change <= day) ?? '';
  const law = periods.get(since) ?? makeLaw(rules, day);
  periods.set(since, law);
  return law;
}

/** Parts are worked out when they are first asked for: one answer needs few of them. */
function makeLaw(rules: RuleSet, day: string): RuleSet {
  const holding = <T extends Period>(list: readonly T[]): T[] => list.filter((each) => holdsOn(each, day));
  const asTheyAre = Object.fromEntries(
    (Object.keys(rules) as (keyof RuleSet)[]).map((key) => [key, (): unknown => rules[key]]),
  ) as unknown as { readonly [K in keyof RuleSet]: () => RuleSet[K] };
  return onFirstUse<RuleSet>({
    ...asTheyAre,
    changes: () => [],
    sources: () => sourcesOn(rules.sources, day),
    notices: () => noticesOn(rules, day),
    tables: () => tablesOf(rules, holding),
    deadlines: () => holding(rules.deadlines),
    steps: () => holding(rules.steps),
    warnings: () => holding(rules.warnings),
    help: () => holding(rules.help),
    conditions: () => holding(rules.conditions),
    text: () => ({ ...rules.text, statements: { ...rules.text.statements, ...sentencesOn(rules.text.versions, day) } }),
  });
}

function sourcesOn(sources: RuleSet['sources'], day: string): RuleSet['sources'] {
  const expired = Object.entries(sources).filter(([, { expires }]) => expires !== undefined && expires <= day);
  if (expired.length === 0) return sources;
  const marked = expired.map(([id, source]) => [id, { ...source, expired: true as const }]);
  return { ...sources, ...Object.fromEntries(marked) };
}

function noticesOn({ notices, noticePeriods }: RuleSet, day: string): RuleSet['notices'] {
  const gone = new Set(Object.keys(noticePeriods).filter((id) => !holdsOn(noticePeriods[id] ?? {}, day)));
  if (gone.size === 0) return notices;
  return Object.fromEntries(Object.entries(notices).filter(([id]) => !gone.has(id)));
}

function tablesOf({ tables }: RuleSet, holding: <T extends Period>(list: readonly T[]) => T[]): RuleSet['tables'] {
  const makers = Object.keys(tables).map((name) => [name, () => tableOf(tables[name])]);
  return onFirstUse(Object.fromEntries(makers));

  function tableOf(table: RuleSet['tables'][string] | undefined): typeof table {
    const rows = holding(table?.rows ?? []);
    return table && rows.length < table.rows.length ? { ...table, rows } : table;
  }
}

function sentencesOn(versions: RuleSet['text']['versions'], day: string): Record<string, string> {
  const held = Object.entries(versions).flatMap(([key, list]) =>
    list.filter((version) => holdsOn(version, day)).map(({ text }) => [key, text]),
  );
  return Object.fromEntries(held);
}
