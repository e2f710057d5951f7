import { describe, expect, test } from 'vitest';
import type { Answers } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { answerOf } from './deadline-terms.ts';

const [november2, november24] = [d('2026-11-02'), d('2026-11-24')];

function shownIds(facts: Answers): DeadlineId[] {
  return answerOf(facts, november24).deadlines.map(({ id }) => id);
}

describe('hearings and other days', () => {
  test.each<{ why: string; facts: Answers; ids: readonly DeadlineId[] }>([
    { why: 'a bill has none', facts: { notice: 'cp14', noticeDate: november2 }, ids: [] },
    { why: 'no CDP notice', facts: { notice: 'cp504', noticeDate: november2 }, ids: [] },
    {
      why: 'a notice that offers a hearing',
      facts: { notice: 'l1058', noticeDate: november2 },
      ids: ['cdp-request', 'equivalent-hearing-request'],
    },
    {
      why: 'a second notice keeps the day of its own as well',
      facts: { notice: 'lt11', noticeDate: november2, priorCdp: 'yes', firstCdpDate: d('2025-12-01') },
      ids: ['equivalent-hearing-request', 'cdp-request'],
    },
    {
      why: 'a hearing was held on the first',
      facts: { notice: 'lt11', noticeDate: november2, priorCdp: 'yes', cdpHearing: 'cdp' },
      ids: ['cdp-request'],
    },
    {
      why: 'a levy that follows a notice',
      facts: { notice: 'f668w', priorCdp: 'yes', firstCdpDate: november2 },
      ids: ['cdp-request', 'equivalent-hearing-request', 'levied-money-claim'],
    },
    {
      why: 'and no CDP request once the time of that notice is over',
      facts: { notice: 'f668w', priorCdp: 'yes', firstCdpDate: d('2026-10-01') },
      ids: ['equivalent-hearing-request', 'levied-money-claim'],
    },
    {
      why: 'a levy after no notice: the date of the one that the IRS says it sent is asked for',
      facts: { notice: 'f668w', priorCdp: 'no' },
      ids: ['equivalent-hearing-request', 'levied-money-claim'],
    },
    {
      why: 'a levy on a bank',
      facts: { notice: 'f668a', levyServedDate: november2 },
      ids: ['bank-hold', 'levied-money-claim', 'equivalent-hearing-request'],
    },
    {
      why: 'a levy on a bank that has paid',
      facts: { notice: 'f668a', levyServedDate: november2, leviedMoney: 'paid-over' },
      ids: ['levied-money-claim', 'equivalent-hearing-request'],
    },
    {
      why: 'a form that went to somebody else than a bank',
      facts: { notice: 'f668a', levyServedDate: november2, levyOn: 'other' },
      ids: ['levied-money-claim', 'equivalent-hearing-request'],
    },
    {
      why: 'a seizure is no levy on money',
      facts: { action: 'seizure', levyServedDate: november2 },
      ids: ['cap-seizure-conference'],
    },
    {
      why: 'a hearing belongs to the taxpayer alone',
      facts: { notice: 'lt11', noticeDate: november2, taxpayer: 'third-party' },
      ids: [],
    },
    {
      why: 'a jeopardy levy starts three, and the claim for its money',
      facts: { notice: 'l2439', noticeDate: november2 },
      ids: ['cdp-request', 'jeopardy-review', 'equivalent-hearing-request', 'levied-money-claim'],
    },
    { why: 'a decision', facts: { notice: 'l3193', noticeDate: november2 }, ids: ['tax-court-petition'] },
  ])('$why', ({ facts, ids }) => {
    expect(shownIds(facts)).toEqual(ids);
  });
});
