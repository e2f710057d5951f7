import { expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import { closedFacts } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const dated = { noticeDate: d('2026-11-02'), nftlFiledDate: d('2026-11-02'), seizureNoticeDate: d('2026-11-02') };

/**
 * What each letter gives, from the words of the contract and read by nothing but this test: CAP, CDP and
 * Equivalent Hearing in eight situations, and what is missing in the first of them.
 * A available, L later, U used, X expired, - not available, ? unknown.
 */
const situations: Readonly<Record<string, Answers>> = {
  plain: {},
  'prior-cdp yes': { priorCdp: 'yes' },
  'prior-cdp no': { priorCdp: 'no' },
  'third party': { taxpayer: 'third-party' },
  'amount only': { dispute: 'amount' },
  'money paid over': { leviedMoney: 'paid-over' },
  'eight days old': dated,
  'eight days old, first CDP notice in March': { ...dated, priorCdp: 'yes', firstCdpDate: d('2026-03-02') },
};
const letters = { A: 'available', L: 'later', U: 'used', X: 'expired', '-': 'not-available', '?': 'unknown' };
const table = `
  l3171    AU? AU? A?? A-- -U? AU? AU? AUA firstCdpDate
  l3172    A?? AU? A?? A?? -?? A?? AAL AUA nftlFiledDate
  l3262    L-- L-- L-- L-- --- L-- L-- L--
  l3271    L-- L-- L-- L-- --- L-- L-- L--
  l3886    A?? AU? A?? A-- -?? A?? A?? AUA firstCdpDate
  l3177    A-- A-- A-- A-- --- A-- A-- A--
  l3527    --- --- --- --- --- --- --- ---
  f668y    A?? AU? A?? A-- -?? A?? A?? AUA notice
  l4052    ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  l2272c   ?-- ?-- ?-- ?-- ?-- ?-- ?-- ?-- action
  l5259    ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  l2975    ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  cp523    ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  cp523c   ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  cp523d   ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  cp623    ?-- ?-- ?-- ?-- ?-- ?-- A-- A-- noticeDate
  cp521    --- --- --- --- --- --- --- ---
  cp522    L-- L-- L-- L-- L-- L-- L-- L-- noticeDate
  cp89     --- --- --- --- --- --- --- ---
  l2273c   --- --- --- --- --- --- --- ---
  l3217c   --- --- --- --- --- --- --- ---
  l4458c   --- --- --- --- --- --- --- ---
  l681c    --- --- --- --- --- --- --- ---
  l5603    ?-- ?-- ?-- ?-- --- ?-- ?-- ?-- action
  l4025    ?-- ?-- ?-- ?-- --- ?-- ?-- ?-- action
  l4027    ?-- ?-- ?-- ?-- --- ?-- ?-- ?-- action
  l4711    ?-- ?-- ?-- ?-- --- ?-- ?-- ?-- action
  l3975    A-- A-- A-- A-- --- A-- A-- A--
  l3973    A-- A-- A-- A-- --- A-- A-- A--
  l3974    A-- A-- A-- A-- --- A-- A-- A--
  cp14     LL- LU? LL- L-- -L- LL- LL- LUA
  cp501    LL- LU? LL- L-- -L- LL- LL- LUA
  cp503    LL- LU? LL- L-- -L- LL- LL- LUA
  cp504    AL- AU? AL- A-- -L- AL- AL- AUA
  cp504b   AL- AU? AL- A-- -L- AL- AL- AUA
  cp604    AL- AU? AL- A-- -L- AL- AL- AUA
  cp71     -L- -U? -L- --- -L- -L- -L- -UA
  cp71a    -L- -U? -L- --- -L- -L- -L- -UA
  cp161    -L- -U? -L- --- -L- -L- -L- -UA
  cp22a    --- --- --- --- --- --- --- ---
  cp21a    --- --- --- --- --- --- --- ---
  cp49     --- --- --- --- --- --- --- ---
  cp15     --- --- --- --- --- --- --- ---
  lt16     LL- LU? LL- L-- -L- LL- LL- LUA noticeDate
  lt14     LL- LU? LL- L-- -L- LL- LL- LUA
  lt18     --- --- --- --- --- --- --- ---
  lt19     LL- LU? LL- L-- -L- LL- LL- LUA
  lt24     --- --- --- --- --- --- --- --- noticeDate
  lt26     --- --- --- --- --- --- --- --- noticeDate
  lt27     --- --- --- --- --- --- --- ---
  lt33     LL- LU? LL- L-- -L- LL- LL- LUA
  lt38     LL- LU? LL- L-- -L- LL- LL- LUA
  lt39     -L- -U? -L- --- -L- -L- -L- -UA
  lt40     --- --- --- --- --- --- --- ---
  lt73     ??? ??? ??? ?-- -?? ??? ??? ??? notice
  lt11     A?? AU? A?? A-- -?? A?? AAL AUA noticeDate
  l1058    A?? AU? A?? A-- -?? A?? AAL AUA noticeDate
  l1058d   A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  l1058f   A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  l3174    AU? AU? A?? A-- -U? AU? AU? AUA firstCdpDate
  l3788c   LL- LL- LL- L-- -L- LL- LL- LL-
  lt75     A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  cp90     A?? AU? A?? A-- -?? A?? AAL AUA noticeDate
  cp90c    A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  cp92     A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  cp242    A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  cp77     A?? AU? A?? A-- -?? A?? AAL AUA noticeDate
  cp177    A?? AU? A?? A-- -?? A?? AAL AUA noticeDate
  cp297    A?? AU? A?? A-- -?? A?? AAL AUA noticeDate
  cp297a   A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  cp297c   A?? AU? A?? A-- -?? -?? AAL AUA noticeDate
  cp91     AU? AU? A?? A-- -U? AU? AU? AUA firstCdpDate noticeDate
  cp298    AU? AU? A?? A-- -U? AU? AU? AUA firstCdpDate noticeDate
  l2439    -?? AU? -?? --- -?? -?? -AL AUA noticeDate
  f668a    A?? AU? A?? A-- -?? -?? A?? AUA firstCdpDate
  f668w    A?? AU? A?? A-- -?? -?? A?? AUA firstCdpDate
  f2433    ??? ?U? ??? ?-- -?? ??? A?? AUA firstCdpDate seizureNoticeDate
  l3193    LU- LU- LU- L-- -U- LU- LU- LU- noticeDate
  l3194    -U- -U- -U- --- -U- -U- -U- -U- noticeDate
  l3210    LUU LUU LUU L-- -UU LUU LUU LUU
  l5180    L-- L-- L-- L-- --- L-- L-- L--
  l4388    LUU LUU LUU L-- -UU LUU LUU LUU noticeDate
  l4380    -UU -UU -UU --- -UU -UU -UU -UU noticeDate
  l1153    --- --- --- --- --- --- --- --- noticeDate
  l3219    --- --- --- --- --- --- --- --- noticeDate
  l525     --- --- --- --- --- --- --- --- noticeDate
  cp2000   --- --- --- --- --- --- --- --- noticeDate
  cp508c   --- --- --- --- --- --- --- --- noticeDate
  cp40     --- --- --- --- --- --- --- ---
  cp59     --- --- --- --- --- --- --- ---
  l4903    --- --- --- --- --- --- --- ---
  l725b    LL- LU? LL- L-- -L- LL- LL- LUA
  l3164    --- --- --- --- --- --- --- ---
  oic-rej  --- --- --- --- --- --- --- --- noticeDate
  l854c    --- --- --- --- --- --- --- --- noticeDate
  cp88     --- --- --- --- --- --- --- ---
  l4837    ??? ??? ??? ?-- -?? ??? ??? ??? notice
  l3506t   ??? ??? ??? ?-- -?? ??? ??? ??? notice
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .map(([id = '', ...cells]) => ({ id, cells: cells.slice(0, 8), missing: cells.slice(8) }));
const contacts: readonly Answers[] = [...closedFacts.contact.map((contact) => ({ contact })), {}];
const today = d('2026-11-10');

function statuses({ programs }: Guidance): readonly string[] {
  return [programs.cap.status, programs.cdp.status, programs.equivalentHearing.status];
}

test('the table names every letter of the rules once', () => {
  expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(rules.notices).sort());
  expect(rows).toHaveLength(98);
});

test.each(rows)('$id: what it gives in each situation, whoever has been in touch', ({ id, cells }) => {
  const cases = Object.entries(situations).flatMap(([name, facts]) =>
    contacts.map((contact) => ({ name, facts: { ...facts, ...contact, notice: id } })),
  );
  const got = cases.map(({ name, facts }) => [name, facts.contact, statuses(evaluate(rules, facts, today))]);
  const wanted = cases.map(({ name, facts }) => {
    const cell = cells[Object.keys(situations).indexOf(name)] ?? '';
    return [name, facts.contact, [...cell].map((letter) => letters[letter as keyof typeof letters])];
  });
  expect(got).toEqual(wanted);
});

test.each(rows)('$id: what is missing', ({ id, missing }) => {
  for (const contact of closedFacts.contact) {
    expect([...evaluate(rules, { notice: id, contact }, today).missing].sort()).toEqual([...missing].sort());
  }
});

const agreementLetters = 'l4052 l2272c l5259 l2975 cp523 cp523c cp523d cp623'.split(' ');
const deniedClaims = ['l3973', 'l3974'];
const ways = {
  'revenue-officer': ['preferred', 'written'],
  phone: ['optional', 'oral-or-written'],
  notice: ['optional', 'oral-or-written'],
  unknown: ['unknown', null],
} as const;

/** Which action makes a letter that may be a refusal one. */
const refusals: Readonly<Record<string, Answers>> = {
  l2272c: { action: 'installment-agreement-rejected' },
  l4025: { action: 'lien-certificate-denied' },
  l4027: { action: 'lien-certificate-denied' },
  l4711: { action: 'lien-certificate-denied' },
  l5603: { action: 'lien-certificate-denied' },
};

test.each(rows)('$id: Form 9423, the request and the conference follow CAP and the contact', ({ id, cells }) => {
  const refused = refusals[id];
  const isOpen = refused !== undefined || cells[6]?.startsWith('A');
  const isUnknown = cells[6]?.startsWith('?') && !refused;
  for (const contact of [...closedFacts.contact, 'unknown'] as const) {
    const { programs, form9423 } = evaluate(rules, { notice: id, contact, ...dated, ...refused }, today);
    const conference = agreementLetters.includes(id) ? 'optional' : 'required';
    const closed = isUnknown ? ['unknown', null, null] : ['not-applicable', null, null];
    const way = deniedClaims.includes(id) ? ways['revenue-officer'] : ways[contact];
    const wanted = isOpen ? [...way, conference] : closed;
    expect([form9423.need, programs.cap.request, programs.cap.managerConference]).toEqual(wanted);
  }
});

test.each(Object.keys(refusals))('%s is no refusal: nothing to appeal under CAP', (notice) => {
  const { programs, missing } = evaluate(rules, { notice, contact: 'phone', action: 'other' }, today);
  expect(programs.cap.status).toBe('not-available');
  expect(missing).not.toContain('action');
});

test.each(closedFacts.priorCdp)(
  'Letter 2439, prior-cdp %s: why names section 7429 and the exceptions, as inferred',
  (priorCdp) => {
    const { why, inferred } = evaluate(rules, { notice: 'l2439', priorCdp }, today).programs.cap;
    expect(inferred).toBe(true);
    for (const words of [/7429/, /installment agreement/, /offer/, /summons/]) expect(why).toMatch(words);
  },
);
