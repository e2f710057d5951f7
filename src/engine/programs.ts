import type { Row } from '../rules/schema.ts';
import type { ProgramName, ProgramStatus } from '../vocabulary.ts';
import type { RuleSet } from './rule-set.ts';
import { lookup, type Situation } from './table.ts';

export type ProgramRows = Readonly<Record<ProgramName, Row>>;

/** The row that decides each program in a situation. */
export function programRows(rules: RuleSet, situation: Situation): ProgramRows {
  return {
    cap: lookup(rules.tables['cap'], situation),
    cdp: lookup(rules.tables['cdp'], situation),
    equivalentHearing: lookup(rules.tables['equivalent-hearing'], situation),
  };
}

export function statusOfRow(row: Row): ProgramStatus {
  return row.then['status'] as ProgramStatus;
}

/** Statuses as words of the situation, for the tables that build on them. */
export function statusFacts(rows: ProgramRows): Record<'capStatus' | 'cdpStatus' | 'hearingStatus', ProgramStatus> {
  const { cap, cdp, equivalentHearing } = statusesOf(rows);
  return { capStatus: cap, cdpStatus: cdp, hearingStatus: equivalentHearing };
}

/** The status of each program. */
export function statusesOf(rows: ProgramRows): Record<ProgramName, ProgramStatus> {
  return {
    cap: statusOfRow(rows.cap),
    cdp: statusOfRow(rows.cdp),
    equivalentHearing: statusOfRow(rows.equivalentHearing),
  };
}
