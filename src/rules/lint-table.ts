import {
  type Box,
  bitsOf,
  boxOf,
  type Cells,
  countUncovered,
  crossing,
  everything,
  isCovered,
  isWithin,
  type Situation,
  situationOf,
  sizeOf,
  uncovered,
  withBits,
} from './lint-box.ts';
import { type CellFault, cellFaults } from './lint-cells.ts';
import { doubles } from './lint-fault.ts';
import type { DecisionTable } from './schema.ts';

/** What can be wrong in one decision table; each kind carries what its message needs. */
export type TableFault =
  | CellFault
  | { readonly kind: 'gap'; readonly given: Situation; readonly combinations: number }
  | { readonly kind: 'more-gaps'; readonly combinations: number }
  | {
      readonly kind: 'overlap';
      readonly rows: readonly [string, string];
      readonly given: Situation;
      readonly combinations: number;
    }
  | { readonly kind: 'unreachable'; readonly row: string }
  | { readonly kind: 'double-row'; readonly row: string }
  | { readonly kind: 'unused-input'; readonly input: string }
  | { readonly kind: 'never-value'; readonly row: string; readonly input: string; readonly values: readonly string[] }
  | { readonly kind: 'needless-cell'; readonly row: string; readonly input: string }
  | { readonly kind: 'needless-impossible'; readonly position: number }
  | { readonly kind: 'impossible-clash'; readonly position: number; readonly other: number }
  | { readonly kind: 'redundant-split'; readonly rows: readonly [string, string]; readonly input: string }
  | { readonly kind: 'then-keys'; readonly row: string; readonly missing: readonly string[] };

/** Gaps spelled out for one table; the rest are counted. */
const gapsShown = 3;

interface Compiled {
  readonly table: DecisionTable;
  readonly inputs: readonly string[];
  readonly all: Box;
  readonly rows: readonly { readonly row: DecisionTable['rows'][number]; readonly box: Box }[];
  readonly impossible: readonly Box[];
}

/** How many combinations of values the inputs of a table have. */
export function combinationsOf(table: DecisionTable): number {
  return sizeOf(everything(table.inputs));
}

/**
 * Everything that is wrong in one table. Each possible combination of its inputs must be decided by exactly one row.
 * Once a cell names a word that nobody knows, gaps and overlaps would only be echoes of it and are not looked for.
 */
export function tableFaults(table: DecisionTable): TableFault[] {
  const cells = cellFaults(table);
  const plain = [...cells, ...doubleRows(table), ...thenFaults(table)];
  if (cells.some(({ kind }) => kind === 'unknown-input' || kind === 'unknown-value')) return plain;
  const compiled = compile(table);
  const overlaps = overlapFaults(compiled);
  const [gaps, unreachable] = [gapFaults(compiled), unreachableFaults(compiled)];
  const holes = [...plain, ...gaps, ...overlaps, ...unreachable];
  // What is needless can be told only of a table that decides everything once.
  return holes.length > 0 ? [...holes, ...unusedInputs(table)] : [...unusedInputs(table), ...needless(compiled)];
}

function compile(table: DecisionTable): Compiled {
  const { inputs } = table;
  return {
    table,
    inputs,
    all: everything(inputs),
    rows: table.rows.map((row) => ({ row, box: boxOf(inputs, row.when) })),
    impossible: (table.impossible ?? []).map(({ given }) => boxOf(inputs, given)),
  };
}

function doubleRows(table: DecisionTable): TableFault[] {
  return doubles(table.rows.map(({ id }) => id)).map((row) => ({ kind: 'double-row', row }));
}

/** Every row has to decide the same things, or the reader of the table finds nothing there; a list left out is empty. */
function thenFaults(table: DecisionTable): TableFault[] {
  const entries = table.rows.flatMap(({ then }) => Object.entries(then));
  const keys = [...new Set(entries.filter(([, value]) => !Array.isArray(value)).map(([key]) => key))];
  return table.rows.flatMap(({ id, then }): TableFault[] => {
    const missing = keys.filter((key) => !(key in then));
    return missing.length === 0 ? [] : [{ kind: 'then-keys', row: id, missing }];
  });
}

function unusedInputs(table: DecisionTable): TableFault[] {
  return table.inputs
    .filter((input) => table.rows.every(({ when }) => when[input] === undefined))
    .map((input) => ({ kind: 'unused-input', input }));
}

function gapFaults({ inputs, all, rows, impossible }: Compiled): TableFault[] {
  const decided = rows.map(({ box }) => box);
  const shown: Box[] = [];
  const faults: TableFault[] = [];
  for (;;) {
    const gap = uncovered(all, [...decided, ...impossible, ...shown]).next();
    if (gap.done) return faults;
    const left = [...decided, ...impossible, ...shown];
    if (shown.length === gapsShown) {
      return [...faults, { kind: 'more-gaps', combinations: countUncovered(all, left) }];
    }
    const whole = widest(all, gap.value, decided, impossible);
    faults.push({
      kind: 'gap',
      given: situationOf(inputs, whole),
      combinations: countUncovered(whole, [...impossible, ...shown]),
    });
    shown.push(whole);
  }
}

/** Grows a box of undecided combinations as far as nothing decided falls in, so that it can be said in few words. */
function widest(all: Box, gap: Box, decided: readonly Box[], impossible: readonly Box[]): Box {
  const isFree = (box: Box): boolean => decided.every((row) => holdsNothing(crossing(box, row), impossible));
  let box = gap;
  for (const index of all.keys()) {
    const freed = withBits(box, index, all[index] ?? 0);
    if (isFree(freed)) box = freed;
  }
  for (const index of all.keys()) {
    for (const bit of bitsOf(all[index] ?? 0)) {
      const more = withBits(box, index, (box[index] ?? 0) | bit);
      if (isFree(more)) box = more;
    }
  }
  return box;
}

function overlapFaults({ inputs, rows, impossible }: Compiled): TableFault[] {
  return rows.flatMap((first, index) =>
    rows.slice(index + 1).flatMap((second): TableFault[] => {
      const both = crossing(first.box, second.box);
      const combinations = both === undefined ? 0 : countUncovered(both, impossible);
      if (both === undefined || combinations === 0) return [];
      return [{ kind: 'overlap', rows: [first.row.id, second.row.id], given: situationOf(inputs, both), combinations }];
    }),
  );
}

function unreachableFaults({ rows, impossible }: Compiled): TableFault[] {
  return rows
    .filter(({ box }) => holdsNothing(box, impossible))
    .map(({ row }) => ({ kind: 'unreachable', row: row.id }));
}

function holdsNothing(box: Box | undefined, impossible: readonly Box[]): boolean {
  return box === undefined || box.includes(0) || isCovered(box, impossible);
}

/** Cells, entries and rows that could go without changing an answer: in a rule that people read they mislead. */
function needless(compiled: Compiled): TableFault[] {
  return [...needlessCells(compiled), ...needlessImpossible(compiled), ...redundantSplits(compiled)];
}

function needlessCells({ table, inputs, all, impossible }: Compiled): TableFault[] {
  return table.rows.flatMap(({ id: row, when }) => {
    const faults: TableFault[] = [];
    // A cell that could go is taken out before the next one is judged: of two that imply each other one must stay.
    let cells: Cells = when;
    for (const [index, input] of inputs.entries()) {
      const own = cells[input];
      if (own === undefined) continue;
      const box = boxOf(inputs, cells);
      const others = withBits(box, index, (all[index] ?? 0) & ~(box[index] ?? 0));
      const values = own.filter((value) => holdsNothing(boxOf(inputs, { ...cells, [input]: [value] }), impossible));
      if (holdsNothing(others, impossible)) {
        faults.push({ kind: 'needless-cell', row, input });
        cells = { ...cells, [input]: undefined };
      } else if (values.length > 0) faults.push({ kind: 'never-value', row, input, values });
    }
    return faults;
  });
}

/** An entry that another one contains, or under which every combination is decided once without it. */
function needlessImpossible({ rows, impossible }: Compiled): TableFault[] {
  return impossible.flatMap((box, index): TableFault[] => {
    const others = impossible.filter((_, other) => other !== index);
    const other = impossible.findIndex((cover, at) => at !== index && isWithin(box, cover));
    if (other >= 0) return [{ kind: 'impossible-clash', position: index + 1, other: other + 1 }];
    const parts = rows.map((row) => crossing(row.box, box)).filter((part) => part !== undefined);
    const isDecided = isCovered(box, [...parts, ...others]);
    const isTwice = parts.some((part, at) =>
      parts.slice(at + 1).some((second) => !holdsNothing(crossing(part, second), others)),
    );
    return isDecided && !isTwice ? [{ kind: 'needless-impossible', position: index + 1 }] : [];
  });
}

/** Two rows that say the same and differ in one cell only are one row. */
function redundantSplits({ table, inputs }: Compiled): TableFault[] {
  const said = table.rows.map(({ id: _, when: __, ...rest }) => JSON.stringify(rest));
  return table.rows.flatMap((first, index) =>
    table.rows.flatMap((second, other): TableFault[] => {
      if (other <= index || said[index] !== said[other]) return [];
      const apart = inputs.filter((input) => !sameValues(first.when[input], second.when[input]));
      const [input] = apart;
      if (apart.length !== 1 || input === undefined) return [];
      return [{ kind: 'redundant-split', rows: [first.id, second.id], input }];
    }),
  );
}

function sameValues(a: Cells[string], b: Cells[string]): boolean {
  return JSON.stringify(a?.toSorted()) === JSON.stringify(b?.toSorted());
}
