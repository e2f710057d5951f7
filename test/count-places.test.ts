import { describe, expect, test } from 'vitest';
import { countPlaces, countValues } from '../src/engine/count-places.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { wordsFor } from '../src/engine/words.ts';
import { comparison } from '../src/render/compare.ts';
import { noticeCard, noticeDocument } from '../src/render/notices.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');

/** The rules with other counts: three days more, three business days more, one year more. */
function longer(): RuleSet {
  const more = <T extends { add: RuleSet['clocks'][number]['add'] }>(term: T): T => ({
    ...term,
    add: term.add.map((step) => ({ ...step, count: step.count + (step.unit === 'year' ? 1 : 3) })),
  });
  const deadlines = rules.deadlines.map((rule) => {
    const [first, ...rest] = rule.terms.map(more);
    return first ? { ...rule, terms: [first, ...rest] as typeof rule.terms } : rule;
  });
  return counted({ ...rules, deadlines, clocks: rules.clocks.map(more) });
}

/** As the loader leaves them: what fills the places is worked out once. */
function counted(law: RuleSet): RuleSet {
  return { ...law, counts: countValues(law) };
}

describe('what fills a place for a count', () => {
  const { fillIn } = wordsFor(rules, undefined, today);

  test.each([
    ['{count:cdp-request/levy}', '30 days'],
    ['{count:cdp-request/lien}', '5 business days, then 30 days'],
    ['{count:equivalent-hearing-request/levy}', 'one year'],
    ['{count:equivalent-hearing-request/lien}', '5 business days, then one year'],
    ['{count:ia-appeal}', '30 days'],
    ['{count:ia-appeal/if-refused}', '30 days'],
    ['{count:cap-notify-collection}', '2 business days'],
    ['{count:tax-court-petition/deficiency}', '90 days'],
    ['{count:cap-late-request}', '10 business days'],
    ['{count:bank-hold}', '21 days'],
    ['{count:levied-money-claim/claim}', '2 years'],
    ['{count:levied-money-claim/claim-before-2017}', '9 months'],
    ['{count:other-appeal/trust-fund-abroad}', '75 days'],
    ['{count:iaNoticeClock}', '60 days'],
  ])('%s', (place, words) => {
    expect(fillIn(place)).toBe(words);
  });

  test('a deadline with several counts has no place of its own, and a printed day has none', () => {
    const names = [...countPlaces(rules).keys()];
    expect(names).not.toContain('cdp-request');
    expect(names).not.toContain('other-appeal');
    expect(names.filter((name) => name.startsWith('reply-by'))).toEqual([]);
  });

  test.each([
    [{ count: 1, unit: 'calendar-day' }, '1 day'],
    [{ count: 1, unit: 'business-day' }, '1 business day'],
    [{ count: 1, unit: 'month' }, '1 month'],
    [{ count: 9, unit: 'month' }, '9 months'],
    [{ count: 2, unit: 'year' }, '2 years'],
  ] as const)('%o', (step, words) => {
    const [clock] = rules.clocks;
    const changed = counted({ ...rules, clocks: clock ? [{ ...clock, add: [step] }] : [] });
    expect(wordsFor(changed, undefined, today).fillIn('{count:iaNoticeClock}')).toBe(words);
  });
});

describe('another number in deadlines.json', () => {
  const law = longer();

  test('is in every sentence that means it', () => {
    const { say } = wordsFor(law, undefined, today);
    expect(say('cap.installment-changed')).toMatch(
      /within 33 days of the notice\..* the right goes on until 33 days after it ends or changes/,
    );
    expect(say('condition.conference')).toContain('in the last 13 business days');
    expect(say('step.if-no-call')).toMatch(/within 2 business days of your asking.* within 7 business days of your/);
    expect(say('hearing.levy-no-date')).toContain('lasts 2 years from the date of the letter');
  });

  test('is in an answer, in the comparison and in what a letter opens', () => {
    const guidance = evaluate(law, { notice: 'lt11', contact: 'phone' }, today);
    const asked = guidance.steps.find(({ id }) => id === 'find-letter-date');
    expect(asked?.text).toContain('within 33 days of it');
    expect(guidance.deadlines.find(({ id }) => id === 'cdp-request')?.ifMissed).toContain('within 2 years');
    const aspect = comparison(law, null, today).aspects.find(({ id }) => id === 'deadline');
    expect(aspect).toMatchObject({
      cap: expect.stringContaining('within 5 business days, postmark within 6 business days'),
      cdp: 'Levy: 33 days after the date of the letter. Lien, from the filing: 8 business days, then 33 days.',
    });
    const notice = law.notices['lt11'];
    expect(JSON.stringify(notice && noticeDocument(law, notice, today))).toContain('open for 33 days, before a levy');
  });
});

test('no letter and no comparison leaves a place unfilled', () => {
  const said = [
    comparison(rules, null, today),
    ...Object.values(rules.notices).flatMap((notice) => [
      noticeCard(rules, notice, today),
      noticeDocument(rules, notice, today),
    ]),
  ];
  expect(said.map((each) => JSON.stringify(each).match(/\{count:[^}]*\}/)?.[0]).filter(Boolean)).toEqual([]);
});
