import type { CalendarDate } from '../calendar.ts';
import { traceOf } from '../engine/decide.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault } from './lint-fault.ts';
import { decisionOf, type PlacedScenario } from './run-scenarios.ts';
import type { Scenario } from './schema-scenarios.ts';

/**
 * A fault for every sentence of a row, a deadline or a condition that no worked case expects, and for every deadline of
 * which none expects how firm it is or to which program it belongs: so no two of them can be exchanged without a case that comes out otherwise.
 */
export function unexpected(book: RuleSet, cases: readonly PlacedScenario[]): Fault[] {
  const named = (part: 'firmness' | 'program'): ReadonlySet<string> =>
    new Set(cases.flatMap(({ scenario }) => Object.keys(scenario.expect[part] ?? {})));
  const [firm, placed] = [named('firmness'), named('program')];
  const expected = new Set(cases.flatMap(({ scenario }) => expectedIn(book, scenario)));
  const softOrHard = book.deadlines.filter(({ id }) => !firm.has(id));
  return [
    ...rowFaults(book, cases),
    ...softOrHard.map(({ id }) => {
      const message = 'no scenario expects how firm it is: write it under "expect.firmness" of one';
      return { file: 'deadlines.json', path: `deadlines.${id}.firmness`, message };
    }),
    ...book.deadlines
      .filter(({ id }) => !placed.has(id))
      .map(({ id }) => {
        const message = 'no scenario expects to which program it belongs: write it under "expect.program" of one';
        return { file: 'deadlines.json', path: `deadlines.${id}.program`, message };
      }),
    ...sentencesOf(book)
      .filter(({ key }) => !expected.has(key))
      .map(({ key, ...place }) => {
        const message = `no scenario expects this sentence: write "${key}" under "expect.said" of one that says it`;
        return { ...place, message };
      }),
  ];
}

/** Keys that a case expects to be said. A count is filled in by the law, said or not; a day is not. */
function expectedIn({ text }: RuleSet, { expect: { said = [], says = {} } }: Scenario): string[] {
  return [...said, ...Object.keys(says).filter((key) => text.statements[key]?.includes('{date:'))];
}

/** Rows that decide some case, and none that expects their sentence. */
function rowFaults(book: RuleSet, cases: readonly PlacedScenario[]): Fault[] {
  const isExpected = new Map<string, boolean>();
  for (const { scenario } of cases) {
    const decision = decisionOf(book, scenario);
    if (typeof decision === 'string') continue;
    const expected = expectedIn(book, scenario);
    for (const place of traceOf(decision.rows)) {
      const key = sentenceOf(book, scenario, place);
      if (key !== undefined) isExpected.set(place, isExpected.get(place) === true || expected.includes(key));
    }
  }
  return [...isExpected]
    .filter(([, isSo]) => !isSo)
    .map(([place]) => {
      const [table = '', id = ''] = place.split('/');
      const message =
        'no scenario that this row decides expects its sentence: write its key under "expect.said" of one';
      return { file: `decisions/${table}.json`, path: `rows.${id}.text`, message };
    });
}

function sentenceOf(book: RuleSet, { today }: Scenario, place: string): string | undefined {
  const [table = '', id = ''] = place.split('/');
  const rows = lawOn(book, today as CalendarDate).tables[table]?.rows;
  return rows?.find((row) => row.id === id)?.text;
}

/** What deadlines and conditions say, besides what has the name of a deadline. */
function sentencesOf({ deadlines, conditions }: RuleSet): { file: string; path: string; key: string }[] {
  const ofDeadlines = deadlines.flatMap(({ id, ifMissed, onTime, otherwise = [] }) => {
    const keys = [ifMissed, onTime, ...otherwise.flatMap((other) => [other.ifMissed, other.onTime])];
    return keys.map((key) => ({ file: 'deadlines.json', path: `deadlines.${id}`, key }));
  });
  const ofConditions = conditions.map(({ fact, text }, index) => {
    return { file: 'conditions.json', path: `conditions.${fact}[${index + 1}]`, key: text };
  });
  return [...ofDeadlines, ...ofConditions].flatMap(({ key, ...place }) => (key ? [{ ...place, key }] : []));
}
