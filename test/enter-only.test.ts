import { describe, expect, test } from 'vitest';
import { runAsk } from '../src/commands/ask.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Guidance } from '../src/engine/guidance.ts';
import { runWizard } from '../src/interview/wizard.ts';
import { linePrompter } from '../src/prompt/line.ts';
import { InputEnded } from '../src/prompt/prompter.ts';
import { type Asked, scriptedPrompter } from '../src/prompt/scripted.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';
import { enterUntilReview, keys, piped, terminal } from './terminal.ts';
import { askOptions, sessionWith, words } from './wizard-fixture.ts';

// Enter takes what stands under the cursor. Nobody may lose a right, or get the answer for a letter that is not theirs, by
// pressing it at every question.

/** What Enter takes on a list; a line to type on has to be filled, and a search takes nothing that was not typed. */
const pressEnter =
  (letter: string) =>
  (asked: Asked): string => {
    if (asked.kind === 'search') return letter;
    if (asked.kind === 'type') return 'unknown';
    if (asked.options.some(({ value }) => value === 'finish')) return 'finish';
    return asked.options[0]?.value ?? '';
  };

function statusesOf({ programs: { cap, cdp, equivalentHearing } }: Guidance): string[] {
  return [cap, cdp, equivalentHearing].map(({ status }) => status);
}

describe('Enter at every list', () => {
  test.each([...Object.keys(rules.notices), 'cp75', 'l105c', 'l4067'])('%s: uses up no right', async (letter) => {
    const { session, answers } = sessionWith(scriptedPrompter(pressEnter(letter)));
    const answer = await runWizard(session);
    expect(answers.at(-1)).toBe(answer);
    expect(answer.notice?.id).toBe(letter);
    // Some letters come when the right is used up already; Enter must add none.
    const alone = statusesOf(evaluate(rules, { notice: letter }, d('2026-11-10')));
    const used = statusesOf(answer).filter((status, index) => status === 'used' && alone[index] !== 'used');
    expect(used).toEqual([]);
  });
});

test.each(['', '   '])('line by line, %j chooses nothing and no letter', async (typed) => {
  const stdin = piped(...Array.from({ length: 300 }, () => typed));
  const said: string[] = [];
  const io = {
    stdin,
    err: (text: string) => void said.push(text),
    inputIsTerminal: false,
    columns: 80,
    onInterrupt: () => () => {},
  };
  const { session, answers } = sessionWith(linePrompter(io, words));
  await expect(runWizard(session)).rejects.toThrow(InputEnded);
  expect(answers).toEqual([]);
  expect(said.join('')).not.toContain('Chose:');
});

describe('on a terminal', () => {
  test.each(['', 'zzzz', 'final notice', '90', 'CP90/CP297'])('Enter after %j stays where it is', async (typed) => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on('Which letter did you get?', typed, ...Array.from({ length: 20 }, () => keys.enter));
    await new Promise((done) => setTimeout(done, 100));
    expect(screen.shown()).not.toContain('What did the IRS do');
    expect(screen.shown()).not.toContain('- Which letter did you get?');
    await screen.on('', keys.interrupt);
    expect(await run).toBe(130);
    expect(screen.answered()).toBe('');
  });

  test.each(['lt11', 'cp504', 'l3172'])(
    'Enter all the way with %s ends at no right that is used up',
    async (letter) => {
      const screen = terminal();
      const run = runAsk(screen.io, rules, askOptions(screen.io));
      await screen.on('Which letter did you get?', letter, keys.enter);
      await enterUntilReview(screen);
      await screen.on('', keys.enter);
      await screen.on('What would you like to do now?', ...Array.from({ length: 5 }, () => keys.down), keys.enter);
      expect([0, 3]).toContain(await run);
      expect(screen.answered()).not.toMatch(/used up|already (?:given|used)/);
    },
  );
});
