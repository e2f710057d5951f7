import { describe, expect, test } from 'vitest';
import { decide } from '../src/engine/decide.ts';
import type { Answers } from '../src/engine/guidance.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { answerOf, deadlineIn } from './deadline-terms.ts';
import { rules } from './rules.ts';

const november24 = d('2026-11-24');
const lt11 = { notice: 'lt11', noticeDate: d('2026-11-02') } as const;

describe('the day on which a right ends, where it is later than the day shown', () => {
  test.each([
    { printed: undefined, ends: null, why: 'nothing is printed: they are one day' },
    { printed: '2026-12-02', ends: null, why: 'the printed day is the counted one' },
    { printed: '2026-11-20', ends: '2026-12-02', why: 'the printed day is shown, the counted one decides' },
    { printed: '2026-12-04', ends: '2026-12-04', why: 'the counted day is shown, the printed one decides' },
  ])('$ends: $why', ({ printed, ends }) => {
    const facts = { ...lt11, printedDeadline: printed ? d(printed) : undefined };
    expect(deadlineIn(answerOf(facts, november24), 'cdp-request').rightEnds).toBe(ends);
  });

  test('nothing ends on a day that is not known', () => {
    expect(deadlineIn(answerOf({ notice: 'lt11' }, november24), 'cdp-request').rightEnds).toBeNull();
  });
});

describe('the day that tells one letter from another', () => {
  test.each<{ facts: Answers; id: DeadlineId; start: unknown; why: string }>([
    {
      facts: { ...lt11, mailedDate: d('2026-11-09') },
      id: 'cdp-request',
      start: { fact: 'noticeDate', date: '2026-11-02' },
      why: 'that of the letter, also where the postmark starts the count',
    },
    { facts: { notice: 'lt11' }, id: 'cdp-request', start: null, why: 'none, where it is not known' },
    {
      facts: { notice: 'cp14', printedDeadline: d('2026-12-01') },
      id: 'reply-by',
      start: null,
      why: 'none, where nothing is counted',
    },
  ])('$why', ({ facts, id, start }) => {
    expect(deadlineIn(answerOf(facts, november24), id).start).toEqual(start);
  });
});

describe('how to be on time', () => {
  test.each<{ facts: Answers; id: DeadlineId; says: RegExp | undefined; why: string }>([
    { facts: lt11, id: 'cdp-request', says: /^On time by mail: postmarked by that day/, why: 'the postmark counts' },
    {
      facts: { notice: 'l2439', noticeDate: d('2026-11-02') },
      id: 'jeopardy-review',
      says: /^In writing, to the office that made the levy/,
      why: 'no source says whether it does',
    },
    {
      facts: { notice: 'cp504', conference: 'held', conferenceDate: d('2026-11-23') },
      id: 'cap-form-9423',
      says: /^On time means postmarked/,
      why: 'a request in writing is mailed',
    },
    {
      facts: { notice: 'cp504', contact: 'phone', conference: 'held', conferenceDate: d('2026-11-23') },
      id: 'cap-form-9423',
      says: /^A call is enough/,
      why: 'but those who were called may call',
    },
    {
      facts: { notice: 'cp14', printedDeadline: d('2026-12-01') },
      id: 'reply-by',
      says: undefined,
      why: 'nothing is said of a day that the letter asks for',
    },
  ])('$id: $why', ({ facts, id, says }) => {
    const deadline = deadlineIn(answerOf(facts, november24), id);
    if (says) expect(deadline.onTime).toMatch(says);
    else expect(deadline).not.toHaveProperty('onTime');
  });
});

describe('what follows when the day is missed', () => {
  const seizure = { action: 'seizure', seizureNoticeDate: d('2026-11-20') } as const;
  const held = (day: string): Answers => ({ notice: 'cp504', conference: 'held', conferenceDate: d(day) });

  test.each<{ facts: Answers; id: DeadlineId; says: RegExp; why: string }>([
    {
      facts: held('2026-11-23'),
      id: 'cap-form-9423',
      says: /still heard \(last day: /,
      why: 'it is heard for a while',
    },
    { facts: held('2026-10-01'), id: 'cap-form-9423', says: /^CAP on this action is closed/, why: 'that time is over' },
    {
      facts: { notice: 'cp504', conference: 'held' },
      id: 'cap-form-9423',
      says: /after the conference is still heard, but/,
      why: 'that time is not known',
    },
    {
      facts: lt11,
      id: 'cdp-request',
      says: /An Equivalent Hearing can be asked for/,
      why: 'the other hearing is left',
    },
    {
      facts: { ...lt11, priorCdp: 'yes' },
      id: 'cdp-request',
      says: /runs from the first notice/,
      why: 'its year began with an earlier notice',
    },
  ])('$id: $why', ({ facts, id, says }) => {
    expect(deadlineIn(answerOf(facts, november24), id).ifMissed).toMatch(says);
  });

  test('after a seizure another sentence follows once a manager was asked', () => {
    const missed = (facts: Answers): string =>
      deadlineIn(answerOf(facts, november24), 'cap-seizure-conference').ifMissed;
    expect(missed({ ...seizure, conference: 'asked-no-call' })).not.toBe(missed(seizure));
  });
});

test('rules with another aim: the day to aim for is a business day, and not after the day before the roll', () => {
  // Saturday, January 17, 2009, rolled over Martin Luther King Day and Inauguration Day; the latter is a business day.
  const facts = { notice: 'l2439', noticeDate: d('2008-12-18') };
  const oneBusinessDay: RuleSet = {
    ...rules,
    deadlines: rules.deadlines.map((rule) => ({ ...rule, aim: 'one-business-day' as const })),
  };
  const review = decide(oneBusinessDay, facts, d('2008-12-20')).deadlines.find(({ id }) => id === 'jeopardy-review');
  expect(review).toMatchObject({ date: '2009-01-21', unrolled: '2009-01-17', aimFor: '2009-01-16' });
});
