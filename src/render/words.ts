import { fill } from '../engine/fill.ts';
import type { RuleSet } from '../engine/rule-set.ts';

/** The word or heading of the screen with this key (without `screen.`), its holes filled. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Words of the renderers. A key that the rules do not have is a bug and throws. */
export function makeWords(text: Pick<RuleSet['text'], 'labels'>): Words {
  return (key, values) => {
    const label = text.labels[`screen.${key}`];
    if (label === undefined) throw new Error(`rules/text has no label screen.${key}`);
    return values ? fill(label, values) : label;
  };
}
