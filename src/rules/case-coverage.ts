import type { CalendarDate } from '../calendar.ts';
import { traceOf } from '../engine/decide.ts';
import { lawOn } from '../engine/law-on.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault, RuleFile } from './lint-fault.ts';
import { keyOf, wordingsOf } from './lint-sentences.ts';
import { decisionOf, type PlacedScenario } from './run-scenarios.ts';
import { namesNumbers } from './said-in.ts';
import { unexpected } from './sentence-coverage.ts';

/** What is wrong, and what a worked case has to expect instead. */
type Told = Omit<Fault, 'related'>;

/**
 * A fault for everything that no worked case shows, so that nothing can be lost or changed unnoticed: letters and rows;
 * steps, warnings and places to ask; terms of deadlines; checks of Form 2848; sentences that name a date or a count, and
 * those of rows, deadlines and conditions.
 */
export function unshown(book: RuleSet, files: readonly RuleFile[], cases: readonly PlacedScenario[]): Fault[] {
  const expected = expectedIn(cases);
  const decided = decidedIn(book, cases);
  return [
    ...unnamedNotices(book, cases),
    ...Object.entries(book.tables).flatMap(([table, { rows }]) =>
      absent(rows, ({ id }) => decided.rows.has(`${table}/${id}`)).map(({ id }) =>
        told(`decisions/${table}`, `rows.${id}`, 'no scenario is decided by this row: add one that is'),
      ),
    ),
    ...(['steps', 'warnings', 'help'] as const).flatMap((list) =>
      absent(book[list], ({ id }) => expected[list].has(id)).map(({ id }) =>
        told(list, `${list}.${id}`, `no scenario expects it: write its id under "expect.${list}" of one that says it`),
      ),
    ),
    ...(['steps', 'warnings', 'help'] as const).flatMap((list) =>
      absent(
        book[list].filter(({ when }) => !when.some(isAlways)),
        ({ id }) => expected.without[list].has(id),
      ).map(({ id }) =>
        told(
          list,
          `${list}.${id}`,
          `no scenario expects that it is left out: write its id under "expect.without.${list}" of one that must not say it`,
        ),
      ),
    ),
    ...absent(book.form2848, ({ id }) => expected.checks.has(id)).map(({ id }) =>
      told(
        'forms/form-2848',
        `checks.${id}`,
        'no scenario expects it: write all ids under "expect.checks" of one that shows them',
      ),
    ),
    ...book.deadlines.flatMap(({ id: deadline, terms }) =>
      absent(terms, ({ id }) => decided.terms.has(`${deadline}/${id}`)).map(({ id }) =>
        told('deadlines', `deadlines.${deadline}.terms.${id}`, 'no scenario expects a date of this term: add one'),
      ),
    ),
    ...unsaid(files, expected.says),
    ...unexpected(book, cases),
  ];
}

/** A fault for every letter that no worked case names, in any spelling, on a day on which the letter is in use. */
export function unnamedNotices(book: RuleSet, cases: readonly PlacedScenario[]): Fault[] {
  const named = new Set(
    cases.flatMap(({ scenario: { answers, today } }) => {
      const found = findNotice(lawOn(book, today as CalendarDate), answers.notice ?? '');
      return found.kind === 'found' ? [found.id] : [];
    }),
  );
  return Object.keys(book.notices)
    .filter((id) => !named.has(id))
    .map((id) => told(`notices/${id}`, '', 'no scenario names this letter: add one that shows what it opens'));
}

function told(name: string, path: string, message: string): Told {
  return { file: `${name}.json`, path, message };
}

function absent<T>(things: readonly T[], isShown: (thing: T) => boolean): T[] {
  return things.filter((thing) => !isShown(thing));
}

type Said = 'steps' | 'warnings' | 'help';

interface Expected extends Readonly<Record<Said | 'checks' | 'says', ReadonlySet<string>>> {
  readonly without: Readonly<Record<Said, ReadonlySet<string>>>;
}

function isAlways(cells: object): boolean {
  return Object.keys(cells).length === 0;
}

/** The ids that worked cases expect or expect not to be said, and the sentences whose dates and counts they give. */
function expectedIn(cases: readonly PlacedScenario[]): Expected {
  const without = (list: Said): Set<string> =>
    new Set(cases.flatMap(({ scenario }) => scenario.expect.without?.[list] ?? []));
  const ids = (list: Said | 'checks'): Set<string> =>
    new Set(cases.flatMap(({ scenario }) => scenario.expect[list] ?? []));
  const says = new Set(cases.flatMap(({ scenario }) => Object.keys(scenario.expect.says ?? {})));
  return {
    ...{ steps: ids('steps'), warnings: ids('warnings'), help: ids('help'), checks: ids('checks'), says },
    without: { steps: without('steps'), warnings: without('warnings'), help: without('help') },
  };
}

/** The rows that decide worked cases, and the terms whose date one expects. */
function decidedIn(book: RuleSet, cases: readonly PlacedScenario[]): Readonly<Record<'rows' | 'terms', Set<string>>> {
  const [rows, terms] = [new Set<string>(), new Set<string>()];
  for (const { scenario } of cases) {
    const decision = decisionOf(book, scenario);
    if (typeof decision === 'string') continue;
    for (const row of traceOf(decision.rows)) rows.add(row);
    for (const { id, clock } of decision.deadlines) {
      if (scenario.expect.deadlines?.[id]) terms.add(`${id}/${clock.term.id}`);
    }
  }
  return { rows, terms };
}

/** Sentences that name a date or a count, which no worked case gives. */
function unsaid(files: readonly RuleFile[], said: ReadonlySet<string>): Fault[] {
  const missed = files
    .flatMap(wordingsOf)
    .filter((wording) => namesNumbers(wording.words) && !said.has(keyOf(wording)));
  return missed.map((wording) => {
    const message = `no scenario gives the dates and counts that it names: write "${keyOf(wording)}" under "expect.says" of one`;
    return { file: wording.file, path: wording.path, message };
  });
}
