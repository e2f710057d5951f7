import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import * as about from './answer-about.ts';
import { datesSection } from './answer-dates.ts';
import { form9423Section, optionsSection } from './answer-options.ts';
import * as people from './answer-people.ts';
import { timelineSection } from './answer-timeline.ts';
import { type Document, documentOf } from './document.ts';
import { firstBlock } from './first-block.ts';
import { sourcesSection } from './sources.ts';
import { makeSpellOut } from './spell-out.ts';
import { makeWords } from './words.ts';

export interface AnswerParts {
  /** Adds the rows that decided and the ids behind each line. */
  readonly explain: boolean;
  /** Adds the list of sources. */
  readonly sources: boolean;
}

/** The whole answer, the same for every format: the first block, then details, sources and the disclaimer. */
export function answerDocument(guidance: Guidance, text: RuleSet['text'], parts: AnswerParts): Document {
  const words = makeWords(text);
  const { block, otherWarnings, isShortened } = firstBlock(guidance, words, () => makeSpellOut(text));
  return documentOf(words('title'), [
    block,
    otherWarnings,
    optionsSection(guidance, words),
    form9423Section(guidance, words),
    timelineSection(guidance, words),
    datesSection(guidance, words),
    people.stepsSection(guidance, words),
    people.representationSection(guidance, words),
    people.phoneSection(guidance, words),
    people.helpSection(guidance, words),
    about.missingSection(guidance, words),
    about.letterSection(guidance, words, isShortened),
    about.factsSection(guidance, words),
    ...(parts.explain ? [about.traceSection(guidance, words)] : []),
    ...(parts.sources ? [sourcesSection(guidance.sources, words)] : []),
    about.answerSection(guidance, words),
  ]);
}
