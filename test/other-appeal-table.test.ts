import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Deadline } from '../src/engine/guidance.ts';
import { dayNumber, dayText, rolled } from './day-numbers.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

type OwnId = 'other-appeal' | 'other-reply';

/** The contract's table "Other appeals": letter, id, days, days abroad, whether a weekend moves the last day. */
const table: readonly (readonly [string, OwnId, number, number?, 'rolls'?])[] = [
  ['oic-rej', 'other-appeal', 30, 30, 'rolls'],
  ['l1153', 'other-appeal', 60, 75],
  ['l525', 'other-appeal', 30],
  ['l854c', 'other-appeal', 60],
  ['l4380', 'other-appeal', 30],
  ['cp2000', 'other-reply', 30, 60],
  ['cp508c', 'other-reply', 30],
  ['cp91', 'other-reply', 30],
  ['cp298', 'other-reply', 30],
  ['l4388', 'other-reply', 14],
  ['cp522', 'other-reply', 10],
  ['lt24', 'other-reply', 7],
  ['lt16', 'other-reply', 10],
  ['lt26', 'other-reply', 10],
];
/** Two years from the levy, and never a printed day. */
const suits = ['l3973', 'l3974'];
/** The printed day alone. */
const printedOnly = ['l3975', 'l4025', 'l4027', 'l4711', 'l5603'];

/** A week of days, so that each last day falls on every weekday once. */
const week = Array.from({ length: 7 }, (_, day) => d(dayText(dayNumber('2026-11-10') + day)));

function own(answers: Answers, today = '2026-11-10'): Deadline | undefined {
  return evaluate(rules, answers, d(today)).deadlines.find(({ id }) => /^other-(?:appeal|reply)$/.test(id));
}

test('the rules have a term of their own for these letters and for no other', () => {
  const named = Object.values(rules.notices).flatMap(({ id, ownDeadline }) => (ownDeadline ? [id] : []));
  expect(named.sort()).toEqual([...table.map(([notice]) => notice), ...suits, ...printedOnly].sort());
});

describe.each(table.map(([notice, id, days, abroad = days, rolls]) => ({ notice, id, days, abroad, rolls })))(
  '$notice: $id, $days days',
  ({ notice, id, days, abroad, rolls }) => {
    const lastDay = (start: string, count: number): string => {
      const day = dayNumber(start) + count;
      return dayText(rolls ? rolled(day) : day);
    };

    test('dated today', () => {
      for (const today of week) {
        const date = lastDay(today, days);
        expect(own({ notice, noticeDate: today }, today)).toMatchObject({ id, date, status: 'open', rightEnds: null });
        const addressed = own({ notice, noticeDate: today, addressedAbroad: 'yes' }, today);
        expect(addressed?.date).toBe(lastDay(today, abroad));
      }
    });

    test('without a date its day is not known, and it is there all the same', () => {
      const isClock = id === 'other-appeal';
      expect(own({ notice })).toMatchObject({
        id,
        date: null,
        status: 'unknown',
        listDay: null,
        isUnknownDay: isClock,
      });
      expect(evaluate(rules, { notice }, d('2026-11-10')).missing).toContain('noticeDate');
    });

    test('the printed day alone is the day, and there is no reply-by beside it', () => {
      const answers: Answers = { notice, printedDeadline: d('2026-11-20') };
      expect(own(answers)).toMatchObject({ id, date: '2026-11-20' });
      expect(evaluate(rules, answers, d('2026-11-10')).deadlines.map((each) => each.id)).not.toContain('reply-by');
    });
  },
);

test.each(suits)('%s: two years from the levy, whatever is printed', (notice) => {
  const served: Answers = { notice, noticeDate: d('2026-11-10'), levyServedDate: d('2026-11-10') };
  for (const answers of [served, { ...served, printedDeadline: d('2026-11-20') }]) {
    expect(own(answers)).toMatchObject({ id: 'other-appeal', date: '2028-11-10', firmness: 'hard' });
  }
  expect(own({ notice })).toMatchObject({ id: 'other-appeal', date: null, isUnknownDay: false });
  expect(evaluate(rules, { notice, contact: 'notice' }, d('2026-11-10')).missing).toEqual([]);
});

test.each(printedOnly)('%s: the printed day, and nothing without it', (notice) => {
  expect(own({ notice, noticeDate: d('2026-11-10') })).toBeUndefined();
  expect(own({ notice, printedDeadline: d('2026-11-20') })).toMatchObject({ id: 'other-appeal', date: '2026-11-20' });
});

test('Letter 1153 counts from a later postmark', () => {
  const answers: Answers = { notice: 'l1153', noticeDate: d('2026-10-01'), mailedDate: d('2026-10-05') };
  expect(own(answers)?.date).toBe(dayText(dayNumber('2026-10-05') + 60));
  expect(own({ notice: 'l1153', mailedDate: d('2026-10-05') })?.date).toBe(dayText(dayNumber('2026-10-05') + 60));
});
