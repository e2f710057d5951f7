import type { CountStep } from './count.ts';
import { stepsWords } from './counting.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * The counts of the deadlines and clocks by the name under which a sentence takes them in: `ia-appeal` where all terms
 * have one count, `cdp-request/levy` for one term.
 */
export function countPlaces({
  deadlines,
  clocks,
}: Pick<RuleSet, 'deadlines' | 'clocks'>): ReadonlyMap<string, readonly CountStep[]> {
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
  for (const clock of clocks) add(clock.id, clock.add);
  return places;
}

function stepsName(steps: readonly CountStep[]): string {
  return steps.map(({ count, unit }) => `${count} ${unit}`).join(', ');
}

const filled = new WeakMap<RuleSet, Readonly<Record<string, string>>>();

/** What fills `{count:NAME}` by the law of these rules. */
export function countValues(rules: RuleSet): Readonly<Record<string, string>> {
  const known = filled.get(rules);
  if (known) return known;
  const values = Object.fromEntries(
    [...countPlaces(rules)].map(([name, steps]) => [`count:${name}`, stepsWords(steps, rules.text.counting)]),
  );
  filled.set(rules, values);
  return values;
}
