import { describe, expect, test } from 'vitest';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import type { DeadlineId } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { answerOf, deadlineIn } from './deadline-terms.ts';

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
    { id: 'other-appeal', facts: { notice: 'oic-rej', noticeDate: d('2026-11-02') }, warnings: [] },
    { id: 'jeopardy-review', facts: { notice: 'l2439', noticeDate: d('2026-11-02') }, warnings: ['mailed-later'] },
  ] as const)('$id does not use it', ({ id, facts, warnings }) => {
    const mailed = shown({ ...facts, mailedDate: d('2026-11-09') }, '2026-11-10', id);
    expect(mailed).toEqual({ ...(shown(facts, '2026-11-10', id) as object), warnings });
  });

  test('a petition counts from it, estimated, and the day from the letter is the one to aim for', () => {
    const facts = { notice: 'l3193', noticeDate: d('2026-11-02'), mailedDate: d('2026-11-09') };
    const answer = answerOf(facts, d('2026-11-10'));
    expect(deadlineIn(answer, 'tax-court-petition')).toMatchObject({
      ...{ date: '2026-12-09', unrolled: '2026-12-09', aimFor: '2026-12-02', rightEnds: null, firmness: 'estimated' },
    });
    expect(dateWarnings(answer)).toEqual(['mailed-later']);
  });

  test('Letter 1153 counts from it, also without its own date', () => {
    const on = (facts: Answers): unknown =>
      deadlineIn(answerOf({ notice: 'l1153', ...facts }, d('2026-11-10')), 'other-appeal').date;
    expect(on({ noticeDate: d('2026-11-02'), mailedDate: d('2026-11-09') })).toBe('2027-01-08');
    expect(on({ mailedDate: d('2026-11-09') })).toBe('2027-01-08');
    expect(on({ noticeDate: d('2026-11-02') })).toBe('2027-01-01');
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
