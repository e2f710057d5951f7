import { Chalk } from 'chalk';
import type { Tone } from './document.ts';

/** Paints text; without colour it gives the text back. */
export type Paint = (tone: Tone | 'label', text: string) => string;

/** Sixteen-colour codes only, so that the reader's own theme decides what they look like. */
export function makePaint(color: boolean): Paint {
  if (!color) return (_tone, text) => text;
  const chalk = new Chalk({ level: 1 });
  const tones = {
    title: chalk.bold,
    label: chalk.bold,
    urgent: chalk.bold.red,
    warning: chalk.bold.yellow,
    open: chalk.bold.green,
  };
  return (tone, text) => tones[tone](text);
}
