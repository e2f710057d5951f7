import { describe, expect, test } from 'vitest';
import { runAsk } from '../src/commands/ask.ts';
import { rules } from './rules.ts';
import { enterUntilReview, keys, type Terminal, terminal } from './terminal.ts';
import { askOptions } from './wizard-fixture.ts';

const { enter, down, interrupt } = keys;
const downs = (count: number): string[] => Array.from({ length: count }, () => down);

/** Takes the row that the cursor stands on until the review, then shows the answer. */
async function enterToTheEnd(screen: Terminal): Promise<void> {
  await enterUntilReview(screen);
  await screen.on('', enter);
  await screen.on('What would you like to do now?', ...downs(5), enter);
}

describe('on a terminal, key by key', () => {
  test('CP504 and letters only', async () => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on('Which letter did you get?', 'cp504', enter);
    await screen.on('> Letters only', enter);
    await screen.on('Did another letter', enter);
    await enterToTheEnd(screen);
    expect(await run).toBe(0);
    expect(screen.answered()).toContain('CP504');
    expect(screen.answered().split('\n').length).toBeLessThanOrEqual(18);
    expect(screen.shown()).toContain('Which letter did you get?');
  });

  test('LT11 and phone, dated 20 days ago', async () => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on('Which letter did you get?', 'LT11', enter);
    await screen.on('> Letters only', down, enter);
    await screen.on('What date is printed on the letter?', '2/30/2026', enter);
    await screen.on('There is no such day as 2/30/2026', '\u0015', '10/21/2026', enter);
    await screen.on('Wednesday, October 21, 2026');
    await screen.on('Does the letter print a last day', 'u', enter);
    await screen.on('Did another letter', enter);
    await enterToTheEnd(screen);
    expect(await run).toBe(0);
    expect(screen.answered()).toContain('Friday, November 20, 2026');
  });

  test('Letter 4052 and a revenue officer', async () => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on('Which letter did you get?', 'letter 4052', enter);
    await screen.on('What date is printed on the letter?', '11/2/2026', enter);
    await screen.on('> Letters only', down, down, enter);
    await screen.on('Does the letter print a last day', 'u', enter);
    await screen.on('already appealed', enter);
    await enterToTheEnd(screen);
    expect(await run).toBe(0);
    expect(screen.answered()).toContain('Wednesday, December 2, 2026');
  });

  test('no number and no heading: what the IRS did leads to an answer', async () => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on("I can't find a number", enter, down);
    await screen.on("> I can't find a number", enter);
    await screen.on('None of these', enter, down);
    await screen.on('> None of these', enter);
    await screen.on('What did the IRS do', ...downs(4), enter);
    await enterToTheEnd(screen);
    expect([0, 3]).toContain(await run);
    expect(screen.answered()).toContain('Collection Appeals Program (CAP)');
  });

  test('the short answer comes first; details and sources when they are wanted', async () => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on('Which letter did you get?', 'cp504', enter);
    await screen.on('> Letters only', enter);
    await screen.on('Did another letter', enter);
    await enterUntilReview(screen);
    await screen.on('', enter);
    await screen.on('> Show all details', enter);
    const short = screen.answered().length;
    await screen.on('> Show all details', down, enter);
    const long = screen.answered().length;
    await screen.on('> Show all details', ...downs(5), enter);
    await run;
    expect(long).toBeGreaterThan(short * 2);
    expect(screen.answered().slice(long)).toContain('https://');
  });

  test('Ctrl-C leaves quietly with 130', async () => {
    const screen = terminal();
    const run = runAsk(screen.io, rules, askOptions(screen.io));
    await screen.on('Which letter did you get?', interrupt);
    expect(await run).toBe(130);
    expect(screen.shown()).toMatch(/You left the guide\.\n$/);
    expect(screen.answered()).toBe('');
  });
});
