import { describe, expect, test } from 'vitest';
import { addCalendarDays, type CalendarDate, longDate } from '../src/calendar.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import { readDate } from '../src/facts/read-date.ts';
import { runWizard } from '../src/interview/wizard.ts';
import { type Asked, scriptedPrompter } from '../src/prompt/scripted.ts';
import { closedFacts } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { lastDays } from './last-days.ts';
import { rules } from './rules.ts';
import { sessionWith } from './wizard-fixture.ts';

const today = d('2026-11-10');
const answer = (facts: Answers, on = today, book = rules): Guidance => evaluate(book, facts, on);

describe('the day by which the rules are to be reviewed', () => {
  const isOverdue = (on: CalendarDate, book = rules): boolean =>
    answer({ notice: 'lt11' }, on, book).warnings.some(({ id }) => id === 'rules-overdue');
  const reviewBy = d(rules.manifest.reviewBy);

  test('is still in time itself', () => {
    expect([-1, 0, 1].map((off) => isOverdue(addCalendarDays(reviewBy, off)))).toEqual([false, false, true]);
  });

  test('of an overlay, too', () => {
    const overlay = { name: 'ours', version: '1', reviewedOn: '2026-10-01', reviewBy: '2026-11-10' };
    const book = { ...rules, manifest: { ...rules.manifest, overlays: [overlay] } } as typeof rules;
    expect([-1, 0, 1].map((off) => isOverdue(addCalendarDays(today, off), book))).toEqual([false, false, true]);
  });
});

/** Facts of the wizard by question; whatever else it asks is not known. */
async function asked(facts: Answers, on: CalendarDate): Promise<{ said: string; shown: Guidance | undefined }> {
  const prompter = scriptedPrompter(({ text, kind, ...rest }: Asked) => {
    const fact = rules.questions.find((question) => question.text.en === text)?.fact;
    if (fact) return facts[fact as keyof Answers] ?? (fact === 'notice' ? 'no-number' : 'unknown');
    const values = kind === 'choose' && 'options' in rest ? rest.options.map(({ value }) => value) : [];
    // A day to come is confirmed, the review shows the answer, and then all is done.
    return ['yes', 'show', 'finish', 'unknown'].find((value) => values.includes(value)) ?? values[0] ?? 'unknown';
  });
  const { session, answers } = sessionWith(prompter, on);
  await runWizard(session);
  return { said: prompter.transcript.join('\n'), shown: answers.at(-1) };
}

describe('the wizard', () => {
  const toCome = /is still to come/;
  const dated = (noticeDate: CalendarDate): Answers => ({ notice: 'LT11', contact: 'phone', noticeDate });

  test('asks back for a day after today, and not for today', async () => {
    expect((await asked(dated(addCalendarDays(today, 1)), today)).said).toMatch(toCome);
    expect((await asked(dated(today), today)).said).not.toMatch(toCome);
  });

  test.each([
    { off: -1, status: 'open', left: 1 },
    { off: 0, status: 'today', left: 0 },
    { off: 1, status: 'passed', left: null },
  ])('says every day back and shows the last day as it is, $off days from it', async ({ off, status, left }) => {
    const reached: string[] = [];
    for (const { answers: facts, day, id } of lastDays.filter(({ answers: { notice } }) => notice)) {
      const { said, shown } = await asked(facts, addCalendarDays(day, off));
      const deadline = shown?.deadlines.find((each) => each.id === id);
      // CAP's last clock takes CAP with it; a fact that is a detail is not asked.
      if (!deadline || !Object.keys(facts).every((fact) => fact in (shown?.facts ?? {}))) continue;
      reached.push(id);
      expect({ id, status: deadline.status, left: deadline.daysLeft }).toEqual({ id, status, left });
      const given = Object.values(facts).filter((value) => /^\d{4}-/.test(value ?? ''));
      for (const date of given) expect(said).toContain(longDate(d(date ?? '')));
    }
    expect(reached.length).toBeGreaterThan(10);
  });
});

describe('Form 2848', () => {
  test('is not checked where nobody is named, and is wherever somebody may need it', () => {
    for (const notice of Object.keys(rules.notices)) {
      expect(answer({ notice }).representation, notice).toMatchObject({ mayRepresent: 'unknown', checks: [] });
      expect(answer({ notice, form2848: 'none', taxpayerPresent: 'no' }).representation.checks, notice).toEqual([]);
    }
    for (const representative of closedFacts.representative) {
      const { form2848, checks } = answer({ notice: 'lt11', representative }).representation;
      expect(checks.length > 0, representative).toBe(form2848 === 'required' || form2848 === 'unknown');
    }
    expect(answer({ notice: 'lt11', representative: 'cpa' }).representation.checks.length).toBeGreaterThan(5);
  });
});

describe('the last day of a late CAP request', () => {
  const ids = ({ deadlines }: Guidance): string[] => deadlines.map(({ id }) => id).filter((id) => /^cap-late/.test(id));

  test('is shown only once a conference was held', () => {
    const others: readonly Answers[] = [
      {},
      { conference: 'not-asked' },
      { conference: 'asked-no-call' },
      { conference: 'asked-no-call', conferenceRequestedDate: d('2026-11-09') },
    ];
    for (const notice of Object.keys(rules.notices)) {
      for (const facts of others) expect(ids(answer({ notice, contact: 'phone', ...facts })), notice).toEqual([]);
    }
    for (const facts of others) expect(ids(answer({ action: 'seizure', ...facts }))).toEqual([]);
    const held: Answers = { notice: 'cp504', conference: 'held' };
    expect(ids(answer(held))).toEqual(['cap-late-request']);
    expect(ids(answer({ ...held, conferenceDate: d('2026-11-09') }))).toEqual(['cap-late-request']);
    expect(ids(answer({ ...held, notice: 'cp523' }))).toEqual([]);
  });

  test('a sentence names the day only where it is known', () => {
    const named = (facts: Answers): boolean => /10 business days after the conference, by/.test(said(answer(facts)));
    expect(named({ notice: 'cp504', contact: 'phone' })).toBe(false);
    expect(named({ notice: 'cp504', contact: 'phone', conference: 'held' })).toBe(false);
    expect(named({ notice: 'cp504', contact: 'phone', conference: 'held', conferenceDate: d('2026-11-09') })).toBe(
      true,
    );
  });
});

const said = ({ steps }: Guidance): string => steps.map(({ text }) => text).join('\n');

describe('steps with and without the day', () => {
  const kinds: readonly [withDay: string, withoutDay: string, known: Answers, unknown: Answers][] = [
    ['own-appeal', 'own-appeal-undated', { notice: 'oic-rej', noticeDate: d('2026-11-02') }, { notice: 'oic-rej' }],
    ['own-reply', 'own-reply-undated', { notice: 'cp2000', noticeDate: d('2026-11-02') }, { notice: 'cp2000' }],
    ['bank-ask', 'bank-ask-undated', { notice: 'f668a', levyServedDate: d('2026-11-02') }, { notice: 'f668a' }],
    [
      'petition',
      'petition-undated-determination',
      { notice: 'l3193', noticeDate: d('2026-11-02') },
      { notice: 'l3193' },
    ],
    ['petition', 'petition-undated-deficiency', { notice: 'l3219', noticeDate: d('2026-11-02') }, { notice: 'l3219' }],
    [
      'claim-first',
      'claim-first-undated',
      { action: 'levy-made', leviedMoney: 'paid-over', levyServedDate: d('2026-11-02') },
      { action: 'levy-made', leviedMoney: 'paid-over' },
    ],
  ];

  test.each(kinds)('%s or %s, never both and never neither', (withDay, withoutDay, known, unknown) => {
    const either = (facts: Answers): string[] =>
      answer(facts)
        .steps.map(({ id }) => id)
        .filter((id) => id === withDay || id === withoutDay);
    expect(either(known)).toEqual([withDay]);
    expect(either(unknown)).toEqual([withoutDay]);
  });

  test('a printed day that has passed and may not have been the last is no day to name', () => {
    const ids = answer({ notice: 'l3219', printedDeadline: d('2026-11-02') }).steps.map(({ id }) => id);
    expect(ids).toContain('petition-undated-deficiency');
    expect(ids).not.toContain('petition');
  });
});

test.each([
  ['11/2/26', 'write 2026-11-02'],
  ['11/2/60', 'write 2060-11-02'],
  ['11/2/61', 'write four, for example 11/2/2026'],
  ['11/2/97', 'write four, for example 11/2/2026'],
  ['11/2/98', 'write 1998-11-02'],
  ['11/2/99', 'write 1999-11-02'],
])('%s: the year that is named is one that is taken', (typed, hint) => {
  const read = readDate(typed);
  expect(read.ok ? '' : read.error).toContain(hint);
  const [named = ''] = /\d{4}-\d{2}-\d{2}/.exec(read.ok ? '' : read.error) ?? [];
  if (named) expect(readDate(named).ok).toBe(true);
});
