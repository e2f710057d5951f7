import { expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import { nextQuestion } from '../src/engine/interview.ts';
import { interview } from '../src/interview/interview.ts';
import { answersOf } from '../src/interview/session.ts';
import { type Asked, scriptedPrompter } from '../src/prompt/scripted.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';
import { sessionWith } from './wizard-fixture.ts';

const today = d('2026-11-10');
const letters = [...Object.keys(rules.notices), 'unknown'];

type Pick = (values: readonly string[]) => string;
const ways: readonly { readonly name: string; readonly pick: Pick }[] = [
  { name: 'the first choice', pick: (values) => values[0] ?? '' },
  { name: 'the last choice but "I don\'t know"', pick: (values) => values.at(-2) ?? values.at(-1) ?? '' },
  { name: '"I don\'t know"', pick: () => 'unknown' },
];

const firstNotice = rules.questions.find(({ fact }) => fact === 'firstCdpDate')?.text.en;

function replying(pick: Pick): (asked: Asked) => string {
  return (asked) => {
    if (asked.kind === 'choose') return pick(asked.options.map(({ value }) => value));
    if (asked.kind !== 'type') return 'unknown';
    // The first hearing letter comes before the one in hand.
    const days = asked.text === firstNotice ? ['2026-03-02', '2026-03-01'] : ['2026-11-02', '2026-11-01'];
    return pick([...days, 'unknown']);
  };
}

test.each(ways)('for every letter, taking $name throughout ends with a whole answer', async ({ pick }) => {
  for (const id of letters) {
    const prompter = scriptedPrompter(replying(pick));
    const { session } = sessionWith(prompter);
    const given = await interview(session, [{ fact: 'notice', value: id }]);
    const facts = given.map(({ fact }) => fact);
    expect(new Set(facts).size, `${id} asks a fact twice`).toBe(facts.length);
    expect(prompter.transcript.join(), id).not.toContain('do not fit together');
    const answers = answersOf(session, given);
    expect(nextQuestion(rules, answers, today), id).toBeUndefined();
    expect(evaluate(rules, answers, today).lead, id).not.toEqual([]);
  }
});
