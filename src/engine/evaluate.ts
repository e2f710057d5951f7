import type { CalendarDate } from '../calendar.ts';
import { schemaVersion, version } from '../version.ts';
import type { OrdinaryFact, ProgramName } from '../vocabulary.ts';
import { assumedFacts } from './assumed.ts';
import { toldDeadline } from './deadlines.ts';
import { calendarOf, type Decision, decide, traceOf } from './decide.ts';
import type { Answers, Deadline, Guidance, NoticeGuidance, ProgramGuidance, Statement } from './guidance.ts';
import { lawOn } from './law-on.ts';
import { statusOfRow } from './programs.ts';
import { representationOf } from './representation.ts';
import type { RuleSet } from './rule-set.ts';
import { rulesStamp } from './rules-stamp.ts';
import { citedBy, citedSources, expiredWarnings } from './sources.ts';
import { specialDayWarnings } from './special-days.ts';
import { matches, matchesAny, type Situation } from './table.ts';
import { timelineOf } from './timeline.ts';
import { type Words, wordsFor } from './words.ts';

type Notice = RuleSet['notices'][string];

/**
 * The whole answer for one situation by the law of `today`: pure, total, plain data. `answers.notice` is an id of the rule set.
 * Throws RangeError only for years outside the holiday table.
 */
export function evaluate(book: RuleSet, answers: Answers, today: CalendarDate): Guidance {
  const rules = lawOn(book, today);
  const decision = decide(rules, answers, today);
  const { notice, rows } = decision;
  const told = decision.deadlines.map((deadline) =>
    toldDeadline(rules.text, deadline, decision.situation, notice?.text.en.deadline),
  );
  const words = wordsFor(rules, notice, today, decision);
  const answer: Omit<Guidance, 'sources'> = {
    schemaVersion,
    generator: { name: 'irs-appeals-guide', version },
    rules: rulesStamp(rules),
    today,
    facts: givenFacts(answers),
    missing: decision.missing,
    notice: notice ? noticeGuidance(notice, rows, words) : null,
    lead: [{ id: `lead/${rows.lead.id}`, text: words.say(rows.lead.text ?? ''), cite: rows.lead.cite }],
    programs: programsOf(rules, decision, assumedFacts(rules, decision, answers, today), words),
    form9423: {
      need: rows.form9423.then['need'] as Guidance['form9423']['need'],
      why: words.say(rows.form9423.text ?? ''),
      cite: rows.form9423.cite,
    },
    deadlines: told.map((deadline) => filledDeadline(deadline, words)),
    timeline: timelineOf(calendarOf(rules), decision.deadlines, today),
    steps: stepsOf(rules, decision, words, today),
    representation: representationOf(rules, rows.representation, words),
    phone: phoneOf(rules, words),
    help: decision.help.map((each) => toldStatement(each, words, decision.situation)),
    warnings: [
      ...decision.warnings.map((each) => toldStatement(each, words, decision.situation, notice)),
      ...specialDayWarnings(rules, decision.deadlines, today),
    ],
    trace: traceOf(rows),
    disclaimer: words.say('disclaimer'),
  };
  const sources = citedSources(rules, answer);
  const expired = expiredWarnings(sources, rules.text.counting);
  return { ...answer, warnings: [...answer.warnings, ...expired], sources };
}

/** A fact given as `unknown` is a fact left out. */
export function givenFacts(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value && value !== 'unknown'));
}

function filledDeadline({ label, counting, ifMissed, onTime, ...rest }: Deadline, { fillIn }: Words): Deadline {
  const told = { ...rest, label: fillIn(label), counting: fillIn(counting), ifMissed: fillIn(ifMissed) };
  return onTime ? { ...told, onTime: fillIn(onTime) } : told;
}

function noticeGuidance(notice: Notice, { cdp }: Decision['rows'], words: Words): NoticeGuidance {
  const { title, what: own, offers, trap, instead } = notice.text.en;
  // A letter whose hearing is used up or over is not introduced as one that offers it.
  const isOffered = offers !== undefined && ['available', 'later', 'unknown'].includes(statusOfRow(cdp));
  const what = isOffered ? `${own} ${offers}` : own;
  return {
    id: notice.id,
    label: notice.label,
    title,
    ...(notice.catalogue ? { catalogue: notice.catalogue } : {}),
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
  { notice, situation, rows }: Decision,
  assumed: Readonly<Record<ProgramName, readonly OrdinaryFact[]>>,
  words: Words,
): Guidance['programs'] {
  const program = (name: ProgramName): ProgramGuidance => {
    const row = rows[name];
    // What a letter brings later is not said where an earlier letter has brought it.
    const isPast = name === 'cdp' && notice?.cdp.ground === 'comes-later' && statusOfRow(row) !== 'later';
    const special = isPast ? undefined : notice?.text.en[name];
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
  const { request, managerConference } = rows.form9423.then as unknown as Guidance['programs']['cap'];
  return {
    cap: { ...program('cap'), request, managerConference },
    cdp: { ...program('cdp'), kind: notice?.cdp.kind ?? null },
    equivalentHearing: program('equivalentHearing'),
  };
}

function stepsOf(
  rules: RuleSet,
  { notice, situation, steps, deadlines }: Decision,
  words: Words,
  today: CalendarDate,
): Guidance['steps'] {
  const shown = new Map(deadlines.map(({ id, clock, isUnknownDay }) => [id, isUnknownDay ? undefined : clock.ends]));
  return steps.map((step) => {
    const { id, text, cite } = toldStatement(step, words, situation, notice);
    const ends = step.deadline && shown.get(step.deadline);
    return {
      id,
      text: ends && ends < today ? `${text} ${rules.text.counting['day-passed']}` : text,
      ...(step.deadline && shown.has(step.deadline) ? { deadline: step.deadline } : {}),
      cite,
    };
  });
}

function toldStatement(
  statement: RuleSet['help'][number],
  words: Words,
  situation: Situation,
  notice?: Notice,
): Statement {
  const { id, text, otherwise = [] } = statement;
  const key = otherwise.find(({ when }) => matches(when, situation))?.text ?? text;
  return { id, text: words.say(key), cite: citedBy(statement, notice) };
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
