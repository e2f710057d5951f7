import { expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');
const ids = Object.keys(rules.notices);
const idsWith = (warning: string, facts: Answers): string[] =>
  ids.filter((notice) => evaluate(rules, { notice, ...facts }, today).warnings.some(({ id }) => id === warning)).sort();
const sorted = (words: string): string[] => words.split(/\s+/).sort();
const agreementLetters = 'l4052 l2272c l5259 l2975 cp523 cp523c cp523d cp623'.split(' ');
const levyMade = 'f668a f668w l1058d l1058f lt75 cp90c cp92 cp242 cp297a cp297c';
const hearingLetters = 'l3172 lt11 l1058 cp90 cp77 cp177 cp297 l2439 l1058d l1058f lt75 cp90c cp92 cp242 cp297a cp297c';

test('a second CDP notice is named for every letter that offers a hearing', () => {
  expect(idsWith('second-cdp-notice', { priorCdp: 'yes' })).toEqual(sorted(hearingLetters));
  expect(idsWith('second-cdp-notice', { priorCdp: 'no' })).toEqual([]);
});

test('the condition about the money stands with every levy made, until it is known', () => {
  expect(idsWith('levied-money', { contact: 'phone' })).toEqual(sorted(levyMade));
  expect(idsWith('levied-money', { contact: 'phone', leviedMoney: 'held' })).toEqual([]);
});

test('once the money is paid over, only the days of CDP and of the court stand before the claim', () => {
  const own: Readonly<Record<string, string>> = {
    f668a: '',
    f668w: 'payer-call-again ',
    l2439: 'jeopardy-review-undated jeopardy-court ',
  };
  for (const id of ids) {
    const { steps } = evaluate(rules, { notice: id, leviedMoney: 'paid-over' }, today);
    const before = /^(.*)claim-first-undated/.exec(steps.map((step) => step.id).join(' '))?.[1];
    const isLevy = sorted(`${levyMade} l2439`).includes(id);
    expect(before, id).toBe(isLevy ? `${own[id] ?? ''}${id.startsWith('f') ? '' : 'find-letter-date '}` : undefined);
  }
});

test('letters that only revenue officers send warn whoever names another contact', () => {
  const letters = 'l1058 l1058d l1058f l3174 l2439 f2433 l2975 l1153 l725b l3975 l4025 l4027 l4711 l5603';
  for (const contact of ['phone', 'notice'] as const) {
    expect(idsWith('revenue-officer-letter', { contact })).toEqual(sorted(letters));
  }
  expect(idsWith('revenue-officer-letter', { contact: 'revenue-officer' })).toEqual([]);
});

test.each(agreementLetters)('%s about the amount: CAP stays, with a word that the amount is not reviewed', (id) => {
  expect(idsWith('amount-not-reviewed', { dispute: 'amount' })).toContain(id);
  expect(idsWith('amount-not-reviewed', { dispute: 'action' })).toEqual([]);
});
