import { fill } from '../engine/fill.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { MissingTextError } from '../errors.ts';

/** The word or heading of the screen with this key (without `screen.`), its holes filled. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Words of the renderers. Throws MissingTextError. */
export function makeWords(text: Pick<RuleSet['text'], 'labels'>): Words {
  return (key, values) => {
    const label = text.labels[`screen.${key}`];
    if (label === undefined) throw new MissingTextError('labels', `screen.${key}`);
    return values ? fill(label, values) : label;
  };
}
