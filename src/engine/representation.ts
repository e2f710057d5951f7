import type { Row } from '../rules/schema.ts';
import type { Guidance } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';
import type { Words } from './words.ts';

/** Who may speak, and what a Form 2848 must hold wherever one is or may be needed. */
export function representationOf(rules: RuleSet, row: Row, words: Words): Guidance['representation'] {
  const { mayRepresent, form2848 } = row.then as unknown as Guidance['representation'];
  const mayNeedForm = (form2848 === 'required' || form2848 === 'unknown') && mayRepresent !== 'unknown';
  const checks = mayNeedForm ? rules.form2848 : [];
  return {
    mayRepresent,
    form2848,
    checks: checks.map(({ id, text }) => ({ id, text: text.en })),
    why: words.say(row.text ?? ''),
    cite: [...new Set([...row.cite, ...checks.flatMap(({ cite }) => cite)])],
  };
}
