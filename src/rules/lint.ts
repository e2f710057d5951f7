import type { RuleSet } from '../engine/rule-set.ts';
import { unlessBroken } from './broken-file.ts';
import { dateFaults, holidayFaults } from './lint-calendar.ts';
import { citationChecks } from './lint-citations.ts';
import { codeWordFaults } from './lint-code-words.ts';
import { columnFaults } from './lint-columns.ts';
import { countFaults } from './lint-counts.ts';
import { deadlineFaults, versionFaults } from './lint-deadlines.ts';
import { decisionFaults } from './lint-decisions.ts';
import { type Check, type Fault, inOrderOfFile, type RuleFile } from './lint-fault.ts';
import { fileFaults, fileNamer } from './lint-files.ts';
import { letterChecks } from './lint-letters.ts';
import { noticeFaults } from './lint-notices.ts';
import { ownSentenceChecks } from './lint-own-sentences.ts';
import { inEveryPeriod, periodFaults } from './lint-periods.ts';
import { questionFaults } from './lint-questions.ts';
import { silentRights } from './lint-rights.ts';
import { scenarioChecks } from './lint-scenarios.ts';
import { retirementFaults, statementChecks } from './lint-statements.ts';
import { textChecks, writtenTwice } from './lint-texts.ts';
import { wordingFaults } from './lint-wording.ts';

/** What the checks must know of the program that reads the rules. */
export interface Reader {
  /** The decision tables that the engine asks. */
  readonly tableNames: readonly string[];
  /** Statements that the program names itself, besides those that a rule names. */
  readonly statements: readonly string[];
  /** Every spelling under which a notice is accepted, normalised. */
  readonly spellings: (notice: RuleSet['notices'][string]) => readonly string[];
  /** Labels and pieces of counts that the program names itself, with the places that it fills in each. */
  readonly codeWords: Readonly<Record<string, readonly string[]>>;
  /** Names of files that are missing, no JSON or of the wrong shape. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Every fault that takes more than one look at one value: holes and clashes in tables, dangling and unused ids, wording
 * that would come out wrong; for every period of the law. The shapes of `files` are right; a check that hangs on a broken
 * file is left out. Sorted by file.
 */
export function lintRules(book: RuleSet, files: readonly RuleFile[], reader: Reader): Fault[] {
  const fileOf = fileNamer(files);
  const ofFiles: Check[] = [
    () => fileFaults(files),
    () => periodFaults(files),
    () => holidayFaults(book, fileOf),
    () => versionFaults(book, fileOf),
    () => retirementFaults(book, fileOf),
    () => dateFaults(book, fileOf),
    () => columnFaults(book, fileOf),
    () => codeWordFaults(book, fileOf, reader.codeWords),
    () => writtenTwice(files),
    () => wordingFaults(book, files),
    () => countFaults(book, files, fileOf, reader.broken.size === 0),
    ...citationChecks(book, files, fileOf, reader.broken),
    ...scenarioChecks(book, files),
  ];
  const ofLaw = inEveryPeriod(book, (rules): Check[] => [
    () => noticeFaults(rules, fileOf, reader.spellings),
    ...letterChecks(rules, files, fileOf, reader.spellings),
    () => decisionFaults(rules, fileOf, reader),
    () => deadlineFaults(rules, fileOf),
    ...statementChecks(rules, fileOf),
    () => silentRights(rules, fileOf),
    () => questionFaults(rules, fileOf),
    ...textChecks(rules, files, fileOf, reader),
    ...ownSentenceChecks(rules, fileOf),
  ]);
  return inOrderOfFile([...ofFiles.flatMap(unlessBroken), ...ofLaw]);
}
