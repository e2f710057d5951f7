import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, type CalendarDate, longDate } from '../src/calendar.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Deadline, Guidance } from '../src/engine/guidance.ts';
import { datesSection } from '../src/render/answer-dates.ts';
import { firstBlock } from '../src/render/first-block.ts';
import { renderIcs } from '../src/render/ics.ts';
import { makeSpellOut } from '../src/render/spell-out.ts';
import { makeWords } from '../src/render/words.ts';
import { deadlineIds } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { lastDays } from './last-days.ts';
import { rules } from './rules.ts';

const words = makeWords(rules.text);

/** The urgent lines before all else, as "heading: text". */
function urgent(guidance: Guidance): string[] {
  const { block } = firstBlock(guidance, words, () => makeSpellOut(rules.text));
  return block.entries.filter(({ tone }) => tone === 'urgent').map(({ label, text }) => `${label}: ${text}`);
}

/** The days in the calendar file, with the id that each begins with. */
function calendarDays(guidance: Guidance, id: string): string[] {
  const ics = renderIcs(guidance, rules.text);
  if (ics === '') return [];
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return events.filter(({ uid }) => uid.startsWith(`${id}.`)).map(({ startDate }) => startDate.toString());
}

/** The steps of a deadline, and whether each says that its day has passed. */
function stepsOf({ steps }: Guidance, id: string): Record<string, boolean> {
  const own = steps.filter(({ deadline }) => deadline === id);
  return Object.fromEntries(own.map((step) => [step.id, step.text.endsWith('That day has passed.')]));
}

const deadlineOf = ({ deadlines }: Guidance, id: string): Deadline | undefined =>
  deadlines.find((each) => each.id === id);
const without = (answers: Answers, fact: keyof Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== fact));
/** What the section of dates gives as the last day. */
function shownDay(guidance: Guidance, label: string): string | undefined {
  return datesSection(guidance, words).entries.find(({ text }) => text === label)?.details?.[0]?.text;
}

test('every deadline is among them', () => {
  expect(lastDays.map(({ id }) => id).sort()).toEqual([...deadlineIds].sort());
});

describe.each(lastDays)('$id', ({ id, answers, day, after, steps, unknownWithout }) => {
  const on = (today: CalendarDate, facts = answers): Guidance => evaluate(rules, facts, today);
  const onTheDay = on(day);
  const label = deadlineOf(onTheDay, id)?.label ?? '';
  const allOf = (isPassed: boolean): Record<string, boolean> =>
    Object.fromEntries(steps.map((step) => [step, isPassed]));

  test('the day before is close', () => {
    const guidance = on(addCalendarDays(day, -1));
    expect(deadlineOf(guidance, id)).toMatchObject({ status: 'open', date: day, daysLeft: 1, listDay: day });
    expect(urgent(guidance)).toContain(`Date close: ${label}. The last day is ${longDate(day)}: 1 day left.`);
    expect(stepsOf(guidance, id)).toMatchObject(allOf(false));
    expect(calendarDays(guidance, id)).toEqual([day]);
  });

  test('the last day itself is open, and called the last', () => {
    expect(deadlineOf(onTheDay, id)).toMatchObject({ status: 'today', date: day, daysLeft: 0, listDay: day });
    expect(urgent(onTheDay)).toContain(`Last day today: ${label}. The last day is ${longDate(day)}.`);
    expect(stepsOf(onTheDay, id)).toMatchObject(allOf(false));
    expect(calendarDays(onTheDay, id)).toEqual([day]);
    expect(shownDay(onTheDay, label)).toBe(`${longDate(day)} (today is the last day)`);
    // No later day stands before it.
    expect(onTheDay.steps[0]?.text).toContain(longDate(onTheDay.deadlines.find(({ listDay }) => listDay)?.date ?? day));
  });

  test('the day after has passed', () => {
    const guidance = on(addCalendarDays(day, 1));
    const passed = deadlineOf(guidance, id);
    if (passed) {
      expect(passed).toMatchObject({ status: 'passed', date: day, daysLeft: null, listDay: null, aimFor: null });
      expect(urgent(guidance)).toContain(`${after}: ${label}. The last day was ${longDate(day)}.`);
    }
    expect(Object.values(stepsOf(guidance, id))).not.toContain(false);
    expect(calendarDays(guidance, id)).toEqual([]);
  });

  const fact = unknownWithout;
  if (!fact) return;
  test('a day that is not known is not said to be near or passed', () => {
    const guidance = on(day, without(answers, fact));
    const unknown = deadlineOf(guidance, id);
    expect(unknown).toMatchObject({ status: 'unknown', date: null, daysLeft: null, listDay: null });
    expect(urgent(guidance).join()).not.toContain(unknown?.label);
    expect(shownDay(guidance, unknown?.label ?? '')).toBe('not known yet');
    expect(Object.values(stepsOf(guidance, id))).not.toContain(true);
    expect(calendarDays(guidance, id)).toEqual([]);
  });
});

describe('a right that ends later than the day shown', () => {
  const early: Answers = {
    notice: 'l4052',
    contact: 'phone',
    noticeDate: d('2026-10-05'),
    printedDeadline: d('2026-10-20'),
  };
  const rightEnds = d('2026-11-04');

  test('is open on its own last day: nothing is called passed, and the calendar has it', () => {
    const guidance = evaluate(rules, early, rightEnds);
    expect(deadlineOf(guidance, 'ia-appeal')).toMatchObject({ date: '2026-10-20', rightEnds, listDay: rightEnds });
    expect(urgent(guidance)).toEqual([]);
    expect(guidance.steps[0]?.text).toContain(`by ${longDate(rightEnds)} (not certain, so best today)`);
    expect(Object.values(stepsOf(guidance, 'ia-appeal'))).toEqual([false]);
    expect(calendarDays(guidance, 'ia-appeal')).toEqual([rightEnds]);
  });

  test('so is the day of a court', () => {
    const facts: Answers = { notice: 'l3219', noticeDate: d('2026-08-06'), printedDeadline: d('2026-10-20') };
    const guidance = evaluate(rules, facts, rightEnds);
    expect(deadlineOf(guidance, 'tax-court-petition')).toMatchObject({ date: '2026-10-20', rightEnds });
    expect(urgent(guidance)).toEqual([]);
    expect(Object.values(stepsOf(guidance, 'tax-court-petition'))).not.toContain(true);
    expect(urgent(evaluate(rules, facts, addCalendarDays(rightEnds, 1)))).toHaveLength(1);
  });

  test('is over on the day after', () => {
    const guidance = evaluate(rules, early, addCalendarDays(rightEnds, 1));
    expect(urgent(guidance)).toHaveLength(1);
    expect(calendarDays(guidance, 'ia-appeal')).toEqual([]);
  });
});
