import { expect, test } from 'vitest';
import { answerByDecision } from '../src/batch/row-answer.ts';
import { makeRowWords } from '../src/batch/write/row-words.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const today = d('2026-11-28');

test.each<[string, Answers]>([
  ['printed-petition', { notice: 'l3288', printedDeadline: d('2026-12-20') }],
  ['keep-letter', { notice: 'f668d', printedDeadline: d('2026-12-20') }],
  ['find-covering-letter', { notice: 'f668y', contact: 'notice' }],
  ['find-hearing-words-dated', { notice: 'lt73' }],
  ['find-lien-letter', { notice: 'l3886' }],
  ['nominee-or-transferee', { notice: 'l3172', taxpayer: 'third-party', nftlFiledDate: d('2026-11-05') }],
  ['payer-call', { action: 'levy-made', levyOn: 'wages', hardship: 'yes' }],
  ['ask-advisory-manager', { action: 'wrongful-levy-claim-denied' }],
])('%s is the first step', (id, answers) => {
  expect(evaluate(rules, answers, today).steps[0]?.id).toBe(id);
});

test('a deadline takes another label where its rule has one', () => {
  const labelOf = (answers: Answers): string | undefined => evaluate(rules, answers, today).deadlines[0]?.label;
  const printedDeadline = d('2026-12-20');
  expect(labelOf({ notice: 'l3279', printedDeadline })).toContain('petition with the U.S. Tax Court');
  expect(labelOf({ notice: 'lp59', printedDeadline })).toMatch(
    /^Only if the letter has the words "right to a hearing"/,
  );
  expect(labelOf({ notice: 'cp75', printedDeadline })).toBe('Reply by the date that the letter prints');
});

test.each<[string, Answers, string, string]>([
  ['a letter with a day of its own', { notice: 'l3288' }, 'none of the three programs', 'prints its own last day'],
  ['a letter whose hearing is not known', { notice: 'lt73' }, 'not known yet', 'a hearing date may be running'],
  [
    'an appeal outside',
    { notice: 'oic-rej', noticeDate: d('2026-11-20') },
    'outside the three programs',
    'December 21',
  ],
  ['an audit letter', { notice: 'cp75' }, 'nothing', 'no hearing date is running'],
])('a row of batch says what is open: %s', (_name, answers, open, next) => {
  const answer = answerByDecision(rules, answers, today);
  const said = makeRowWords(rules, false)({ row: 1, client: null, answer } as never);
  expect(said).toMatchObject({ open: expect.stringContaining(open), next: expect.stringContaining(next) });
});
