import { bareName } from '../engine/bare-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type Check, type Fault, isRecord, nearest, placeOf, type RuleFile } from './lint-fault.ts';

/** One worked case as it stands in a file of scenarios/. */
interface Scenario {
  readonly file: string;
  readonly path: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Checks for worked cases that share an id, or that name a source, a step or a warning that is not there. */
export function scenarioChecks(rules: RuleSet, files: readonly RuleFile[]): Check[] {
  const scenarios = files.filter(({ name }) => name.startsWith('scenarios/')).flatMap(scenariosOf);
  const known: Readonly<Record<string, () => readonly string[]>> = {
    source: () => Object.keys(rules.sources),
    'expect.steps': () => rules.steps.map(({ id }) => id),
    'expect.warnings': () => rules.warnings.map(({ id }) => id),
    'expect.help': () => rules.help.map(({ id }) => id),
    'expect.without.steps': () => rules.steps.map(({ id }) => id),
    'expect.without.warnings': () => rules.warnings.map(({ id }) => id),
    'expect.without.help': () => rules.help.map(({ id }) => id),
    'expect.checks': () => rules.form2848.map(({ id }) => id),
  };
  const danglings = Object.entries(known).map(
    ([place, ids]): Check =>
      () =>
        scenarios.flatMap((scenario) => dangling(scenario, place, ids())),
  );
  return [
    () => sameIds(scenarios),
    () => scenarios.filter((each) => lacksSource(each, rules)).map(unsourced),
    ...danglings,
  ];
}

function scenariosOf({ file, data }: RuleFile): Scenario[] {
  const list = isRecord(data) && Array.isArray(data.scenarios) ? data.scenarios : [];
  return list.filter(isRecord).map((entry, index) => {
    return { file, path: placeOf('scenarios', index, entry), id: String(entry.id), data: entry };
  });
}

/** Only of a letter of which nothing is known nothing can be cited. */
function lacksSource({ data: { source, answers } }: Scenario, rules: RuleSet): boolean {
  if (!Array.isArray(source) || source.length > 0) return false;
  const typed = isRecord(answers) ? bareName(String(answers.notice)) : '';
  return rules.notices[rules.noticeNames[typed] ?? '']?.cap.ground !== 'not-established';
}

function unsourced({ file, path }: Scenario): Fault {
  return { file, path: `${path}.source`, message: 'is empty: write the ids of the sources that say so' };
}

function sameIds(scenarios: readonly Scenario[]): Fault[] {
  const first = new Map<string, string>();
  return scenarios.flatMap(({ file, path, id }) => {
    const other = first.get(id);
    first.set(id, other ?? file);
    if (other === undefined) return [];
    const related = other === file ? {} : { related: [other] };
    return [{ file, path, message: `${other} has a scenario with this id too: give each its own`, ...related }];
  });
}

function dangling({ file, path, data }: Scenario, place: string, ids: readonly string[]): Fault[] {
  const named = place.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), data);
  const words = Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
  return words
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = nearest(id, ids);
      const message = `"${id}" is not there: ${near ? `write "${near}"` : 'take it out'}`;
      return { file, path: `${path}.${place}`, message };
    });
}
