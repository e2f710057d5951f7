import type { Decision } from '../../engine/decide.ts';
import type { Row } from '../../rules/schema.ts';
import { kept } from '../kept.ts';
import { makePiece } from '../write/pieces.ts';
import { deadlineJson, jsonInside } from '../write/row-bytes.ts';
import type { ClockPlan } from './clock-plan.ts';
import type { ClockSet } from './clock-set.ts';
import type { SaidAfter, SaidBefore, Settled, ShownClock } from './planned-row.ts';
import { saidAfter, saidBefore } from './row-answer.ts';

/** What decisions say, with its JSON. What an earlier decision said, too, is that of the earlier one. */
export interface Sayings {
  readonly before: (decision: Decision) => SaidBefore;
  readonly shown: (decision: Decision, set: ClockSet) => readonly ShownClock[];
  readonly after: (representation: Row, warnings: readonly string[]) => SaidAfter;
  readonly settled: (said: Settled) => Settled;
  /** All that was said so far, with the number of rows. */
  readonly all: () => readonly SaidBefore[];
}

/** Beyond that many they are made anew. */
const mostSettled = 20_000;

export function makeSayings(): Sayings {
  const befores = new Map<string, SaidBefore>();
  const beforeOf = kept(befores);
  const afterOf = kept(new Map<string, SaidAfter>());
  const clocks = new Map<ClockPlan, ShownClock>();
  const settledOf = kept(new Map<string, Settled>(), mostSettled);
  let made = 0;
  const nextNumber = (): number => {
    made += 1;
    return made;
  };
  return {
    before(decision) {
      const said = saidBefore(decision);
      const json = `},${jsonInside(said)},"deadlines":[`;
      return beforeOf(json, () => ({ number: nextNumber(), said, json: makePiece(json), rows: 0 }));
    },
    shown({ deadlines }, set) {
      const inOrderOfId = [...deadlines].sort((a, b) => (a.id < b.id ? -1 : 1));
      return inOrderOfId.flatMap(({ id, firmness }): ShownClock[] => {
        const clock = set.clockOf(id);
        if (clock === undefined) return [];
        const known = clocks.get(clock) ?? {
          ...{ number: nextNumber(), clock, firmness },
          json: deadlineJson(id, firmness),
        };
        clocks.set(clock, known);
        return [known];
      });
    },
    after(representation, warnings) {
      const said = saidAfter(representation, warnings);
      const json = `],${jsonInside(said)}}\n`;
      return afterOf(json, () => ({ number: nextNumber(), said, json: makePiece(json) }));
    },
    settled(said) {
      const { before, after, shown, trace, lacksForm2848 } = said;
      const numbers = [before, after, ...shown].map(({ number }) => number);
      return settledOf([...numbers, ...trace, lacksForm2848].join(), () => said);
    },
    all: () => [...befores.values()],
  };
}
