import { afterAll, describe, expect, test } from 'vitest';
import type { DeadlineRule } from '../src/engine/clocks.ts';
import { decide } from '../src/engine/decide.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { type DeadlineId, deadlineIds } from '../src/vocabulary.ts';
import { dayNumber } from './day-numbers.ts';
import { dayOf } from './deadline-terms.ts';
import { casesOf, compare, daysBetween, everyStart } from './every-day.ts';
import { everyTerm } from './letter-dates.ts';
import { rules } from './rules.ts';
import { zones } from './zones.ts';

const zoneOfTheRun = process.env['TZ'];

afterAll(() => {
  if (zoneOfTheRun === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfTheRun;
});

describe('nothing is left out', () => {
  // Levies of 2016 have another term than those of 2026.
  const shown = [dayNumber('2016-11-02'), dayNumber('2026-11-02')].flatMap((day) =>
    everyTerm.flatMap(({ facts }) => decide(rules, facts(day), dayOf(day)).deadlines),
  );

  test('no deadline of the contract', () => {
    expect([...new Set(everyTerm.map(({ id }) => id))].sort()).toEqual([...deadlineIds].sort());
  });

  test('no term of rules/deadlines.json or of a letter', () => {
    const started = shown.filter(({ date }) => date).map(({ id, clock }) => `${id}/${clock.term.id}`);
    const own = Object.values(rules.notices).flatMap(({ ownDeadline }) => ownDeadline ?? []);
    const inRules = [...rules.deadlines, ...own].flatMap(({ id, terms }) => terms.map((term) => `${id}/${term.id}`));
    expect(own.length).toBeGreaterThan(20);
    expect([...new Set(started)].sort()).toEqual(inRules.sort());
  });

  test('no way in which a printed day and a postmark stand to the count', () => {
    const aQuarter = daysBetween('2026-01-01', '2026-03-31');
    const seen = everyTerm.flatMap(({ id, facts }) =>
      aQuarter.map((start) => {
        const clock = decide(rules, facts(start), dayOf(start)).deadlines.find((each) => each.id === id)?.clock;
        return clock?.startFact === 'mailedDate' ? 'mailed later' : clock?.printedDate;
      }),
    );
    expect([...new Set(seen)].sort()).toEqual(['alone', 'earlier', 'later', 'mailed later', 'none', 'same']);
  });

  test('no day from January 1, 1998 to December 31, 2060', () => {
    expect(everyStart).toHaveLength(63 * 365 + 16);
    expect([everyStart.at(0), everyStart.at(-1)].map((day) => dayOf(day ?? 0))).toEqual(['1998-01-01', '2060-12-31']);
  });
});

/** Each zone takes one of five starting days in a row: together they take them all. */
const startsOf = (turn: number): readonly number[] => everyStart.filter((start) => start % 5 === turn);

test('the zones together leave no starting day out', () => {
  expect(
    Object.keys(zones)
      .flatMap((_, turn) => startsOf(turn))
      .sort(),
  ).toEqual(everyStart);
});

describe.each(Object.entries(zones).map(([zone, offset], turn) => ({ zone, offset, turn })))('in $zone', (where) => {
  const { zone, offset, turn } = where;

  test('clocks are those of the zone', () => {
    process.env['TZ'] = zone;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    // Samoa alone went from December 29, 2011 to December 31.
    expect(new Date(2011, 11, 30).getDate()).toBe(zone === 'Pacific/Apia' ? 31 : 30);
  });

  test('every term is what the second implementation gives', { timeout: 120_000 }, () => {
    process.env['TZ'] = zone;
    const starts = startsOf(turn);
    const { compared, inAnswers, different } = compare(rules, casesOf(everyTerm, starts), starts);
    console.log(`${zone}: ${compared} deadlines compared, ${inAnswers} of them in whole answers`);
    expect(different).toEqual([]);
    expect(compared).toBe(everyTerm.length * starts.length);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
  });
});

describe('one slip in the rules is found', () => {
  const starts = daysBetween('2020-11-01', '2022-03-01');
  const differing = (id: DeadlineId, slip: Partial<RuleSet>): number => {
    const few = casesOf(
      everyTerm.filter((term) => term.id === id),
      starts,
    );
    return compare({ ...rules, ...slip }, few, starts).different.length;
  };
  // The terms of other appeals and replies stand in the files of their letters.
  const ofLetters: readonly string[] = rules.deadlines.filter(({ terms }) => terms.length === 0).map(({ id }) => id);
  const withSlip = (slipped: DeadlineId, slip: (rule: DeadlineRule) => DeadlineRule): Partial<RuleSet> => ({
    deadlines: rules.deadlines.map((rule) => (rule.id === slipped ? slip(rule) : rule)),
  });

  test.each(rules.legalHolidays.holidays.map(({ name, id }) => [name.en, id]))('%s is forgotten', (_, forgotten) => {
    const holidays = rules.legalHolidays.holidays.filter(({ id }) => id !== forgotten);
    expect(differing('jeopardy-review', { legalHolidays: { ...rules.legalHolidays, holidays } })).toBeGreaterThan(0);
  });

  // A day to reply by is printed, never counted: it has no days to add and nothing to roll.
  const counted = deadlineIds.filter((id) => id !== 'reply-by');

  test.each(counted.filter((id) => !ofLetters.includes(id)))('%s is a day too long', (id) => {
    const longer = withSlip(id, (rule) => ({ ...rule, terms: rule.terms.map(oneMore) }));
    expect(differing(id, longer)).toBeGreaterThan(0);
  });

  const letters = Object.values(rules.notices).filter(({ ownDeadline }) =>
    ownDeadline?.terms.some(({ add }) => add.length > 0),
  );
  test.each(letters.map((letter) => ({ letter, id: letter.id })))('the term of $id is a day too long', ({ letter }) => {
    const { ownDeadline } = letter;
    if (!ownDeadline) throw new Error('it has no term of its own');
    const slipped = { ...letter, ownDeadline: { ...ownDeadline, terms: ownDeadline.terms.map(oneMore) } };
    expect(differing(ownDeadline.id, { notices: { ...rules.notices, [letter.id]: slipped } })).toBeGreaterThan(0);
  });

  test.each(counted)('%s rolls where it must not, or the reverse', (id) => {
    expect(
      differing(
        id,
        withSlip(id, (rule) => ({ ...rule, roll: !rule.roll })),
      ),
    ).toBeGreaterThan(0);
  });
});

function oneMore(term: DeadlineRule['terms'][number]): DeadlineRule['terms'][number] {
  return { ...term, add: term.add.map((step) => ({ ...step, count: step.count + 1 })) };
}
