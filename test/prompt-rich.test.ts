import { render } from '@inquirer/testing';
import { expect, test } from 'vitest';
import { Interrupted, type Prompter } from '../src/prompt/prompter.ts';
import { richPrompter } from '../src/prompt/rich.ts';
import { foundRows, type Look, namesFirstRow, theme } from '../src/prompt/rich-look.ts';
import { searchPrompt } from '../src/prompt/rich-search.ts';
import { makePaint } from '../src/render/style.ts';
import { keys, type Terminal, terminal } from './terminal.ts';
import { choice, letterSearch, text, words } from './wizard-fixture.ts';

function promptOn(columns = 80): { screen: Terminal; prompter: Prompter } {
  const screen = terminal({ columns });
  return { screen, prompter: richPrompter(screen.io, words, makePaint(false)) };
}

test('the arrow keys choose from a list', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.choose(choice);
  await screen.on('> Letters only', keys.down);
  await screen.on('> Phone', keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'phone' });
  expect(screen.shown()).toContain('See who signed.');
  expect(screen.shown()).toContain('Often a computer system.');
  expect(screen.shown()).toContain('Arrow keys move, Enter chooses.');
});

test('after going back the cursor stands on the answer that was given', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.choose({ ...choice, earlier: 'revenue-officer' });
  await screen.on('> Revenue officer', keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'revenue-officer' });
});

test('why and back are rows of every list', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.choose(choice);
  await screen.on('Why do you ask?', keys.up, keys.down, keys.down, keys.down, keys.down, keys.enter);
  await screen.on('Why: It decides how to ask.');
  await screen.on('> Letters only', keys.down, keys.down, keys.down, keys.down, keys.down, keys.enter);
  expect(await reply).toEqual({ kind: 'back' });
});

test('there is no way back from a first question', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.choose({ ...choice, canGoBack: false });
  await screen.on('> Letters only', keys.enter);
  await reply;
  expect(screen.shown()).not.toContain('Go back');
});

test('text that cannot be read is refused in one line and stays to be mended', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.type(text);
  await screen.on('Which word?', 'trea', keys.enter);
  await screen.on('Write tree.', keys.backspace);
  await screen.on('> tre', 'e', keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'tree' });
  expect(screen.shown()).toMatch(/- Which word\?\n {2}a tree/);
});

test.each([
  { typed: 'u', reply: { kind: 'answer', value: 'unknown' } },
  { typed: "I don't know", reply: { kind: 'answer', value: 'unknown' } },
  { typed: 'b', reply: { kind: 'back' } },
  { typed: 'BACK', reply: { kind: 'back' } },
])('typing $typed is understood', async ({ typed, reply }) => {
  const { screen, prompter } = promptOn();
  const asked = prompter.type(text);
  await screen.on('b = back', typed, keys.enter);
  expect(await asked).toEqual(reply);
});

test('typing ? gives the reason and asks again', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.type(text);
  await screen.on('Which word?', '?', keys.enter);
  await screen.on('Why: Words matter.');
  await screen.on('Which word?', 'tree', keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'tree' });
});

test.each(['q', keys.interrupt])('%j leaves', async (key) => {
  const { screen, prompter } = promptOn();
  const reply = prompter.type(text);
  const left = expect(reply).rejects.toThrow(Interrupted);
  await screen.on('Which word?', key, keys.enter);
  await left;
});

test('b at the first question says that there is nothing before it', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.type({ ...text, canGoBack: false });
  await screen.on('Which word?', 'b', keys.enter);
  await screen.on('This is the first question', keys.backspace, 'tree', keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'tree' });
});

test('a number typed in full and Enter in one go is taken', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.search(letterSearch);
  await screen.on('Which letter?', `cp90${keys.enter}`);
  expect(await reply).toEqual({ kind: 'answer', value: 'cp90' });
});

test('a number that is not exact is never taken silently', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.search(letterSearch);
  await screen.on('Which letter?', '90', keys.enter);
  await screen.on('CP90C: a letter', keys.enter, keys.down, keys.down);
  await screen.on('> CP90C: a letter', keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'cp90c' });
});

test('"I can\'t find a number" is there before and after typing, and Enter alone does not take it', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.search(letterSearch);
  await screen.on("I can't find a number", keys.enter, 'xyz', keys.enter);
  await screen.on('No letter with "xyz" is known here.', keys.enter, keys.down);
  await screen.on("> I can't find a number", keys.enter);
  expect(await reply).toEqual({ kind: 'answer', value: 'no-number' });
});

test('typing b or ? alone brings its row to the top of a search', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.search({ ...letterSearch, canGoBack: true });
  await screen.on('Which letter?', '?');
  await screen.on('> Why do you ask?', keys.enter);
  await screen.on('Why: Letters differ.');
  await screen.on('Which letter?', 'b');
  await screen.on('> Go back', keys.enter);
  expect(await reply).toEqual({ kind: 'back' });
});

test('no line is broken inside a word on a narrow terminal', async () => {
  const { screen, prompter } = promptOn(30);
  const label = 'A revenue officer, one person who has the case and may visit';
  const reply = prompter.choose({ ...choice, options: [{ value: 'revenue-officer', label }] });
  await screen.on('one person', keys.enter);
  await reply;
  expect(screen.shown()).toContain('> A revenue officer, one\n  person who has the case and\n  may visit\n');
});

test('control characters that are typed or pasted are not written back', async () => {
  const { screen, prompter } = promptOn();
  const reply = prompter.type({ ...text, read: (typed) => ({ value: typed, echo: typed }) });
  await screen.on('Which word?', 'a\u009b31mb', keys.enter);
  await reply;
  expect(screen.raw()).not.toContain('\u009b');
});

const look: Look = { columns: 80, words, paint: makePaint(false) };
const searchConfig = {
  message: letterSearch.text,
  rows: (typed: string) => foundRows(look, letterSearch, typed),
  isExact: (typed: string) => namesFirstRow(letterSearch, typed),
  theme: theme(look, letterSearch, 'Type.', true),
  pageSize: 12,
};

test('the list follows each key, with the exact letter first', async () => {
  const { answer, events, getScreen } = await render(searchPrompt, searchConfig);
  expect(getScreen()).toBe("? Which letter?\n  Type.\n>\n  I can't find a number\n  Why do you ask?");
  events.type('cp90');
  expect(getScreen()).toContain('> CP90: a letter\n  CP90C: a letter');
  events.type('c');
  expect(getScreen()).toContain('> cp90c\n> CP90C: a letter');
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'answer', value: 'cp90c' });
});

test('the arrow keys stop at both ends of the list', async () => {
  const { answer, events } = await render(searchPrompt, searchConfig);
  for (let press = 0; press < 9; press += 1) events.keypress('down');
  for (let press = 0; press < 9; press += 1) events.keypress('up');
  events.keypress('down');
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'why' });
});
