import type { Decision } from '../../engine/decide.ts';
import type { Answers } from '../../engine/guidance.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { lookup, matchesAny, type Situation } from '../../engine/table.ts';
import type { Row } from '../../rules/schema.ts';
import { type ClosedFact, closedFactNames, unknown } from '../../vocabulary.ts';

/**
 * Facts that change neither a program nor a clock: no table but the one of representation and no deadline names them. Rows
 * that differ in them only are decided once. None where guidance has expired, because then all that is said matters.
 */
export interface Besides {
  /** Answers without these facts. */
  readonly without: (answers: Answers) => Answers;
  /** As much of a decision as is needed to say what they change in it. */
  readonly keep: (decision: Decision) => Decision;
  /** What they change in a decision that was made without them. */
  readonly decide: (decision: Decision, answers: Answers) => SaidBesides;
}

export interface SaidBesides {
  readonly representation: Row;
  readonly warnings: Decision['warnings'];
}

export function makeBesides(law: RuleSet): Besides {
  const facts = factsBesides(law);
  if (facts.length === 0) {
    return {
      without: (answers) => answers,
      keep: (decision) => decision,
      decide: ({ rows, warnings }) => ({ representation: rows.representation, warnings }),
    };
  }
  const changed: readonly string[] = [...facts, 'mayRepresent', 'form2848Need'];
  const table = law.tables['representation'];
  const open = new Set(law.warnings.filter(({ when }) => when.some((each) => changed.some((name) => name in each))));
  const names = [...(table?.inputs ?? []), ...[...open].flatMap(({ when }) => when.flatMap(Object.keys))];
  const asked = [...new Set(names)].map((name) => ({ name, fact: facts.find((fact) => fact === name) }));
  return {
    without: (answers) => Object.fromEntries(Object.entries(answers).filter(([name]) => !changed.includes(name))),
    keep: (decision) => {
      const situation = Object.fromEntries(asked.map(({ name }) => [name, decision.situation[name] ?? '']));
      return { ...decision, situation, deadlines: [], steps: [], help: [] };
    },
    decide({ situation, warnings }, answers) {
      const own: Record<string, string> = { ...situation };
      for (const { name, fact } of asked) if (fact) own[name] = answers[fact] ?? unknown;
      const representation = lookup(table, own);
      own['mayRepresent'] = String(representation.then['mayRepresent']);
      own['form2848Need'] = String(representation.then['form2848']);
      return { representation, warnings: warningsIn(own, warnings) };
    },
  };

  function warningsIn(own: Situation, decided: Decision['warnings']): Decision['warnings'] {
    return law.warnings.filter((each) => (open.has(each) ? matchesAny(each.when, own) : decided.includes(each)));
  }
}

function factsBesides({ tables, deadlines, clocks, sources }: RuleSet): readonly ClosedFact[] {
  if (Object.values(sources).some(({ expired }) => expired)) return [];
  const others = Object.keys(tables).filter((name) => name !== 'representation');
  const read = new Set([
    ...others.flatMap((name) => tables[name]?.inputs ?? []),
    ...deadlines.flatMap(({ terms, shown = [] }) => [...terms.map(({ when }) => when), ...shown].flatMap(Object.keys)),
    ...clocks.flatMap(({ when }) => Object.keys(when)),
  ]);
  return closedFactNames.filter((fact) => fact !== 'action' && !read.has(fact));
}
