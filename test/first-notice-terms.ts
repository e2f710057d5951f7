import type { Answers } from '../src/engine/guidance.ts';
import { afterOneYear, type LastDay } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import { firstOf, type KnownDay, lienDay, lone, printedDay, rolling, settled } from './known-days.ts';
import type { DatedTerm } from './term.ts';

const hard = { firmness: 'hard' } as const;
const levyDay = (first: number): KnownDay => rolling(first + 30);

/** Letters and actions with an earlier CDP notice: its last day is shown while it runs, and not afterwards. */
const followers: readonly (Answers & { readonly day: (first: number) => KnownDay })[] = [
  { notice: 'cp504', priorCdp: 'yes', day: levyDay },
  { notice: 'cp501', priorCdp: 'no', day: levyDay },
  { notice: 'l3174', priorCdp: 'yes', day: levyDay },
  { notice: 'cp91', priorCdp: 'yes', day: levyDay },
  { notice: 'f668w', priorCdp: 'yes', day: levyDay },
  { action: 'levy-made', priorCdp: 'yes', day: levyDay },
  { notice: 'l3171', priorCdp: 'yes', day: lienDay },
  { notice: 'l3886', priorCdp: 'yes', day: lienDay },
  { notice: 'f668y', priorCdp: 'yes', day: lienDay },
  { notice: 'lt11', priorCdp: 'yes', cdpHearing: 'none', day: levyDay },
  { notice: 'l3172', priorCdp: 'yes', cdpHearing: 'none', day: lienDay },
];

const running = followers.map(({ day, ...facts }): DatedTerm => {
  const { notice, action } = facts;
  return {
    name: `an earlier notice, before ${notice ?? action}`,
    id: 'cdp-request',
    facts: (first) => ({ ...facts, firstCdpDate: dayOf(first) }),
    lastDay: (first) => lone(day(first)),
    right: 'cdp',
    after: 'used',
    through: (first) => day(first).date,
    ...hard,
  };
});

/** A second letter comes ten days after the first notice, or as many days after a filing. */
const letterDay = (first: number): number => first + 10;
const second = (priorCdp: 'yes' | 'no'): DatedTerm['facts'] => {
  return (first) => ({
    ...{ notice: 'lt11', priorCdp, firstCdpDate: dayOf(first) },
    ...{ noticeDate: dayOf(letterDay(first)), printedDeadline: dayOf(printedDay(first)) },
  });
};
const ownDay = (first: number): KnownDay => rolling(letterDay(first) + 30);
const ownAfterwards = (first: number): LastDay => settled(ownDay(first), rolling(printedDay(first)));

const seconds: readonly DatedTerm[] = [
  {
    name: 'a second letter: the earlier of the first day and the printed one',
    id: 'cdp-request',
    facts: second('yes'),
    lastDay: (first) => ({
      ...lone(firstOf(levyDay(first), rolling(printedDay(first)))),
      ends: levyDay(first).date,
    }),
    right: 'cdp',
    after: 'used',
    through: (first) => levyDay(first).date,
    then: ownAfterwards,
    ...hard,
  },
  {
    name: 'a second letter: the year of the first one',
    id: 'equivalent-hearing-request',
    facts: second('yes'),
    lastDay: (first) => lone(rolling(afterOneYear(first))),
    right: 'equivalentHearing',
    ...hard,
  },
  {
    name: 'a letter after one that never came: the earliest of all days',
    id: 'cdp-request',
    facts: second('no'),
    lastDay: (first) => ({
      ...lone(firstOf(levyDay(first), ownDay(first), rolling(printedDay(first)))),
      ends: Math.max(levyDay(first).date, ownDay(first).date, rolling(printedDay(first)).date),
    }),
    through: (first) => levyDay(first).date,
    then: ownAfterwards,
    ...hard,
  },
  {
    name: 'a letter after one that never came: its own year',
    id: 'equivalent-hearing-request',
    facts: second('no'),
    lastDay: (first) => lone(rolling(afterOneYear(letterDay(first)))),
    right: 'equivalentHearing',
    ...hard,
  },
];

const unfiled = (first: number): Answers => ({
  notice: 'l3172',
  priorCdp: 'no',
  firstCdpDate: dayOf(first),
  noticeDate: dayOf(first + 3),
});

/** The filing of the second lien is unknown: its letter gives an estimate, which may be the earliest day. */
const estimated: DatedTerm = {
  name: 'a dated lien letter after one that never came',
  id: 'cdp-request',
  facts: unfiled,
  lastDay: (first) => ({
    ...lone(firstOf(lienDay(first), rolling(first + 33))),
    ends: Math.max(lienDay(first).date, rolling(first + 33).date),
    firmness: rolling(first + 33).date < lienDay(first).date ? 'estimated' : 'hard',
  }),
  firmness: 'estimated',
  through: (first) => lienDay(first).date,
  then: (first) => lone(rolling(first + 33)),
  right: 'cdp',
  after: 'unknown',
};

/** What an earlier CDP notice brings, alone and beside a second letter. */
export const firstNoticeTerms: readonly DatedTerm[] = [...running, ...seconds, estimated];
