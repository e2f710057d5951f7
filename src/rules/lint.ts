import type { RuleSet } from '../engine/rule-set.ts';
import { citationFaults } from './lint-citations.ts';
import { deadlineFaults } from './lint-deadlines.ts';
import { decisionFaults } from './lint-decisions.ts';
import type { Fault, RuleFile } from './lint-fault.ts';
import { fileFaults, fileNamer } from './lint-files.ts';
import { noticeFaults } from './lint-notices.ts';
import { questionFaults } from './lint-questions.ts';
import { scenarioFaults } from './lint-scenarios.ts';
import { statementFaults } from './lint-statements.ts';
import { textFaults } from './lint-texts.ts';
import { wordingFaults } from './lint-wording.ts';

/** What the checks must know of the program that reads the rules. */
export interface Reader {
  /** The decision tables that the engine asks. */
  readonly tableNames: readonly string[];
  /** Statements that the program names itself, besides those that a rule names. */
  readonly statements: readonly string[];
  /** Every spelling under which a notice is accepted, normalised. */
  readonly spellings: (notice: RuleSet['notices'][string]) => readonly string[];
}

/**
 * Every fault that takes more than one look at one value: holes and clashes in tables, dangling and unused ids, wording
 * that would come out wrong. The shapes are taken as right. Sorted by file.
 */
export function lintRules(rules: RuleSet, files: readonly RuleFile[], reader: Reader): Fault[] {
  const fileOf = fileNamer(files);
  const faults = [
    ...fileFaults(files),
    ...noticeFaults(rules, fileOf, reader.spellings),
    ...decisionFaults(rules, fileOf, reader.tableNames),
    ...deadlineFaults(rules, fileOf),
    ...statementFaults(rules, fileOf),
    ...questionFaults(rules, fileOf),
    ...textFaults(rules, files, fileOf, reader.statements),
    ...wordingFaults(rules, files),
    ...citationFaults(rules, files, fileOf),
    ...scenarioFaults(rules, files),
  ];
  return faults.sort((a, b) => compare(a.file, b.file));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
