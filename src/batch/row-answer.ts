import type { CalendarDate } from '../calendar.ts';
import { type Decision, decide, traceOf } from '../engine/decide.ts';
import { givenFacts } from '../engine/evaluate.ts';
import type { Answers, Guidance } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import { statusOfRow } from '../engine/programs.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { citedBy } from '../engine/sources.ts';
import { specialDayWarnings } from '../engine/special-days.ts';
import type { MissingFact } from '../vocabulary.ts';

type Programs = Guidance['programs'];
type Representation = Guidance['representation'];

/** What a row says: the words of `check --json` without sentences. */
export interface RowAnswer {
  readonly today: CalendarDate;
  /** As they were understood. */
  readonly facts: Answers;
  readonly missing: readonly MissingFact[];
  readonly notice: { readonly id: string } | null;
  readonly programs: {
    readonly cap: Pick<Programs['cap'], 'status' | 'request' | 'managerConference'>;
    readonly cdp: Pick<Programs['cdp'], 'status' | 'kind'>;
    readonly equivalentHearing: Pick<Programs['equivalentHearing'], 'status'>;
  };
  readonly form9423: Pick<Guidance['form9423'], 'need'>;
  readonly deadlines: readonly RowDeadline[];
  readonly representation: Pick<Representation, 'mayRepresent' | 'form2848'>;
  /** Ids. */
  readonly warnings: readonly string[];
  readonly trace: readonly string[];
}

/** The last three are for lists and are not printed. */
export type RowDeadline = Pick<
  Guidance['deadlines'][number],
  'id' | 'date' | 'unrolled' | 'aimFor' | 'status' | 'daysLeft' | 'firmness' | 'rightEnds' | ListField
>;
type ListField = 'listDay' | 'isUnknownDay' | 'comesLater';

const expiredByLaw = new WeakMap<RuleSet, readonly string[]>();

/** The sources whose time is over by the law of a day, looked up once. */
function expiredSources(rules: RuleSet): readonly string[] {
  const { sources } = rules;
  const expired =
    expiredByLaw.get(rules) ??
    Object.keys(sources)
      .filter((id) => sources[id]?.expired)
      .sort();
  expiredByLaw.set(rules, expired);
  return expired;
}

/** What the decision tables say of one row, by the law of its day. */
export function answerByDecision(book: RuleSet, answers: Answers, day: CalendarDate): RowAnswer {
  const rules = lawOn(book, day);
  return rowAnswer(rules, decide(rules, answers, day), answers, day);
}

function rowAnswer(rules: RuleSet, decision: Decision, answers: Answers, today: CalendarDate): RowAnswer {
  const { missing, notice, rows, deadlines } = decision;
  const { need, request, managerConference } = rows.form9423.then as unknown as RowAnswer['form9423'] &
    Pick<Programs['cap'], 'request' | 'managerConference'>;
  const { mayRepresent, form2848 } = rows.representation.then as unknown as Representation;
  return {
    today,
    facts: givenFacts(answers),
    missing,
    notice: notice ? { id: notice.id } : null,
    programs: {
      cap: { status: statusOfRow(rows.cap), request, managerConference },
      cdp: { status: statusOfRow(rows.cdp), kind: notice?.cdp.kind ?? null },
      equivalentHearing: { status: statusOfRow(rows.equivalentHearing) },
    },
    form9423: { need },
    deadlines: deadlines.map(({ id, date, unrolled, aimFor, status, daysLeft, firmness, rightEnds, ...listed }) => {
      const { listDay, isUnknownDay, comesLater } = listed;
      return { id, date, unrolled, aimFor, status, daysLeft, firmness, rightEnds, listDay, isUnknownDay, comesLater };
    }),
    representation: { mayRepresent, form2848 },
    warnings: warningIds(rules, decision, today),
    trace: traceOf(rows),
  };
}

/** The ids of all warnings of a decision. */
function warningIds(rules: RuleSet, decision: Decision, today: CalendarDate): string[] {
  const expired = expiredSources(rules);
  const special = specialDayWarnings(rules, decision.deadlines, today);
  const cited = expired.length > 0 ? citedIds(rules, decision, special) : new Set<string>();
  return [...decision.warnings, ...special]
    .map(({ id }) => id)
    .concat(expired.filter((id) => cited.has(id)).map(() => 'source-expired'));
}

/** Every source that the whole answer cites. */
function citedIds(
  rules: RuleSet,
  { notice, rows, deadlines, steps, help, warnings }: Decision,
  special: readonly { readonly cite: readonly string[] }[],
): Set<string> {
  const { mayRepresent, form2848 } = rows.representation.then;
  const mayNeedForm = (form2848 === 'required' || form2848 === 'unknown') && mayRepresent !== 'unknown';
  const { cap, cdp, equivalentHearing, form9423, representation, lead } = rows;
  return new Set(
    [
      ...[cap, cdp, equivalentHearing, form9423, representation, lead, rules.phone.appeals, ...special],
      ...(mayNeedForm ? rules.form2848 : []),
      ...(notice ? [notice, notice.cap, notice.cdp, notice.equivalentHearing] : []),
      // Days of an earlier notice stand beside those of the letter.
      ...deadlines.flatMap(({ clock }) => (clock.own ? [clock.term, clock.own.term] : [clock.term])),
      ...[...steps, ...warnings].map((each) => ({ cite: citedBy(each, notice) })),
      ...help,
    ].flatMap(({ cite }) => cite),
  );
}
