import type { Settled } from './planned-row.ts';

/** What each plan says for each way in which its clocks can stand. */
export interface WayList {
  readonly find: (plan: number, way: number) => Settled | undefined;
  readonly add: (plan: number, way: number, settled: Settled) => void;
  readonly size: () => number;
  readonly forget: () => void;
}

const width = 3;

/** Few ways for a plan, so a chain of them is looked through: way, place among those settled, and the next one. */
export function makeWayList(): WayList {
  const heads: number[] = [];
  const chain: number[] = [];
  const settled: Settled[] = [];
  const places = new Map<Settled, number>();
  return {
    find(plan, way) {
      for (let at = heads[plan] ?? -1; at >= 0; at = chain[at + 2] as number) {
        if (chain[at] === way) return settled[chain[at + 1] as number];
      }
      return undefined;
    },
    add(plan, way, said) {
      const place = places.get(said) ?? settled.push(said) - 1;
      places.set(said, place);
      while (heads.length <= plan) heads.push(-1);
      chain.push(way, place, heads[plan] as number);
      heads[plan] = chain.length - width;
    },
    size: () => chain.length / width,
    forget() {
      for (const list of [heads, chain, settled]) list.length = 0;
      places.clear();
    },
  };
}
