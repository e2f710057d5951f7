import { describe, expect, test } from 'vitest';
import type { Answers } from '../src/engine/guidance.ts';
import { type DeadlineId, deadlineIds } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { answerOf, deadlineIn, terms } from './deadline-terms.ts';

const [november2, november20, november24] = [d('2026-11-02'), d('2026-11-20'), d('2026-11-24')];
const held = { conference: 'held', conferenceDate: november20 } as const;
const conferenceClocks = ['cap-notify-collection', 'cap-form-9423', 'cap-late-request'] as const;

function shownIds(facts: Answers): DeadlineId[] {
  return answerOf(facts, november24).deadlines.map(({ id }) => id);
}

describe('CAP clocks appear once they have started', () => {
  test.each<{ why: string; facts: Answers; ids: readonly DeadlineId[] }>([
    { why: 'nothing has started one', facts: { notice: 'cp504' }, ids: [] },
    { why: 'no conference was asked for', facts: { notice: 'cp504', conference: 'not-asked' }, ids: [] },
    { why: 'the conference was held', facts: { notice: 'cp504', ...held }, ids: conferenceClocks },
    {
      why: 'a call answered the request',
      facts: { notice: 'cp504', ...held, conferenceRequestedDate: november2 },
      ids: conferenceClocks,
    },
    {
      why: 'no manager called',
      facts: { notice: 'cp504', conference: 'asked-no-call', conferenceRequestedDate: november20 },
      ids: ['cap-no-callback'],
    },
    {
      why: 'a seizure starts its own',
      facts: { action: 'seizure', seizureNoticeDate: november20 },
      ids: ['cap-seizure-conference'],
    },
    {
      why: 'a conference about a seizure',
      facts: { action: 'seizure', seizureNoticeDate: november20, ...held },
      ids: [...conferenceClocks, 'cap-seizure-conference'],
    },
    { why: 'a denial needs the conference too', facts: { notice: 'l3975', ...held }, ids: conferenceClocks },
    { why: 'a letter that may be a denial', facts: { notice: 'l5603', ...held }, ids: conferenceClocks },
    { why: 'CAP cannot look at the amount', facts: { notice: 'cp504', dispute: 'amount', ...held }, ids: [] },
    {
      why: 'never for a rejected agreement',
      facts: { notice: 'l4052', noticeDate: november2, ...held },
      ids: ['ia-appeal'],
    },
    {
      why: 'nor for a letter that may be such a rejection and can be no other refusal',
      facts: { notice: 'l2272c', noticeDate: november2, ...held },
      ids: ['ia-appeal'],
    },
  ])('$why', ({ facts, ids }) => {
    expect(shownIds(facts)).toEqual(ids);
  });
});

describe('the windows of an installment agreement', () => {
  test.each<{ why: string; facts: Answers; ids: readonly DeadlineId[]; cap: string }>([
    {
      why: 'a rejection has one',
      facts: { notice: 'l4052', noticeDate: november2 },
      ids: ['ia-appeal'],
      cap: 'available',
    },
    {
      why: 'late it is over',
      facts: { notice: 'l4052', noticeDate: d('2026-09-01') },
      ids: ['ia-appeal'],
      cap: 'expired',
    },
    {
      why: 'an effective date gives a rejection no second one',
      facts: { notice: 'l4052', noticeDate: november2, effectiveDate: november20 },
      ids: ['ia-appeal'],
      cap: 'available',
    },
    {
      why: 'a letter that may be a rejection shows it meanwhile',
      facts: { notice: 'l2272c', noticeDate: november2 },
      ids: ['ia-appeal'],
      cap: 'unknown',
    },
    {
      why: 'and none once it is no rejection',
      facts: { notice: 'l2272c', noticeDate: november2, action: 'other' },
      ids: [],
      cap: 'not-available',
    },
    { why: 'in the first', facts: { notice: 'cp523', noticeDate: november2 }, ids: ['ia-appeal'], cap: 'available' },
    {
      why: 'between the two',
      facts: { notice: 'cp523', noticeDate: d('2026-10-01'), effectiveDate: d('2026-11-30') },
      ids: ['ia-appeal', 'ia-appeal-after-effective'],
      cap: 'available',
    },
    {
      why: 'in the second from the day itself',
      facts: { notice: 'l5259', noticeDate: d('2026-10-01'), effectiveDate: november24 },
      ids: ['ia-appeal', 'ia-appeal-after-effective'],
      cap: 'available',
    },
    {
      why: 'after both',
      facts: { notice: 'cp523', noticeDate: d('2026-08-03'), effectiveDate: d('2026-10-01') },
      ids: ['ia-appeal', 'ia-appeal-after-effective'],
      cap: 'expired',
    },
    {
      why: 'after the first, the end not known, through the 60th day after the notice',
      facts: { notice: 'cp523', noticeDate: d('2026-09-25') },
      ids: ['ia-appeal', 'ia-appeal-after-effective'],
      cap: 'available',
    },
    {
      why: 'after that day nobody knows',
      facts: { notice: 'cp523', noticeDate: d('2026-09-24') },
      ids: ['ia-appeal', 'ia-appeal-after-effective'],
      cap: 'unknown',
    },
    {
      why: 'a change that may be made already is unknown at once',
      facts: { notice: 'l5259', noticeDate: d('2026-10-01') },
      ids: ['ia-appeal', 'ia-appeal-after-effective'],
      cap: 'unknown',
    },
    {
      why: 'an appeal made before takes both',
      facts: { notice: 'cp523', noticeDate: november2, appealedBefore: 'yes' },
      ids: [],
      cap: 'used',
    },
  ])('$why', ({ facts, ids, cap }) => {
    expect(shownIds(facts)).toEqual(ids);
    expect(answerOf(facts, november24).programs.cap.status).toBe(cap);
  });
});

describe('a roll that no source states', () => {
  const rolling = { notice: 'l4052', noticeDate: d('2026-05-20') } as const;
  const warns = (facts: Answers, today: string): boolean =>
    answerOf(facts, d(today)).warnings.some(({ id }) => id === 'roll-not-stated');

  test('is said, and the day to aim for lies before it', () => {
    expect(warns(rolling, '2026-06-01')).toBe(true);
    expect(deadlineIn(answerOf(rolling, d('2026-06-01')), 'ia-appeal')).toMatchObject({
      date: '2026-06-22',
      unrolled: '2026-06-19',
      aimFor: '2026-06-17',
    });
  });

  test('is said where it alone keeps the appeal open after the printed day', () => {
    const printed = { ...rolling, printedDeadline: d('2026-06-19') };
    expect(answerOf(printed, d('2026-06-21')).programs.cap.status).toBe('available');
    expect(warns(printed, '2026-06-21')).toBe(true);
  });

  test('is not said where nothing rolls, or where the law states the roll', () => {
    expect(warns({ ...rolling, noticeDate: november2 }, '2026-11-10')).toBe(false);
    expect(warns({ ...rolling, notice: 'lt11' }, '2026-06-01')).toBe(false);
  });
});

test('days come in order, those not known last, and by id where they are equal', () => {
  const facts = {
    notice: 'l2439',
    noticeDate: november2,
    priorCdp: 'yes',
    leviedMoney: 'held',
    conference: 'held',
  } as const;
  expect(answerOf(facts, november24).deadlines.map(({ id, date }) => [id, date])).toEqual([
    ['cdp-request', '2026-12-02'],
    ['jeopardy-review', '2026-12-02'],
    ['cap-form-9423', null],
    ['cap-late-request', null],
    ['cap-notify-collection', null],
    ['equivalent-hearing-request', null],
    ['levied-money-claim', null],
  ]);
});

test('a year for a lien aims no later than a year from the date of the letter', () => {
  const facts = { notice: 'l3172', nftlFiledDate: november20, noticeDate: d('2026-11-18') };
  expect(deadlineIn(answerOf(facts, november24), 'equivalent-hearing-request')).toMatchObject({
    date: '2027-11-30',
    aimFor: '2027-11-18',
  });
});

test('terms cover every id but the day to reply by, and each says how firm it is and what follows', () => {
  expect([...new Set(terms.map(({ id }) => id)), 'reply-by'].sort()).toEqual([...deadlineIds].sort());
  const firm = terms.map(({ id, facts }) => {
    const { firmness, program, label, ifMissed } = deadlineIn(answerOf(facts(november2), november2), id);
    expect(`${label} ${ifMissed}`).not.toMatch(/[{}]|deadline\./);
    return [id, program, firmness].join(' ');
  });
  expect([...new Set(firm)].sort()).toEqual([
    'bank-hold cap soft',
    'cap-form-9423 cap soft',
    'cap-late-request cap soft',
    'cap-no-callback cap soft',
    'cap-notify-collection cap soft',
    'cap-seizure-conference cap soft',
    'cdp-request cdp hard',
    'equivalent-hearing-request equivalentHearing hard',
    'ia-appeal cap hard',
    'ia-appeal-after-effective cap hard',
    'jeopardy-review other hard',
    'levied-money-claim other hard',
    'other-appeal other hard',
    'other-reply other soft',
    'tax-court-petition other hard',
  ]);
});
