import type { Clock } from '../../engine/clocks.ts';
import { matches, type Situation } from '../../engine/table.ts';
import type { DeadlineId } from '../../vocabulary.ts';
import { type ClockPlan, clockPlan, type GivenDays } from './clock-plan.ts';
import { type DayMark, futureMark, hearingMark, installmentMark, lateMark, mailedMark } from './day-marks.ts';
import type { LawDays } from './law-days.ts';

/** The clocks that run for some closed facts; all rows with the same clocks share it. */
export interface ClockSet {
  readonly clocks: readonly ClockPlan[];
  /** Looks where each clock stands; a small number for each way in which all of them can. */
  readonly stand: (given: GivenDays, today: number) => number;
  readonly clockOf: (id: DeadlineId) => ClockPlan | undefined;
  /** Forgets the numbers that it gave. */
  readonly forget: () => void;
}

/** Gives the set of clocks of a situation; sets and clocks that were made before are used again. */
export function makeClockSets(days: LawDays): (found: readonly Clock[], situation: Situation) => ClockSet {
  const plans = new Map<string, ClockPlan>();
  const sets = new Map<string, ClockSet>();
  const nameOf = ({ rule, term }: Clock): string => `${rule.id}/${term.id}`;
  const planOf = (clock: Clock): ClockPlan => {
    const known = plans.get(nameOf(clock));
    const plan = known ?? clockPlan(clock, days.of(clock.term.add, clock.rule.roll), days.safe);
    plans.set(nameOf(clock), plan);
    return plan;
  };
  return (found, situation) => {
    const late = days.law.clocks.find(({ id, when }) => id === 'tenDayClock' && matches(when, situation));
    const key = [...found.map(nameOf), late ? 'late' : ''].join();
    const known = sets.get(key);
    if (known) return known;
    const clocks = found.map(planOf);
    const marks = marksOf(days, found, clocks);
    const set = makeClockSet(clocks, late ? [...marks, lateMark(late.from, days.of(late.add, false))] : marks);
    sets.set(key, set);
    return set;
  };
}

/** The days beside the clocks that something hangs on. */
function marksOf(days: LawDays, found: readonly Clock[], clocks: readonly ClockPlan[]): DayMark[] {
  const opensAfter = found.find(({ term }) => term.opensAfter)?.term.opensAfter;
  return [
    futureMark,
    mailedMark,
    ...(clocks.some(({ id }) => id === 'ia-appeal-after-effective') ? [installmentMark] : []),
    ...(opensAfter ? [hearingMark(clocks, days.of(opensAfter, true))] : []),
  ];
}

/** Where codes lead that were met one after the other; the last one to a number. */
interface Branch {
  readonly next: (Branch | undefined)[];
  number: number;
}

function makeClockSet(clocks: readonly ClockPlan[], marks: readonly DayMark[]): ClockSet {
  const root: Branch = { next: [], number: -1 };
  let ways = 0;
  return {
    clocks,
    stand(given, today) {
      let branch = root;
      for (const clock of clocks) branch = branchOf(branch, clock.stand(given, today));
      for (const mark of marks) branch = branchOf(branch, mark(given, today));
      if (branch.number < 0) {
        branch.number = ways;
        ways += 1;
      }
      return branch.number;
    },
    clockOf: (id) => clocks.find((clock) => clock.id === id),
    forget() {
      root.next.length = 0;
      root.number = -1;
      ways = 0;
    },
  };
}

function branchOf({ next }: Branch, code: number): Branch {
  const known = next[code];
  if (known) return known;
  const branch: Branch = { next: [], number: -1 };
  next[code] = branch;
  return branch;
}
