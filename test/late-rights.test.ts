import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Guidance } from '../src/engine/guidance.ts';
import { readSituationOf } from '../src/read-situation.ts';
import { renderIcs } from '../src/render/ics.ts';
import { renderText } from '../src/render/text.ts';
import { factNames, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { plainly } from './render-fixture.ts';
import { rules } from './rules.ts';

/** The answer for flags as they are typed; `--today` included. */
function answer(line: string): Guidance {
  const words = line.split(' ');
  const flag = (name: string): string | undefined => words[words.indexOf(`--${name}`) + 1];
  const given = factNames.filter((fact) => words.includes(`--${kebabCase(fact)}`));
  const raw = Object.fromEntries(given.map((fact) => [fact, flag(kebabCase(fact))]));
  const { answers, faults } = readSituationOf(rules, raw, kebabCase);
  expect(faults).toEqual([]);
  return evaluate(rules, answers, d(flag('today') ?? ''));
}

const screen = (guidance: Guidance): string =>
  renderText(guidance, rules.text, { ...plainly, sources: false }).replace(/\s+/g, ' ');
const said = ({ lead, steps }: Guidance): string => [...lead, ...steps].map(({ text }) => text).join(' ');
const warned = ({ warnings }: Guidance): string[] => warnings.map(({ id }) => id);
const missed = ({ deadlines }: Guidance, id: string): string | undefined =>
  deadlines.find((deadline) => deadline.id === id)?.ifMissed;
const events = (guidance: Guidance): string[] => {
  const ics = renderIcs(guidance, rules.text);
  if (ics === '') return [];
  const found = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return found.map(({ uid, startDate }) => `${startDate} ${uid.replace('@irs-appeals-guide', '')}`);
};

const rejected = '--notice 4052 --contact phone --notice-date 2026-10-01';
const printedPassed = `${rejected} --printed-deadline 2026-10-15 --today 2026-10-20`;
const printedLater =
  '--notice 4052 --contact phone --notice-date 2026-09-01 --printed-deadline 2026-10-30 --today 2026-10-20';

describe('a safer day is named only where there is one', () => {
  test('not on the last days, and never a day on which a weekend begins', () => {
    expect(said(answer(printedPassed))).not.toMatch(/\baim for|safer day/);
    expect(said(answer('--notice LT11 --contact phone --notice-date 2026-09-18 --today 2026-10-19'))).not.toContain(
      'aim for',
    );
    expect(said(answer(`${rejected} --today 2026-10-05`))).toContain('A safer day is ');
  });

  test('any letter, any day before its last: sentences name the day of the deadline or none', () => {
    for (const notice of Object.keys(rules.notices)) {
      for (const today of ['2026-10-02', '2026-10-28', '2026-10-30', '2026-10-31', '2026-11-02']) {
        const guidance = answer(`--notice ${notice} --contact phone --notice-date 2026-10-01 --today ${today}`);
        const aims = guidance.deadlines.filter(({ aimFor }) => aimFor);
        if (aims.length === 0) expect(said(guidance)).not.toMatch(/\baim for|safer day/i);
      }
    }
  });
});

describe('a day shown early has passed, and the right has not', () => {
  test('the later day is named as not certain, in sentences, dates and timeline', () => {
    const guidance = answer(printedPassed);
    expect(guidance.programs.cap.status).toBe('available');
    expect(said(guidance)).toContain('by Monday, November 2, 2026 (not certain, so best today)');
    expect(screen(guidance)).toContain('the right may last until Monday, November 2, 2026');
    expect(screen(guidance)).not.toMatch(/Date passed|Now that it is missed/);
    expect(warned(guidance)).toEqual(expect.arrayContaining(['printed-date-earlier', 'roll-not-stated']));
  });

  test('a printed day later than the counted one is told, and the counted one is not called missed', () => {
    const guidance = answer(printedLater);
    expect(guidance.deadlines[0]).toMatchObject({ date: '2026-10-01', status: 'passed', rightEnds: '2026-10-30' });
    expect(guidance.timeline?.events).toContainEqual({ date: '2026-10-30', kind: 'later', deadline: 'ia-appeal' });
    expect(screen(guidance)).not.toMatch(/Date passed|Now that it is missed/);
  });

  test('once the later day is over, too, it is missed', () => {
    expect(screen(answer(printedLater.replace('2026-10-20', '2026-10-31')))).toContain('Now that it is missed');
  });
});

describe('the calendar file holds every day that is still to come', () => {
  test.each([
    ['the later day that decides the right', printedPassed, ['2026-11-02 ia-appeal.l4052.2026-10-01']],
    ['a later printed day', printedLater, ['2026-10-30 ia-appeal.l4052.2026-09-01']],
    [
      'the CDP day beside that of the Equivalent Hearing',
      printedPassed.replace('4052', 'LT11'),
      ['2026-11-02 cdp-request.lt11.2026-10-01', '2027-10-01 equivalent-hearing-request.lt11.2026-10-01'],
    ],
    [
      'the day until which a late CAP request is heard',
      '--notice CP504 --contact phone --conference-date 2026-10-14 --today 2026-10-20',
      ['2026-10-28 cap-late-request.cp504.2026-10-14'],
    ],
  ])('%s', (_, line, days) => {
    expect(events(answer(line))).toEqual(days);
  });

  test('the id stays when more is known, and differs for another filing or conference', () => {
    const ids = (line: string): string[] => events(answer(line)).map((event) => event.split(' ')[1] ?? '');
    const lien = '--notice 3172 --contact phone --nftl-filed-date 2026-10-06 --today 2026-10-20';
    expect(ids(`${lien} --notice-date 2026-10-09`)).toEqual(ids(lien));
    expect(ids(lien.replace('10-06', '10-07'))).not.toEqual(ids(lien));
    const letter = '--notice LT11 --contact phone --notice-date 2026-10-01 --today 2026-10-05';
    expect(ids(`${letter} --mailed-date 2026-10-03`)).toEqual(ids(letter));
  });

  test('it tells the conditions and warnings of the day, and promises nothing about the calendar', () => {
    const second =
      '--notice LT11 --contact phone --notice-date 2026-10-01 --prior-cdp yes --cdp-hearing cdp --today 2026-10-20';
    const ics = renderIcs(answer(second), rules.text).replaceAll('\r\n ', '');
    expect(ics).toContain('if the first notice never reached you');
    expect(ics).not.toContain('leaves this computer');
  });
});

describe('what is said of a missed day fits what is left', () => {
  test.each([
    [
      'CAP is over',
      '--notice CP504 --contact phone --conference-date 2026-09-01 --today 2026-10-20',
      'cap-notify-collection',
      /^CAP on this action is closed/,
    ],
    [
      'no hearing is left',
      '--notice LT11 --contact phone --notice-date 2026-10-01 --prior-cdp yes --cdp-hearing cdp --today 2026-10-20',
      'cdp-request',
      /^(?!.*within one year)/,
    ],
    [
      'the year is that of the first notice',
      '--notice LT11 --contact phone --prior-cdp yes --notice-date 2026-06-01 --first-cdp-date 2026-01-05 --today 2026-06-10',
      'cdp-request',
      /runs from the first notice/,
    ],
    [
      'the conference was asked for',
      '--action seizure --contact revenue-officer --seizure-notice-date 2026-10-01 --conference-requested-date 2026-10-14 --today 2026-10-20',
      'cap-seizure-conference',
      /If it was, nothing is missed/,
    ],
    [
      'the day of the conference is not known',
      '--notice CP504 --contact phone --conference held --today 2026-10-20',
      'cap-form-9423',
      /^(?!.*not known)/,
    ],
  ])('%s', (_, line, id, says) => {
    expect(missed(answer(line), id)).toMatch(says);
  });
});

describe('two clocks are told of where both run', () => {
  const both = '--notice LT11 --contact revenue-officer --notice-date 2026-10-01 --today 2026-10-20';
  test.each([
    [`${both} --conference-date 2026-10-19`, true],
    [`${both} --conference-requested-date 2026-10-19`, true],
    [`${both} --conference-requested-date 2026-10-05`, false],
    [`${both} --conference asked-no-call`, false],
    [`${both} --conference-date 2026-10-25`, false],
    [both, false],
  ])('%s: %s', (line, tells) => {
    expect(warned(answer(line)).includes('two-clocks')).toBe(tells);
  });
});

test.each([
  ['--notice 3193 --printed-deadline 2026-11-20 --today 2026-10-20', /Find the date of the letter.* within 30 days/],
  ['--notice 3219 --today 2026-10-20', /Find the date of the letter.* within 90 days/],
  ['--notice CP504 --contact phone --conference asked-no-call --today 2026-10-20', /postmarked within 4 business days/],
])('%s: a step names no day that is not known', (line, says) => {
  expect(said(answer(line))).toMatch(says);
  expect(said(answer(line))).not.toContain('not known yet');
});

test('money that the IRS has begins with the claim, with and without a letter', () => {
  for (const line of ['--notice 668-A --prior-cdp yes', '--action levy-made', '--action jeopardy-levy']) {
    const steps = (more = ''): string[] =>
      answer(`${line} --levied-money paid-over${more} --today 2026-10-20`).steps.map(({ id }) => id);
    expect(steps(' --levy-served-date 2026-10-01')[0]).toBe('claim-first');
    // Without the day of the levy the claim has no day, and comes after what a letter or a review may still bring.
    const others = ['tell-letter', 'jeopardy-review-undated', 'jeopardy-court'];
    expect(steps().filter((id) => !others.includes(id))[0]).toBe('claim-first-undated');
  }
});
