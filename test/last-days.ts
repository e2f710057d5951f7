import type { CalendarDate } from '../src/calendar.ts';
import type { Answers } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { d } from './days.ts';

/** One situation for each deadline, in which it ends on a plain business day and is the next last day on that day. */
export interface LastDay {
  readonly id: DeadlineId;
  readonly answers: Answers;
  /** Counted by hand. */
  readonly day: CalendarDate;
  /** Another deadline that ends on the same day and stands before it in a list. */
  readonly listedAs?: DeadlineId;
  /** The fact without which the day is not known; absent where the deadline is then not shown. */
  readonly unknownWithout?: keyof Answers;
  /** What the first lines call it on the day after. */
  readonly after: 'Date passed' | 'Date may have passed' | undefined;
  /** Steps that hang on it and name its day. */
  readonly steps: readonly string[];
}

const held: Answers = {
  notice: 'cp504',
  contact: 'revenue-officer',
  conference: 'held',
  conferenceDate: d('2026-11-02'),
};

export const lastDays: readonly LastDay[] = [
  {
    id: 'cdp-request',
    answers: { notice: 'lt11', contact: 'phone', noticeDate: d('2026-10-05') },
    day: d('2026-11-04'),
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['request-cdp'],
  },
  {
    id: 'equivalent-hearing-request',
    answers: { notice: 'lt11', contact: 'phone', noticeDate: d('2025-11-04') },
    day: d('2026-11-04'),
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['request-hearing'],
  },
  {
    id: 'cap-notify-collection',
    answers: held,
    day: d('2026-11-04'),
    unknownWithout: 'conferenceDate',
    after: 'Date passed',
    steps: ['tell-officer'],
  },
  {
    id: 'cap-form-9423',
    answers: held,
    day: d('2026-11-05'),
    unknownWithout: 'conferenceDate',
    after: 'Date passed',
    steps: ['send-form-9423'],
  },
  {
    id: 'cap-late-request',
    answers: held,
    // Ten business days; November 11 is a holiday.
    day: d('2026-11-17'),
    unknownWithout: 'conferenceDate',
    after: 'Date passed',
    steps: ['late-cap-request'],
  },
  {
    id: 'cap-no-callback',
    answers: {
      notice: 'cp504',
      contact: 'revenue-officer',
      conference: 'asked-no-call',
      conferenceRequestedDate: d('2026-11-02'),
    },
    day: d('2026-11-06'),
    unknownWithout: 'conferenceRequestedDate',
    after: 'Date passed',
    steps: ['no-call'],
  },
  {
    id: 'cap-seizure-conference',
    answers: { action: 'seizure', contact: 'revenue-officer', seizureNoticeDate: d('2026-11-02') },
    day: d('2026-11-17'),
    unknownWithout: 'seizureNoticeDate',
    after: 'Date passed',
    steps: ['seizure-conference'],
  },
  {
    id: 'ia-appeal',
    answers: { notice: 'l4052', contact: 'phone', noticeDate: d('2026-10-05') },
    day: d('2026-11-04'),
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['appeal-installment-any'],
  },
  {
    id: 'ia-appeal-after-effective',
    answers: { notice: 'cp523', contact: 'phone', noticeDate: d('2026-08-03'), effectiveDate: d('2026-10-05') },
    day: d('2026-11-04'),
    unknownWithout: 'effectiveDate',
    after: 'Date passed',
    steps: ['appeal-installment-late-any'],
  },
  {
    id: 'jeopardy-review',
    answers: { notice: 'l2439', contact: 'revenue-officer', noticeDate: d('2026-10-05') },
    day: d('2026-11-04'),
    listedAs: 'cdp-request',
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['jeopardy-review'],
  },
  {
    id: 'tax-court-petition',
    answers: { notice: 'l3193', noticeDate: d('2026-10-05') },
    day: d('2026-11-04'),
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['petition'],
  },
  {
    id: 'bank-hold',
    answers: { notice: 'f668a', contact: 'phone', priorCdp: 'yes', cdpHearing: 'cdp', levyServedDate: d('2026-10-14') },
    day: d('2026-11-04'),
    unknownWithout: 'levyServedDate',
    after: 'Date passed',
    steps: ['bank-ask', 'bank-call'],
  },
  {
    id: 'levied-money-claim',
    answers: { action: 'levy-made', contact: 'phone', leviedMoney: 'paid-over', levyServedDate: d('2024-11-04') },
    day: d('2026-11-04'),
    unknownWithout: 'levyServedDate',
    after: 'Date passed',
    steps: ['claim-first'],
  },
  {
    id: 'other-appeal',
    answers: { notice: 'oic-rej', noticeDate: d('2026-10-05') },
    day: d('2026-11-04'),
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['own-appeal'],
  },
  {
    id: 'other-reply',
    answers: { notice: 'cp2000', noticeDate: d('2026-10-05') },
    day: d('2026-11-04'),
    unknownWithout: 'noticeDate',
    after: 'Date passed',
    steps: ['own-reply'],
  },
  {
    id: 'reply-by',
    answers: { notice: 'cp14', noticeDate: d('2026-10-05'), printedDeadline: d('2026-11-04') },
    day: d('2026-11-04'),
    after: 'Date passed',
    steps: ['printed-pay'],
  },
];
