import { tableInputs } from '../situation-words.ts';

/**
 * A box is a set of combinations: for each input, in a fixed order, the values it may have, as bits of one integer.
 * A row of a table is a box, and so are the crossing of two rows and what a declared impossibility covers.
 */
export type Box = readonly number[];

/** Values by input; an absent input means any. */
export type Cells = Readonly<Record<string, readonly string[] | undefined>>;

/** A situation in words: only the inputs that are restricted. */
export type Situation = Readonly<Record<string, readonly string[]>>;

/** The whole domain of an input; empty for one that the vocabulary does not know. */
export function domainOf(input: string): readonly string[] {
  return tableInputs[input] ?? [];
}

/** Every combination of these inputs. */
export function everything(inputs: readonly string[]): Box {
  return inputs.map((input) => 2 ** domainOf(input).length - 1);
}

/** The combinations that the cells allow. Inputs and values that are not known count as not written. */
export function boxOf(inputs: readonly string[], cells: Cells): Box {
  return inputs.map((input) => {
    const domain = domainOf(input);
    const allowed = cells[input] ?? domain;
    return domain.reduce((bits, value, index) => (allowed.includes(value) ? bits | (1 << index) : bits), 0);
  });
}

/** The combinations that are in both, or undefined where none is. */
export function crossing(a: Box, b: Box): Box | undefined {
  const both = a.map((bits, index) => bits & at(b, index));
  return both.includes(0) ? undefined : both;
}

/** How many combinations a box holds. */
export function sizeOf(box: Box): number {
  return box.reduce((product, bits) => product * countBits(bits), 1);
}

/** Single values of an integer of bits, each as one bit. */
export function bitsOf(bits: number): number[] {
  return Array.from({ length: 31 }, (_, index) => 1 << index).filter((bit) => (bits & bit) !== 0);
}

/** A copy of the box in which one input has these values. */
export function withBits(box: Box, index: number, bits: number): Box {
  return box.map((own, position) => (position === index ? bits : own));
}

/** The restricted inputs of a box with their values. */
export function situationOf(inputs: readonly string[], box: Box): Situation {
  const entries = inputs.map((input, index): [string, string[]] => [
    input,
    domainOf(input).filter((_, position) => (at(box, index) & (1 << position)) !== 0),
  ]);
  return Object.fromEntries(entries.filter(([input, values]) => values.length < domainOf(input).length));
}

/**
 * The part of a box that none of the covers holds, as boxes that do not cross. Each combination is looked at, but those
 * that no cover tells apart are walked as one; so a table of a million combinations costs little more than its rows.
 */
export function* uncovered(box: Box, covers: readonly Box[], level = 0): Generator<Box> {
  const alive = covers.filter((cover) => cover.every((bits, index) => (bits & at(box, index)) !== 0));
  if (alive.length === 0) {
    yield box;
    return;
  }
  if (alive.some((cover) => isWithin(box, cover))) return;
  const own = at(box, level);
  for (const bits of toldApart(own, alive, level)) {
    yield* uncovered(bits === own ? box : withBits(box, level, bits), alive, level + 1);
  }
}

/** Whether the covers leave nothing of the box. */
export function isCovered(box: Box, covers: readonly Box[]): boolean {
  return uncovered(box, covers).next().done === true;
}

/** How many combinations of the box no cover holds. */
export function countUncovered(box: Box, covers: readonly Box[]): number {
  let count = 0;
  for (const part of uncovered(box, covers)) count += sizeOf(part);
  return count;
}

/** Every combination of the first box is in the second. */
export function isWithin(box: Box, cover: Box): boolean {
  return box.every((bits, index) => (bits & ~at(cover, index)) === 0);
}

/** Splits the values of one input into groups; within a group every cover treats all values alike. */
function toldApart(bits: number, covers: readonly Box[], level: number): number[] {
  let groups = [bits];
  for (const cover of covers) {
    const mask = at(cover, level);
    groups = groups.flatMap((group) => [group & mask, group & ~mask].filter((part) => part !== 0));
  }
  return groups;
}

function at(box: Box, index: number): number {
  return box[index] ?? 0;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
