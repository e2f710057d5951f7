import { fill } from '../engine/fill.ts';
import { MissingTextError } from '../errors.ts';
import type { Words } from '../render/words.ts';

/** Words of the wizard, by key without `wizard.`. Throws MissingTextError. */
export function makeWizardWords(text: { readonly labels: Readonly<Record<string, string>> }): Words {
  return (key, values = {}) => {
    const label = text.labels[`wizard.${key}`];
    if (label === undefined) throw new MissingTextError('labels', `wizard.${key}`);
    return fill(label, values);
  };
}
