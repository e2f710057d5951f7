import type { CalendarDate } from '../calendar.ts';
import { type Decision, decide } from '../engine/decide.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Answers, Guidance } from '../engine/guidance.ts';
import { holdsOn, lawOn } from '../engine/law-on.ts';
import { letterOf } from '../engine/letter.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { settleFacts } from '../facts/contradictions.ts';
import { readFacts } from '../facts/read-facts.ts';
import { type Fact, factNames, kebabCase } from '../vocabulary.ts';
import { type Fault, isRecord, type RuleFile } from './lint-fault.ts';
import { keyOf, type Wording, wordingsOf } from './lint-sentences.ts';
import { evaluateAndListen, filledBy, type Said } from './said-in.ts';
import type { Scenario } from './schema-scenarios.ts';

const unanswered = 'cannot be answered: ';

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
export function answerOf(book: RuleSet, scenario: Scenario): Guidance | string {
  return answered(book, scenario, evaluate);
}

/** What the rules decide in a worked case, or what is wrong with its facts. */
export function decisionOf(book: RuleSet, scenario: Scenario): Decision | string {
  return answered(book, scenario, decide);
}

function answered<T>(
  book: RuleSet,
  { answers: raw, today }: Scenario,
  answer: (book: RuleSet, answers: Answers, today: CalendarDate) => T,
): T | string {
  const day = today as CalendarDate;
  const facts = Object.fromEntries(Object.entries(raw).map(([key, value]) => [factOf.get(key) ?? key, value]));
  const { answers, faults } = readFacts(facts, kebabCase);
  if (faults[0]) return faults[0].message;
  const law = lawOn(book, day);
  const found = answers.notice === undefined ? undefined : findNotice(law, answers.notice);
  if (found && found.kind !== 'found') {
    return `notice: "${answers.notice}" is no letter of these rules on that day: bring it back, or mend the case`;
  }
  const named = found ? { ...answers, notice: found.id } : answers;
  const settled = settleFacts(named, letterOf(law, named.notice ?? ''), kebabCase);
  if (settled.faults[0]) return settled.faults[0].message;
  try {
    return answer(book, settled.answers, day);
  } catch (error) {
    // Rules with faults may leave a situation undecided; that is for their keeper and no bug.
    return `${unanswered}${(error as Error).message}`;
  }
}

/** Every worked case that comes out otherwise than it says. */
export function scenarioOutcomes(
  book: RuleSet,
  scenarios: readonly PlacedScenario[],
  files: readonly RuleFile[],
): Fault[] {
  const wordings = files.flatMap(wordingsOf);
  const faults = scenarios.flatMap(({ file, scenario }): Fault[] => {
    const path = `scenarios.${scenario.id}`;
    const said = answered(book, scenario, evaluateAndListen);
    if (typeof said === 'string') return [{ file, path: `${path}.answers`, message: said }];
    const outcome = {
      ...outcomeOf(said.answer, scenario.expect),
      said: scenario.expect.said?.filter((key) => said.keys.has(key)),
      says: sayingsOf(book, said, scenario, wordings),
    };
    return differences(scenario.expect, outcome).map(({ place, wanted, got }) => {
      const message = `comes out as ${got} and not as ${wanted}: mend the rule or the case`;
      return { file, path: `${path}.expect.${place}`, message };
    });
  });
  return oneOfAKind(faults);
}

/** One fault of the rules may leave many cases without an answer: the first of them is told, and how many follow. */
function oneOfAKind(faults: readonly Fault[]): Fault[] {
  const kindOf = ({ message }: Fault): string | undefined =>
    message.startsWith(unanswered) ? message.split(' for ')[0] : undefined;
  return faults.flatMap((fault) => {
    const kind = kindOf(fault);
    if (kind === undefined) return [fault];
    const alike = faults.filter((other) => kindOf(other) === kind);
    if (alike[0] !== fault) return [];
    return [alike.length > 1 ? { ...fault, message: `${fault.message} (${alike.length} worked cases)` } : fault];
  });
}

type Expected = Scenario['expect'];
/** What comes out of everything that can be expected. */
type Outcome = Readonly<Record<keyof Expected, unknown>>;

/** What an answer says of everything that a worked case asserts. */
function outcomeOf(
  { programs, deadlines, form9423, missing, representation, ...rest }: Guidance,
  wanted: Expected,
): Omit<Outcome, 'said' | 'says'> {
  const deadline = (id: string): (typeof deadlines)[number] | undefined => deadlines.find((each) => each.id === id);
  const each = <V>(asked: object | undefined, value: (key: string) => V): Record<string, V> =>
    Object.fromEntries(Object.keys(asked ?? {}).map((key) => [key, value(key)]));
  const among = (ids: readonly string[] | undefined, said: readonly { readonly id: string }[]): string[] =>
    (ids ?? []).filter((id) => said.some((statement) => statement.id === id));
  const left = (ids: readonly string[] | undefined, said: readonly { readonly id: string }[]): string[] | undefined =>
    ids?.filter((id) => !said.some((statement) => statement.id === id));
  const { without } = wanted;
  return {
    programs: each(wanted.programs, (name) => programs[name as 'cap'].status),
    form9423: form9423.need,
    request: programs.cap.request,
    managerConference: programs.cap.managerConference,
    deadlines: each(wanted.deadlines, (id) => (deadline(id) ? deadline(id)?.date : 'not shown')),
    absent: wanted.absent?.filter((id) => deadline(id) === undefined),
    unrolled: each(wanted.unrolled, (id) => deadline(id)?.unrolled ?? null),
    rightEnds: each(wanted.rightEnds, (id) => deadline(id)?.rightEnds ?? null),
    aimFor: each(wanted.aimFor, (id) => deadline(id)?.aimFor ?? null),
    program: each(wanted.program, (id) => deadline(id)?.program ?? 'not shown'),
    firmness: each(wanted.firmness, (id) => deadline(id)?.firmness ?? 'not shown'),
    status: each(wanted.status, (id) => deadline(id)?.status ?? 'not shown'),
    missing: wanted.missing && inOrderOf([...missing], wanted.missing),
    representation: { mayRepresent: representation.mayRepresent, form2848: representation.form2848 },
    warnings: among(wanted.warnings, rest.warnings),
    steps: among(wanted.steps, rest.steps),
    help: among(wanted.help, rest.help),
    without: {
      steps: left(without?.steps, rest.steps),
      warnings: left(without?.warnings, rest.warnings),
      help: left(without?.help, rest.help),
    },
    checks: representation.checks.map(({ id }) => id),
    exitCode: missing.length > 0 ? 3 : 0,
  };
}

/** What fills the sentences that a worked case names. */
function sayingsOf(
  book: RuleSet,
  said: Said,
  { expect, today }: Scenario,
  wordings: readonly Wording[],
): Record<string, string[]> {
  const sayingOf = (key: string): string[] => {
    const wording = wordings.find((each) => keyOf(each) === key && holdsOn(each.period, today));
    return (wording && filledBy(said, wording, book.counts)) ?? [];
  };
  return Object.fromEntries(Object.keys(expect.says ?? {}).map((key) => [key, sayingOf(key)]));
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

function differences(wanted: Expected, got: Outcome): Difference[] {
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
