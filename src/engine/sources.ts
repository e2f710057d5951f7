import { type CalendarDate, longDate } from '../calendar.ts';
import { fill } from './fill.ts';
import type { Guidance, Source, Statement } from './guidance.ts';
import type { RuleSet } from './rule-set.ts';

/** The sources with these ids, each once, in order of id. */
export function sourcesOf({ sources }: Pick<RuleSet, 'sources'>, ids: Iterable<string>): Source[] {
  return [...new Set(ids)].sort().flatMap((id) => {
    const source = sources[id];
    if (!source) return [];
    const { title, url, revised, retrieved, expired, expires } = source;
    return [{ id, title, url, revised, retrieved, ...(expired && expires ? { expired: expires } : {}) }];
  });
}

/** Exactly the sources cited anywhere in the answer, in order of id. */
export function citedSources(rules: RuleSet, answer: Omit<Guidance, 'sources'>): Source[] {
  const ids = new Set<string>();
  collectCites(answer, ids);
  return sourcesOf(rules, ids);
}

/** A statement without a source of its own that is said about the letter only cites what is known of the letter. */
export function citedBy(
  { when, cite }: RuleSet['help'][number],
  notice: RuleSet['notices'][string] | undefined,
): readonly string[] {
  const isAboutLetter = when.every((cells) => 'confidence' in cells || cells['hasNotice']?.includes('yes'));
  return cite.length === 0 && notice && isAboutLetter ? notice.cite : cite;
}

/** The warning that an answer rests on interim guidance whose time is over. */
export function expiredWarnings(sources: readonly Source[], pieces: Readonly<Record<string, string>>): Statement[] {
  const expired = sources.filter((source) => source.expired !== undefined);
  return expired.map(({ id, title, expired: day }) => ({
    id: 'source-expired',
    text: fill(pieces['source-expired'] ?? '', { title, date: longDate(day as CalendarDate) }),
    cite: [id],
  }));
}

function collectCites(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (key === 'cite') for (const id of item as string[]) ids.add(id);
    else if (typeof item === 'object') collectCites(item, ids);
  }
}
