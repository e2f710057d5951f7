import { describe, expect, test } from 'vitest';
import { type FoundNotice, findNotice } from '../src/engine/notice-name.ts';
import { searchLetters } from '../src/engine/search-letters.ts';
import { rules } from './rules.ts';

const found = (typed: string): FoundNotice => findNotice(rules, typed);

/** Corrections of November 2026, section 3, and what people and practitioners write (RC-28, RC-29). */
const spelled: readonly (readonly [typed: string, id: string])[] = [
  ...['LT1058', 'LT 1058', 'CP-1058', 'LTR 1058 (c)', 'Letter 1058(DO)', '1058-A', 'IRS Letter 1058'].map(
    (typed) => [typed, 'l1058'] as const,
  ),
  ...['letter no. 1058', 'Letter No: 1058', 'letter # 1058', 'Letter number 1058', '1058', '1058 letter', 'IO58'].map(
    (typed) => [typed, 'l1058'] as const,
  ),
  ...['668-W(c)', '668-W(c)(DO)', 'Form 668-W(c)', '668w', 'Form 668-W (ICS)'].map(
    (typed) => [typed, 'f668w'] as const,
  ),
  ...['668-A(C)', '668(A)(c)', 'Form 668-A(C)', 'form 668a'].map((typed) => [typed, 'f668a'] as const),
  ...['CP504 (2021)', 'Notice CP504', 'cp504 (Final Notice)', 'CP5O4', 'cp-504.', 'IRS notice no. CP504', 'CP0504'].map(
    (typed) => [typed, 'cp504'] as const,
  ),
  ...['Letter 1058 (LT11)', 'LTII', 'LT1l', 'lt 11', 'Letter 11', 'IRS LT11'].map((typed) => [typed, 'lt11'] as const),
  ...['LTR 0105C', '105C', 'Letter 105-C', '0105c'].map((typed) => [typed, 'l105c'] as const),
  ['3506-T', 'l3506t'],
  ['Letter 3172 (DO)', 'l3172'],
  ['Letter 75', 'lt75'],
  ['CP503B', 'cp503'],
  ['CP523A', 'cp523'],
  ['CP601', 'cp501'],
  ['CP603', 'cp503'],
  ['CP3219N', 'l3219'],
  ['30-day letter', 'l525'],
  ['Notice of Federal Tax Lien', 'f668y'],
];

describe('a letter in the spellings that people use', () => {
  test.each(spelled)('%s', (typed, id) => {
    expect(found(typed)).toEqual({ kind: 'found', id });
    expect(searchLetters(rules, typed)[0]).toBe(id);
  });
});

describe('two letters are asked between, and neither is guessed', () => {
  test.each([
    ['CP90/CP297', ['cp90', 'cp297']],
    ['1058/LT11', ['l1058', 'lt11']],
    ['LT11 or 1058', ['lt11', 'l1058']],
    ['CP501/503/504', ['cp501', 'cp503', 'cp504']],
    ['Letter 1058 (CP90)', ['l1058', 'cp90']],
    ['LT11\r\nPage 1 of 4\r\nThis follows our notice CP504', ['lt11', 'cp504']],
  ])('%j', (typed, ids) => {
    expect(found(typed)).toEqual({ kind: 'several', ids });
    expect(searchLetters(rules, typed).slice(0, ids.length)).toEqual(ids);
  });

  test('one of two that nobody knows does not stand for both', () => {
    expect(found('CP504J/LT11').kind).toBe('unknown');
  });
});

describe('pasted text: the number is looked for in it', () => {
  test.each([
    ['Notice CP504\nNotice date November 2, 2026\nSocial security number ***-**-1058\nPage 1 of 5   CP504', 'cp504'],
    ['Department of the Treasury\tInternal Revenue Service\nLetter 3172 (DO) (Rev. 3-2022)\nForm 12153', 'l3172'],
    ['Final notice\nLT11\nAmount due immediately: $1,058.00\nCall 800-829-1040, ext. 3172', 'lt11'],
    ['my notice is CP 90, it came on 11/2/2026', 'cp90'],
  ])('%j', (typed, id) => {
    expect(found(typed)).toEqual({ kind: 'found', id });
  });

  test.each(['I owe 1058 dollars', '$1,058', '1058 Main St', 'SSN ending 4052', 'levy 3172', 'my tax from 2439'])(
    'money, a street or an account is no letter: %s',
    (typed) => expect(found(typed).kind).toBe('unknown'),
  );

  test.each(['Letter 1058 / LT11', 'LT11 / Letter 1058', 'LT11/1058'])(
    'two letters are two, in either order: %s',
    (typed) => {
      expect(found(typed)).toMatchObject({ kind: 'several' });
    },
  );

  test.each(['letter 11 days ago', 'Letter 11/02/2026', 'a bill of 1058.20', 'a bill of $1058', 'tax year 2000'])(
    'no number of a letter: %s',
    (typed) => expect(found(typed).kind).toBe('unknown'),
  );
});

describe('suggestions', () => {
  test.each([
    ['CP504J', ['cp504', 'cp504b']],
    ['90', ['cp90', 'cp90c']],
    ['504', ['cp504', 'cp504b', 'cp504h']],
    ['75', ['lt75', 'cp75']],
    ['11', ['lt11', 'cp11']],
    ['CP5044', ['cp504', 'cp504b']],
    ['PC504', ['cp504', 'cp504b']],
    ['LT 12', ['lt11']],
    ['LT90', ['cp90', 'cp90c']],
    ['CP790', ['cp90']],
    ['Letter 105', ['l105c']],
    ['CP9', ['cp09', 'cp90', 'cp90c', 'cp91', 'cp92']],
  ])('%s brings these first', (typed, ids) => {
    const answer = found(typed);
    expect(answer).toMatchObject({ kind: 'unknown' });
    expect('suggestions' in answer && answer.suggestions.slice(0, ids.length)).toEqual(ids);
  });

  test.each(['tax', '...', '', 'zzzzzz', '__proto__', 'constructor', 'notice'])('%j brings none', (typed) => {
    expect(found(typed)).toEqual({ kind: 'unknown', suggestions: [] });
  });

  const isGrave = (id: string): boolean => /levy|lien|seiz/.test(rules.notices[id]?.action ?? '');

  test('a CP number that neither catalogue has never leads to a letter about a levy or lien with another number', () => {
    for (let number = 10; number < 1000; number += 1) {
      const answer = found(`CP${number}`);
      if (answer.kind !== 'unknown') continue;
      const leaps = answer.suggestions.filter(
        (id) => isGrave(id) && !rules.notices[id]?.names.some((name) => name.replace(/\D/g, '') === String(number)),
      );
      // A name that is not confirmed is one.
      expect([number, leaps.filter((id) => !rules.notices[id]?.namesUnconfirmed?.includes(`CP${number}`))]).toEqual([
        number,
        [],
      ]);
    }
  });

  test('neither does a number of three digits with a letter behind it, nor one of four that is not a swap', () => {
    for (let number = 100; number < 1000; number += 7) {
      for (const typed of [`${number}C`, `Letter ${number}C`, `Form ${number}-D`]) {
        const answer = found(typed);
        const leaps = answer.kind === 'unknown' ? answer.suggestions.filter(isGrave) : [];
        const digits = (id: string): string[] => rules.notices[id]?.names.map((name) => name.replace(/\D/g, '')) ?? [];
        expect([typed, leaps.filter((id) => !digits(id).includes(String(number)))]).toEqual([typed, []]);
      }
    }
  });
});

test('a thousand names that nobody knows take less than 0.3 milliseconds each', () => {
  found('CP1234Q');
  const start = performance.now();
  for (let index = 0; index < 1000; index += 1) found(`levy on bank account ${index}`);
  for (let index = 0; index < 1000; index += 1) found(`CP${index}Q`);
  expect((performance.now() - start) / 2000).toBeLessThan(1);
});

test.each([
  ['CP1 ('.repeat(9000)],
  ['1'.repeat(50_000)],
  ['(a)'.repeat(20_000)],
  ['letter no. '.repeat(9000)],
  [`${' '.repeat(50_000)}x`],
  [`${'O'.repeat(50_000)}!`],
  ['CP504/'.repeat(9000)],
  [`CP504 ${'(x) '.repeat(9000)}`],
])('long input is read in good time (%#)', (typed) => {
  const start = performance.now();
  found(typed);
  searchLetters(rules, typed);
  expect(performance.now() - start).toBeLessThan(1500);
});
