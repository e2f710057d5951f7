import type { RuleSet } from '../engine/rule-set.ts';
import { type ClosedFact, closedFacts, factNames, unknown } from '../vocabulary.ts';
import { doubles, type Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

type Question = RuleSet['questions'][number];
type OwnFault = Omit<Fault, 'file'>;

/** Every fact is asked for once, and a closed fact offers each of its values and "I don't know". */
export function questionFaults(rules: RuleSet, fileOf: FileOf): Fault[] {
  const twice = doubles(rules.questions.map(({ fact }) => fact)).map((fact) => {
    return { path: `questions.${fact}`, message: 'two questions ask for this fact: keep one of them' };
  });
  const asked = rules.questions.map(({ fact }) => fact);
  const missing = factNames
    .filter((fact) => !asked.includes(fact))
    .map((fact) => ({ path: 'questions', message: `no question asks for "${fact}": add one` }));
  return [...twice, ...missing, ...rules.questions.flatMap(optionFaults)].map((fault) => ({
    file: fileOf('questions'),
    ...fault,
  }));
}

function optionFaults({ fact, options }: Question): OwnFault[] {
  const path = `questions.${fact}.options`;
  if (!isClosed(fact)) {
    return options === undefined
      ? []
      : [{ path, message: `"${fact}" is no choice between values: take "options" out` }];
  }
  const wanted: readonly string[] = [...closedFacts[fact], unknown];
  const given = (options ?? []).map(({ value }) => value);
  return [
    ...wanted
      .filter((value) => !given.includes(value))
      .map((value) => {
        return { path, message: `"${value}" is missing: add an option for it` };
      }),
    ...given
      .filter((value) => !wanted.includes(value))
      .map((value) => {
        return { path: `${path}.${value}`, message: `is not a value of it: write one of ${wanted.join(', ')}` };
      }),
    ...doubles(given).map((value) => ({ path: `${path}.${value}`, message: 'stands here twice: write it once' })),
  ];
}

function isClosed(fact: string): fact is ClosedFact {
  return fact in closedFacts;
}
