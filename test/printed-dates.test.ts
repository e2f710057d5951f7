import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { dayNumber, expectedDeadline } from './day-numbers.ts';
import { d } from './days.ts';
import { answerOf, dayOf, deadlineIn } from './deadline-terms.ts';
import { lone, rolling, settled } from './known-days.ts';

/** The warnings of an answer that are about printed and mailed dates. */
function dateWarnings({ warnings }: Guidance): string[] {
  return warnings.map(({ id }) => id).filter((id) => /^(printed|mailed)-/.test(id));
}

/** What an answer shows of one deadline, and what it says about the dates. */
function shown(facts: Answers, today: string, id: DeadlineId): unknown {
  const answer = answerOf(facts, d(today));
  const { date, unrolled, aimFor, status, daysLeft } = deadlineIn(answer, id);
  return { date, unrolled, aimFor, status, daysLeft, warnings: dateWarnings(answer) };
}

const lt11 = { notice: 'lt11', noticeDate: d('2026-11-02') } as const;
const l4052 = { notice: 'l4052', noticeDate: d('2026-11-02') } as const;
const juneteenth = { notice: 'lt11', noticeDate: d('2026-05-20') } as const;

describe('the date that the letter prints', () => {
  test.each([
    {
      why: 'alone it is the day',
      facts: { notice: 'lt11' },
      printed: '2026-12-02',
      unrolled: '2026-12-02',
      date: '2026-12-02',
    },
    {
      why: 'alone it rolls as the count would: day 30 may be printed unrolled',
      facts: { notice: 'l3172' },
      printed: '2026-11-29',
      unrolled: '2026-11-29',
      date: '2026-11-30',
    },
    {
      why: 'the same day needs no word',
      facts: lt11,
      printed: '2026-12-02',
      unrolled: '2026-12-02',
      date: '2026-12-02',
    },
    {
      why: 'an earlier day is shown, and the unrolled day is its own',
      facts: lt11,
      printed: '2026-11-20',
      unrolled: '2026-11-20',
      date: '2026-11-20',
      warning: 'printed-date-earlier',
    },
    {
      why: 'the day before a roll rolls to the same day, and needs no word',
      facts: juneteenth,
      printed: '2026-06-19',
      unrolled: '2026-06-19',
      date: '2026-06-22',
    },
    {
      why: 'a business day before it is earlier',
      facts: juneteenth,
      printed: '2026-06-18',
      unrolled: '2026-06-18',
      date: '2026-06-18',
      warning: 'printed-date-earlier',
    },
    {
      why: 'a later day is not shown',
      facts: lt11,
      printed: '2026-12-04',
      unrolled: '2026-12-02',
      date: '2026-12-02',
      warning: 'printed-date-later',
    },
    {
      why: 'it counts for a lien as well',
      facts: { notice: 'l3172', nftlFiledDate: d('2026-11-20') },
      printed: '2026-12-28',
      unrolled: '2026-12-28',
      date: '2026-12-28',
      warning: 'printed-date-earlier',
    },
    {
      why: 'and for an installment agreement',
      facts: l4052,
      id: 'ia-appeal',
      printed: '2026-11-30',
      unrolled: '2026-11-30',
      date: '2026-11-30',
      warning: 'printed-date-earlier',
    },
    {
      why: 'alone too',
      facts: { notice: 'cp523' },
      id: 'ia-appeal',
      printed: '2026-11-30',
      unrolled: '2026-11-30',
      date: '2026-11-30',
    },
  ] as const)('$why', ({ facts, printed, unrolled, date, ...rest }) => {
    const { id = 'cdp-request', warning } = { id: undefined, warning: undefined, ...rest };
    const got = shown({ ...facts, printedDeadline: d(printed) }, '2026-05-20', id);
    expect(got).toMatchObject({ date, unrolled, status: 'open', warnings: warning ? [warning] : [] });
  });

  test.each([
    { day: '2026-11-20', printed: '2026-11-20', status: 'today', cdp: 'available', hearing: 'later' },
    { day: '2026-11-21', printed: '2026-11-20', status: 'passed', cdp: 'available', hearing: 'later' },
    { day: '2026-12-02', printed: '2026-11-20', status: 'passed', cdp: 'available', hearing: 'later' },
    { day: '2026-12-03', printed: '2026-11-20', status: 'passed', cdp: 'expired', hearing: 'available' },
    { day: '2026-12-02', printed: '2026-12-04', status: 'today', cdp: 'available', hearing: 'later' },
    { day: '2026-12-04', printed: '2026-12-04', status: 'passed', cdp: 'available', hearing: 'later' },
    { day: '2026-12-05', printed: '2026-12-04', status: 'passed', cdp: 'expired', hearing: 'available' },
  ])('rights end late: printed $printed, asked on $day', ({ day, printed, status, cdp, hearing }) => {
    const answer = answerOf({ ...lt11, printedDeadline: d(printed) }, d(day));
    expect(deadlineIn(answer, 'cdp-request')).toMatchObject({ status, daysLeft: status === 'today' ? 0 : null });
    expect(answer.programs.cdp.status).toBe(cdp);
    expect(answer.programs.equivalentHearing.status).toBe(hearing);
  });

  test.each([
    { day: '2026-06-22', cdp: 'available', why: 'the counted day, rolled over Juneteenth and a weekend' },
    { day: '2026-06-23', cdp: 'expired', why: 'the day after it' },
  ])('rights end late: the roll counts, $why', ({ day, cdp }) => {
    const answer = answerOf({ ...juneteenth, printedDeadline: d('2026-06-18') }, d(day));
    expect(answer.programs.cdp.status).toBe(cdp);
  });

  test('a printed day alone decides the program', () => {
    const answerOn = (day: string): unknown => {
      const { programs, missing } = answerOf({ notice: 'lt11', printedDeadline: d('2026-11-29') }, d(day));
      return [programs.cdp.status, programs.equivalentHearing.status, missing.includes('noticeDate')];
    };
    expect(answerOn('2026-11-30')).toEqual(['available', 'later', false]);
    // It may have been a day to pay by.
    expect(answerOn('2026-12-01')).toEqual(['unknown', 'unknown', true]);
  });

  test('a lien letter with its printed day only: the Equivalent Hearing waits for the filing day', () => {
    const answerOn = (day: string): unknown => {
      const { programs, missing } = answerOf({ notice: 'l3172', printedDeadline: d('2026-12-28') }, d(day));
      return [programs.cdp.status, programs.equivalentHearing.status, missing.includes('nftlFiledDate')];
    };
    expect(answerOn('2026-12-28')).toEqual(['available', 'later', false]);
    expect(answerOn('2026-12-29')).toEqual(['unknown', 'unknown', true]);
  });

  test('it never moves the Equivalent Hearing', () => {
    const hearing = (facts: Answers): unknown => shown(facts, '2027-01-04', 'equivalent-hearing-request');
    expect(hearing({ ...lt11, printedDeadline: d('2026-12-02') })).toEqual(hearing(lt11));
  });
});

describe('the day by which a letter asks for a reply', () => {
  test.each([
    { why: 'no appeal right at stake', facts: { notice: 'cp71' }, ids: ['reply-by'] },
    { why: 'the letter has a term of its own', facts: { notice: 'cp2000' }, ids: ['other-reply'] },
    { why: 'nothing to appeal yet', facts: { notice: 'cp503' }, ids: ['reply-by'] },
    { why: 'CAP cannot look at the amount', facts: { notice: 'cp504', dispute: 'amount' }, ids: ['reply-by'] },
    { why: 'CAP is open', facts: { notice: 'cp504' }, ids: [] },
    {
      why: 'the day belongs to the hearing',
      facts: { notice: 'lt11' },
      ids: ['cdp-request', 'equivalent-hearing-request'],
    },
    { why: 'the day belongs to the appeal', facts: { notice: 'l4052' }, ids: ['ia-appeal'] },
  ] as const)('$facts.notice: $why', ({ facts, ids }) => {
    const { deadlines } = answerOf({ ...facts, printedDeadline: d('2026-11-29') }, d('2026-11-10'));
    expect(deadlines.map(({ id }) => id)).toEqual(ids);
  });

  test('it stays on a Sunday or a legal holiday', () => {
    for (const day of ['2026-11-29', '2026-12-25']) {
      for (const [notice, id] of [
        ['cp14', 'reply-by'],
        ['cp2000', 'other-reply'],
      ] as const) {
        const facts = { notice, printedDeadline: d(day) };
        expect(shown(facts, '2026-11-10', id)).toMatchObject({ date: day, unrolled: day, status: 'open' });
      }
    }
  });
});

test('printed and mailed dates together are what plain day arithmetic gives', () => {
  const start = fc.integer({ min: dayNumber('1998-03-01'), max: dayNumber('2060-10-01') });
  const near = fc.option(fc.integer({ min: -10, max: 50 }), { nil: undefined });
  fc.assert(
    fc.property(start, near, near, fc.integer({ min: 0, max: 90 }), (letter, mailedAfter, printedAfter, todayAfter) => {
      const today = letter + todayAfter;
      const counted = letter + Math.max(0, mailedAfter ?? 0) + 30;
      const printed = printedAfter === undefined ? undefined : letter + printedAfter;
      const day = rolling(counted);
      const last = printed === undefined ? lone(day) : settled(day, rolling(printed));
      const facts = {
        notice: 'lt11',
        noticeDate: dayOf(letter),
        mailedDate: mailedAfter === undefined ? undefined : dayOf(letter + mailedAfter),
        printedDeadline: printed === undefined ? undefined : dayOf(printed),
      };
      const safer = (mailedAfter ?? 0) > 0 ? [letter + 30] : [];
      expect(deadlineIn(answerOf(facts, dayOf(today)), 'cdp-request')).toMatchObject(
        expectedDeadline({ ...last, safer }, today),
      );
    }),
    { numRuns: 300 },
  );
});
