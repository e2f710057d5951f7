import { type Calendar, type CalendarDate, makeCalendar } from '../calendar.ts';
import type { Row } from '../rules/schema.ts';
import { type MissingFact, missingFacts } from '../vocabulary.ts';
import { type DatedDeadline, datedDeadlines, shownClocks } from './deadlines.ts';
import type { Answers } from './guidance.ts';
import { lawOn } from './law-on.ts';
import { type ListedDeadline, listDeadlines } from './list-days.ts';
import { type ProgramRows, programRows, statusesOf, statusFacts } from './programs.ts';
import type { RuleSet } from './rule-set.ts';
import { readSituation, shownDayFacts } from './situation.ts';
import { lookup, matchesAny, type Situation } from './table.ts';

/** Every row that decided something, in the order of the road. */
export interface DecidingRows extends ProgramRows {
  readonly capClock: Row;
  readonly form9423: Row;
  readonly representation: Row;
  readonly lead: Row;
}

/** What the tables and clocks decide for one situation, before it is asked which statements fit. */
export interface Core {
  readonly notice: RuleSet['notices'][string] | undefined;
  readonly situation: Situation;
  readonly rows: DecidingRows;
  readonly deadlines: readonly ListedDeadline[];
  readonly missing: readonly MissingFact[];
}

/** All that the rules decide for one situation, before any sentence is said. */
export interface Decision extends Core {
  readonly steps: RuleSet['steps'];
  readonly warnings: RuleSet['warnings'];
  readonly help: RuleSet['help'];
}

const calendars = new WeakMap<RuleSet, Calendar>();

/** The calendar of a rule set, built once. */
export function calendarOf(rules: RuleSet): Calendar {
  const calendar = calendars.get(rules) ?? makeCalendar(rules.legalHolidays);
  calendars.set(rules, calendar);
  return calendar;
}

/** Decides everything by the law of `today`: programs, Form 9423, dates, what is missing, which statements are said. Pure and total. */
export function decide(book: RuleSet, answers: Answers, today: CalendarDate): Decision {
  const rules = lawOn(book, today);
  const { notice, situation, rows, deadlines, missing } = decideCore(rules, answers, today);
  // A day that may not have been the last one is none to name.
  const withDate = new Set(deadlines.filter(({ date, isUnknownDay }) => date && !isUnknownDay).map(({ id }) => id));
  return {
    ...{ notice, situation, rows, deadlines, missing },
    steps: inOrder(
      rules.steps
        .filter(({ when }) => matchesAny(when, situation))
        .filter(({ deadline, onlyWithDate }) => !onlyWithDate || (deadline && withDate.has(deadline)))
        .filter(({ deadline, onlyWithoutDate }) => !onlyWithoutDate || (deadline && !withDate.has(deadline))),
      deadlines,
    ),
    warnings: rules.warnings.filter(({ when }) => matchesAny(when, situation)),
    help: rules.help.filter(({ when }) => matchesAny(when, situation)),
  };
}

/**
 * What comes before all else stands first, then steps that can still be taken by a day, the earliest before all; those
 * whose day is over stand last.
 */
function inOrder(steps: RuleSet['steps'], deadlines: readonly ListedDeadline[]): RuleSet['steps'] {
  const dayOf = (id: string | undefined): string => {
    const found = deadlines.find((each) => each.id === id);
    if (!found?.date || found.isUnknownDay) return 'no day';
    return found.listDay ?? 'over';
  };
  // Days begin with a digit, and n comes before o; steps of one day stay as the rules have them.
  return steps
    .map((step) => ({ step, day: step.first ? '' : dayOf(step.deadline) }))
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
    .map(({ step }) => step);
}

/** Decides programs, Form 9423, representation, dates and what is missing, by the rules of one period. */
export function decideCore(rules: RuleSet, answers: Answers, today: CalendarDate): Core {
  const calendar = calendarOf(rules);
  const { situation, capClock, clocks, notice } = readSituation(rules, calendar, answers, today);
  const programs = programRows(rules, situation);
  Object.assign(situation, statusFacts(programs));
  const rows: DecidingRows = {
    capClock,
    form9423: lookup(rules.tables['form-9423'], situation),
    representation: lookup(rules.tables['representation'], situation),
    lead: lookup(rules.tables['lead'], situation),
    ...programs,
  };
  const shown = shownClocks(clocks, situation);
  Object.assign(situation, shownDayFacts(shown, answers, today), {
    form9423Need: String(rows.form9423.then['need']),
    mayRepresent: String(rows.representation.then['mayRepresent']),
    form2848Need: String(rows.representation.then['form2848']),
  });
  const deadlines = datedDeadlines(calendar, shown, answers, situation, today);
  const missing = missingOf(rows, deadlines);
  return { notice, situation, rows, deadlines: listDeadlines(deadlines, statusesOf(rows), missing, today), missing };
}

/** The facts that made a program, `form9423.need` or a started deadline unknown. */
function missingOf(rows: DecidingRows, deadlines: readonly DatedDeadline[]): MissingFact[] {
  const { cap, cdp, equivalentHearing, form9423, capClock } = rows;
  const deciding = [cap, cdp, equivalentHearing, form9423];
  // Where CAP waits for a date, the row of its clock knows which.
  if (cap.then['status'] === 'unknown' && !cap.then['missing']) deciding.push(capClock);
  const missing = new Set<unknown>(deciding.flatMap(({ then }) => then['missing'] ?? []));
  for (const deadline of deadlines) missing.add(deadline.missing);
  return missingFacts.filter((fact) => missing.has(fact));
}

/** `table/row` for each deciding row. */
export function traceOf(rows: DecidingRows): string[] {
  const { cap, cdp, equivalentHearing, form9423, capClock, representation, lead } = rows;
  return [
    `cap-clock/${capClock.id}`,
    `cap/${cap.id}`,
    `cdp/${cdp.id}`,
    `equivalent-hearing/${equivalentHearing.id}`,
    `form-9423/${form9423.id}`,
    `representation/${representation.id}`,
    `lead/${lead.id}`,
  ];
}
