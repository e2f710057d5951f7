import type { Answers } from '../src/engine/guidance.ts';
import { dayOf } from './deadline-terms.ts';
import {
  around,
  fixed,
  lone,
  mailedDay,
  petitionDay,
  postmark,
  postmarkedLetter,
  printedDay,
  rolling,
  settled,
} from './known-days.ts';
import { claimEnd } from './own-terms.ts';
import type { DatedTerm } from './term.ts';

const hard = { firmness: 'hard' } as const;

const printedPetition = (start: number): number => start + 85 + (start % 11);

export const petitions: readonly DatedTerm[] = [
  {
    name: 'a decision after a CDP hearing, mailed a second time',
    id: 'tax-court-petition',
    facts: (start) => ({ ...postmarkedLetter(start), notice: 'l3193', printedDeadline: dayOf(printedDay(start)) }),
    lastDay: (start) => ({ ...mailedDay(start), firmness: postmark(start) > start ? 'estimated' : 'hard' }),
    ...hard,
  },
  {
    name: 'a notice of deficiency that prints a day',
    id: 'tax-court-petition',
    facts: (start) => ({ notice: 'l3219', noticeDate: dayOf(start), printedDeadline: dayOf(around(start, 85)) }),
    lastDay: (start) => petitionDay(90, { notice: start, printed: around(start, 85) }),
    ...hard,
  },
  {
    name: 'a notice of deficiency that prints a day, sent abroad',
    id: 'tax-court-petition',
    facts: (start) => ({
      notice: 'l3219',
      addressedAbroad: 'yes',
      noticeDate: dayOf(start),
      printedDeadline: dayOf(around(start, 145)),
    }),
    lastDay: (start) => petitionDay(150, { notice: start, printed: around(start, 145) }),
    ...hard,
  },
  {
    name: 'a notice of deficiency that prints a day, mailed a second time',
    id: 'tax-court-petition',
    facts: (start) => ({
      ...postmarkedLetter(start),
      notice: 'l3219',
      printedDeadline: dayOf(printedPetition(start)),
    }),
    lastDay: (start) => petitionDay(90, { notice: start, mailed: postmark(start), printed: printedPetition(start) }),
    ...hard,
  },
  {
    name: 'a notice of deficiency of which only the printed day is known',
    id: 'tax-court-petition',
    facts: (start) => ({ notice: 'l3219', printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(fixed(start)),
    ...hard,
  },
];

const dated = (notice: string, start: number, printed: number): Answers => ({
  notice,
  noticeDate: dayOf(start),
  printedDeadline: dayOf(printed),
});

/** Letter 1153 counts from the postmark, later or alone; it prints no roll, and none is taken. */
const trustFund: readonly DatedTerm[] = [
  {
    name: 'a postmark alone',
    id: 'other-appeal',
    facts: (start) => ({ notice: 'l1153', mailedDate: dayOf(start) }),
    lastDay: (start) => lone(fixed(start + 60)),
    ...hard,
  },
  {
    name: 'a postmark, sent abroad',
    id: 'other-appeal',
    facts: (start) => ({ ...postmarkedLetter(start), notice: 'l1153', addressedAbroad: 'yes' }),
    lastDay: (start) => ({ ...lone(fixed(Math.max(start, postmark(start)) + 75)), safer: [start + 75] }),
    ...hard,
  },
];

/** Letters whose printed day and counted day come together as those of a hearing do. */
const appeals: readonly DatedTerm[] = [
  { notice: 'oic-rej', days: 30, day: rolling },
  { notice: 'l1153', days: 60, day: fixed },
  { notice: 'l4380', days: 30, day: fixed },
].map(({ notice, days, day }) => ({
  name: `${notice} prints a day near the counted one`,
  id: 'other-appeal',
  facts: (start) => dated(notice, start, around(start, days - 5)),
  lastDay: (start) => settled(day(start + days), day(around(start, days - 5))),
  ...hard,
}));

/** Letters whose printed day goes first, earlier or later. */
const printedFirst: readonly DatedTerm[] = (
  [
    { notice: 'l525', id: 'other-appeal', days: 30 },
    { notice: 'l854c', id: 'other-appeal', days: 60 },
    { notice: 'cp2000', id: 'other-reply', days: 30 },
    { notice: 'cp508c', id: 'other-reply', days: 30 },
    { notice: 'cp91', id: 'other-reply', days: 30 },
    { notice: 'cp298', id: 'other-reply', days: 30 },
    { notice: 'l4388', id: 'other-reply', days: 14, aim: 'one-business-day' },
    { notice: 'cp522', id: 'other-reply', days: 10, aim: 'one-business-day' },
    { notice: 'lt24', id: 'other-reply', days: 7, aim: 'one-business-day' },
    { notice: 'lt16', id: 'other-reply', days: 10, aim: 'one-business-day' },
    { notice: 'lt26', id: 'other-reply', days: 10, aim: 'one-business-day' },
  ] as const
).map(({ notice, id, days, ...aim }) => ({
  name: `${notice} prints a day near the counted one`,
  id,
  facts: (start) => dated(notice, start, around(start, days - 5)),
  lastDay: (start) => ({ ...lone(fixed(around(start, days - 5))), ...aim }),
  firmness: id === 'other-appeal' ? 'hard' : 'soft',
}));

/** Letters that name a day and have no count. */
const printedOnly = ['l3975', 'l4025', 'l4027', 'l4711', 'l5603'].map(
  (notice): DatedTerm => ({
    name: `${notice} prints a day`,
    id: 'other-appeal',
    facts: (start) => ({ notice, printedDeadline: dayOf(start) }),
    lastDay: (start) => lone(fixed(start)),
    ...hard,
  }),
);

/** A suit has two years whatever the letter prints. */
const suit: DatedTerm = {
  name: 'a refused claim that prints a day',
  id: 'other-appeal',
  facts: (start) => ({ notice: 'l3973', levyServedDate: dayOf(start), printedDeadline: dayOf(start + 90) }),
  lastDay: (start) => lone(fixed(claimEnd(start))),
  ...hard,
};

/** The terms that letters carry in their own files, with the days that the letters print. */
export const ownLetterTerms: readonly DatedTerm[] = [...trustFund, ...appeals, ...printedFirst, ...printedOnly, suit];
