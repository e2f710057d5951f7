import { describe, expect, test } from 'vitest';
import { findNotice } from '../src/engine/notice-name.ts';
import { searchLetters } from '../src/engine/search-letters.ts';
import { rules } from './rules.ts';

/** The headings of the Taxpayer Advocate list of CAP letters, as it prints them. */
const headings: readonly (readonly [heading: string, id: string])[] = [
  ['Notice of Federal Tax Lien Additional Filing', 'l3171'],
  ['Notice of Federal Tax Lien and Your Rights to a Hearing Under IRC 6320', 'l3172'],
  ['Notice of Special Condition NFTL Filing – Taxpayer', 'l3886'],
  ['Special Condition Notice of Federal Tax Lien Filing – Third Party', 'l3177'],
  ['Rejection of Proposed Installment Agreement', 'l4052'],
  ['Installment Agreement Cannot be Considered/Extension to Pay Cannot be Considered', 'l2272c'],
  ['Notice of Installment Agreement Modification', 'l5259'],
  ['Notice of Defaulted Installment Agreement Under IRC 6159(b)', 'l2975'],
  ['Default on Your Installment Agreement (IA) Notice – Intent to Terminate Your IA', 'cp523'],
  ['Response to Certificate of Non-Attachment Request', 'l5603'],
  ['Letter Advising of Action on Application for Discharge of Property From Federal Tax Lien', 'l4025'],
  ['Advising of Action on Application for Subordination of Federal Tax Lien', 'l4027'],
  ['Withdrawal Decision', 'l4711'],
  ['Rejection of Request for Return of Levied Property', 'l3975'],
  ['Individual (IMF) Balance Due – First Notice', 'cp501'],
  ['Individual (IMF) Balance Due – Second Notice', 'cp503'],
  ['Final Balance Due Notice – 3rd Notice, Intent to Levy', 'cp504'],
  ['Final Notice — Notice of intent to levy and your notice of a right to a hearing', 'lt11'],
  ['Final Notice Reply Within 30 Days', 'l1058'],
  ['New Warning of Enforcement', 'l3174'],
  ['Notice of Levy and your Rights to a Hearing', 'lt75'],
  ['Final Notice – Notice of Intent to Levy and Notice of Your Right to a Collection Due Process Hearing', 'cp90'],
  ['Notice of Levy and Your Right to a Hearing', 'cp90c'],
  ['Notice of Levy on State Refund Notice of Your Right to a Hearing', 'cp92'],
  ['Notice of Levy on Your State Tax Refund – Notice of Your Right to a Hearing', 'cp242'],
  ['Final Notice – Notice of Intent to Levy, Alaska Permanent Fund Dividend Levy Program (AKPFD)', 'cp77'],
  ['Intent to Seize Your Assets and Notice of Your Right to a Hearing', 'cp177'],
  ['Final Notice, Notice of Intent to Levy and Notice of Your Right to a Collection Due Process Hearing', 'cp297'],
  ['Notice of Levy and Notice of Your Right to a Hearing – Federal Payment Levy Program (FPLP)', 'cp297a'],
  ['Notice of Levy and Your Right to a Collection Due Process (CDP) Hearing', 'cp297c'],
  ['Notice of Jeopardy Levy and Right of Appeal', 'l2439'],
];

const hearingLetters = ['cp90', 'cp297', 'l1058', 'lt11'];

/** Headings, and what has happened in people's own words (RC-34, RC-35): the letters that are meant, in any order. */
const said: readonly (readonly [words: string, ids: readonly string[]])[] = [
  ['final notice', hearingLetters],
  ['Final Notice of Intent to Levy and Notice of Your Right to a Hearing', hearingLetters],
  ['We intend to seize your property or rights to property', ['l1058', 'lt11']],
  ['Notice of intent to seize (levy) your property or rights to property', ['cp504']],
  ['Amount due immediately', ['cp504']],
  ['garnish', ['f668w']],
  ['garnishment', ['f668w']],
  ['wage garnishment', ['f668w']],
  ['garnish my wages', ['f668w']],
  ['paycheck', ['f668w']],
  ['take my paycheck', ['f668w']],
  ['bank account frozen', ['f668a']],
  ['froze my bank account', ['f668a']],
  ['seize', ['f2433']],
  ['state refund taken', ['cp92', 'cp242']],
  ['state tax refund taken', ['cp92', 'cp242']],
  ['Social Security', ['cp91', 'cp298']],
  ['passport', ['cp508c']],
  ['payment plan cancelled', ['cp523', 'cp523c', 'cp523d', 'l2975']],
  ['payment plan canceled', ['cp523', 'cp523c', 'cp523d', 'l2975']],
  ['payment plan refused', ['l2272c', 'l4052']],
  ['trust fund', ['l1153']],
  ['Proposed Assessment of Trust Fund Recovery Penalty', ['l1153']],
  ['private collection', ['cp40']],
  ['Your overdue tax account was assigned to a private collection agency', ['cp40']],
];

describe('each heading of the list finds its letter first, or asks among letters with the same heading', () => {
  test('the list has 31 letters, and they are those of the rules', () => {
    const listed = Object.values(rules.notices).filter(({ inTasList }) => inTasList);
    expect(headings.map(([, id]) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
  });

  const all = Object.values(rules.notices).flatMap(({ id, headings: own = [] }) =>
    own.map((heading) => [heading, id] as const),
  );

  test.each([...headings, ...all])('%s: %s', (heading, id) => {
    const found = findNotice(rules, heading);
    // A heading that is the listed name of a form, such as Notice of Seizure, is that form.
    if (found.kind === 'found') return;
    if (found.kind !== 'unknown') throw new Error(`names ${found.kind}`);
    expect(found.suggestions).toContain(id);
    expect(searchLetters(rules, heading).slice(0, found.suggestions.length)).toEqual(found.suggestions);
  });
});

describe('what people say finds what they mean', () => {
  test.each(said)('%s', (words, ids) => {
    const found = findNotice(rules, words);
    expect(found.kind === 'unknown' && [...found.suggestions].sort()).toEqual([...ids].sort());
    expect(searchLetters(rules, words).slice(0, ids.length).sort()).toEqual([...ids].sort());
  });

  test('a whole page without a number is found by the heading that it holds', () => {
    const page = `Department of the Treasury. Notice of Jeopardy Levy and Right of Appeal. ${'We have made a levy on your property. '.repeat(40)}`;
    expect(searchLetters(rules, page)[0]).toBe('l2439');
  });

  test('among equals the letters that open a hearing come first, and the second catalogue last', () => {
    const found = searchLetters(rules, 'levy');
    const opens = found.map((id) => /^(levy-|lien$)/.test(rules.notices[id]?.cdp.ground ?? ''));
    expect(opens[0]).toBe(true);
    expect(rules.otherLetters[found.at(-1) ?? '']).toBeDefined();
  });

  test('words in part, in another order and with other endings', () => {
    expect(searchLetters(rules, 'garnis').slice(0, 2).sort()).toEqual(['f668a', 'f668w']);
    expect(searchLetters(rules, 'lien withdrawals decisions')[0]).toBe('l4711');
    expect(searchLetters(rules, 'federal tax lien')).toContain('l3172');
  });

  test('numbers in part', () => {
    expect(searchLetters(rules, 'cp50')).toEqual(expect.arrayContaining(['cp501', 'cp503', 'cp504', 'cp508c']));
    expect(searchLetters(rules, 'LT')).toContain('lt11');
    expect(searchLetters(rules, 'zzzz')).toEqual([]);
    expect(searchLetters(rules, '')).toEqual([]);
  });
});

test('every letter of the first catalogue has a heading or words that find it', () => {
  for (const { id, headings: own = [], words = [] } of Object.values(rules.notices)) {
    expect([id, own.length + words.length > 0]).toEqual([id, true]);
    for (const word of words) expect([id, word, searchLetters(rules, word).includes(id)]).toEqual([id, word, true]);
  }
});
