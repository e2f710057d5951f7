import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { dayNumber, expectedDeadline, rolled } from './day-numbers.ts';
import { d } from './days.ts';
import { answerOf, dayOf, deadlineIn } from './deadline-terms.ts';

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
      unrolled: null,
      date: '2026-12-02',
    },
    {
      why: 'alone it never rolls',
      facts: { notice: 'l3172' },
      printed: '2026-11-29',
      unrolled: null,
      date: '2026-11-29',
    },
    {
      why: 'the same day needs no word',
      facts: lt11,
      printed: '2026-12-02',
      unrolled: '2026-12-02',
      date: '2026-12-02',
    },
    {
      why: 'an earlier day is shown, and the count stays beside it',
      facts: lt11,
      printed: '2026-11-20',
      unrolled: '2026-12-02',
      date: '2026-11-20',
      warning: 'printed-date-earlier',
    },
    {
      why: 'the day before a roll is earlier than the day after it',
      facts: juneteenth,
      printed: '2026-06-19',
      unrolled: '2026-06-19',
      date: '2026-06-19',
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
      unrolled: '2026-12-30',
      date: '2026-12-28',
      warning: 'printed-date-earlier',
    },
    {
      why: 'and for an installment agreement',
      facts: l4052,
      id: 'ia-appeal',
      printed: '2026-11-30',
      unrolled: '2026-12-02',
      date: '2026-11-30',
      warning: 'printed-date-earlier',
    },
    {
      why: 'alone too',
      facts: { notice: 'cp523' },
      id: 'ia-appeal',
      printed: '2026-11-30',
      unrolled: null,
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
    const answer = answerOf({ ...juneteenth, printedDeadline: d('2026-06-19') }, d(day));
    expect(answer.programs.cdp.status).toBe(cdp);
  });

  test('a printed day alone decides the program', () => {
    const cdpOn = (day: string): string =>
      answerOf({ notice: 'lt11', printedDeadline: d('2026-11-29') }, d(day)).programs.cdp.status;
    expect([cdpOn('2026-11-29'), cdpOn('2026-11-30')]).toEqual(['available', 'expired']);
  });

  test('a lien letter with its printed day only: the Equivalent Hearing waits for the filing day', () => {
    const answerOn = (day: string): unknown => {
      const { programs, missing } = answerOf({ notice: 'l3172', printedDeadline: d('2026-12-28') }, d(day));
      return [programs.cdp.status, programs.equivalentHearing.status, missing.includes('nftlFiledDate')];
    };
    expect(answerOn('2026-12-28')).toEqual(['available', 'later', false]);
    expect(answerOn('2026-12-29')).toEqual(['expired', 'unknown', true]);
  });

  test('it never moves the Equivalent Hearing', () => {
    const hearing = (facts: Answers): unknown => shown(facts, '2027-01-04', 'equivalent-hearing-request');
    expect(hearing({ ...lt11, printedDeadline: d('2026-12-02') })).toEqual(hearing(lt11));
  });
});

describe('the day by which a letter asks for a reply', () => {
  test.each([
    { why: 'no appeal right at stake', facts: { notice: 'cp2000' }, ids: ['reply-by'] },
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
      const facts = { notice: 'cp2000', printedDeadline: d(day) };
      expect(shown(facts, '2026-11-10', 'reply-by')).toMatchObject({ date: day, status: 'open' });
    }
  });
});

describe('the day on which the letter was mailed', () => {
  test('later than the letter: counted from it, and the day from the letter is the one to aim for', () => {
    const facts = { ...lt11, mailedDate: d('2026-11-09') };
    const got = shown(facts, '2026-11-10', 'cdp-request');
    expect(got).toMatchObject({ date: '2026-12-09', unrolled: '2026-12-09', warnings: ['mailed-later'] });
    expect(got).toMatchObject({ aimFor: '2026-12-02' });
    expect(shown(facts, '2026-12-03', 'cdp-request')).toMatchObject({ aimFor: null, status: 'open', daysLeft: 6 });
    expect(answerOf(facts, d('2026-12-09')).programs.cdp.status).toBe('available');
  });

  test.each([
    { id: 'equivalent-hearing-request', facts: lt11, warnings: ['mailed-later'] },
    { id: 'ia-appeal', facts: l4052, warnings: [] },
    { id: 'tax-court-petition', facts: { notice: 'l3193', noticeDate: d('2026-11-02') }, warnings: [] },
    { id: 'jeopardy-review', facts: { notice: 'l2439', noticeDate: d('2026-11-02') }, warnings: ['mailed-later'] },
  ] as const)('$id does not use it', ({ id, facts, warnings }) => {
    const mailed = shown({ ...facts, mailedDate: d('2026-11-09') }, '2026-11-10', id);
    expect(mailed).toEqual({ ...(shown(facts, '2026-11-10', id) as object), warnings });
  });

  test.each([
    { mailed: '2026-10-30', warnings: ['mailed-earlier'] },
    { mailed: '2026-11-02', warnings: [] },
  ])('$mailed is not later: it changes nothing', ({ mailed, warnings }) => {
    const [without, given] = [lt11, { ...lt11, mailedDate: d(mailed) }].map((facts) =>
      answerOf(facts, d('2026-11-10')),
    );
    expect(given?.deadlines).toEqual(without?.deadlines);
    expect(given?.programs).toEqual(without?.programs);
    expect(given && dateWarnings(given)).toEqual(warnings);
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
      const date = Math.min(rolled(counted), printed ?? rolled(counted));
      const facts = {
        notice: 'lt11',
        noticeDate: dayOf(letter),
        mailedDate: mailedAfter === undefined ? undefined : dayOf(letter + mailedAfter),
        printedDeadline: printed === undefined ? undefined : dayOf(printed),
      };
      const safer = (mailedAfter ?? 0) > 0 ? letter + 30 : undefined;
      expect(deadlineIn(answerOf(facts, dayOf(today)), 'cdp-request')).toMatchObject(
        expectedDeadline({ date, unrolled: counted, aim: 'five-days', safer }, today),
      );
    }),
    { numRuns: 300 },
  );
});
