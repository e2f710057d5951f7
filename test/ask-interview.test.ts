import { expect, test } from 'vitest';
import { interview } from '../src/interview/interview.ts';
import type { Given } from '../src/interview/session.ts';
import { runWizard } from '../src/interview/wizard.ts';
import { InputEnded } from '../src/prompt/prompter.ts';
import { type Asked, scriptedPrompter } from '../src/prompt/scripted.ts';
import { rules } from './rules.ts';
import { sessionWith } from './wizard-fixture.ts';

const questionOf = (fact: string) => rules.questions.find((question) => question.fact === fact);
const textOf = (fact: string): string => questionOf(fact)?.text.en ?? '';

/** Answers by fact; whatever else is asked is not known. */
function answering(replies: Readonly<Record<string, string>>): (asked: Asked) => string {
  return ({ text }) => {
    const fact = rules.questions.find((question) => question.text.en === text)?.fact ?? '';
    return replies[fact] ?? (fact === 'notice' ? 'no-number' : 'unknown');
  };
}

async function interviewed(
  replies: readonly string[] | ((asked: Asked) => string),
  before: readonly Given[] = [],
): Promise<{ given: readonly Given[]; transcript: readonly string[] }> {
  const prompter = scriptedPrompter(replies);
  const given = await interview(sessionWith(prompter).session, before);
  return { given, transcript: prompter.transcript };
}

const factsOf = (given: readonly Given[]): string[] => given.map(({ fact }) => fact);

test.each([
  { typed: 'cp-504', id: 'cp504', why: 'any spelling' },
  { typed: 'LTR 4052', id: 'l4052', why: 'LTR for Letter' },
  { typed: '1058', id: 'l1058', why: 'four digits alone' },
])('the letter is found by $why', async ({ typed, id }) => {
  const { given } = await interviewed(answering({ notice: typed }));
  expect(given[0]).toEqual({ fact: 'notice', value: id });
});

test('90 is taken neither for CP90 nor for CP90C', async () => {
  await expect(interviewed(['90'])).rejects.toThrow('does not offer 90');
});

test('without a number, the heading leads to the letter', async () => {
  const replies = ['no-number', 'l3172', ...Array.from({ length: 30 }, () => 'unknown')];
  const search = (asked: Asked): string => {
    const reply = replies.shift() ?? 'unknown';
    if (reply === 'l3172' && asked.kind === 'search') {
      expect(asked.find('federal tax lien filing').map(({ value }) => value)).toContain('l3172');
      return 'Letter 3172';
    }
    return reply;
  };
  const { given } = await interviewed(search);
  expect(given[0]).toEqual({ fact: 'notice', value: 'l3172' });
});

test('without a number and a heading, what the IRS did is asked', async () => {
  const { given, transcript } = await interviewed(answering({ action: 'levy-made' }));
  expect(given.slice(0, 2)).toEqual([
    { fact: 'notice', value: 'unknown' },
    { fact: 'action', value: 'levy-made' },
  ]);
  expect(transcript).toContain(textOf('action'));
});

test('a letter says itself what the IRS did', async () => {
  const { transcript } = await interviewed(answering({ notice: 'CP504' }));
  expect(transcript).not.toContain(textOf('action'));
});

test('a letter that may be a refusal leaves only that open', async () => {
  const seen: string[][] = [];
  await interviewed((asked) => {
    if (asked.kind === 'choose' && asked.text.includes('can be a refusal')) {
      seen.push(asked.options.map(({ value }) => value));
      return 'installment-agreement-rejected';
    }
    return answering({ notice: '2272-C' })(asked);
  });
  expect(seen).toEqual([['installment-agreement-rejected', 'other', 'unknown']]);
});

test('every question has a reason and, but for the letter, an "I don\'t know"', async () => {
  const asked: Asked[] = [];
  await interviewed((question) => {
    asked.push(question);
    return answering({ notice: 'LT11' })(question);
  });
  for (const question of asked.slice(1)) {
    expect(question.why).not.toBe('');
    if (question.kind === 'choose') expect(question.options.map(({ value }) => value)).toContain('unknown');
    if (question.kind === 'type') expect(question.unknownLabel).toBeDefined();
  }
  expect(asked.slice(1).every(({ canGoBack }) => canGoBack)).toBe(true);
  expect(asked[0]?.canGoBack).toBe(false);
});

test('going back asks the last question again and keeps the rest', async () => {
  const { given } = await interviewed(['LT11', 'phone', 'b', 'revenue-officer', ...Array(30).fill('unknown')]);
  expect(given.slice(0, 2)).toEqual([
    { fact: 'notice', value: 'lt11' },
    { fact: 'contact', value: 'revenue-officer' },
  ]);
  expect(factsOf(given)).toEqual([...new Set(factsOf(given))]);
});

test('going back from the search by heading leads to the search by number', async () => {
  const { given } = await interviewed(['no-number', 'b', 'LT11', ...Array(30).fill('unknown')]);
  expect(given[0]).toEqual({ fact: 'notice', value: 'lt11' });
});

test.each([
  { typed: '11/2/2026', why: 'the way dates are written in the United States' },
  { typed: '2026-11-02', why: 'ISO' },
])('a date is read ($why) and said back in full', async ({ typed }) => {
  const { given, transcript } = await interviewed(answering({ notice: 'LT11', noticeDate: typed }));
  expect(given).toContainEqual({ fact: 'noticeDate', value: '2026-11-02' });
  expect(transcript).toContain('Monday, November 2, 2026');
});

test.each(['2/30/2026', '1997-12-31', '2061-01-01', 'soon', '', '11/2/26', '2026-11-02\u0007'])(
  'the date %j is refused in one line, and nothing is lost',
  async (typed) => {
    let tries = 0;
    const { given, transcript } = await interviewed((asked) => {
      if (asked.text !== textOf('noticeDate')) return answering({ notice: 'LT11' })(asked);
      tries += 1;
      return tries === 1 ? typed : '2026-11-02';
    });
    expect(given).toContainEqual({ fact: 'noticeDate', value: '2026-11-02' });
    const refusal = transcript[transcript.indexOf(textOf('noticeDate')) + 1];
    expect(refusal).toMatch(/^[A-Z0-9"].*\.$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
    expect(refusal).not.toMatch(/[\u0000-\u001f]/);
  },
);

test('an event in the future is asked back', async () => {
  const dates = ['2026-12-24', '2026-11-02'];
  const { given, transcript } = await interviewed((asked) => {
    if (asked.text === textOf('noticeDate')) return dates.shift() ?? '';
    return asked.text.includes('still to come') ? 'no' : answering({ notice: 'LT11' })(asked);
  });
  expect(transcript).toContain('Thursday, December 24, 2026 is still to come. Is that day right?');
  expect(given).toContainEqual({ fact: 'noticeDate', value: '2026-11-02' });
});

test('a last day printed by the letter may lie ahead', async () => {
  const { transcript } = await interviewed(
    answering({ notice: 'LT11', noticeDate: '2026-11-02', printedDeadline: '2026-12-02' }),
  );
  expect(transcript.join()).not.toContain('still to come');
});

test('answers that contradict each other are said, and the last is asked again', async () => {
  const dates = ['2026-11-09', '2026-11-01'];
  const { given, transcript } = await interviewed((asked) =>
    asked.text === textOf('firstCdpDate')
      ? (dates.shift() ?? '')
      : answering({ notice: 'LT11', noticeDate: '2026-11-02', priorCdp: 'yes' })(asked),
  );
  expect(transcript.join('\n')).toContain('These answers do not fit together:');
  expect(given).toContainEqual({ fact: 'firstCdpDate', value: '2026-11-01' });
});

test('answers that no question asks for any more are dropped', async () => {
  const { given: first } = await interviewed(
    answering({ notice: 'CP504', conference: 'held', conferenceDate: '2026-11-09' }),
  );
  expect(factsOf(first)).toContain('conferenceDate');
  const changed = first.map((one) => (one.fact === 'conference' ? { ...one, value: 'not-asked' } : one));
  const { given, transcript } = await interviewed(() => 'unknown', changed);
  expect(factsOf(given)).not.toContain('conferenceDate');
  expect(transcript).toEqual([]);
});

test('answers that still count are not asked for again', async () => {
  const { given: first } = await interviewed(answering({ notice: 'LT11', contact: 'phone', noticeDate: '2026-11-02' }));
  const changed = [...first.filter(({ fact }) => fact !== 'notice'), { fact: 'notice', value: 'l1058' }];
  const { transcript } = await interviewed(() => 'unknown', changed);
  expect(transcript).toEqual([]);
});

test('an old answer that a letter no longer offers is asked for again', async () => {
  const { given: first } = await interviewed(answering({ action: 'levy-made' }));
  const changed = first.map((one) => (one.fact === 'notice' ? { ...one, value: 'l2272c' } : one));
  const { given } = await interviewed(() => 'unknown', changed);
  expect(given).toContainEqual({ fact: 'action', value: 'unknown' });
});

test('a script that ends too early is told from an answer', async () => {
  await expect(interviewed(['LT11', 'phone'])).rejects.toThrow(InputEnded);
});

test('the wizard reviews before it answers, and changes what is wanted', async () => {
  const wishes = ['change', 'contact', 'revenue-officer', 'show', 'sources', 'finish'];
  let isReviewed = false;
  const prompter = scriptedPrompter((asked) => {
    isReviewed ||= asked.text === 'Is this right?';
    return isReviewed ? (wishes.shift() ?? '') : answering({ notice: 'CP504', contact: 'notice' })(asked);
  });
  const { session, answers } = sessionWith(prompter);
  await runWizard(session);
  expect(answers[0]?.form9423.need).toBe('preferred');
  const said = prompter.transcript.join('\n');
  expect(said).toContain('In touch so far: Letters only: nobody from the IRS has talked with me');
  expect(said).toContain('In touch so far: A revenue officer: one IRS person who has my case and may visit');
  expect(said).toMatch(/\d+ sources/);
});
