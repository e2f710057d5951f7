import { fill } from '../engine/fill.ts';
import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { rulesStamp } from '../engine/rules-stamp.ts';
import { editionDate } from './dates.ts';
import type { Entry, Section } from './document.ts';
import type { Words } from './words.ts';

/** What every screen but the answer ends with: that it informs only, and how old its rules are. */
export function footer(rules: RuleSet, words: Words): Section {
  return {
    title: words('heading.answer'),
    form: 'text',
    entries: [
      { text: fill(rules.text.statements['disclaimer'] ?? '', rules.counts) },
      ...ageOfRules(rulesStamp(rules), words),
    ],
  };
}

/** Version and review of the rules, and of what lies over them. */
export function ageOfRules({ version, reviewedOn, reviewBy, overlays = [] }: Guidance['rules'], words: Words): Entry[] {
  const values = { version, reviewed: editionDate(reviewedOn), review: editionDate(reviewBy) };
  return [
    { text: words('answer.rules', values) },
    ...overlays.map((overlay) => ({
      text: words('answer.overlay', { ...overlay, reviewed: editionDate(overlay.reviewedOn) }),
      verbatim: true,
    })),
  ];
}
