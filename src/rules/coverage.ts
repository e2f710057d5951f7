import { type CalendarDate, daysBetween } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { confidences } from '../vocabulary.ts';
import { citationsOf } from './lint-citations.ts';
import type { RuleFile } from './lint-fault.ts';
import { answerOf, scenariosIn } from './run-scenarios.ts';

/** How much the rules cover, and how well it is founded. */
export interface Coverage {
  readonly rules: { readonly version: string; readonly reviewedOn: string; readonly reviewBy: string };
  /** Calendar days since the last review, and until the next; negative once it is overdue. */
  readonly age: { readonly daysSinceReview: number; readonly daysToReview: number };
  readonly letters: { readonly all: number; readonly byConfidence: Readonly<Record<string, number>> };
  readonly rows: { readonly all: number; readonly inferred: number; readonly withoutCase: readonly string[] };
  readonly deadlines: { readonly all: number; readonly terms: number };
  readonly sentences: number;
  /** Places that state law: how many cite a source, and how many a primary one. */
  readonly statements: { readonly all: number; readonly cited: number; readonly primary: number };
  readonly sources: {
    readonly all: number;
    readonly primary: number;
    /** By the year of the edition; `unknown` where none is told. */
    readonly editions: Readonly<Record<string, number>>;
    readonly expired: readonly string[];
  };
  readonly cases: number;
  readonly unconfirmed: readonly { readonly letter: string; readonly text: string }[];
  readonly conflicts: readonly { readonly letter: string; readonly text: string }[];
}

/** Looks at rules without faults as of a day. */
export function coverageOf(rules: RuleSet, files: readonly RuleFile[], today: CalendarDate): Coverage {
  const { version, reviewedOn, reviewBy } = rules.manifest;
  const notices = Object.values(rules.notices);
  const told = (key: 'unconfirmed' | 'conflicts'): Coverage['conflicts'] =>
    notices.flatMap(({ label, [key]: texts = [] }) => texts.map((text) => ({ letter: label, text })));
  return {
    rules: { version, reviewedOn, reviewBy },
    age: {
      daysSinceReview: daysBetween(reviewedOn as CalendarDate, today),
      daysToReview: daysBetween(today, reviewBy as CalendarDate),
    },
    letters: {
      all: notices.length,
      byConfidence: counted(
        notices.map(({ confidence }) => confidence),
        confidences,
      ),
    },
    rows: rowsOf(rules, files),
    deadlines: { all: rules.deadlines.length, terms: rules.deadlines.flatMap(({ terms }) => terms).length },
    sentences: Object.keys(rules.text.statements).length + Object.keys(rules.text.versions).length,
    statements: statementsOf(rules, files),
    sources: sourcesOf(rules, today),
    cases: scenariosIn(files).length,
    unconfirmed: told('unconfirmed'),
    conflicts: told('conflicts'),
  };
}

function rowsOf(rules: RuleSet, files: readonly RuleFile[]): Coverage['rows'] {
  const rows = Object.entries(rules.tables).flatMap(([name, table]) =>
    table.rows.map(({ id, inferred }) => ({ id: `${name}/${id}`, inferred })),
  );
  const touched = new Set(
    scenariosIn(files).flatMap(({ scenario }) => {
      const answer = answerOf(rules, scenario);
      return typeof answer === 'string' ? [] : answer.trace;
    }),
  );
  return {
    all: rows.length,
    inferred: rows.filter(({ inferred }) => inferred).length,
    withoutCase: rows.map(({ id }) => id).filter((id) => !touched.has(id)),
  };
}

function statementsOf({ sources }: RuleSet, files: readonly RuleFile[]): Coverage['statements'] {
  const law = citationsOf(files).filter(({ name }) => name !== 'questions' && !name.startsWith('scenarios/'));
  const isPrimary = (id: string): boolean => sources[id] !== undefined && !sources[id].secondary;
  return {
    all: law.length,
    cited: law.filter(({ ids }) => ids.length > 0).length,
    primary: law.filter(({ ids }) => ids.some(isPrimary)).length,
  };
}

function sourcesOf({ sources }: RuleSet, today: CalendarDate): Coverage['sources'] {
  const all = Object.entries(sources);
  const years = all.map(([, { revised }]) => /^\d{4}/.exec(revised ?? '')?.[0] ?? 'unknown');
  return {
    all: all.length,
    primary: all.filter(([, { secondary }]) => !secondary).length,
    editions: counted(years, [...new Set(years)].sort()),
    expired: all.filter(([, { expires }]) => expires !== undefined && expires <= today).map(([id]) => id),
  };
}

function counted(values: readonly string[], keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length]));
}
