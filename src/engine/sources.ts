import type { Guidance, Source } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';

/** Exactly the sources cited anywhere in the answer, in order of id. */
export function citedSources(rules: RuleSet, answer: Omit<Guidance, 'sources'>): Source[] {
  const ids = new Set<string>();
  collectCites(answer, ids);
  return [...ids].sort().flatMap((id) => {
    const source = rules.sources[id];
    if (!source) return [];
    const { title, url, revised, retrieved } = source;
    return [{ id, title, url, revised, retrieved }];
  });
}

function collectCites(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (key === 'cite') for (const id of item as string[]) ids.add(id);
    else if (typeof item === 'object') collectCites(item, ids);
  }
}
