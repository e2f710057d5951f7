import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSituationOf } from '../src/commands/check.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Guidance } from '../src/engine/guidance.ts';
import type { Scenario } from '../src/rules/schema-scenarios.ts';
import { type Fact, factNames, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules, rulesDir } from './rules.ts';

const folder = join(rulesDir, 'scenarios');
const scenarios = readdirSync(folder).flatMap((file): readonly Scenario[] => {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')).scenarios;
});
const factOf = new Map<string, Fact>(factNames.map((fact) => [kebabCase(fact), fact]));

/** The whole answer for the facts of a scenario. */
function guidanceFor({ answers: raw, today }: Scenario): Guidance {
  const facts = Object.fromEntries(Object.entries(raw).map(([key, value]) => [factOf.get(key) ?? key, value]));
  const { answers, faults } = readSituationOf(rules, facts, kebabCase);
  expect(faults).toEqual([]);
  return evaluate(rules, answers, d(today));
}

/** The outcome of a scenario, cut down to what it asserts. */
function outcome(scenario: Scenario): unknown {
  const wanted = scenario.expect;
  const guidance = guidanceFor(scenario);
  const { programs, deadlines } = guidance;
  const deadline = (id: string): (typeof deadlines)[number] | undefined => deadlines.find((each) => each.id === id);
  const each = <V>(asked: Readonly<Record<string, unknown>>, value: (key: string) => V): Record<string, V> =>
    Object.fromEntries(Object.keys(asked).map((key) => [key, value(key)]));
  const all = {
    programs: each(wanted.programs ?? {}, (name) => programs[name as 'cap'].status),
    form9423: guidance.form9423.need,
    request: programs.cap.request,
    managerConference: programs.cap.managerConference,
    deadlines: each(wanted.deadlines ?? {}, (id) => deadline(id)?.date),
    absent: wanted.absent?.filter((id) => deadline(id) === undefined),
    unrolled: each(wanted.unrolled ?? {}, (id) => deadline(id)?.unrolled),
    aimFor: each(wanted.aimFor ?? {}, (id) => deadline(id)?.aimFor),
    status: each(wanted.status ?? {}, (id) => deadline(id)?.status),
    missing: [...guidance.missing].sort(),
    representation: { mayRepresent: guidance.representation.mayRepresent, form2848: guidance.representation.form2848 },
    warnings: wanted.warnings?.filter((id) => guidance.warnings.some((warning) => warning.id === id)),
    steps: wanted.steps?.filter((id) => guidance.steps.some((step) => step.id === id)),
    exitCode: guidance.missing.length > 0 ? 3 : 0,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in wanted));
}

describe('worked cases', () => {
  test.each(scenarios)('$id: $why', (scenario) => {
    const { missing, representation, ...wanted } = scenario.expect;
    const got = outcome(scenario);
    expect(got).toMatchObject(wanted);
    if (missing) expect(got).toMatchObject({ missing: [...missing].sort() });
    if (representation) expect(got).toMatchObject({ representation });
  });

  test('each id stands once', () => {
    const ids = scenarios.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('each row of each decision table decides one of them', () => {
    const rows = Object.entries(rules.tables).flatMap(([name, table]) => table.rows.map(({ id }) => `${name}/${id}`));
    const touched = new Set(scenarios.flatMap((scenario) => guidanceFor(scenario).trace));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !touched.has(row))).toEqual([]);
  });
});
