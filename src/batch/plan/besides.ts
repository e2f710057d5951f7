import type { Decision } from '../../engine/decide.ts';
import type { Answers } from '../../engine/guidance.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { lookup, matchesAny } from '../../engine/table.ts';
import { type ClosedFact, closedFactNames, unknown } from '../../vocabulary.ts';

/**
 * Facts that change neither a program nor a clock: no table but the one of representation and no deadline names them. Rows
 * that differ in them only are decided once. None where guidance has expired, because then all that is said matters.
 */
export function factsBesides({ tables, deadlines, clocks, sources }: RuleSet): readonly ClosedFact[] {
  if (Object.values(sources).some(({ expired }) => expired)) return [];
  const others = Object.keys(tables).filter((name) => name !== 'representation');
  const read = new Set([
    ...others.flatMap((name) => tables[name]?.inputs ?? []),
    ...deadlines.flatMap(({ terms, shown = [] }) => [...terms.map(({ when }) => when), ...shown].flatMap(Object.keys)),
    ...clocks.flatMap(({ when }) => Object.keys(when)),
  ]);
  return closedFactNames.filter((fact) => fact !== 'action' && !read.has(fact));
}

/** Answers without these facts. */
export function without(answers: Answers, besides: readonly ClosedFact[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !(besides as readonly string[]).includes(name)));
}

/** A decision that was made without the facts besides, with those of a row. Steps and places to ask stay as they were. */
export function withBesides(
  law: RuleSet,
  decision: Decision,
  answers: Answers,
  besides: readonly ClosedFact[],
): Decision {
  const situation: Record<string, string> = { ...decision.situation };
  for (const fact of besides) situation[fact] = answers[fact] ?? unknown;
  const representation = lookup(law.tables['representation'], situation);
  situation['mayRepresent'] = String(representation.then['mayRepresent']);
  situation['form2848Need'] = String(representation.then['form2848']);
  const warnings = law.warnings.filter(({ when }) => matchesAny(when, situation));
  return { ...decision, situation, rows: { ...decision.rows, representation }, warnings };
}
