import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import { type Core, traceOf } from '../engine/decide.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { matches } from '../engine/table.ts';
import { settleFacts } from '../facts/contradictions.ts';
import { type ClosedFact, type DateFact, kebabCase } from '../vocabulary.ts';
import {
  contactVariations,
  datesAround,
  differingWhens,
  factVariations,
  type Subject,
  subjectsOf,
  usualDaysAgo,
  type Variation,
  variedFacts,
} from './diff-grid.ts';
import { type Change, changesOfDecision, decisionOf } from './diff-outcome.ts';

/** Situations whose answer the same rules change in the same part. */
export interface WalkGroup {
  /** `cdp`, `form9423`, `deadlines.cdp-request`, `representation`, `missing`. */
  readonly part: string;
  /** What decided, `cdp/levy-open`; two where another one does now. */
  readonly rule: { readonly old: string; readonly new: string };
  readonly situations: number;
  readonly letters: readonly string[];
  readonly example: { readonly answers: Answers; readonly changes: readonly Change[] };
}

/** What was walked and what came out otherwise. */
export interface Walk {
  readonly today: CalendarDate;
  /** Letters that both rules have. */
  readonly lettersWalked: number;
  /** The facts that were varied, alone and in pairs. */
  readonly facts: readonly ClosedFact[];
  /** How many days before today the letter and the lien notice are dated where no other day is tried. */
  readonly daysAgo: number;
  readonly situations: number;
  /** Situations that were worked out; each stands for others in which the same changes. */
  readonly workedOut: number;
  readonly changed: number;
  /** Letters of which some situation changes. */
  readonly letters: number;
  readonly groups: readonly WalkGroup[];
  /** false: nothing that decides differs, so nothing had to be worked out. */
  readonly isNeeded: boolean;
}

interface Sides {
  readonly old: RuleSet;
  readonly now: RuleSet;
  readonly today: CalendarDate;
}

/** Walks the grid that `diff-grid.ts` describes under both rules, each as they stand on `today`. */
export function walkGrid(old: RuleSet, now: RuleSet, today: CalendarDate): Walk {
  const sides = { old, now, today };
  const isNeeded = decidesOtherwise(old, now);
  const groups = new Map<string, WalkGroup>();
  let [situations, workedOut, changed] = [0, 0, 0];
  const letters = new Set<string>();
  for (const [subject, variation] of situationsOf(sides)) {
    const many = variation.situations * Math.max(subject.letters.length, 1);
    situations += many;
    if (!isNeeded) continue;
    workedOut += 1;
    const [before, after] = [decisionOf(old, variation.answers, today), decisionOf(now, variation.answers, today)];
    if (isSame(before, after)) continue;
    const changes = changesOfDecision(before, after);
    if (changes.length === 0) continue;
    changed += many;
    for (const id of subject.letters) letters.add(id);
    for (const part of new Set(changes.map(({ place }) => partOf(place)))) {
      addTo(groups, { part, before, after, subject, many, example: { answers: variation.answers, changes } });
    }
  }
  const sorted = [...groups.values()]
    .sort((a, b) => b.situations - a.situations)
    .map((group) => ({ ...group, example: shortest(sides, group.example) }));
  const lettersWalked = Object.keys(now.notices).filter((id) => old.notices[id]).length;
  return {
    ...{ today, lettersWalked, facts: variedFacts, daysAgo: usualDaysAgo },
    ...{ situations, workedOut, changed, letters: letters.size, groups: sorted, isNeeded },
  };
}

/** The example without the facts that change nothing in what it shows. */
function shortest({ old, now, today }: Sides, example: WalkGroup['example']): WalkGroup['example'] {
  const wanted = JSON.stringify(example.changes);
  const isEnough = (some: Answers): boolean => {
    const changes = changesOfDecision(decisionOf(old, some, today), decisionOf(now, some, today));
    return JSON.stringify(changes) === wanted;
  };
  let kept = example.answers;
  for (const fact of Object.keys(kept) as (keyof Answers)[]) {
    const { [fact]: _, ...fewer } = kept;
    if (fact !== 'notice' && fact !== 'contact' && isEnough(fewer)) kept = fewer;
  }
  return { ...example, answers: kept };
}

/** Whether anything differs from which programs, forms, representation and dates come. */
export function decidesOtherwise(old: RuleSet, now: RuleSet): boolean {
  return JSON.stringify(deciding(old)) !== JSON.stringify(deciding(now));
}

/** All that programs, forms, dates and representation hang on. */
function deciding({ tables, deadlines, clocks, actions, legalHolidays, notices }: RuleSet): unknown {
  const rows = Object.entries(tables).map(([name, { rows: all }]) => [
    name,
    all.map(({ id, when, then }) => [id, when, then]),
  ]);
  const grounds = Object.values(notices).map(({ text: _, cite: __, names: ___, ...rest }) => rest);
  return [rows, deadlines, clocks, actions, legalHolidays, grounds];
}

/** Each subject with each contact: facts alone and in pairs at the usual dates; then each date with each fact alone. */
function* situationsOf({ old, now, today }: Sides): Generator<[Subject, Variation]> {
  const whens = differingWhens(old, now);
  const [pairs, singles] = [factVariations(whens, 2), factVariations(whens, 1)];
  const dates = datesAround(old, now, today);
  const usual = addCalendarDays(today, -usualDaysAgo);
  for (const subject of subjectsOf(old, now)) {
    for (const contact of contactVariations(whens)) {
      const dated = { ...subject.answers, ...contact.answers, noticeDate: usual, nftlFiledDate: usual };
      const withContact = ({ answers, situations }: Variation): Variation => ({
        answers: { ...dated, ...answers },
        situations: situations * contact.situations,
      });
      for (const each of pairs.map(withContact)) yield* settledOf(now, subject, each);
      for (const each of singles.map(withContact)) {
        const { answers } = each;
        for (const fact of startingFacts([old, now], answers, today)) {
          for (const day of [undefined, ...(dates.get(fact) ?? [])]) {
            if (day === answers[fact]) continue;
            yield* settledOf(now, subject, { ...each, answers: { ...answers, [fact]: day } });
          }
        }
      }
    }
  }
}

/** A situation as the engine takes it; none where its facts contradict each other. */
function* settledOf(now: RuleSet, subject: Subject, each: Variation): Generator<[Subject, Variation]> {
  const { answers, faults } = settleFacts(each.answers, now.notices[each.answers.notice ?? ''], kebabCase);
  if (faults.length === 0) yield [subject, { ...each, answers }];
}

/** The date facts from which something is counted in a situation, under either rules. */
function startingFacts(rules: readonly RuleSet[], answers: Answers, today: CalendarDate): Set<DateFact> {
  const facts = rules.flatMap((each) => {
    const decision = decisionOf(each, answers, today);
    if (typeof decision === 'string') return [];
    const { situation } = decision;
    const terms = [...each.deadlines.flatMap((deadline) => deadline.terms), ...each.clocks];
    return terms.filter(({ when }) => matches(when, situation)).map(({ from }) => from);
  });
  return new Set(facts);
}

/** A quick look before places are compared one by one. */
function isSame(a: Core | string, b: Core | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  const [rows, others] = [Object.values(a.rows), Object.values(b.rows)];
  return (
    rows.every((row, index) => row.id === others[index]?.id && sameWords(row.then, others[index].then)) &&
    a.notice?.cdp.kind === b.notice?.cdp.kind &&
    a.deadlines.length === b.deadlines.length &&
    a.deadlines.every((each, index) => {
      const other = b.deadlines[index];
      return (
        other !== undefined &&
        each.id === other.id &&
        each.date === other.date &&
        each.unrolled === other.unrolled &&
        each.aimFor === other.aimFor
      );
    }) &&
    a.missing.join() === b.missing.join()
  );
}

function sameWords(a: Core['rows']['cap']['then'], b: typeof a): boolean {
  for (const key in a) if (String(a[key]) !== String(b[key])) return false;
  return Object.keys(a).length === Object.keys(b).length;
}

/** `programs.cdp.status` belongs to `cdp`, `deadlines.ia-appeal.date` to `deadlines.ia-appeal`. */
function partOf(place: string): string {
  const [first = '', second = '', last = ''] = place.split('.');
  // How CAP is asked for stands in the rows of Form 9423.
  if (first === 'programs') return second === 'cap' && last !== 'status' ? 'form9423' : second;
  return first === 'deadlines' ? `${first}.${second}` : first;
}

interface Found {
  readonly part: string;
  readonly before: Core | string;
  readonly after: Core | string;
  readonly subject: Subject;
  readonly many: number;
  readonly example: WalkGroup['example'];
}

function addTo(groups: Map<string, WalkGroup>, { part, before, after, subject, many, example }: Found): void {
  const rule = { old: decider(part, before), new: decider(part, after) };
  const key = JSON.stringify([part, rule]);
  const known = groups.get(key) ?? { part, rule, situations: 0, letters: [], example };
  const letters = subject.letters.filter((id) => !known.letters.includes(id));
  groups.set(key, { ...known, situations: known.situations + many, letters: [...known.letters, ...letters] });
}

const tableOf: Readonly<Record<string, string>> = {
  cap: 'cap',
  cdp: 'cdp',
  equivalentHearing: 'equivalent-hearing',
  form9423: 'form-9423',
  representation: 'representation',
};

/** The row behind a part; the term behind a deadline, or `none` where it is not shown. */
function decider(part: string, decision: Core | string): string {
  if (typeof decision === 'string') return 'no row';
  const { rows, deadlines } = decision;
  const trace = traceOf(rows);
  if (part.startsWith('deadlines.')) {
    const id = part.slice('deadlines.'.length);
    const shown = deadlines.find((deadline) => deadline.id === id);
    return shown ? `${id}/${shown.clock.term.id}` : 'none';
  }
  const row = trace.find((each) => each.startsWith(`${tableOf[part]}/`));
  return row ?? trace.slice(0, 5).join(', ');
}
