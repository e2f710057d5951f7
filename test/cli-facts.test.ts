import { expect, test } from 'vitest';
import { closedFacts, dateFacts, kebabCase } from '../src/vocabulary.ts';
import { cli, json } from './fake-io.ts';

/** Every flag with its values, typed out from the contract and read by nothing but this test. */
const flags = `
  --action balance-due lien-proposed lien-filed levy-proposed levy-made seizure jeopardy-levy
    installment-agreement-rejected installment-agreement-modified installment-agreement-termination-proposed
    installment-agreement-terminated lien-certificate-denied levied-property-return-denied
    wrongful-levy-claim-denied other
  --contact notice phone revenue-officer
  --conference not-asked asked-no-call held
  --prior-cdp yes no
  --cdp-hearing none cdp equivalent
  --appealed-before yes no
  --levied-money held paid-over
  --levy-on bank wages other
  --addressed-abroad yes no
  --dispute action amount both
  --taxpayer individual business third-party
  --representative self attorney cpa enrolled-agent family officer partner employee enrolled-actuary
    retirement-plan-agent unenrolled-preparer litc-student fiduciary other
  --taxpayer-present yes no
  --form-2848 none filed
  --hardship yes no
`;
const closed = flags
  .trim()
  .split(/\s+(?=--)/)
  .map((line) => line.trim().split(/\s+/))
  .map(([flag = '', ...values]) => ({ flag, values }));
const dates = [
  '--notice-date',
  '--mailed-date',
  '--printed-deadline',
  '--nftl-filed-date',
  '--seizure-notice-date',
  '--conference-requested-date',
  '--conference-date',
  '--effective-date',
  '--first-cdp-date',
  '--levy-served-date',
];
const keyOf = (flag: string): string => flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test('the program has these flags and no others', () => {
  expect(closed.map(({ flag }) => flag).sort()).toEqual(
    Object.keys(closedFacts)
      .map((fact) => `--${kebabCase(fact)}`)
      .sort(),
  );
  expect([...dates].sort()).toEqual(dateFacts.map((fact) => `--${kebabCase(fact)}`).sort());
});

test.each(closed)('$flag takes each of its values and says it back', async ({ flag, values }) => {
  for (const value of values) {
    expect(await json(['check', flag, value])).toMatchObject({ facts: { [keyOf(flag)]: value } });
  }
});

test.each([...closed.map(({ flag }) => flag), ...dates, '--notice'])(
  '%s unknown is the same as no %s',
  async (flag) => {
    const situation = ['check', '--notice', 'LT11', '--contact', 'phone', '--json'];
    const base = flag === '--notice' ? ['check', '--contact', 'phone', '--json'] : situation;
    const without = flag === '--contact' ? ['check', '--notice', 'LT11', '--json'] : base;
    expect(await cli([...without, flag, 'unknown'])).toEqual(await cli(without));
  },
);

test.each(dates)('%s takes a day from 1998 to 2060 and says it back', async (flag) => {
  for (const day of ['1998-01-01', '2024-02-29', '2026-11-02', '2060-12-31']) {
    expect(await json(['check', flag, day])).toMatchObject({ facts: { [keyOf(flag)]: day } });
  }
});

test.each([
  ['CP504', 'cp504'],
  ['cp-504', 'cp504'],
  ['CP 504', 'cp504'],
  ['Notice CP504.', 'cp504'],
  ['LT11', 'lt11'],
  ['Letter 11', 'lt11'],
  ['1058', 'l1058'],
  ['LTR 4052', 'l4052'],
  ['2272-C', 'l2272c'],
  ['letter 3172', 'l3172'],
  ['Form 668-A', 'f668a'],
  ['668(W)', 'f668w'],
  ['CP90', 'cp90'],
  ['cp 90 c', 'cp90c'],
])('--notice %s is %s', async (typed, id) => {
  expect(await json(['check', '--notice', typed])).toMatchObject({ notice: { id }, facts: { notice: id } });
});

test.each([
  { date: ['--conference-date', '2026-11-02'], state: 'held' },
  { date: ['--conference-requested-date', '2026-11-02'], state: 'asked-no-call' },
  { date: ['--conference-requested-date', '2026-11-02', '--conference-date', '2026-11-03'], state: 'held' },
])('$date sets the state of the conference to $state', async ({ date, state }) => {
  expect(await json(['check', '--notice', 'CP504', ...date])).toMatchObject({ facts: { conference: state } });
});

test('facts that the letter does not use are accepted and change nothing but the facts', async () => {
  const situation = ['check', '--notice', 'CP504', '--contact', 'phone'];
  const { facts, ...plain } = await json(situation);
  const { facts: more, ...rich } = await json([
    ...situation,
    '--nftl-filed-date',
    '2026-10-01',
    '--form-2848',
    'filed',
  ]);
  expect(rich).toEqual(plain);
  expect(more).toEqual({ ...(facts as object), nftlFiledDate: '2026-10-01', form2848: 'filed' });
});

test('a fact given twice with the same value is one fact', async () => {
  const twice = await cli(['check', '--notice', 'CP504', '--contact', 'phone', '--contact', 'phone', '--json']);
  expect(twice).toEqual(await cli(['check', '--notice', 'CP504', '--contact', 'phone', '--json']));
});

test('flags of every command may stand before the command or after it', async () => {
  const after = await cli(['check', '--notice', 'CP504', '--json', '--today', '2026-12-01']);
  expect(await cli(['--today', '2026-12-01', '--json', 'check', '--notice', 'CP504'])).toEqual(after);
});

test('an event after today is answered, with a warning', async () => {
  const answer = await json(['check', '--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-11']);
  expect(answer).toMatchObject({
    warnings: expect.arrayContaining([expect.objectContaining({ id: 'date-in-future' })]),
  });
});
