import type { RuleSet } from '../engine/rule-set.ts';
import * as situation from '../situation-words.ts';
import * as words from '../vocabulary.ts';
import type { Reader } from './lint.ts';
import { type Fault, nearest } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';
import { tableFaults } from './lint-table.ts';
import { saidTableFaults } from './lint-table-words.ts';

type Row = RuleSet['tables'][string]['rows'][number];
type OwnFault = Omit<Fault, 'file'>;

/** What a row may decide: every word that `then` may hold, by its key. */
const outcomes: Readonly<Record<string, readonly string[]>> = {
  status: words.programStatuses,
  clock: situation.derivedFacts.capClock,
  need: words.form9423Needs,
  request: words.requestForms,
  managerConference: words.conferenceNeeds,
  mayRepresent: words.mayRepresent,
  form2848: words.form2848Needs,
  missing: words.missingFacts,
};

/** Faults of all decision tables, and of the set of tables against what the engine asks. */
export function decisionFaults(
  rules: RuleSet,
  fileOf: FileOf,
  { tableNames, broken }: Pick<Reader, 'tableNames' | 'broken'>,
): Fault[] {
  const own = Object.entries(rules.tables).flatMap(([name, table]) => {
    const file = fileOf(`decisions/${name}`);
    return ownFaults(table).map((fault): Fault => ({ file, ...fault }));
  });
  const wanted = tableNames.filter((name) => !broken.has(`decisions/${name}`));
  return [...own, ...missingTables(rules, fileOf, wanted), ...unreadTables(rules, fileOf, tableNames)];
}

const known = new WeakMap<RuleSet['tables'][string], readonly OwnFault[]>();

/** Faults within one table; the same table holds in most periods of the law and need not be walked again. */
function ownFaults(table: RuleSet['tables'][string]): readonly OwnFault[] {
  const { rows } = table;
  const faults = known.get(table) ?? [
    ...saidTableFaults(tableFaults(table)),
    ...rowTextFaults(rows),
    ...rows.flatMap(thenFaults),
  ];
  known.set(table, faults);
  return faults;
}

function missingTables(rules: RuleSet, fileOf: FileOf, tableNames: readonly string[]): Fault[] {
  return tableNames
    .filter((name) => rules.tables[name] === undefined)
    .map((name) => {
      return { file: fileOf(`decisions/${name}`), path: '', message: 'the program needs this table: add the file' };
    });
}

function unreadTables(rules: RuleSet, fileOf: FileOf, tableNames: readonly string[]): Fault[] {
  const unread = Object.keys(rules.tables).filter((name) => !tableNames.includes(name));
  return unread.map((name) => {
    const message = `no part of the program reads this table: take the file out, or call it one of ${tableNames.join(', ')}`;
    return { file: fileOf(`decisions/${name}`), path: '', message };
  });
}

/** In a table that speaks, every row does: the answer always says why. */
function rowTextFaults(rows: readonly Row[]): OwnFault[] {
  const silent = rows.filter(({ text }) => text === undefined);
  if (silent.length === rows.length) return [];
  return silent.map(({ id }) => {
    return { path: `rows.${id}.text`, message: 'is missing: the other rows say why, so write the key of a sentence' };
  });
}

function thenFaults({ id, then }: Row): OwnFault[] {
  return Object.entries(then).flatMap(([key, value]): OwnFault[] => {
    const path = `rows.${id}.then.${key}`;
    const known = outcomes[key];
    if (known === undefined) {
      const near = nearest(key, Object.keys(outcomes));
      return [{ path, message: `nothing reads "${key}": ${near ? `write "${near}"` : 'take it out'}` }];
    }
    return [value ?? []].flat().flatMap((word) => {
      if (known.includes(word)) return [];
      return [{ path, message: `"${word}" is not a value of it: write one of ${known.join(', ')}` }];
    });
  });
}
