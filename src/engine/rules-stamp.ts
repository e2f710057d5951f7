import type { Guidance } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';

/** Which rules these are, for every JSON of the program. */
export function rulesStamp({ manifest, hash }: RuleSet): Guidance['rules'] {
  const { version, reviewedOn, reviewBy, overlays = [] } = manifest;
  const named = overlays.map((overlay) => ({
    name: overlay.name,
    version: overlay.version,
    reviewedOn: overlay.reviewedOn,
  }));
  return { version, hash, reviewedOn, reviewBy, ...(named.length > 0 ? { overlays: named } : {}) };
}
