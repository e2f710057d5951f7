import { type CalendarDate, longDate } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type ClosedFact, type DateFact, type Fact, unknown } from '../vocabulary.ts';
import type { FactFault } from './read-facts.ts';

/** What the rules say of the letter in hand that facts may contradict. */
export type LetterInHand = Pick<RuleSet['notices'][string], 'label' | 'cdp' | 'levyOn'>;

/** Gives the name under which the person knows a fact. */
type NameOf = (fact: Fact) => string;

/**
 * Facts that were read one by one as a whole: what follows from one for another, and what cannot be true together. The
 * engine never sees facts that have a fault here. `letter` is undefined where there is none or nobody knows it.
 */
export function settleFacts(
  read: Answers,
  letter: LetterInHand | undefined,
  nameOf: NameOf,
): { readonly answers: Answers; readonly faults: readonly FactFault[] } {
  const answers = settlePriorCdp(settleConference(read));
  return { answers, faults: contradictions(answers, letter, nameOf) };
}

/** A date sets its state: a conference date means that it was held, a date of asking alone that nobody called. */
function settleConference(answers: Answers): Answers {
  if (isKnown(answers.conference)) return answers;
  if (dayOf(answers, 'conferenceDate')) return { ...answers, conference: 'held' };
  return dayOf(answers, 'conferenceRequestedDate') ? { ...answers, conference: 'asked-no-call' } : answers;
}

/** The date of a first CDP notice, or a hearing on it, means that there was one. */
function settlePriorCdp(answers: Answers): Answers {
  if (isKnown(answers.priorCdp)) return answers;
  const hadHearing = answers.cdpHearing === 'cdp' || answers.cdpHearing === 'equivalent';
  return hadHearing || dayOf(answers, 'firstCdpDate') ? { ...answers, priorCdp: 'yes' } : answers;
}

function isKnown(value: string | undefined): boolean {
  return value !== undefined && value !== unknown;
}

function dayOf(answers: Answers, fact: DateFact): CalendarDate | undefined {
  const day = answers[fact];
  return day === unknown ? undefined : day;
}

function contradictions(answers: Answers, letter: LetterInHand | undefined, nameOf: NameOf): FactFault[] {
  return [
    ...statesAgainstEachOther(answers, nameOf),
    ...inWrongOrder(answers, 'conferenceRequestedDate', 'conferenceDate', nameOf),
    ...inWrongOrder(answers, 'noticeDate', 'printedDeadline', nameOf),
    ...firstNoticeNotBefore(answers, letter, nameOf),
    ...otherPayer(answers, letter, nameOf),
  ];
}

const clashes: readonly {
  readonly one: ClosedFact;
  readonly values: readonly string[];
  readonly other: Fact;
  readonly others?: readonly string[];
}[] = [
  { one: 'conference', values: ['not-asked', 'asked-no-call'], other: 'conferenceDate' },
  { one: 'conference', values: ['not-asked'], other: 'conferenceRequestedDate' },
  { one: 'priorCdp', values: ['no'], other: 'cdpHearing', others: ['cdp', 'equivalent'] },
];

function statesAgainstEachOther(answers: Answers, nameOf: NameOf): FactFault[] {
  return clashes.flatMap(({ one, values, other, others }) => {
    const [first, second] = [answers[one], answers[other]];
    if (first === undefined || second === undefined || second === unknown || !values.includes(first)) return [];
    if (others && !others.includes(second)) return [];
    const message = `${nameOf(one)} ${first} contradicts ${nameOf(other)} ${second}; leave one of them out`;
    return [{ fact: other, message }];
  });
}

/** One thing cannot come before another: a conference before it was asked for, a printed day before its letter. */
function inWrongOrder(answers: Answers, first: DateFact, second: DateFact, nameOf: NameOf): FactFault[] {
  const [before, after] = [dayOf(answers, first), dayOf(answers, second)];
  if (!before || !after || before <= after) return [];
  const message = `${nameOf(first)} (${longDate(before)}) is later than ${nameOf(second)} (${longDate(after)}); check both`;
  return [{ fact: second, message }];
}

/**
 * The first CDP notice comes before the one in hand; one of the same day is that one. A lien notice is as old as its
 * filing. A third party answers for somebody else's letters.
 */
function firstNoticeNotBefore(answers: Answers, letter: LetterInHand | undefined, nameOf: NameOf): FactFault[] {
  const inHand = letter && ownDateOf[letter.cdp.ground];
  const first = dayOf(answers, 'firstCdpDate');
  const own = inHand && dayOf(answers, inHand);
  if (!first || !own || first < own || answers.taxpayer === 'third-party') return [];
  const message = `${nameOf('firstCdpDate')} (${longDate(first)}) is not before ${nameOf(inHand)} (${longDate(own)}) of ${letter.label}, which gives the hearing itself; leave ${nameOf('firstCdpDate')} out, or check both`;
  return [{ fact: 'firstCdpDate', message }];
}

/** Which date tells the age of a letter that gives a hearing. */
const ownDateOf: Readonly<Record<string, DateFact>> = {
  'levy-before': 'noticeDate',
  'levy-after': 'noticeDate',
  lien: 'nftlFiledDate',
};

/** A form made for employers is no levy on a bank, nor the reverse. */
function otherPayer({ levyOn }: Answers, letter: LetterInHand | undefined, nameOf: NameOf): FactFault[] {
  const made = letter?.levyOn;
  const isClash = (made === 'bank' && levyOn === 'wages') || (made === 'wages' && levyOn === 'bank');
  if (!isClash) return [];
  const message = `${nameOf('levyOn')} ${levyOn} contradicts ${nameOf('notice')} ${letter?.label}, which is made for ${made === 'bank' ? 'a bank' : 'an employer'}; check both`;
  return [{ fact: 'levyOn', message }];
}
