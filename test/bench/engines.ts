// Decides situations by the tables of the rules with two rule engines and with this program: the same rows must decide.
import { readFileSync } from 'node:fs';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { answerByDecision } from '../../src/batch/row-answer.ts';
import type { CalendarDate } from '../../src/calendar.ts';
import { decide } from '../../src/engine/decide.ts';
import type { Answers } from '../../src/engine/guidance.ts';
import { lawOn } from '../../src/engine/law-on.ts';
import type { RuleSet } from '../../src/engine/rule-set.ts';
import type { Situation } from '../../src/engine/table.ts';
import { readSituationOf } from '../../src/read-situation.ts';
import { loadRules } from '../../src/rules/load.ts';

const today = '2026-11-10' as CalendarDate;
/** The tables whose inputs are all known before one of them is asked. */
const tables = ['cap-clock', 'cdp', 'equivalent-hearing', 'representation'] as const;

interface Case {
  readonly answers: Answers;
  readonly situation: Situation;
  /** The row of each table that has to decide. */
  readonly wanted: readonly string[];
}

function casesOf(law: RuleSet, file: string): Case[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = header.split(',').map(camelCase);
  return lines.map((line) => {
    const raw = Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell]));
    const { client: _client, ...facts } = raw;
    const given = Object.fromEntries(Object.entries(facts).filter(([, cell]) => cell !== ''));
    const { answers } = readSituationOf(law, given, String);
    const { rows: decided, situation } = decide(law, answers, today);
    const { capClock, cdp, equivalentHearing, representation } = decided;
    return { answers, situation, wanted: [capClock, cdp, equivalentHearing, representation].map(({ id }) => id) };
  });
}

function camelCase(column: string): string {
  return column.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Microseconds a case, after a first turn that does not count. Throws where another row decides. */
async function time(cases: readonly Case[], decideOne: (one: Case) => Promise<readonly string[]>): Promise<number> {
  for (const one of cases.slice(0, 200)) agree(one, await decideOne(one));
  const start = performance.now();
  for (const one of cases) await decideOne(one);
  return ((performance.now() - start) * 1000) / cases.length;
}

function agree({ wanted, answers }: Case, found: readonly string[]): void {
  if (wanted.join() === found.join()) return;
  throw new Error(`${JSON.stringify(answers)}: ${found.join(', ')} decide, and not ${wanted.join(', ')}`);
}

/** One engine a table, one rule a row. */
function withRulesEngine(law: RuleSet): (one: Case) => Promise<readonly string[]> {
  const engines = tables.map((name) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    for (const { id, when } of law.tables[name]?.rows ?? []) {
      const all = Object.entries(when).map(([fact, value]) => ({ fact, operator: 'in', value }));
      engine.addRule({ conditions: { all }, event: { type: id } });
    }
    return engine;
  });
  return async ({ situation }) => {
    const results = await Promise.all(engines.map((engine) => engine.run({ ...situation })));
    return results.map(({ events }) => events.map(({ type }) => type).join('+'));
  };
}

/** One compiled expression a table: if this row fits, its id, else the next. */
function withLogicEngine(law: RuleSet): (one: Case) => Promise<readonly string[]> {
  const engine = new LogicEngine();
  const decideTable = tables.map((name) => {
    const rows = law.tables[name]?.rows ?? [];
    const branches = rows.flatMap(({ id, when }) => [
      { and: [true, ...Object.entries(when).map(([fact, values]) => ({ in: [{ var: fact }, values] }))] },
      id,
    ]);
    return engine.build({ if: [...branches, 'none'] });
  });
  return async ({ situation }) => decideTable.map((decideOne) => String(decideOne(situation)));
}

const [file = ''] = process.argv.slice(2);
const law = lawOn(await loadRules('rules'), today);
const cases = casesOf(law, file);
const own = async ({ answers }: Case): Promise<readonly string[]> => {
  const { trace } = answerByDecision(law, answers, today);
  return tables.map((name) => trace.find((row) => row.startsWith(`${name}/`))?.slice(name.length + 1) ?? '');
};
for (const one of cases) agree(one, await own(one));
console.log(
  JSON.stringify({
    'json-rules-engine': await time(cases.slice(0, 2_000), withRulesEngine(law)),
    'json-logic-engine': await time(cases, withLogicEngine(law)),
  }),
);
