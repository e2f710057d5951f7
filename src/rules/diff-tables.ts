import type { RuleSet } from '../engine/rule-set.ts';
import { type FieldChange, fieldChanges } from './diff-entries.ts';
import {
  type Box,
  boxOf,
  type Cells,
  countUncovered,
  crossing,
  everything,
  type Situation,
  situationOf,
  sizeOf,
} from './lint-box.ts';
import type { DecisionTable, Row } from './schema.ts';

/** Combinations of the inputs of one table that another row decides, or the same row otherwise. */
export interface RowPair {
  /** undefined: the combinations were declared impossible. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly combinations: number;
  readonly given: Situation;
  /** What of the decision differs: `then.status`, `text`, `cite`. */
  readonly fields: readonly FieldChange[];
}

export interface TableDiff {
  readonly table: string;
  /** All combinations of the inputs of both tables that one of the two does not declare impossible. */
  readonly combinations: number;
  /** Those that are decided otherwise. */
  readonly changed: number;
  readonly pairs: readonly RowPair[];
}

interface Sided {
  readonly row: Row | undefined;
  readonly box: Box;
}

/** For each table of both rules, which combinations of its inputs are decided otherwise, by which rows. */
export function tableDiffs(before: RuleSet, after: RuleSet): TableDiff[] {
  return Object.keys(after.tables).flatMap((name) => {
    const [old, now] = [before.tables[name], after.tables[name]];
    const diff = old && now && tableDiff(name, old, now);
    return diff && diff.pairs.length > 0 ? [diff] : [];
  });
}

function tableDiff(table: string, old: DecisionTable, now: DecisionTable): TableDiff {
  const inputs = [...new Set([...old.inputs, ...now.inputs])];
  const all = everything(inputs);
  const [before, after] = [sided(inputs, old), sided(inputs, now)];
  const impossible = [before, after].map((side) => side.filter(({ row }) => !row).map(({ box }) => box));
  const [gone = [], going = []] = impossible;
  const neither = gone.flatMap((one) => going.map((other) => crossing(one, other))).filter((box) => box !== undefined);
  const pairs = before.flatMap((one) => after.flatMap((other) => pairOf(inputs, one, other, gone, going)));
  const changed = pairs.reduce((sum, { combinations }) => sum + combinations, 0);
  return { table, combinations: countUncovered(all, neither), changed, pairs };
}

/** Rows, and what is declared impossible, as boxes of the same inputs. */
function sided(inputs: readonly string[], { rows, impossible = [] }: DecisionTable): Sided[] {
  return [
    ...rows.map((row) => ({ row, box: boxOf(inputs, row.when) })),
    ...impossible.map(({ given }) => ({ row: undefined, box: boxOf(inputs, given) })),
  ];
}

function pairOf(
  inputs: readonly string[],
  old: Sided,
  now: Sided,
  gone: readonly Box[],
  going: readonly Box[],
): RowPair[] {
  const both = crossing(old.box, now.box);
  if (!both || (!old.row && !now.row)) return [];
  const fields = old.row && now.row ? fieldChanges(decided(old.row), decided(now.row)) : [];
  if (old.row && now.row && fields.length === 0) return [];
  // A row may reach into what is declared impossible; there it decides nothing.
  const combinations = countUncovered(both, [...(old.row ? gone : []), ...(now.row ? going : [])]);
  if (combinations === 0) return [];
  return [{ old: old.row?.id, new: now.row?.id, combinations, given: situationOf(inputs, both), fields }];
}

function decided({ then, text, cite, inferred }: Row): unknown {
  return { then, text, cite, inferred };
}

/** How many combinations of the inputs that either list names a statement is newly said in, or no longer. */
export function whenDiff(
  before: readonly Cells[],
  after: readonly Cells[],
): { readonly inputs: readonly string[]; readonly combinations: number; readonly more: number; readonly less: number } {
  const inputs = [...new Set([...before, ...after].flatMap((cells) => Object.keys(cells)))];
  const all = everything(inputs);
  const [old, now] = [before, after].map((whens) => whens.map((cells) => boxOf(inputs, cells)));
  const held = (boxes: readonly Box[]): number => sizeOf(all) - countUncovered(all, boxes);
  const either = held([...(old ?? []), ...(now ?? [])]);
  return { inputs, combinations: sizeOf(all), more: either - held(old ?? []), less: either - held(now ?? []) };
}
