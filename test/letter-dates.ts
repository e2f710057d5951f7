import type { Answers } from '../src/engine/guidance.ts';
import { afterBusinessDays, afterOneYear, type LastDay } from './day-numbers.ts';
import { dayOf, lastDayOf, terms } from './deadline-terms.ts';
import { firstNoticeTerms } from './first-notice-terms.ts';
import {
  fixed,
  lienDay,
  lienLetter,
  lone,
  mailedDay,
  postmarkedLetter,
  printedDay,
  printedLienDay,
  rolling,
  settled,
} from './known-days.ts';
import { ownLetterTerms, petitions } from './own-letter-dates.ts';
import type { DatedTerm } from './term.ts';

const yearAfter = (start: number): LastDay => lone(rolling(afterOneYear(start)));

const printingLetter = (start: number): Answers => ({
  notice: 'lt11',
  noticeDate: dayOf(start),
  printedDeadline: dayOf(printedDay(start)),
});
const datedLienLetter = (start: number): Answers => ({
  notice: 'l3172',
  nftlFiledDate: dayOf(start),
  noticeDate: dayOf(lienLetter(start)),
  printedDeadline: dayOf(printedLienDay(start)),
});
const changedAgreement = (start: number): Answers => ({
  notice: 'l5259',
  noticeDate: dayOf(start),
  effectiveDate: dayOf(start + 20),
});
const hard = { firmness: 'hard' } as const;

/** What a printed day, a postmark or the date of a lien letter changes, and what it does not. */
const hearingLetters: readonly DatedTerm[] = [
  {
    name: 'a letter that prints a day near the counted one',
    id: 'cdp-request',
    facts: printingLetter,
    lastDay: (start) => settled(rolling(start + 30), rolling(printedDay(start))),
    right: 'cdp',
    ...hard,
  },
  {
    name: 'a letter that prints a day, which is not the day of this',
    id: 'equivalent-hearing-request',
    facts: printingLetter,
    lastDay: yearAfter,
    right: 'equivalentHearing',
    ...hard,
  },
  {
    name: 'a letter with a postmark',
    id: 'cdp-request',
    facts: postmarkedLetter,
    lastDay: mailedDay,
    right: 'cdp',
    ...hard,
  },
  {
    name: 'a letter with a postmark, which does not start this',
    id: 'equivalent-hearing-request',
    facts: postmarkedLetter,
    lastDay: yearAfter,
    ...hard,
  },
  {
    name: 'a letter of which only the printed day is known',
    id: 'cdp-request',
    facts: (start) => ({ notice: 'lt11', printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(rolling(start)),
    right: 'cdp',
    after: 'unknown',
    ...hard,
  },
  {
    name: 'a letter that takes or threatens something and is not known well',
    id: 'cdp-request',
    facts: (start) => ({ notice: 'lp59', printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(rolling(start)),
    firmness: 'estimated',
  },
];

const lienLetters: readonly DatedTerm[] = [
  {
    name: 'a lien letter that prints a day near the counted one',
    id: 'cdp-request',
    facts: datedLienLetter,
    lastDay: (start) => settled(lienDay(start), rolling(printedLienDay(start)), rolling(lienLetter(start) + 30)),
    right: 'cdp',
    ...hard,
  },
  {
    name: 'a dated lien letter: a year from its date is the safer day',
    id: 'equivalent-hearing-request',
    facts: datedLienLetter,
    lastDay: (start) => ({ ...yearAfter(afterBusinessDays(start, 5)), safer: [afterOneYear(lienLetter(start))] }),
    right: 'equivalentHearing',
    ...hard,
  },
  {
    name: 'a lien letter of which only the printed day is known',
    id: 'cdp-request',
    facts: (start) => ({ notice: 'l3172', printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(rolling(start)),
    right: 'cdp',
    after: 'unknown',
    ...hard,
  },
  {
    name: 'a lien letter of which only the date is known',
    id: 'cdp-request',
    facts: (start) => ({ notice: 'l3172', noticeDate: dayOf(start) }),
    lastDay: (start) => lone(rolling(start + 30)),
    right: 'cdp',
    after: 'unknown',
    firmness: 'estimated',
  },
  {
    name: 'a dated lien letter that prints a day, the filing unknown',
    id: 'cdp-request',
    facts: (start) => ({ notice: 'l3172', noticeDate: dayOf(start), printedDeadline: dayOf(printedDay(start)) }),
    lastDay: (start) => ({
      ...lone(rolling(printedDay(start))),
      ends: Math.max(rolling(printedDay(start)).date, rolling(start + 30).date),
    }),
    right: 'cdp',
    after: 'unknown',
    ...hard,
  },
];

const agreementLetters: readonly DatedTerm[] = [
  {
    name: 'a rejection that prints a day near the counted one',
    id: 'ia-appeal',
    facts: (start) => ({ notice: 'l4052', noticeDate: dayOf(start), printedDeadline: dayOf(printedDay(start)) }),
    lastDay: (start) => settled(rolling(start + 30), rolling(printedDay(start))),
    right: 'cap',
    ...hard,
  },
  {
    name: 'an agreement that changes on a known day',
    id: 'ia-appeal',
    facts: changedAgreement,
    lastDay: (start) => lone(rolling(start + 30)),
    ...hard,
  },
  {
    name: 'an agreement that changes on a known day, the days after it',
    id: 'ia-appeal-after-effective',
    facts: changedAgreement,
    lastDay: (start) => lone(rolling(start + 50)),
    right: 'cap',
    ...hard,
  },
  {
    name: 'no manager called somebody who knows the IRS by phone',
    id: 'cap-no-callback',
    facts: (start) => ({
      notice: 'cp504',
      contact: 'phone',
      conference: 'asked-no-call',
      conferenceRequestedDate: dayOf(start),
    }),
    lastDay: (start) => ({
      ...fixed(afterBusinessDays(start, 4)),
      aim: 'one-business-day',
      safer: [afterBusinessDays(start, 1)],
    }),
    firmness: 'soft',
  },
  {
    name: 'a bill that prints a day',
    id: 'reply-by',
    facts: (start) => ({ notice: 'cp14', printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(fixed(start)),
    firmness: 'soft',
  },
  {
    name: 'a letter outside collection that prints a day',
    id: 'reply-by',
    facts: (start) => ({ notice: 'cp01', printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(fixed(start)),
    firmness: 'soft',
  },
];

const countedTerms = terms.map(
  (term): DatedTerm => ({
    ...term,
    facts: (start) => term.facts(dayOf(start)),
    lastDay: (start) => ({ ...lastDayOf(term, start), aim: term.aim }),
  }),
);

/** Every deadline of the contract, by every term of the rules, with and without dates that the letter carries. */
export const everyTerm: readonly DatedTerm[] = [
  ...countedTerms,
  ...hearingLetters,
  ...lienLetters,
  ...agreementLetters,
  ...petitions,
  ...ownLetterTerms,
  ...firstNoticeTerms,
];
