import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deadline } from '../src/engine/guidance.ts';
import { afterBusinessDays, dayNumber, expectedDeadline, mayBeLastDay } from './day-numbers.ts';
import { answerOf, dayOf, deadlineIn, lastDayOf, terms } from './deadline-terms.ts';
import type { Term } from './term.ts';

const [firstDay, lastDay] = [dayNumber('1998-01-01'), dayNumber('2060-12-31')];

/** The day on which a term starts: any that answers may name. */
const starts = fc.integer({ min: firstDay, max: lastDay });

/** A day on which somebody asks: near the last day, or anywhere in the time around the term. */
const offsets = fc.oneof(
  fc.record({ from: fc.constant('last day'), days: fc.integer({ min: -9, max: 4 }) }),
  fc.record({ from: fc.constant('start'), days: fc.integer({ min: -3, max: 400 }) }),
);

function askedOn(term: Term, start: number, { from, days }: { from: string; days: number }): number {
  return days + (from === 'start' ? start : lastDayOf(term, start).date);
}

function shownOn(term: Term, start: number, today: number): Deadline {
  return deadlineIn(answerOf(term.facts(dayOf(start)), dayOf(today)), term.id);
}

describe.each(terms)('$id of $name', (term) => {
  test('is what plain day arithmetic gives', () => {
    fc.assert(
      fc.property(starts, offsets, (start, offset) => {
        const today = askedOn(term, start, offset);
        const { date, unrolled, aimFor, rightEnds, status, daysLeft } = shownOn(term, start, today);
        const expected = expectedDeadline({ ...lastDayOf(term, start), aim: term.aim }, today);
        expect({ date, unrolled, aimFor, rightEnds, status, daysLeft }).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  test('a later start never gives an earlier last day', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 10 }), (start, later) => {
        const [early, late] = [start, Math.min(start + later, lastDay)].map((day) => shownOn(term, day, start).date);
        expect([late, early].sort()).toEqual([early, late]);
      }),
      { numRuns: 25 },
    );
  });

  test(term.rolls ? 'no last day is a day off' : 'the last day never moves', () => {
    fc.assert(
      fc.property(starts, (start) => {
        const { date, unrolled } = shownOn(term, start, start);
        if (term.rolls) expect(mayBeLastDay(dayNumber(date ?? ''))).toBe(true);
        else expect(date).toBe(unrolled);
      }),
      { numRuns: 40 },
    );
  });

  test('the day to aim for is neither past nor after the last day, rolled or not', () => {
    fc.assert(
      fc.property(starts, offsets, (start, offset) => {
        const today = dayOf(askedOn(term, start, offset));
        const { aimFor, date, unrolled } = shownOn(term, start, dayNumber(today));
        if (aimFor === null) return;
        expect([today, aimFor, unrolled].sort()).toEqual([today, aimFor, unrolled]);
        expect([today, aimFor, date].sort()).toEqual([today, aimFor, date]);
      }),
      { numRuns: 25 },
    );
  });

  test('the first and the last day that answers may name can be counted from', () => {
    expect(shownOn(term, firstDay, firstDay).date).toBe(dayOf(lastDayOf(term, firstDay).date));
    expect(shownOn(term, lastDay, lastDay).date).toBe(dayOf(lastDayOf(term, lastDay).date));
  });
});

describe.each(terms.filter(({ right }) => right))('$right by $id of $name', ({ right, after = 'expired', ...term }) => {
  test('is there on the last day and gone the day after', () => {
    fc.assert(
      fc.property(starts, (start) => {
        const { date } = lastDayOf(term, start);
        const statuses = [date, date + 1].map((today) => {
          const { programs } = answerOf(term.facts(dayOf(start)), dayOf(today));
          return programs[right ?? 'cap'].status;
        });
        expect(statuses).toEqual(['available', after]);
      }),
      { numRuns: 25 },
    );
  });
});

test('CAP ends ten business days after the conference, however late the earlier days were missed', () => {
  fc.assert(
    fc.property(starts, (start) => {
      const statuses = [4, 10].map((days) => afterBusinessDays(start, days)).flatMap((day) => [day, day + 1]);
      expect(
        statuses.map((today) => {
          const facts = { notice: 'cp504', conference: 'held', conferenceDate: dayOf(start) } as const;
          return answerOf(facts, dayOf(today)).programs.cap.status;
        }),
      ).toEqual(['available', 'available', 'available', 'expired']);
    }),
    { numRuns: 40 },
  );
});
