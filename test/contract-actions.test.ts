import { expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { actions } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

/**
 * What an action gives where the letter is not known, typed out from the words of the contract: CAP, CDP and
 * Equivalent Hearing in four situations, the manager conference, and what is missing in the first of them.
 * A available, L later, - not available, ? unknown.
 */
const situations: readonly Answers[] = [
  {},
  { noticeDate: d('2026-11-02'), seizureNoticeDate: d('2026-11-02') },
  { dispute: 'amount' },
  { taxpayer: 'third-party' },
];
const letters = { A: 'available', L: 'later', '-': 'not-available', '?': 'unknown' };
const table = `
  balance-due                                LL- LL- -L- L-- null
  lien-proposed                              A?? A?? -?? A-- required notice
  lien-filed                                 A?? A?? -?? A-- required notice
  levy-proposed                              A?? A?? -?? A-- required notice
  levy-made                                  A?? A?? -?? A-- required notice
  seizure                                    ??? A?? -?? ?-- required notice seizureNoticeDate
  jeopardy-levy                              -?? -?? -?? --- null     notice noticeDate
  installment-agreement-rejected             ?-- A-- ?-- ?-- optional noticeDate
  installment-agreement-modified             ?-- A-- ?-- ?-- optional noticeDate
  installment-agreement-termination-proposed ?-- A-- ?-- ?-- optional noticeDate
  installment-agreement-terminated           ?-- A-- ?-- ?-- optional effectiveDate
  lien-certificate-denied                    A-- A-- --- A-- required
  levied-property-return-denied              A-- A-- --- A-- required
  wrongful-levy-claim-denied                 A-- A-- --- A-- required
  other                                      -?? -?? -?? --- null     notice
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

test('the table names every action once', () => {
  expect(rows.map(([action]) => action)).toEqual([...actions]);
});

test.each(rows)('%s, without a letter', (name = '', ...cells) => {
  const action = actions.find((each) => each === name);
  for (const contact of ['notice', 'phone', 'revenue-officer', undefined] as const) {
    const answers = situations.map((facts) => evaluate(rules, { action, contact, ...facts }, d('2026-11-10')));
    const got = answers.map(({ programs: { cap, cdp, equivalentHearing } }) => {
      return [cap.status, cdp.status, equivalentHearing.status];
    });
    const wanted = cells.slice(0, 4).map((cell) => [...cell].map((letter) => letters[letter as keyof typeof letters]));
    expect(got).toEqual(wanted);
    expect(String(answers[1]?.programs.cap.managerConference)).toBe(cells[4]);
    if (contact) expect([...(answers[0]?.missing ?? [])].sort()).toEqual(cells.slice(5).sort());
  }
});
