import type { Deadline, Guidance, Step } from '../src/engine/guidance.ts';

/** One sentence of an answer, and whose it is. */
interface Sentence {
  readonly where: string;
  readonly text: string;
  /** The whole statement that it is part of. */
  readonly whole: string;
}

const weekdays = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dayInWords = new RegExp(`${weekdays}, (${months}) (\\d{1,2}), (\\d{4})`, 'g');

/** The days that a text names, as YYYY-MM-DD. */
export function daysIn(text: string): string[] {
  return [...text.matchAll(dayInWords)].map(([, month = '', day = '', year = '']) => {
    return `${year}-${String(months.split('|').indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}

/** Everything an answer says, but for phone numbers and checks of Form 2848. */
function saidBy(g: Guidance): Sentence[] {
  const { notice, programs } = g;
  const said: [string, string | undefined][] = [
    ['what', notice?.what],
    ['trap', notice?.trap],
    ['instead', notice?.instead],
    ...(['cap', 'cdp', 'equivalentHearing'] as const).map((name): [string, string] => [
      `why.${name}`,
      programs[name].why,
    ]),
    ['form9423', g.form9423.why],
    ['representation', g.representation.why],
    ...[...g.lead, ...g.help].map(({ id, text }): [string, string] => [id, text]),
    ...g.steps.map(({ id, text }): [string, string] => [`step.${id}`, text]),
    ...g.warnings.map(({ id, text }): [string, string] => [`warning.${id}`, text]),
    ...g.deadlines.flatMap((deadline) =>
      (['label', 'ifMissed', 'onTime'] as const).map((part): [string, string | undefined] => {
        return [`${deadline.id}.${part}`, deadline[part]];
      }),
    ),
  ];
  return said.flatMap(([where, whole = '']) => sentencesOf(whole).map((text) => ({ where, text, whole })));
}

const closed: readonly string[] = ['expired', 'used', 'not-available'];
const speaksOfNow =
  /(?<!whether )CAP\)? is open(?! only)|open (?:to you )?now|may (?:still )?use (?:CAP|the Collection Appeals)/i;
const offersHearing = /\b(?:gives?|offers?|opens?|brings?|ask for|right to)\b.*\bhearing/i;
/** Ids of deadlines that are an appeal. */
const appeals = /^(?:cdp-request|equivalent-hearing-request|ia-.*|other-appeal|tax-court-petition|jeopardy-review)$/;

/** Where a day beside that of the hold is named: the day to call, and the one on which the bank pays. */
const ofBank = /^step\.bank-(?:ask|call)$/;

type Rule = (sentence: Sentence, guidance: Guidance) => boolean;

/** What no single sentence may say, by the kind of contradiction. */
const rulesOfSentences: Readonly<Record<string, Rule>> = {
  'introduced as offering what is closed': ({ where, text }, { programs }) =>
    where === 'what' && closed.includes(programs.cdp.status) && offersHearing.test(text),
  'CAP said to be open': ({ text }, { programs }) => closed.includes(programs.cap.status) && speaksOfNow.test(text),
  'a passed day that is not called passed': ({ text, whole, where }, { today }) =>
    daysIn(text).some((day) => day < today) &&
    !/agreement (?:ended|changed) on/.test(text) &&
    !/passed|is over|are over/.test(where.startsWith('step.') ? whole : text),
  'a day of no deadline': ({ where, text }, g) =>
    !ofBank.test(where) && daysIn(text).some((day) => !knownDays(g).includes(day)),
  'the day of another deadline': ({ where, text }, g) =>
    !ofBank.test(where) && daysIn(text).some((day) => isOfAnother(where, text, day, g)),
  'a letter that is not there': ({ text }, { notice }) => !notice && /\bthis (?:letter|notice)\b/i.test(text),
  'no date is running': ({ text }) => /no (?:last |other )?da(?:te|y)(?: of an appeal)? is running/i.test(text),
  'no hearing date': ({ text }, { deadlines }) =>
    /no hearing date/i.test(text) && deadlines.some(({ id, listDay }) => appeals.test(id) && listDay !== null),
  'Form 9423 that is not used': ({ where, text }, { form9423, programs }) =>
    /^(?:step|warning)/.test(where) &&
    form9423.need === 'not-applicable' &&
    programs.cap.status !== 'later' &&
    /Form 9423(?! is not used)|CAP request/.test(text),
  'Form 2848 that is not needed': ({ text }, { representation }) =>
    /^(?!Whether).*Form 2848 is needed/.test(text) && representation.form2848 !== 'required',
  'a manager who is not needed, or is': ({ where, text }, { programs: { cap } }) =>
    where.startsWith('step.') &&
    ((cap.managerConference === 'required' && /\bno (?:talk|conference)|is not required/i.test(text)) ||
      (cap.managerConference === 'optional' && /ask .*\bmanager\b/i.test(text))),
  'a call where it must be written': ({ where, text }, { programs: { cap } }) =>
    where.startsWith('step.') && cap.request === 'written' && /need not be in writing|a call .*will do/i.test(text),
  'a step to a right that is closed': ({ where, text }, { programs: { cap, cdp, equivalentHearing } }) =>
    /^(?:step|lead)/.test(where) &&
    ((closed.includes(cap.status) && /For CAP:|say that you appeal/.test(text)) ||
      (cdp.status !== 'available' && /^For the CDP hearing|^You may ask for a Collection Due/.test(text)) ||
      (equivalentHearing.status !== 'available' && /^For the Equivalent|may ask for an Equivalent/.test(text))),
};

function daysOf({ date, unrolled, aimFor, rightEnds }: Deadline): (string | null)[] {
  return [date, unrolled, aimFor, rightEnds];
}

function knownDays({ deadlines, facts, today }: Guidance): (string | null | undefined)[] {
  return [today, ...deadlines.flatMap(daysOf), ...Object.values(facts)];
}

/** Two sentences of one answer give a deadline the same day: each names a day of the deadline that it is about. */
function isOfAnother(where: string, text: string, day: string, { steps, deadlines, facts }: Guidance): boolean {
  const step = steps.find(({ id }) => where === `step.${id}`);
  const about = (...ids: string[]): boolean => {
    const own = deadlines.filter(({ id }) => ids.includes(id)).flatMap(daysOf);
    return own.includes(day as Deadline['date']) || Object.values(facts).includes(day);
  };
  if (step?.deadline) return !about(step.deadline);
  if (/Equivalent Hearing/.test(text) || where === 'why.equivalentHearing') {
    return !about('equivalent-hearing-request', 'cdp-request');
  }
  return /\bCDP\b|Form 12153/.test(text) && !about('cdp-request');
}

/** The contradictions of one answer, each with its sentence. */
export function contradictionsOf(guidance: Guidance): string[] {
  const faults = saidBy(guidance).flatMap((sentence) =>
    Object.entries(rulesOfSentences)
      .filter(([, isBroken]) => isBroken(sentence, guidance))
      .map(([kind]) => `${kind}: ${sentence.where}: ${sentence.text}`),
  );
  return [...faults, ...faultsOfOrder(guidance)];
}

/** A step that comes too late first, or steps out of the order of their days. */
function faultsOfOrder({ steps, deadlines, today }: Guidance): string[] {
  const byId = new Map<string, Deadline>(deadlines.map((deadline) => [deadline.id, deadline]));
  const of = ({ deadline }: Step): Deadline | undefined => byId.get(deadline ?? '');
  const isOver = (step: Step): boolean => {
    const deadline = of(step);
    return deadline?.status === 'passed' && deadline.listDay === null && !deadline.isUnknownDay;
  };
  const [first] = steps;
  const faults: string[] = [];
  if (!first) return ['no step at all'];
  const isLate = isOver(first) || daysIn(first.text).some((day) => day < today);
  if (isLate && steps.some((step) => !isOver(step))) faults.push(`the first step has passed: ${first.text}`);
  const listed = steps.flatMap((step) => (of(step)?.isUnknownDay ? [] : (of(step)?.listDay ?? [])));
  const named = steps.flatMap(({ id, text }) =>
    ofBank.test(`step.${id}`) ? [] : (daysIn(text).find((day) => day >= today) ?? []),
  );
  for (const days of [listed, named]) {
    if (days.join() !== [...days].sort().join()) faults.push(`steps out of order: ${days.join(', ')}`);
  }
  return faults;
}
