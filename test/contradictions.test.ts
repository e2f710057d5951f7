import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, type CalendarDate } from '../src/calendar.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import { settleFacts } from '../src/facts/contradictions.ts';
import { readRuleFiles } from '../src/rules/read-files.ts';
import { closedFacts } from '../src/vocabulary.ts';
import { contradictionsOf, sentencesOf } from './contradictions.ts';
import { d } from './days.ts';
import { rules, rulesDir } from './rules.ts';

const today = d('2026-11-10');
const ago = (days: number): CalendarDate => addCalendarDays(today, -days);

/** All dates of a letter fresh, late, or not known. */
const letterDates: readonly Answers[] = [
  { noticeDate: ago(8), nftlFiledDate: ago(9), seizureNoticeDate: ago(5), levyServedDate: ago(6) },
  { noticeDate: ago(45), nftlFiledDate: ago(50), seizureNoticeDate: ago(45), levyServedDate: ago(30) },
  { noticeDate: ago(500), nftlFiledDate: ago(505), seizureNoticeDate: ago(500), levyServedDate: ago(800) },
  {},
];

const otherFacts: readonly Answers[] = [
  { priorCdp: 'no' },
  { priorCdp: 'yes' },
  { priorCdp: 'yes', firstCdpDate: ago(20) },
  { priorCdp: 'yes', firstCdpDate: ago(100) },
  { priorCdp: 'yes', firstCdpDate: ago(600) },
  { priorCdp: 'yes', cdpHearing: 'cdp' },
  { priorCdp: 'no', firstCdpDate: ago(20) },
  { priorCdp: 'no', firstCdpDate: ago(100) },
  { leviedMoney: 'paid-over' },
  { leviedMoney: 'paid-over', levyOn: 'bank', contact: 'revenue-officer' },
  { levyOn: 'bank' },
  { levyOn: 'wages' },
  { dispute: 'amount' },
  { dispute: 'amount', contact: 'phone' },
  { dispute: 'both' },
  { taxpayer: 'business' },
  { taxpayer: 'third-party' },
  { effectiveDate: addCalendarDays(today, 12) },
  { effectiveDate: ago(10) },
  { effectiveDate: ago(100) },
  { conference: 'held' },
  { conferenceDate: ago(1), contact: 'revenue-officer' },
  { conferenceDate: ago(7), contact: 'phone' },
  { conferenceDate: ago(7), contact: 'revenue-officer' },
  { conferenceDate: ago(40) },
  { conferenceRequestedDate: ago(1), contact: 'phone' },
  { conferenceRequestedDate: ago(20) },
  { appealedBefore: 'yes' },
  { printedDeadline: addCalendarDays(today, 5) },
  { printedDeadline: ago(2) },
  { representative: 'attorney', taxpayerPresent: 'no', form2848: 'none' },
  { representative: 'family', taxpayer: 'business' },
  { addressedAbroad: 'yes', hardship: 'yes' },
];

const letters: readonly Answers[] = [
  ...Object.keys(rules.notices).map((notice): Answers => ({ notice })),
  ...closedFacts.action.map((action): Answers => ({ action })),
  {},
];

/** The contradictions of one situation, each with the situation; none where the facts themselves do not fit together. */
function found(facts: Answers): string[] {
  const { answers, faults } = settleFacts(facts, rules.notices[facts.notice ?? ''], (fact) => fact);
  if (faults.length > 0) return [];
  return contradictionsOf(evaluate(rules, answers, today)).map((fault) => `${fault} ${JSON.stringify(facts)}`);
}

describe('no answer contradicts itself', () => {
  test('every letter and action, by contact, with fresh, late and unknown dates', () => {
    const contacts = [undefined, ...closedFacts.contact];
    const all = letters.flatMap((letter) =>
      letterDates.flatMap((dates) => contacts.flatMap((contact) => found({ ...letter, ...dates, contact }))),
    );
    expect(all).toEqual([]);
  });

  test('every letter and action with other facts, two ages of the letter for each in turn', () => {
    const all = letters.flatMap((letter, turn) =>
      otherFacts.flatMap((facts, index) =>
        [turn, turn + 1].flatMap((at) => {
          const contact = [undefined, ...closedFacts.contact][(turn + index) % 4];
          return found({ contact, ...letter, ...letterDates[(at + index) % 4], ...facts });
        }),
      ),
    );
    expect(all).toEqual([]);
  });
});

describe('the walk would see', () => {
  const answer = (facts: Answers): Guidance => evaluate(rules, facts, today);
  const lt11 = answer({ notice: 'lt11', contact: 'phone', noticeDate: ago(8) });
  const late = answer({ notice: 'lt11', contact: 'phone', noticeDate: ago(45), dispute: 'amount' });
  const petition = answer({ notice: 'l3193', noticeDate: ago(45) });
  const two = answer({ notice: 'l2439', priorCdp: 'yes', firstCdpDate: ago(20), noticeDate: ago(3), contact: 'phone' });
  const step = (guidance: Guidance, text: string): Guidance => ({
    ...guidance,
    steps: [{ id: 'x', text, cite: [] }, ...guidance.steps],
  });
  const cases: readonly [string, Guidance][] = [
    ['introduced as', { ...late, notice: { ...late.notice, what: 'It offers a hearing.' } } as Guidance],
    ['CAP said to be open', step(late, 'CAP is open to you now.')],
    ['CAP said to be open', step(late, 'You may use CAP.')],
    ['a passed day', step(lt11, 'Send it by Monday, November 9, 2026.')],
    ['a passed day', { ...lt11, lead: [{ id: 'x', text: 'It is open until Monday, November 2, 2026.', cite: [] }] }],
    ['a day of no deadline', step(lt11, 'Send it by Friday, December 4, 2026.')],
    ['the day of another', step(lt11, 'Ask for the CDP hearing by Tuesday, November 2, 2027.')],
    ['a letter that is not there', step(answer({ action: 'balance-due' }), 'Read this letter.')],
    ['no date is running', step(lt11, 'No date is running.')],
    ['no date is running', step(lt11, 'No last day is running.')],
    ['no hearing date', step(lt11, 'No hearing date is running.')],
    ['Form 9423', step(late, 'Send Form 9423.')],
    ['Form 2848', step(lt11, 'Form 2848 is needed.')],
    ['a manager', step(lt11, 'No talk with a manager is needed.')],
    [
      'a call where',
      step(answer({ notice: 'lt11', contact: 'revenue-officer', noticeDate: ago(8) }), 'It need not be in writing.'),
    ],
    ['a step to a right', step(late, 'For CAP: call.')],
    ['the first step', step(petition, 'Send it by Monday, October 26, 2026. That day has passed.')],
    ['steps out of order', { ...two, steps: [...two.steps].reverse() }],
  ];
  test.each(cases)('%s', (kind, guidance) => {
    expect(contradictionsOf(guidance).join('\n')).toContain(kind);
  });
});

describe('every sentence of the rules, said or not', () => {
  const { files } = readRuleFiles(rulesDir, (path) => readFileSync(join(rulesDir, String(path)), 'utf8'));
  const strings = (data: unknown): string[] => {
    if (typeof data === 'string') return sentencesOf(data);
    return typeof data === 'object' && data !== null ? Object.values(data).flatMap(strings) : [];
  };
  const all = files.filter(({ name }) => !/scenarios|sources/.test(name)).flatMap(({ data }) => strings(data));
  const broken = (says: RegExp, fits: RegExp): string[] => all.filter((text) => says.test(text) && !fits.test(text));

  test('there are many', () => expect(all.length).toBeGreaterThan(3000));

  test('Form 12153 is that of July 2022: items 1, 2, 8, 9 and 10, and item 7 that may stay empty', () => {
    const place = /\b(?:line|box|block|section|item)s? \d{1,2}\b/i;
    expect(
      broken(new RegExp(`12153.*${place.source}|${place.source}.*12153`, 'i'), /item(?:s)? (?:1|2|8|9|10)\b|line 3\./),
    ).toEqual([]);
    expect(broken(/\bitem 7\b/i, /may stay empty/)).toEqual([]);
  });

  test('24 hours are promised of a manager only, never of the line of Appeals', () => {
    expect(broken(/24 hours/, /\bmanager\b|^IRS texts of 2013 and 2016/)).toEqual([]);
  });

  test('no text says that no date runs', () => {
    expect(broken(/\bno (?:last |other )?da(?:te|y)(?: of an appeal)? (?:is|are) running/i, /(?!)/)).toEqual([]);
  });
});
