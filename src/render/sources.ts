import type { Source } from '../engine/guidance.ts';
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
function sourceText({ title, revised, url, retrieved, expired }: Source, words: Words): string {
  const said = [
    `${title}.`,
    ...(revised === null ? [] : [words('source.edition', { date: editionDate(revised) })]),
    words('source.read', { date: editionDate(retrieved) }),
    ...(expired === undefined ? [] : [words('source.expired', { date: editionDate(expired) })]),
  ].join(' ');
  return url === null ? `${said} ${words('source.noAddress')}` : `${said}\n${url}`;
}
