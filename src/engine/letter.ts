import type * as z from 'zod';
import type { OtherLetters } from '../rules/schema-notice.ts';
import { fill } from './fill.ts';
import type { Letter, RuleSet } from './rule-set.ts';

type OtherLetter = z.infer<typeof OtherLetters>['letters'][number];

/** The letter with this id, of either catalogue. */
export function letterOf(rules: Pick<RuleSet, 'notices' | 'otherLetters'>, id: string): Letter | undefined {
  return rules.notices[id] ?? rules.otherLetters[id];
}

/** The letters of the second catalogue in the shape of the first, so that the engine can take them as letters. */
export function otherLettersOf(
  entries: readonly OtherLetter[],
  labels: RuleSet['text']['labels'],
): RuleSet['otherLetters'] {
  return Object.fromEntries(entries.map((entry) => [entry.id, asLetter(entry, labels)]));
}

function asLetter(
  { id, label, names, whose, what, ask, printedDay, confirmed, cite }: OtherLetter,
  labels: RuleSet['text']['labels'],
): Letter {
  const ground = whose === 'outside' ? 'outside' : 'unlisted-collection';
  const words = (key: string): string => labels[`screen.other-letter.${key}`] ?? '';
  const frame = words(confirmed ? whose : `${whose}.unconfirmed`);
  const title = fill(words(confirmed ? 'title' : 'title.unconfirmed'), { what: what.en });
  const opening = { ground, cite } as const;
  return {
    ...{ id, label, names, catalogue: 'other', inTasList: false, audience: 'unknown', sentBy: words('sent-by') },
    ...{ action: 'other', actionDetail: ground, cap: opening, cdp: opening, equivalentHearing: opening },
    ...(printedDay ? { printedDay } : {}),
    ...{ statute: [], confidence: confirmed ? 'high' : 'low', cite },
    text: {
      en: {
        title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
        what: fill(frame, { what: what.en }),
        ...(whose === 'collection' ? { trap: words('hearing-words') } : {}),
        instead: ask.en,
      },
    },
  };
}
