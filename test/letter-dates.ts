import type { Answers } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { afterBusinessDays, afterOneYear, type LastDay, rolled } from './day-numbers.ts';
import { dayOf, lastDayOf, type Term, terms } from './deadline-terms.ts';

/** A deadline of one situation, whatever dates its letter carries; all days as numbers. */
export interface DatedTerm extends Pick<Term, 'name' | 'firmness' | 'right'> {
  readonly id: DeadlineId;
  readonly facts: (start: number) => Answers;
  readonly lastDay: (start: number) => LastDay;
}

/** Days that letters carry lie around the day that the law gives: 13 days side by side, in every order with weekdays. */
const around = (start: number, from: number): number => start + from + (start % 13);

const printedDay = (start: number): number => around(start, 25);
const printedLienDay = (start: number): number => around(start, 34);
const postmark = (start: number): number => around(start, -3);
const lienLetter = (start: number): number => around(start, -2);

/** "Dates are shown early": the printed day where it is the earlier one. The count stays beside it. */
function earlier(unrolled: number, printed: number): LastDay {
  return { date: Math.min(rolled(unrolled), printed), unrolled, aim: 'five-days' };
}

/** The letter prints a day and nothing else is known: it is the day, and it never rolls. */
const printedAlone = (start: number): LastDay => ({ date: start, unrolled: undefined, aim: 'five-days' });

function yearAfter(start: number): LastDay {
  const unrolled = afterOneYear(start);
  return { date: rolled(unrolled), unrolled, aim: 'five-days' };
}

const printingLetter = (start: number): Answers => ({
  notice: 'lt11',
  noticeDate: dayOf(start),
  printedDeadline: dayOf(printedDay(start)),
});
const postmarkedLetter = (start: number): Answers => ({
  notice: 'lt11',
  noticeDate: dayOf(start),
  mailedDate: dayOf(postmark(start)),
});
const datedLienLetter = (start: number): Answers => ({
  notice: 'l3172',
  nftlFiledDate: dayOf(start),
  noticeDate: dayOf(lienLetter(start)),
  printedDeadline: dayOf(printedLienDay(start)),
});
const hard = { firmness: 'hard' } as const;

/** What a printed day, a postmark or the date of a lien letter changes, and what it does not. */
const letterTerms: readonly DatedTerm[] = [
  {
    name: 'a letter that prints a day near the counted one',
    id: 'cdp-request',
    facts: printingLetter,
    lastDay: (start) => earlier(start + 30, printedDay(start)),
    ...hard,
  },
  {
    name: 'a letter that prints a day, which is not the day of this',
    id: 'equivalent-hearing-request',
    facts: printingLetter,
    lastDay: yearAfter,
    ...hard,
  },
  {
    name: 'a letter with a postmark: a later one starts the count, and the day from the letter stays the safer one',
    id: 'cdp-request',
    facts: postmarkedLetter,
    lastDay: (start) => {
      const unrolled = Math.max(start, postmark(start)) + 30;
      return { date: rolled(unrolled), unrolled, aim: 'five-days', safer: start + 30 };
    },
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
    name: 'a lien letter that prints a day near the counted one',
    id: 'cdp-request',
    facts: datedLienLetter,
    lastDay: (start) => earlier(afterBusinessDays(start, 5) + 30, printedLienDay(start)),
    ...hard,
  },
  {
    name: 'a dated lien letter: a year from its date is the safer day',
    id: 'equivalent-hearing-request',
    facts: datedLienLetter,
    lastDay: (start) => ({ ...yearAfter(afterBusinessDays(start, 5)), safer: afterOneYear(lienLetter(start)) }),
    ...hard,
  },
  {
    name: 'a rejection that prints a day near the counted one',
    id: 'ia-appeal',
    facts: (start) => ({ notice: 'l4052', noticeDate: dayOf(start), printedDeadline: dayOf(printedDay(start)) }),
    lastDay: (start) => earlier(start + 30, printedDay(start)),
    ...hard,
  },
  {
    name: 'a lien letter of which only the printed day is known',
    id: 'cdp-request',
    facts: (start) => ({ notice: 'l3172', printedDeadline: dayOf(start) }),
    lastDay: printedAlone,
    right: 'cdp',
    ...hard,
  },
  {
    name: 'a letter without an appeal that prints a day',
    id: 'reply-by',
    facts: (start) => ({ notice: 'cp2000', printedDeadline: dayOf(start) }),
    lastDay: printedAlone,
    firmness: 'soft',
  },
];

const countedTerm = (term: Term): DatedTerm => ({
  ...term,
  facts: (start) => term.facts(dayOf(start)),
  lastDay: (start) => ({ ...lastDayOf(term, start), aim: term.aim }),
});

/** Every deadline of the contract, by every term of the rules, with and without dates that the letter carries. */
export const everyTerm: readonly DatedTerm[] = [...terms.map(countedTerm), ...letterTerms];
