import type { CalendarDate } from '../calendar.ts';
import { type Core, decide, decideCore } from '../engine/decide.ts';
import type { Answers, Guidance } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { specialDayWarnings } from '../engine/special-days.ts';

/** What an answer decides, place by place: `programs.cap.status`, `deadlines.cdp-request.date`. */
export type Outcome = Readonly<Record<string, string | null>>;

/** One place at which two answers differ; null where an answer says nothing there. */
export interface Change {
  readonly place: string;
  readonly old: string | null;
  readonly new: string | null;
}

type Dates = Pick<Guidance['deadlines'][number], 'id' | 'date' | 'unrolled' | 'aimFor'>;

/** What a client would notice in a whole answer: programs, form, dates, representation, what is missing, warnings. */
export function outcomeOfGuidance(guidance: Guidance): Outcome {
  const { cap, cdp, equivalentHearing } = guidance.programs;
  const { mayRepresent, form2848 } = guidance.representation;
  return {
    'programs.cap.status': cap.status,
    'programs.cap.request': cap.request,
    'programs.cap.managerConference': cap.managerConference,
    'programs.cdp.status': cdp.status,
    'programs.cdp.kind': cdp.kind,
    'programs.equivalentHearing.status': equivalentHearing.status,
    'form9423.need': guidance.form9423.need,
    ...datesOf(guidance.deadlines),
    'representation.mayRepresent': mayRepresent,
    'representation.form2848': form2848,
    missing: listOf(guidance.missing),
    warnings: listOf(guidance.warnings.map(({ id }) => id)),
  };
}

/**
 * What `outcomeOfGuidance` gives, worked out without a sentence, which is many times faster; undefined where sources have
 * expired, because only the sentences show which answers rest on them.
 */
export function quickOutcome(book: RuleSet, answers: Answers, today: CalendarDate): Outcome | undefined {
  const law = lawOn(book, today);
  if (Object.values(law.sources).some(({ expired }) => expired)) return undefined;
  const decision = decide(law, answers, today);
  const warnings = [...decision.warnings, ...specialDayWarnings(law, decision.deadlines, today)];
  return { ...outcomeOfCore(decision), warnings: listOf(warnings.map(({ id }) => id)) };
}

/**
 * What the tables and clocks decide, or why they cannot: rules may declare impossible what a letter and facts can make,
 * and nothing but an answer shows it.
 */
export function decisionOf(rules: RuleSet, answers: Answers, today: CalendarDate): Core | string {
  try {
    return decideCore(rules, answers, today);
  } catch (error) {
    return (error as Error).message;
  }
}

/** The places at which two decisions differ; one that cannot be made differs as a whole. */
export function changesOfDecision(before: Core | string, after: Core | string): Change[] {
  if (typeof before !== 'string' && typeof after !== 'string') {
    return changesOfOutcome(outcomeOfCore(before), outcomeOfCore(after));
  }
  const fault = (decision: Core | string): string | null => (typeof decision === 'string' ? decision : null);
  return fault(before) === fault(after) ? [] : [{ place: 'undecided', old: fault(before), new: fault(after) }];
}

/** As `outcomeOfGuidance`, of what the tables and clocks decided: without warnings. */
function outcomeOfCore({ rows, deadlines, missing, notice }: Core): Outcome {
  const word = (row: keyof Core['rows'], key: string): string | null => {
    const value = rows[row].then[key];
    return typeof value === 'string' ? value : null;
  };
  return {
    'programs.cap.status': word('cap', 'status'),
    'programs.cap.request': word('form9423', 'request'),
    'programs.cap.managerConference': word('form9423', 'managerConference'),
    'programs.cdp.status': word('cdp', 'status'),
    'programs.cdp.kind': notice?.cdp.kind ?? null,
    'programs.equivalentHearing.status': word('equivalentHearing', 'status'),
    'form9423.need': word('form9423', 'need'),
    ...datesOf(deadlines),
    'representation.mayRepresent': word('representation', 'mayRepresent'),
    'representation.form2848': word('representation', 'form2848'),
    missing: listOf(missing),
  };
}

function datesOf(deadlines: readonly Dates[]): Outcome {
  const entries = deadlines.flatMap(({ id, date, unrolled, aimFor }): [string, string | null][] => [
    // A deadline that is told without a day is told all the same.
    [`deadlines.${id}.date`, date ?? 'unknown'],
    [`deadlines.${id}.unrolled`, unrolled],
    [`deadlines.${id}.aimFor`, aimFor],
  ]);
  return Object.fromEntries(entries);
}

function listOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : [...words].sort().join(', ');
}

/** The places at which two answers differ, in order of the answer. */
export function changesOfOutcome(before: Outcome, after: Outcome): Change[] {
  const places = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return places.flatMap((place) => {
    const change = { place, old: before[place] ?? null, new: after[place] ?? null };
    return change.old === change.new ? [] : [change];
  });
}
