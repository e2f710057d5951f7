import type { Source } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { editionDate } from './dates.ts';
import type { Entry, Section } from './document.ts';
import type { Words } from './words.ts';

/** Title, edition, address and day of reading of each source, under its id. */
export function sourcesSection(sources: readonly Source[], words: Words): Section {
  return {
    title: words('heading.sources'),
    form: 'points',
    entries: sources.map((source): Entry => ({ label: source.id, text: sourceText(source, words), verbatim: true })),
  };
}

/** The address stands on a line of its own. */
function sourceText({ title, revised, url, retrieved }: Source, words: Words): string {
  const said = [
    `${title}.`,
    ...(revised === null ? [] : [words('source.edition', { date: editionDate(revised) })]),
    words('source.read', { date: editionDate(retrieved) }),
  ].join(' ');
  return url === null ? `${said} ${words('source.noAddress')}` : `${said}\n${url}`;
}

/** The sources with these ids, each once, in order of id. */
export function sourcesOf(rules: Pick<RuleSet, 'sources'>, ids: Iterable<string>): Source[] {
  return [...new Set(ids)].sort().flatMap((id) => {
    const source = rules.sources[id];
    if (!source) return [];
    const { title, url, revised, retrieved } = source;
    return [{ id, title, url, revised, retrieved }];
  });
}
