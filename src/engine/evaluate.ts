import { type Calendar, type CalendarDate, makeCalendar } from '../calendar.ts';
import type { Row } from '../rules/schema.ts';
import { version } from '../version.ts';
import { type MissingFact, missingFacts, type OrdinaryFact, type ProgramName } from '../vocabulary.ts';
import { type DatedDeadline, shownDeadlines } from './deadlines.ts';
import type { Answers, Guidance, NoticeGuidance, ProgramGuidance, Statement } from './guidance.ts';
import { assumedFacts, type ProgramRows, programRows, statusFacts, statusOfRow } from './programs.ts';
import { representationOf } from './representation.ts';
import type { RuleSet } from './rule-set.ts';
import { readSituation } from './situation.ts';
import { citedSources } from './sources.ts';
import { lookup, matchesAny, type Situation } from './table.ts';
import { type Words, wordsFor } from './words.ts';

type Notice = RuleSet['notices'][string];

const calendars = new WeakMap<RuleSet, Calendar>();

/** The calendar of a rule set, built once. */
export function calendarOf(rules: RuleSet): Calendar {
  const calendar = calendars.get(rules) ?? makeCalendar(rules.legalHolidays);
  calendars.set(rules, calendar);
  return calendar;
}

/**
 * The whole answer for one situation: pure, total, plain data. `answers.notice` is an id of the rule set.
 * Throws RangeError only for years outside the holiday table.
 */
export function evaluate(rules: RuleSet, answers: Answers, today: CalendarDate): Guidance {
  const calendar = calendarOf(rules);
  const reading = readSituation(rules, calendar, answers, today);
  const rows = programRows(rules, reading.situation);
  const assumed = assumedFacts(rules, calendar, answers, today, reading, rows);
  const known: Situation = { ...reading.situation, ...statusFacts(rows) };
  const form9423Row = lookup(rules.tables['form-9423'], known);
  const leadRow = lookup(rules.tables['lead'], known);
  const representationRow = lookup(rules.tables['representation'], known);
  const dated = shownDeadlines(rules, calendar, reading.clocks, known, answers, today);
  const situation: Situation = {
    ...known,
    form9423Need: String(form9423Row.then['need']),
    mayRepresent: String(representationRow.then['mayRepresent']),
    form2848Need: String(representationRow.then['form2848']),
  };
  const words = wordsFor(
    rules,
    reading.notice,
    today,
    dated.map(({ deadline }) => deadline),
  );
  const answer: Omit<Guidance, 'sources'> = {
    schemaVersion: 1,
    generator: { name: 'irs-appeals-guide', version },
    rules: rulesStamp(rules),
    today,
    facts: givenFacts(answers),
    missing: missingOf(rules, situation, rows, form9423Row, dated),
    notice: reading.notice ? noticeGuidance(reading.notice, words) : null,
    lead: [{ id: `lead/${leadRow.id}`, text: words.say(leadRow.text ?? ''), cite: leadRow.cite }],
    programs: programsOf(rules, reading.notice, situation, rows, assumed, form9423Row, words),
    form9423: {
      need: form9423Row.then['need'] as Guidance['form9423']['need'],
      why: words.say(form9423Row.text ?? ''),
      cite: form9423Row.cite,
    },
    deadlines: dated.map(({ deadline }) => ({ ...deadline, ifMissed: words.fillIn(deadline.ifMissed) })),
    steps: stepsOf(rules, situation, dated, words),
    representation: representationOf(rules, representationRow, words),
    phone: phoneOf(rules, words),
    help: statementsOf(rules.help, situation, words),
    warnings: warningsOf(rules, situation, reading.notice, words),
    trace: traceOf(rules, situation, rows, form9423Row, representationRow, leadRow),
    disclaimer: words.say('disclaimer'),
  };
  return { ...answer, sources: citedSources(rules, answer) };
}

function rulesStamp({ manifest, hash }: RuleSet): Guidance['rules'] {
  return { version: manifest.version, hash, reviewedOn: manifest.reviewedOn, reviewBy: manifest.reviewBy };
}

/** A fact given as `unknown` is a fact left out. */
function givenFacts(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value && value !== 'unknown'));
}

function noticeGuidance(notice: Notice, words: Words): NoticeGuidance {
  const { title, what, trap, instead } = notice.text.en;
  return {
    id: notice.id,
    label: notice.label,
    title,
    what: words.fillIn(what),
    ...(trap ? { trap: words.fillIn(trap) } : {}),
    ...(instead ? { instead: words.fillIn(instead) } : {}),
    confidence: notice.confidence,
    unconfirmed: notice.unconfirmed ?? [],
    conflicts: notice.conflicts ?? [],
    cite: notice.cite,
  };
}

function programsOf(
  rules: RuleSet,
  notice: Notice | undefined,
  situation: Situation,
  rows: ProgramRows,
  assumed: Readonly<Record<ProgramName, readonly OrdinaryFact[]>>,
  form9423Row: Row,
  words: Words,
): Guidance['programs'] {
  const program = (name: ProgramName): ProgramGuidance => {
    const row = rows[name];
    const special = notice?.text.en[name];
    const clauses = rules.conditions
      .filter(({ fact, programs }) => assumed[name].includes(fact) && programs.includes(name))
      .filter(({ when }) => matchesAny(when, situation))
      .map(({ text }) => words.say(text));
    return {
      status: statusOfRow(row),
      why: [words.say(row.text ?? ''), special && words.fillIn(special), words.allOf(clauses)]
        .filter(Boolean)
        .join(' '),
      ...(row.inferred ? { inferred: true as const } : {}),
      cite: [...new Set([...row.cite, ...(notice ? notice[name].cite : [])])],
    };
  };
  const { request, managerConference } = form9423Row.then as unknown as Guidance['programs']['cap'];
  return {
    cap: { ...program('cap'), request, managerConference },
    cdp: { ...program('cdp'), kind: notice?.cdp.kind ?? null },
    equivalentHearing: program('equivalentHearing'),
  };
}

/** The facts that made a program, `form9423.need` or a started deadline unknown. */
function missingOf(
  rules: RuleSet,
  situation: Situation,
  rows: ProgramRows,
  form9423Row: Row,
  dated: readonly DatedDeadline[],
): MissingFact[] {
  const deciding = [...Object.values(rows), form9423Row];
  if (statusOfRow(rows.cap) === 'unknown') deciding.push(lookup(rules.tables['cap-clock'], situation));
  const missing = new Set<unknown>(deciding.flatMap(({ then }) => then['missing'] ?? []));
  for (const deadline of dated) missing.add(deadline.missing);
  return missingFacts.filter((fact) => missing.has(fact));
}

function stepsOf(
  rules: RuleSet,
  situation: Situation,
  dated: readonly DatedDeadline[],
  words: Words,
): Guidance['steps'] {
  const shown = new Map(dated.map(({ deadline }) => [deadline.id, deadline.date]));
  return rules.steps
    .filter(({ when }) => matchesAny(when, situation))
    .filter(({ deadline, onlyWithDate }) => !onlyWithDate || (deadline && shown.get(deadline)))
    .map(({ id, text, deadline, cite }) => ({
      id,
      text: words.say(text),
      ...(deadline && shown.has(deadline) ? { deadline } : {}),
      cite,
    }));
}

function statementsOf(rules: RuleSet['help'], situation: Situation, words: Words): Statement[] {
  return rules
    .filter(({ when }) => matchesAny(when, situation))
    .map(({ id, text, cite }) => ({ id, text: words.say(text), cite }));
}

/** A warning about a letter cites what is known of the letter. */
function warningsOf(rules: RuleSet, situation: Situation, notice: Notice | undefined, words: Words): Statement[] {
  return statementsOf(rules.warnings, situation, words).map((warning) =>
    warning.cite.length > 0 || !notice ? warning : { ...warning, cite: notice.cite },
  );
}

function phoneOf({ phone }: RuleSet, words: Words): Guidance['phone'] {
  return {
    appeals: phone.numbers['appeals']?.number ?? '',
    useFor: phone.appeals.useFor.map(words.say),
    notFor: phone.appeals.notFor.map(words.say),
    haveReady: phone.appeals.haveReady.map(words.say),
    cite: phone.appeals.cite,
  };
}

function traceOf(
  rules: RuleSet,
  situation: Situation,
  rows: ProgramRows,
  form9423Row: Row,
  representationRow: Row,
  leadRow: Row,
): string[] {
  return [
    `cap-clock/${lookup(rules.tables['cap-clock'], situation).id}`,
    `cap/${rows.cap.id}`,
    `cdp/${rows.cdp.id}`,
    `equivalent-hearing/${rows.equivalentHearing.id}`,
    `form-9423/${form9423Row.id}`,
    `representation/${representationRow.id}`,
    `lead/${leadRow.id}`,
  ];
}
