import { readAnswers } from '../answers.ts';
import type { CalendarDate } from '../calendar.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Guidance } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type Fact, factNames, kebabCase } from '../vocabulary.ts';
import { type Fault, isRecord, type RuleFile } from './lint-fault.ts';
import type { Scenario } from './schema-scenarios.ts';

const factOf = new Map<string, Fact>(factNames.map((fact) => [kebabCase(fact), fact]));

/** One worked case with the file that holds it. */
export interface PlacedScenario {
  readonly file: string;
  readonly scenario: Scenario;
}

/** The worked cases of files whose shape is right. */
export function scenariosIn(files: readonly RuleFile[]): PlacedScenario[] {
  return files
    .filter(({ name }) => name.startsWith('scenarios/'))
    .flatMap(({ file, data }) => {
      const list = isRecord(data) && Array.isArray(data.scenarios) ? (data.scenarios as readonly Scenario[]) : [];
      return list.map((scenario) => ({ file, scenario }));
    });
}

/** The whole answer for a worked case, or what is wrong with its facts. */
export function answerOf(book: RuleSet, { answers: raw, today }: Scenario): Guidance | string {
  const day = today as CalendarDate;
  const facts = Object.fromEntries(Object.entries(raw).map(([key, value]) => [factOf.get(key) ?? key, value]));
  const { answers, faults } = readAnswers(facts, kebabCase);
  if (faults[0]) return faults[0].message;
  const found = answers.notice === undefined ? undefined : findNotice(lawOn(book, day), answers.notice);
  if (found && found.kind !== 'found') {
    return `notice: "${answers.notice}" is no letter of these rules on that day: bring it back, or mend the case`;
  }
  try {
    return evaluate(book, found ? { ...answers, notice: found.id } : answers, day);
  } catch (error) {
    // Rules with faults may leave a situation undecided; that is for their keeper and no bug.
    return `cannot be answered: ${(error as Error).message}`;
  }
}

/** A fault for every letter that no worked case names, in any spelling, on a day on which the letter is in use. */
export function unnamedNotices(book: RuleSet, scenarios: readonly PlacedScenario[]): Fault[] {
  const named = new Set(
    scenarios.flatMap(({ scenario: { answers, today } }) => {
      const found = findNotice(lawOn(book, today as CalendarDate), answers.notice ?? '');
      return found.kind === 'found' ? [found.id] : [];
    }),
  );
  const message = 'no scenario names this letter: add one to scenarios/ that shows what it opens';
  return Object.keys(book.notices)
    .filter((id) => !named.has(id))
    .map((id) => ({ file: `notices/${id}.json`, path: '', message }));
}

/** Every worked case that comes out otherwise than it says. */
export function scenarioOutcomes(book: RuleSet, scenarios: readonly PlacedScenario[]): Fault[] {
  return scenarios.flatMap(({ file, scenario }) => {
    const path = `scenarios.${scenario.id}`;
    const answer = answerOf(book, scenario);
    if (typeof answer === 'string') return [{ file, path: `${path}.answers`, message: answer }];
    return differences(scenario.expect, outcomeOf(answer, scenario.expect)).map(({ place, wanted, got }) => {
      const message = `comes out as ${got} and not as ${wanted}: mend the rule or the case`;
      return { file, path: `${path}.expect.${place}`, message };
    });
  });
}

type Expected = Scenario['expect'];

/** What an answer says of everything that a worked case asserts. */
function outcomeOf(
  { programs, deadlines, form9423, missing, representation, ...rest }: Guidance,
  wanted: Expected,
): Expected {
  const deadline = (id: string): (typeof deadlines)[number] | undefined => deadlines.find((each) => each.id === id);
  const each = <V>(asked: object | undefined, value: (key: string) => V): Record<string, V> =>
    Object.fromEntries(Object.keys(asked ?? {}).map((key) => [key, value(key)]));
  const among = (ids: readonly string[] | undefined, said: readonly { readonly id: string }[]): string[] =>
    (ids ?? []).filter((id) => said.some((statement) => statement.id === id));
  return {
    programs: each(wanted.programs, (name) => programs[name as 'cap'].status),
    form9423: form9423.need,
    request: programs.cap.request,
    managerConference: programs.cap.managerConference,
    deadlines: each(wanted.deadlines, (id) => deadline(id)?.date ?? null),
    absent: wanted.absent?.filter((id) => deadline(id) === undefined),
    unrolled: each(wanted.unrolled, (id) => deadline(id)?.unrolled ?? null),
    aimFor: each(wanted.aimFor, (id) => deadline(id)?.aimFor ?? null),
    status: each(wanted.status, (id) => deadline(id)?.status ?? 'unknown'),
    missing: wanted.missing && inOrderOf([...missing], wanted.missing),
    representation: { mayRepresent: representation.mayRepresent, form2848: representation.form2848 },
    warnings: among(wanted.warnings, rest.warnings),
    steps: among(wanted.steps, rest.steps),
    exitCode: missing.length > 0 ? 3 : 0,
  };
}

/** The order of missing facts is not asserted. */
function inOrderOf<T>(found: readonly T[], wanted: readonly T[]): T[] {
  return [...wanted.filter((each) => found.includes(each)), ...found.filter((each) => !wanted.includes(each))];
}

interface Difference {
  readonly place: string;
  readonly wanted: string;
  readonly got: string;
}

function differences(wanted: Expected, got: Expected): Difference[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const found: unknown = got[key as keyof Expected];
    if (!isRecord(value)) return difference(key, value, found);
    return Object.entries(value).flatMap(([inner, part]) =>
      difference(`${key}.${inner}`, part, isRecord(found) ? found[inner] : undefined),
    );
  });
}

function difference(place: string, wanted: unknown, got: unknown): Difference[] {
  const [want, have] = [JSON.stringify(wanted), JSON.stringify(got)];
  return want === have ? [] : [{ place, wanted: want, got: have ?? 'nothing' }];
}
