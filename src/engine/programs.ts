import type { Calendar, CalendarDate } from '../calendar.ts';
import type { Row } from '../rules/schema.ts';
import { closedFacts, type OrdinaryFact, ordinaryFacts, type ProgramName, type ProgramStatus } from '../vocabulary.ts';
import type { Answers } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';
import { type Reading, readSituation } from './situation.ts';
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
  return {
    capStatus: statusOfRow(rows.cap),
    cdpStatus: statusOfRow(rows.cdp),
    hearingStatus: statusOfRow(rows.equivalentHearing),
  };
}

/**
 * The ordinary cases that were answered without being asked, by program: every fact that is unknown and whose other
 * values would change that program's status. They become the "if ..." of the answer.
 */
export function assumedFacts(
  rules: RuleSet,
  calendar: Calendar,
  answers: Answers,
  today: CalendarDate,
  reading: Reading,
  rows: ProgramRows,
): Readonly<Record<ProgramName, readonly OrdinaryFact[]>> {
  const assumed: Record<ProgramName, OrdinaryFact[]> = { cap: [], cdp: [], equivalentHearing: [] };
  for (const fact of ordinaryFacts) {
    if (reading.situation[fact] !== 'unknown') continue;
    const others = closedFacts[fact].map((value) => {
      const other = readSituation(rules, calendar, { ...answers, [fact]: value }, today);
      return programRows(rules, other.situation);
    });
    for (const program of Object.keys(assumed) as ProgramName[]) {
      const status = statusOfRow(rows[program]);
      if (status === 'unknown') continue;
      if (others.some((row) => statusOfRow(row[program]) !== status)) assumed[program].push(fact);
    }
  }
  return assumed;
}
