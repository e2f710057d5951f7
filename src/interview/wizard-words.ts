import { fill } from '../engine/fill.ts';
import type { Words } from '../render/words.ts';

/** Words of the wizard, by key without `wizard.`. A key that the rules do not have is a bug and throws. */
export function makeWizardWords(text: { readonly labels: Readonly<Record<string, string>> }): Words {
  return (key, values = {}) => {
    const label = text.labels[`wizard.${key}`];
    if (label === undefined) throw new Error(`rules/text has no label wizard.${key}`);
    return fill(label, values);
  };
}
