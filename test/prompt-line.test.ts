import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { linePrompter } from '../src/prompt/line.ts';
import { InputEnded, Interrupted, type Prompter } from '../src/prompt/prompter.ts';
import { piped, terminal } from './terminal.ts';
import { choice, letterSearch, text, words } from './wizard-fixture.ts';

function promptOn(...lines: readonly string[]): { prompter: Prompter; shown: () => string; raw: () => string } {
  const { io, shown, raw } = terminal({ stdin: piped(...lines), inputIsTerminal: false });
  return { prompter: linePrompter(io, words), shown, raw };
}

test('a question is numbered in full words, and the choice is said back', async () => {
  const { prompter, shown } = promptOn('3');
  expect(await prompter.choose(choice)).toEqual({ kind: 'answer', value: 'revenue-officer' });
  expect(shown()).toBe(
    [
      '',
      'Who has been in touch?',
      'See who signed.',
      '1. Letters only',
      '2. Phone (Often a computer system)',
      '3. Revenue officer',
      "4. I don't know",
      'Choose 1-4 (b back, ? why, q quit): ',
      'Chose: Revenue officer.',
      '',
    ].join('\n'),
  );
});

test('u is "I don\'t know" where that is a choice', async () => {
  const { prompter } = promptOn('u');
  expect(await prompter.choose(choice)).toEqual({ kind: 'answer', value: 'unknown' });
});

test('all answers of one chunk are used, in order', async () => {
  const { prompter } = promptOn('1', 'tree', 'lt11', 'Phone');
  expect(await prompter.choose(choice)).toEqual({ kind: 'answer', value: 'notice' });
  expect(await prompter.type(text)).toEqual({ kind: 'answer', value: 'tree' });
  expect(await prompter.search(letterSearch)).toEqual({ kind: 'answer', value: 'lt11' });
  expect(await prompter.choose(choice)).toEqual({ kind: 'answer', value: 'phone' });
});

test.each([
  { typed: '2', why: 'its number' },
  { typed: ' PHONE ', why: 'its words, whatever the case' },
  { typed: '\uFEFF2', why: 'a byte order mark from PowerShell' },
])('an option is chosen by $why', async ({ typed }) => {
  expect(await promptOn(typed).prompter.choose(choice)).toEqual({ kind: 'answer', value: 'phone' });
});

test('what is not a choice is asked again with what to type', async () => {
  const { prompter, shown } = promptOn('', '9', 'perhaps', '1');
  expect(await prompter.choose(choice)).toEqual({ kind: 'answer', value: 'notice' });
  expect(shown().match(/That is not one of the choices. Type a number: 1-4\./g)).toHaveLength(3);
});

test('a question mark gives the reason and asks again', async () => {
  const { prompter, shown } = promptOn('?', '1');
  await prompter.choose(choice);
  expect(shown()).toContain('Why: It decides how to ask.');
});

test('b goes back where there is something to go back to', async () => {
  expect(await promptOn('b').prompter.choose(choice)).toEqual({ kind: 'back' });
  const { prompter, shown } = promptOn('b', '1');
  expect(await prompter.choose({ ...choice, canGoBack: false })).toEqual({ kind: 'answer', value: 'notice' });
  expect(shown()).toContain('This is the first question');
  expect(shown()).not.toContain('b back');
});

test('q leaves', async () => {
  await expect(promptOn('q').prompter.type(text)).rejects.toThrow(Interrupted);
});

test('the end of input is told from an answer', async () => {
  await expect(promptOn().prompter.choose(choice)).rejects.toThrow(InputEnded);
  await expect(promptOn('perhaps').prompter.choose(choice)).rejects.toThrow(InputEnded);
});

test('a last line without a line break counts', async () => {
  const stdin = new PassThrough();
  stdin.end('4');
  const { io } = terminal({ stdin, inputIsTerminal: false });
  expect(await linePrompter(io, words).choose(choice)).toEqual({ kind: 'answer', value: 'unknown' });
});

test('a pipe that never says anything useful comes to an end', async () => {
  const { prompter } = promptOn(...Array.from({ length: 500 }, () => 'y'));
  await expect(prompter.choose(choice)).rejects.toThrow(InputEnded);
});

test('text is read, refused with its reason, or not known', async () => {
  const { prompter, shown } = promptOn('bush', 'tree', 'u');
  expect(await prompter.type(text)).toEqual({ kind: 'answer', value: 'tree' });
  expect(await prompter.type(text)).toEqual({ kind: 'answer', value: 'unknown' });
  expect(shown()).toContain('Write tree.');
  expect(shown()).toContain('Understood: a tree.');
  expect(shown()).toContain("Type your answer (u I don't know, b back, ? why, q quit):");
});

test('u is no answer where there is no "I don\'t know"', async () => {
  const { prompter } = promptOn('u', 'tree');
  expect(await prompter.type({ ...text, unknownLabel: undefined })).toEqual({ kind: 'answer', value: 'tree' });
});

test('a number that is not exact has to be chosen from a list', async () => {
  const { prompter, shown } = promptOn('90', '2');
  expect(await prompter.search(letterSearch)).toEqual({ kind: 'answer', value: 'cp90c' });
  expect(shown()).toContain("1. CP90: a letter\n2. CP90C: a letter\n3. I can't find a number");
});

test('words that fit no letter are said back, and what is always offered stays', async () => {
  const { prompter, shown } = promptOn('xyz', '1');
  expect(await prompter.search(letterSearch)).toEqual({ kind: 'answer', value: 'no-number' });
  expect(shown()).toContain('No letter with "xyz" is known here.');
});

test('a long list is cut, and says so', async () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ value: `v${index}`, label: `Letter ${index}` }));
  const { prompter, shown } = promptOn('letter', '9');
  const reply = await prompter.search({ ...letterSearch, find: () => many, exact: () => undefined });
  expect(reply).toEqual({ kind: 'answer', value: 'no-number' });
  expect(shown()).toContain('12 more fit.');
});

test('nothing that is typed brings an escape code or control character to the terminal', async () => {
  const { prompter, raw } = promptOn('\u001b[31mred\u0007\u009b2J', '1');
  await prompter.search({ ...letterSearch, find: () => [] });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
  expect(raw()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('lines fit a narrow terminal', async () => {
  const { io, shown } = terminal({ stdin: piped('1'), inputIsTerminal: false, columns: 30 });
  await linePrompter(io, words).choose(choice);
  expect(
    Math.max(
      ...shown()
        .split('\n')
        .map((line) => line.trimEnd().length),
    ),
  ).toBeLessThanOrEqual(30);
});
