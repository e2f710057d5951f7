import type { RuleSet } from '../engine/rule-set.ts';
import { editionDate } from './dates.ts';
import type { Section } from './document.ts';
import type { Words } from './words.ts';

/** What every screen but the answer ends with: that it informs only, and how old its rules are. */
export function footer({ manifest, text }: RuleSet, words: Words): Section {
  const { version, reviewedOn, reviewBy } = manifest;
  const values = { version, reviewed: editionDate(reviewedOn), review: editionDate(reviewBy) };
  return {
    title: words('heading.answer'),
    form: 'text',
    entries: [{ text: text.statements.disclaimer ?? '' }, { text: words('answer.rules', values) }],
  };
}
