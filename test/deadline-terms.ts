import type { CalendarDate } from '../src/calendar.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Deadline, Guidance } from '../src/engine/guidance.ts';
import type { DeadlineId, ProgramName } from '../src/vocabulary.ts';
import { afterBusinessDays, afterOneYear, dayText, type LastDay, rolled } from './day-numbers.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

/** A deadline of one situation, with its last day counted a second time from the law. */
export interface Term {
  /** The situation in words. */
  readonly name: string;
  readonly id: DeadlineId;
  /** The situation, when the term starts on `start`. */
  readonly facts: (start: CalendarDate) => Answers;
  /** From the number of the starting day to that of the last day before any roll. */
  readonly count: (start: number) => number;
  readonly rolls: boolean;
  readonly aim: LastDay['aim'];
  readonly firmness: 'hard' | 'soft';
  /** The program that is there through the last day and gone the day after; undefined where no program hangs on it. */
  readonly right?: ProgramName;
}

const thirtyDays = (start: number): number => start + 30;
const lienYear = (start: number): number => afterOneYear(afterBusinessDays(start, 5));
const hardDay = { rolls: true, aim: 'five-days', firmness: 'hard' } as const;
const softDay = { rolls: false, aim: 'one-business-day', firmness: 'soft' } as const;
const cdpDay = { ...hardDay, right: 'cdp' } as const;
const hearingDay = { ...hardDay, right: 'equivalentHearing' } as const;
const capDay = { ...hardDay, right: 'cap' } as const;

/** The terms of the contract, each in a situation where the answer shows it on every day. */
export const terms: readonly Term[] = [
  {
    name: 'a notice before a levy',
    id: 'cdp-request',
    facts: (noticeDate) => ({ notice: 'lt11', noticeDate }),
    count: thirtyDays,
    ...cdpDay,
  },
  {
    name: 'a notice after a jeopardy levy',
    id: 'cdp-request',
    facts: (noticeDate) => ({ notice: 'l2439', noticeDate }),
    count: thirtyDays,
    ...cdpDay,
  },
  {
    name: 'a lien filing',
    id: 'cdp-request',
    facts: (nftlFiledDate) => ({ notice: 'l3172', nftlFiledDate }),
    count: (start) => afterBusinessDays(start, 5) + 30,
    ...cdpDay,
  },
  {
    name: 'a notice before a levy',
    id: 'equivalent-hearing-request',
    facts: (noticeDate) => ({ notice: 'lt11', noticeDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a lien filing',
    id: 'equivalent-hearing-request',
    facts: (nftlFiledDate) => ({ notice: 'l3172', nftlFiledDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a second levy notice, by the first one',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'lt11', priorCdp: 'yes', cdpHearing: 'none', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a second lien notice, by the first one',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3172', priorCdp: 'yes', cdpHearing: 'none', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a jeopardy levy',
    id: 'equivalent-hearing-request',
    facts: (noticeDate) => ({ notice: 'l2439', noticeDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a levy notice that follows another',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'cp91', priorCdp: 'yes', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a levy letter that always follows another',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3174', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a letter about a nominee, by the first lien notice',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3886', priorCdp: 'yes', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a lien notice that always follows another',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3171', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  ...([2, 3] as const).map(
    (days): Term => ({
      name: 'a manager conference was held',
      id: days === 2 ? 'cap-notify-collection' : 'cap-form-9423',
      facts: (conferenceDate) => ({ notice: 'cp504', contact: 'revenue-officer', conference: 'held', conferenceDate }),
      count: (start) => afterBusinessDays(start, days),
      ...softDay,
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
    name: 'an agreement that ends',
    id: 'ia-appeal-after-effective',
    facts: (effectiveDate) => ({ notice: 'cp523', effectiveDate }),
    count: thirtyDays,
    ...capDay,
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
];

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
