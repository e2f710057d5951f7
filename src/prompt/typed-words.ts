import type { TextAsk } from './prompter.ts';

// The words that mean the same at every question, in every driver; wizard.json prints them.

export const isWhy = (typed: string): boolean => typed.trim() === '?';
export const isBack = (typed: string): boolean => /^b(ack)?$/i.test(typed.trim());
export const isQuit = (typed: string): boolean => /^q(uit)?$/i.test(typed.trim());

/** "I don't know" at a question without a list: `u`, or the words that the question offers for it. */
export function isUnknown({ unknownLabel }: Pick<TextAsk, 'unknownLabel'>, typed: string): boolean {
  return (
    unknownLabel !== undefined && ['u', 'unknown', unknownLabel.toLowerCase()].includes(typed.trim().toLowerCase())
  );
}
