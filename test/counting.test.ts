import { describe, expect, test } from 'vitest';
import { d } from './days.ts';
import { answerOf, deadlineIn } from './deadline-terms.ts';

const [november2, november20, november24] = [d('2026-11-02'), d('2026-11-20'), d('2026-11-24')];
const december21 = d('2026-12-21');

describe('how a day was counted, in words', () => {
  test.each([
    {
      why: 'nothing in the way',
      id: 'cdp-request',
      facts: { notice: 'lt11', noticeDate: november2 },
      says: '30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026. Day 1 is the day after.',
    },
    {
      why: 'a Sunday, then a holiday',
      id: 'cdp-request',
      facts: { notice: 'lt11', noticeDate: d('2025-12-19') },
      says: '30 days after Friday, December 19, 2025 is Sunday, January 18, 2026. Day 1 is the day after. By section 7503 of the tax code Sunday, January 18, 2026 and Monday, January 19, 2026 (Martin Luther King Day) cannot be a last day, so it moves to Tuesday, January 20, 2026.',
    },
    {
      why: 'a holiday of the District of Columbia',
      id: 'cdp-request',
      facts: { notice: 'lt11', noticeDate: d('2026-03-17') },
      says: '30 days after Tuesday, March 17, 2026 is Thursday, April 16, 2026. Day 1 is the day after. By section 7503 of the tax code Thursday, April 16, 2026 (Emancipation Day in the District of Columbia) cannot be a last day, so it moves to Friday, April 17, 2026.',
    },
    {
      why: 'two legs, a holiday in the first',
      id: 'cdp-request',
      facts: { notice: 'l3172', nftlFiledDate: november20 },
      says: '5 business days after Friday, November 20, 2026 is Monday, November 30, 2026; Saturdays, Sundays and federal holidays do not count. Here that leaves out Thursday, November 26, 2026 (Thanksgiving Day). 30 days after Monday, November 30, 2026 is Wednesday, December 30, 2026. Day 1 is the day after.',
    },
    {
      why: 'the postmark starts it',
      id: 'cdp-request',
      facts: { notice: 'lt11', noticeDate: november2, mailedDate: d('2026-11-09') },
      says: 'Counted from the postmark, Monday, November 9, 2026, because the letter was mailed after its date. 30 days after Monday, November 9, 2026 is Wednesday, December 9, 2026. Day 1 is the day after. Counted from the date of the letter, which needs no proof, the last day would be Wednesday, December 2, 2026.',
    },
    {
      why: 'the letter prints it',
      id: 'cdp-request',
      facts: { notice: 'l3172', printedDeadline: d('2026-12-28') },
      says: 'This is the date that the letter prints: Monday, December 28, 2026.',
    },
    {
      why: 'the letter prints an earlier day',
      id: 'cdp-request',
      facts: { notice: 'lt11', noticeDate: november2, printedDeadline: november20 },
      says: '30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026. Day 1 is the day after. The letter prints an earlier day, Friday, November 20, 2026. That day is shown because it is the safe one; the count gives Wednesday, December 2, 2026.',
    },
    {
      why: 'the letter prints a later day',
      id: 'cdp-request',
      facts: { notice: 'lt11', noticeDate: november2, printedDeadline: d('2026-12-04') },
      says: '30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026. Day 1 is the day after. The letter prints a later day, Friday, December 4, 2026. The counted day, Wednesday, December 2, 2026, is shown because it is earlier.',
    },
    {
      why: 'a year from a leap day',
      id: 'equivalent-hearing-request',
      facts: { notice: 'lt11', noticeDate: d('2024-02-29') },
      says: 'One year after Thursday, February 29, 2024 is Friday, February 28, 2025. That year has no February 29, so the day before is taken. Day 1 is the day after.',
    },
    {
      why: 'business days, then a year',
      id: 'equivalent-hearing-request',
      facts: { notice: 'l3171', firstCdpDate: d('2026-02-02') },
      says: '5 business days after Monday, February 2, 2026 is Monday, February 9, 2026; Saturdays, Sundays and federal holidays do not count. One year after Monday, February 9, 2026 is Tuesday, February 9, 2027. Day 1 is the day after.',
    },
    {
      why: 'business days over a holiday',
      id: 'cap-form-9423',
      facts: { notice: 'cp504', conference: 'held', conferenceDate: november24 },
      says: '3 business days after Tuesday, November 24, 2026 is Monday, November 30, 2026; Saturdays, Sundays and federal holidays do not count. Here that leaves out Thursday, November 26, 2026 (Thanksgiving Day). Day 1 is the day after.',
    },
    {
      why: 'business days over two holidays',
      id: 'cap-seizure-conference',
      facts: { action: 'seizure', seizureNoticeDate: december21 },
      says: "10 business days after Monday, December 21, 2026 is Wednesday, January 6, 2027; Saturdays, Sundays and federal holidays do not count. Here that leaves out Friday, December 25, 2026 (Christmas Day) and Friday, January 1, 2027 (New Year's Day). Day 1 is the day after.",
    },
    {
      why: 'the second time of an agreement that ended',
      id: 'ia-appeal-after-effective',
      facts: { notice: 'cp523', effectiveDate: d('2026-10-15') },
      says: '30 days after Thursday, October 15, 2026 is Saturday, November 14, 2026. Day 1 is the day after. If section 7503 of the tax code counts here, Saturday, November 14, 2026 and Sunday, November 15, 2026 cannot be a last day, and it moves to Monday, November 16, 2026.',
    },
    {
      why: 'ninety days',
      id: 'tax-court-petition',
      facts: { notice: 'l3219', noticeDate: november2 },
      says: '90 days after Monday, November 2, 2026 is Sunday, January 31, 2027. Day 1 is the day after. By section 7503 of the tax code Sunday, January 31, 2027 cannot be a last day, so it moves to Monday, February 1, 2027. If the letter is addressed to a place outside the United States, it is 150 days.',
    },
    {
      why: 'a hundred and fifty',
      id: 'tax-court-petition',
      facts: { notice: 'l3219', noticeDate: november2, addressedAbroad: 'yes' },
      says: '150 days after Monday, November 2, 2026 is Thursday, April 1, 2027. Day 1 is the day after.',
    },
    {
      why: 'a day to reply by',
      id: 'reply-by',
      facts: { notice: 'cp14', printedDeadline: d('2026-11-29') },
      says: 'This is the date that the letter prints: Sunday, November 29, 2026.',
    },
    {
      why: 'a printed day goes before the count',
      id: 'other-reply',
      facts: { notice: 'cp91', noticeDate: november2, printedDeadline: d('2026-11-29') },
      says: '30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026. Day 1 is the day after. The letter prints Sunday, November 29, 2026, and that day counts. By the count alone it would be Wednesday, December 2, 2026.',
    },
    {
      why: 'two years',
      id: 'levied-money-claim',
      facts: { notice: 'f668w', levyServedDate: d('2024-02-29') },
      says: '2 years after Thursday, February 29, 2024 is Saturday, February 28, 2026. That year has no February 29, so the day before is taken. Day 1 is the day after.',
    },
    {
      why: 'nine months, by the law of older levies',
      id: 'levied-money-claim',
      facts: { notice: 'f668w', levyServedDate: d('2016-05-31') },
      says: '9 months after Tuesday, May 31, 2016 is Tuesday, February 28, 2017. Day 1 is the day after.',
    },
    {
      why: 'the first notice',
      id: 'cdp-request',
      facts: { notice: 'cp504', priorCdp: 'yes', firstCdpDate: november2 },
      says: 'Counted from the first letter that offered a hearing, Monday, November 2, 2026. 30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026. Day 1 is the day after.',
    },
  ] as const)('$id: $why', ({ id, facts, says }) => {
    expect(deadlineIn(answerOf(facts, november24), id).counting).toBe(says);
  });
});

describe('how to count a day that is not known yet', () => {
  test.each([
    {
      id: 'cdp-request',
      facts: { notice: 'lt11' },
      missing: ['noticeDate'],
      says: 'Count 30 days from the date printed on the letter. Day 1 is the day after.',
    },
    {
      id: 'cdp-request',
      facts: { notice: 'l3172' },
      missing: ['nftlFiledDate'],
      says: 'Count 5 business days, then 30 days from the day the Notice of Federal Tax Lien was filed. Day 1 is the day after.',
    },
    {
      id: 'equivalent-hearing-request',
      facts: { notice: 'l3174' },
      missing: ['firstCdpDate'],
      says: 'Count one year from the date of the first CDP notice (for a lien, the day it was filed). Day 1 is the day after.',
    },
    {
      id: 'cap-notify-collection',
      facts: { notice: 'cp504', conference: 'held' },
      missing: ['conferenceDate'],
      says: 'Count 2 business days from the day of the manager conference. Day 1 is the day after.',
    },
    {
      id: 'cap-no-callback',
      facts: { notice: 'cp504', conference: 'asked-no-call' },
      missing: ['conferenceRequestedDate'],
      says: 'Count 4 business days from the day you asked for the manager conference. Day 1 is the day after.',
    },
    {
      id: 'cap-seizure-conference',
      facts: { notice: 'f2433', priorCdp: 'no' },
      missing: ['seizureNoticeDate', 'firstCdpDate'],
      says: 'Count 10 business days from the day the Notice of Seizure was given or left. Day 1 is the day after.',
    },
    {
      id: 'ia-appeal-after-effective',
      facts: { notice: 'cp523', noticeDate: d('2026-09-01') },
      missing: ['effectiveDate'],
      says: 'Count 30 days from the day the agreement ends or changes. Day 1 is the day after.',
    },
    {
      id: 'tax-court-petition',
      facts: { notice: 'l3193' },
      missing: ['noticeDate'],
      says: 'Count 30 days from the date printed on the letter. Day 1 is the day after. If the letter went first to an address that was not your last known one, the count can start with a second mailing. If it did not, the day counted from the date of the letter is the last one.',
    },
    {
      id: 'bank-hold',
      facts: { notice: 'f668a', priorCdp: 'yes', cdpHearing: 'cdp' },
      missing: [],
      says: 'Count 21 days from the day the bank, employer or other payer got the levy. Day 1 is the day after. The bank pays on the next business day after it. Ask the bank which day it has on its papers.',
    },
    {
      id: 'levied-money-claim',
      facts: { notice: 'f668w', priorCdp: 'yes', cdpHearing: 'cdp' },
      missing: [],
      says: 'Count 2 years from the day the bank, employer or other payer got the levy. Day 1 is the day after.',
    },
    {
      id: 'other-appeal',
      facts: { notice: 'oic-rej' },
      missing: ['noticeDate'],
      says: 'Count 30 days from the date printed on the letter. Day 1 is the day after.',
    },
    {
      id: 'other-reply',
      facts: { notice: 'lt24' },
      missing: ['noticeDate'],
      says: 'Count 7 days from the date printed on the letter. Day 1 is the day after.',
    },
  ] as const)('$id of $facts.notice', ({ id, facts, missing, says }) => {
    const answer = answerOf({ ...facts, contact: 'phone' }, november24);
    expect(deadlineIn(answer, id)).toMatchObject({
      date: null,
      unrolled: null,
      aimFor: null,
      status: 'unknown',
      daysLeft: null,
      counting: says,
    });
    expect(answer.missing).toEqual(missing);
  });
});
