import type { CountStep } from './count.ts';
import { stepsWords } from './counting.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * The counts of the deadlines and clocks by the name under which a sentence takes them in: `ia-appeal` where all terms
 * have one count, `cdp-request/levy` for one term, also of one that stands in the file of a letter.
 */
export function countPlaces({
  deadlines,
  clocks,
  notices,
}: Pick<RuleSet, 'deadlines' | 'clocks' | 'notices'>): ReadonlyMap<string, readonly CountStep[]> {
  const places = new Map<string, readonly CountStep[]>();
  const add = (name: string, steps: readonly CountStep[]): void => {
    if (steps.length > 0) places.set(name, steps);
  };
  for (const { id, terms } of deadlines) {
    const counts = new Map(terms.map((term) => [stepsName(term.add), term.add]));
    const [only = []] = counts.values();
    if (counts.size === 1) add(id, only);
    for (const term of terms) add(`${id}/${term.id}`, term.add);
  }
  for (const { ownDeadline } of Object.values(notices)) {
    for (const term of ownDeadline?.terms ?? []) add(`${ownDeadline?.id}/${term.id}`, term.add);
  }
  for (const clock of clocks) add(clock.id, clock.add);
  return places;
}

function stepsName(steps: readonly CountStep[]): string {
  return steps.map(({ count, unit }) => `${count} ${unit}`).join(', ');
}

/** What fills `{count:NAME}`, by `count:NAME`. No two versions of a deadline count differently, so it holds on all days. */
export function countValues(rules: Pick<RuleSet, 'deadlines' | 'clocks' | 'notices' | 'text'>): Record<string, string> {
  return Object.fromEntries(
    [...countPlaces(rules)].map(([name, steps]) => [`count:${name}`, stepsWords(steps, rules.text.counting)]),
  );
}
