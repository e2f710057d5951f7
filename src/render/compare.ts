import type { CalendarDate } from '../calendar.ts';
import type { Guidance, NoticeGuidance, Source } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { sourcesOf } from '../engine/sources.ts';
import { wordsFor } from '../engine/words.ts';
import { type ProgramName, programs } from '../vocabulary.ts';
import { optionsSection } from './answer-options.ts';
import { type Document, documentOf, type Section } from './document.ts';
import { footer } from './footer.ts';
import { headline } from './headline.ts';
import { sourcesSection } from './sources.ts';
import { makeWords, type Words } from './words.ts';

/** One thing in which the three differ. */
export type Aspect = { readonly id: string; readonly label: string; readonly cite: readonly string[] } & {
  readonly [P in ProgramName]: string;
};

/** CAP, CDP and Equivalent Hearing side by side: what `compare --json` prints. */
export interface Comparison {
  readonly notice: Pick<NoticeGuidance, 'id' | 'label' | 'title'> | null;
  readonly programs: Guidance['programs'] | null;
  readonly aspects: readonly Aspect[];
  readonly sources: readonly Source[];
}

/** Puts the comparison into words, with the statuses of one letter where there is one. */
export function comparison(rules: RuleSet, guidance: Guidance | null, today: CalendarDate): Comparison {
  const { say } = wordsFor(rules, undefined, today);
  const aspects = rules.compare.map(
    ({ id, label, cite, ...cells }): Aspect => ({
      id,
      label: rules.text.labels[label] ?? '',
      cap: say(cells.cap),
      cdp: say(cells.cdp),
      equivalentHearing: say(cells.equivalentHearing),
      cite,
    }),
  );
  const statuses = guidance?.programs ?? null;
  const cited = [...aspects, ...(statuses ? Object.values(statuses) : [])].flatMap(({ cite }) => cite);
  const notice = guidance?.notice;
  return {
    notice: notice ? { id: notice.id, label: notice.label, title: notice.title } : null,
    programs: statuses,
    aspects,
    sources: sourcesOf(rules, cited),
  };
}

/** The comparison for reading; each aspect is a block of its own. */
export function compareDocument(rules: RuleSet, guidance: Guidance | null, today: CalendarDate): Document {
  const words = makeWords(rules.text);
  const { aspects, sources } = comparison(rules, guidance, today);
  return documentOf(words('title.compare'), [
    ...compareOpening(guidance, words),
    ...aspects.map((aspect) => aspectSection(aspect, words)),
    sourcesSection(sources, words),
    footer(rules, words),
  ]);
}

/** What stands before the aspects: the three names, or where each stands for one letter. */
export function compareOpening(guidance: Guidance | null, words: Words): Section[] {
  const intro = words('compare.intro');
  const notice = guidance?.notice;
  if (!guidance || !notice) return [{ form: 'text', entries: [{ text: intro }] }];
  return [
    {
      form: 'text',
      entries: [{ text: headline(notice), tone: 'title' }, { text: notice.what }, { text: intro }],
    },
    optionsSection(guidance, words),
  ];
}

function aspectSection(aspect: Aspect, words: Words): Section {
  return {
    title: aspect.label,
    form: 'text',
    entries: programs.map((program) => ({
      label: words(`short.${program}`),
      text: aspect[program],
      cite: program === 'equivalentHearing' ? aspect.cite : undefined,
    })),
  };
}
