import type { CalendarDate } from '../calendar.ts';
import { closedFacts, type OrdinaryFact, ordinaryFacts, type ProgramName } from '../vocabulary.ts';
import { calendarOf, type Decision } from './decide.ts';
import type { Answers } from './guidance.ts';
import { statusOfRow } from './programs.ts';
import type { RuleSet } from './rule-set.ts';
import { readSituation } from './situation.ts';
import { lookup, programTables, type Situation } from './table.ts';

/**
 * The ordinary cases that were answered without being asked, by program: every fact that is unknown and whose other
 * values would change that program's status. They become the "if ..." of the answer.
 */
export function assumedFacts(
  rules: RuleSet,
  { situation, rows }: Decision,
  answers: Answers,
  today: CalendarDate,
): Readonly<Record<ProgramName, readonly OrdinaryFact[]>> {
  const assumed: Record<ProgramName, OrdinaryFact[]> = { cap: [], cdp: [], equivalentHearing: [] };
  for (const fact of ordinaryFacts) {
    if (situation[fact] !== 'unknown') continue;
    const movesClocks = startsClocks(rules, fact) || tellsOfFirstNotice.includes(fact);
    const others = closedFacts[fact].map((value): Situation => {
      if (!movesClocks) return { ...situation, [fact]: value };
      return readSituation(rules, calendarOf(rules), { ...answers, [fact]: value }, today).situation;
    });
    for (const [program, name] of programTables) {
      const table = rules.tables[name];
      const status = statusOfRow(rows[program]);
      if (status === 'unknown' || !(movesClocks || table?.inputs.includes(fact))) continue;
      if (others.some((other) => statusOfRow(lookup(table, other)) !== status)) assumed[program].push(fact);
    }
  }
  return assumed;
}

/** The situation is read anew for these: they say whether an earlier CDP notice matters. */
const tellsOfFirstNotice: readonly OrdinaryFact[] = ['priorCdp', 'cdpHearing', 'taxpayer'];

/** Whether a fact decides which clocks run; only then do the clocks have to be run again for its other values. */
function startsClocks(rules: RuleSet, fact: OrdinaryFact): boolean {
  return (
    rules.tables['cap-clock']?.inputs.includes(fact) === true ||
    rules.clocks.some(({ when }) => fact in when) ||
    rules.deadlines.some(({ terms }) => terms.some(({ when }) => fact in when))
  );
}
