import type { DecisionTable, Row } from '../rules/schema.ts';
import type { ProgramName } from '../vocabulary.ts';

/** Closed facts and derived facts by name; what every table is looked up in. */
export type Situation = Readonly<Record<string, string>>;

/** The tables that the engine asks, each a file of rules/decisions. */
export const tableNames = [
  'cap-clock',
  'cap',
  'cdp',
  'equivalent-hearing',
  'form-9423',
  'lead',
  'representation',
] as const;
export type TableName = (typeof tableNames)[number];

/** The table that decides each program. */
export const programTables: readonly (readonly [ProgramName, TableName])[] = [
  ['cap', 'cap'],
  ['cdp', 'cdp'],
  ['equivalentHearing', 'equivalent-hearing'],
];

/** An absent cell means any value. */
export function matches(when: Readonly<Record<string, readonly string[] | undefined>>, situation: Situation): boolean {
  for (const input in when) {
    // Stryker disable next-line OptionalChaining,StringLiteral: only the types ask for both; no cell is empty, and no word.
    if (!when[input]?.includes(situation[input] ?? '')) return false;
  }
  return true;
}

/** True where any of the situations fits. */
export function matchesAny(whens: readonly Row['when'][], situation: Situation): boolean {
  return whens.some((when) => matches(when, situation));
}

/** The one row that decides. The rules check proves that there is exactly one, so the error is a bug. */
export function lookup(table: DecisionTable | undefined, situation: Situation): Row {
  const hit = table?.rows.find((row) => matches(row.when, situation));
  if (hit) return hit;
  const cells = table?.inputs.map((input) => `${input}=${situation[input]}`).join(', ');
  throw new Error(`table "${table?.title ?? '?'}" has no row for ${cells}`);
}
