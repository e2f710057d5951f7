import { describe, expect, test } from 'vitest';
import { type Clock, clockState } from '../src/engine/clocks.ts';
import { count } from '../src/engine/count.ts';
import { calendarOf, decide } from '../src/engine/decide.ts';
import type { Answers } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const november24 = d('2026-11-24');
const lt11 = { notice: 'lt11', noticeDate: d('2026-11-02') } as const;

function clockOf(facts: Answers, id: DeadlineId): Clock | undefined {
  return decide(rules, facts, november24).deadlines.find((each) => each.id === id)?.clock;
}

describe('how a printed day stands to the counted one', () => {
  test.each([
    { printed: undefined, stands: 'none', why: 'the letter prints none' },
    { printed: '2026-12-01', stands: 'earlier', why: 'a day before it' },
    { printed: '2026-12-02', stands: 'same', why: 'the same day' },
    { printed: '2026-12-03', stands: 'later', why: 'a day after it' },
  ])('$stands: $why', ({ printed, stands }) => {
    const facts = { ...lt11, printedDeadline: printed ? d(printed) : undefined };
    expect(clockOf(facts, 'cdp-request')?.printedDate).toBe(stands);
  });

  test('alone, where nothing can be counted', () => {
    const facts = { notice: 'lt11', printedDeadline: d('2026-12-02') };
    expect(clockOf(facts, 'cdp-request')?.printedDate).toBe('alone');
  });

  test('it belongs to one deadline, and stands beside no other', () => {
    const facts = { ...lt11, printedDeadline: d('2026-12-01') };
    expect(clockOf(facts, 'equivalent-hearing-request')?.printedDate).toBe('none');
  });
});

describe('the day from which a term is counted', () => {
  const cdp = (facts: Answers): unknown => {
    const clock = clockOf(facts, 'cdp-request');
    return { fact: clock?.startFact, start: clock?.counted?.start, letter: clock?.fromNoticeDate?.start };
  };

  test.each([
    {
      facts: { ...lt11, mailedDate: d('2026-11-09') },
      counted: { fact: 'mailedDate', start: '2026-11-09', letter: '2026-11-02' },
      why: 'a later postmark',
    },
    {
      facts: { ...lt11, mailedDate: d('2026-10-30') },
      counted: { fact: 'noticeDate', start: '2026-11-02', letter: undefined },
      why: 'the letter, which has an earlier postmark',
    },
    {
      facts: { notice: 'lt11', mailedDate: d('2026-11-09') },
      counted: { fact: 'noticeDate', start: undefined, letter: undefined },
      why: 'no day: a postmark without the date of the letter starts nothing',
    },
    {
      facts: { notice: 'l3172', nftlFiledDate: d('2026-11-02'), mailedDate: d('2026-11-09') },
      counted: { fact: 'nftlFiledDate', start: '2026-11-02', letter: undefined },
      why: 'the filing of a lien, whatever the postmark of its letter',
    },
    {
      facts: { notice: 'lt11', noticeDate: 'unknown' },
      counted: { fact: 'noticeDate', start: undefined, letter: undefined },
      why: 'no day: a date that is not known is as good as none',
    },
  ] as const)('$why', ({ facts, counted }) => {
    expect(cdp(facts)).toEqual(counted);
  });
});

test('a printed day that belonged to an appeal is no day to reply by, even when the appeal is over', () => {
  const facts = { notice: 'l4052', noticeDate: d('2026-09-01'), printedDeadline: d('2026-10-01') };
  const { deadlines, situation } = decide(rules, facts, november24);
  expect(situation['capStatus']).toBe('expired');
  expect(deadlines.map(({ id }) => id)).toEqual(['ia-appeal']);
});

test('a day to reply by is printed and never counted', () => {
  const clock = clockOf({ notice: 'cp14', printedDeadline: d('2026-11-29') }, 'reply-by');
  const shown = { basis: 'printed', date: '2026-11-29', unrolled: '2026-11-29' };
  expect(clock).toMatchObject({ printedDate: 'alone', shown, ends: '2026-11-29' });
  expect(clock?.counted).toBeUndefined();
});

describe('where a right stands', () => {
  test('no clock runs', () => {
    expect(clockState(undefined, november24)).toBe('none');
  });

  test.each([
    { today: '2026-12-02', state: 'open', why: 'the last day is a day of it' },
    { today: '2026-12-03', state: 'passed', why: 'the day after is not' },
  ])('$state on $today: $why', ({ today, state }) => {
    expect(clockState(clockOf(lt11, 'cdp-request'), d(today))).toBe(state);
  });

  test('unknown, where its day cannot be counted', () => {
    expect(clockState(clockOf({ notice: 'lt11' }, 'cdp-request'), november24)).toBe('unknown');
  });
});

test('only business days pass over days; calendar days and years count each', () => {
  const { legs, date, rolledOver } = count(
    calendarOf(rules),
    d('2026-11-25'),
    [
      { count: 1, unit: 'business-day' },
      { count: 30, unit: 'calendar-day' },
      { count: 1, unit: 'year' },
    ],
    false,
  );
  expect(legs.map(({ from, to, skipped }) => [from, to, skipped])).toEqual([
    ['2026-11-25', '2026-11-27', [{ date: '2026-11-26', holiday: 'Thanksgiving Day' }]],
    ['2026-11-27', '2026-12-27', []],
    ['2026-12-27', '2027-12-27', []],
  ]);
  expect([date, rolledOver]).toEqual(['2027-12-27', []]);
});
