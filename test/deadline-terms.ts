import type { CalendarDate } from '../src/calendar.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Deadline, Guidance } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { afterBusinessDays, dayText, rolled } from './day-numbers.ts';
import { d } from './days.ts';
import { hearingTerms } from './hearing-terms.ts';
import { claimEnd, ownTerms } from './own-terms.ts';
import { rules } from './rules.ts';
import { capDay, hardDay, softDay, type Term, thirtyDays } from './term.ts';

const capIds = { 2: 'cap-notify-collection', 3: 'cap-form-9423', 10: 'cap-late-request' } as const;

/** Levies that were made; what a bank holds, it must hold for 21 days. */
const levies: readonly (Pick<Term, 'name' | 'facts'> & { readonly isBank: boolean })[] = [
  {
    name: 'a levy on a bank',
    facts: (levyServedDate) => ({ notice: 'f668a', levyServedDate }),
    isBank: true,
  },
  {
    name: 'a levy on a bank, no letter named',
    facts: (levyServedDate) => ({ action: 'levy-made', levyOn: 'bank', levyServedDate }),
    isBank: true,
  },
  {
    name: 'a jeopardy levy on a bank',
    facts: (levyServedDate) => ({ notice: 'l2439', levyOn: 'bank', levyServedDate }),
    isBank: true,
  },
  {
    name: 'a levy on wages',
    facts: (levyServedDate) => ({ notice: 'f668w', levyServedDate }),
    isBank: false,
  },
  {
    name: 'a levy on a bank that has paid',
    facts: (levyServedDate) => ({ notice: 'f668a', leviedMoney: 'paid-over', levyServedDate }),
    isBank: false,
  },
];

const otherTerms: readonly Term[] = [
  ...([2, 3, 10] as const).map(
    (days): Term => ({
      name: 'a manager conference was held',
      id: capIds[days],
      facts: (conferenceDate) => ({ notice: 'cp504', contact: 'revenue-officer', conference: 'held', conferenceDate }),
      count: (start) => afterBusinessDays(start, days),
      ...softDay,
      ...(days === 10 ? { right: 'cap' } : {}),
    }),
  ),
  {
    name: 'no manager called',
    id: 'cap-no-callback',
    facts: (conferenceRequestedDate) => ({ notice: 'cp504', conference: 'asked-no-call', conferenceRequestedDate }),
    count: (start) => afterBusinessDays(start, 4),
    ...softDay,
  },
  {
    name: 'a seizure',
    id: 'cap-seizure-conference',
    facts: (seizureNoticeDate) => ({ action: 'seizure', seizureNoticeDate }),
    count: (start) => afterBusinessDays(start, 10),
    ...softDay,
    right: 'cap',
  },
  {
    name: 'a rejected agreement',
    id: 'ia-appeal',
    facts: (noticeDate) => ({ notice: 'l4052', noticeDate }),
    count: thirtyDays,
    ...capDay,
  },
  {
    name: 'a letter that turns out to be a rejection',
    id: 'ia-appeal',
    facts: (noticeDate) => ({ notice: 'l2272c', action: 'installment-agreement-rejected', noticeDate }),
    count: thirtyDays,
    ...capDay,
  },
  {
    name: 'an agreement that is to end, no other date known',
    id: 'ia-appeal',
    facts: (noticeDate) => ({ notice: 'cp523', noticeDate }),
    count: thirtyDays,
    ...hardDay,
  },
  {
    name: 'an agreement that ends, the date of the letter unknown',
    id: 'ia-appeal-after-effective',
    facts: (effectiveDate) => ({ notice: 'cp523', effectiveDate }),
    count: thirtyDays,
    ...capDay,
    after: 'unknown',
  },
  {
    name: 'an agreement that may be changed already',
    id: 'ia-appeal',
    facts: (noticeDate) => ({ notice: 'l5259', noticeDate }),
    count: thirtyDays,
    ...capDay,
    after: 'unknown',
  },
  {
    name: 'an agreement that was ended, no letter named',
    id: 'ia-appeal',
    facts: (noticeDate) => ({ action: 'installment-agreement-terminated', noticeDate }),
    count: thirtyDays,
    ...capDay,
    after: 'unknown',
  },
  {
    name: 'a letter that may be a rejection',
    id: 'ia-appeal',
    facts: (noticeDate) => ({ notice: 'l2272c', noticeDate }),
    count: thirtyDays,
    ...hardDay,
  },
  {
    name: 'a jeopardy levy',
    id: 'jeopardy-review',
    facts: (noticeDate) => ({ notice: 'l2439', noticeDate }),
    count: thirtyDays,
    ...hardDay,
  },
  {
    name: 'a decision after a CDP hearing',
    id: 'tax-court-petition',
    facts: (noticeDate) => ({ notice: 'l3193', noticeDate }),
    count: thirtyDays,
    ...hardDay,
  },
  {
    name: 'a notice of deficiency',
    id: 'tax-court-petition',
    facts: (noticeDate) => ({ notice: 'l3219', noticeDate }),
    count: (start) => start + 90,
    ...hardDay,
  },
  {
    name: 'a notice of deficiency sent abroad',
    id: 'tax-court-petition',
    facts: (noticeDate) => ({ notice: 'l3219', addressedAbroad: 'yes', noticeDate }),
    count: (start) => start + 150,
    ...hardDay,
  },
  ...levies.flatMap(({ isBank, ...levy }): Term[] => [
    { ...levy, id: 'levied-money-claim', count: claimEnd, ...hardDay, rolls: false },
    ...(isBank ? [{ ...levy, id: 'bank-hold' as const, count: (start: number) => start + 21, ...softDay }] : []),
  ]),
];

/** The terms of the contract, each in a situation where the answer shows it on every day. */
export const terms: readonly Term[] = [...hearingTerms, ...otherTerms, ...ownTerms];

/** The last day of a term by the second implementation, and the day before any roll. */
export function lastDayOf(term: Term, start: number): { readonly date: number; readonly unrolled: number } {
  const unrolled = term.count(start);
  return { date: term.rolls ? rolled(unrolled) : unrolled, unrolled };
}

const days = new Map<number, CalendarDate>();

/** The day of a number, as the program knows days. */
export function dayOf(number: number): CalendarDate {
  const day = days.get(number) ?? d(dayText(number));
  days.set(number, day);
  return day;
}

/** The answer of the program for one situation. */
export function answerOf(facts: Answers, today: CalendarDate): Guidance {
  return evaluate(rules, facts, today);
}

/** One deadline of an answer; throws where the answer does not show it. */
export function deadlineIn({ deadlines }: Guidance, id: DeadlineId): Deadline {
  const found = deadlines.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id} among ${deadlines.map((each) => each.id).join(', ') || 'no deadlines'}`);
  return found;
}
