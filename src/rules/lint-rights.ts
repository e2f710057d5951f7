import type { RuleSet } from '../engine/rule-set.ts';
import { tableInputs } from '../situation-words.ts';
import { programs } from '../vocabulary.ts';
import { type Box, boxOf, crossing, situationOf, uncovered } from './lint-box.ts';
import type { Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';
import { inWords } from './lint-table-words.ts';

type Program = (typeof programs)[number];

/** The table that decides each program, and the word under which steps know its status. */
const decided = {
  cap: { table: 'cap', status: 'capStatus' },
  cdp: { table: 'cdp', status: 'cdpStatus' },
  equivalentHearing: { table: 'equivalent-hearing', status: 'hearingStatus' },
} as const;

const inputs = Object.keys(tableInputs);

/** An open right that no step says how to ask for; each with one such situation. */
export function silentRights(rules: RuleSet, fileOf: FileOf): Fault[] {
  return programs.flatMap((program) => {
    const hole = ['onlyWithDate', 'onlyWithoutDate'].map((left) => holeOf(rules, program, left)).find(Boolean);
    if (!hole) return [];
    const said = inWords(situationOf(inputs, hole.box));
    const message = `${program} is available by row ${hole.row} in ${said}, and no step with "asksFor": "${program}" says how to ask for it: add one, or widen one`;
    return [{ file: fileOf('steps'), path: 'steps', message }];
  });
}

/** Steps that are said only with a date, or only without one, leave a hole where there is none or one. */
function holeOf(
  rules: RuleSet,
  program: Program,
  left: string,
): { readonly row: string; readonly box: Box } | undefined {
  const { table, status } = decided[program];
  const covers = [
    ...rules.steps
      .filter((step) => step.asksFor === program && !step[left as 'onlyWithDate'])
      .flatMap(({ when }) => when.map((cells) => boxOf(inputs, cells))),
    ...[table, 'cap-clock'].flatMap((name) => impossibleIn(rules, name)),
  ];
  for (const { id, when, then } of rules.tables[table]?.rows ?? []) {
    if (then['status'] !== 'available') continue;
    const box = boxOf(inputs, { ...when, [status]: ['available'] });
    for (const clock of clockBoxes(rules)) {
      const both = crossing(box, clock);
      const [hole] = both ? uncovered(both, covers) : [];
      if (hole) return { row: `${table}/${id}`, box: hole };
    }
  }
  return undefined;
}

/** The word capClock is decided by a table of its own. */
function clockBoxes(rules: RuleSet): Box[] {
  const rows = rules.tables['cap-clock']?.rows ?? [];
  return rows.map(({ when, then }) => boxOf(inputs, { ...when, capClock: [String(then['clock'])] }));
}

function impossibleIn(rules: RuleSet, table: string): Box[] {
  return (rules.tables[table]?.impossible ?? []).map(({ given }) => boxOf(inputs, given));
}
