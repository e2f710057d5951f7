import type { RuleSet } from '../engine/rule-set.ts';
import type { Coverage } from '../rules/coverage.ts';
import { editionDate } from './dates.ts';
import { type Document, documentOf, type Entry, type Section } from './document.ts';
import { footer } from './footer.ts';
import { makeWords, type Words } from './words.ts';

/** One thing of the rules as `rules show` tells it; what `rules show --json` prints. */
export interface RuleEntry {
  readonly id: string;
  readonly file: string;
  readonly path: string;
  readonly data: unknown;
  readonly says: readonly { readonly key: string; readonly text: string }[];
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly namedBy: readonly { readonly id: string; readonly file: string; readonly path: string }[];
  /** Worked cases that a row decides. */
  readonly cases: readonly string[];
}

/** What the rules cover, how well it is founded, what is not confirmed and where sources disagree. */
export function rulesListDocument(rules: RuleSet, coverage: Coverage): Document {
  const words = makeWords(rules.text);
  const { letters, rows, deadlines, statements, sources, age } = coverage;
  const share = (part: number, whole: number): string => `${part} (${Math.round((100 * part) / Math.max(whole, 1))} %)`;
  const line = (key: string, text: string): Entry => ({ label: words(`rules.${key}`), text, verbatim: true });
  const list = (key: string, told: Coverage['conflicts']): Section => ({
    title: words(`rules.${key}`),
    form: 'points',
    entries: told.map(({ letter, text }) => ({ label: letter, text, verbatim: true })),
  });
  const editions = Object.entries(sources.editions).map(([year, count]) => `${year}: ${count}`);
  return documentOf(words('title.rules'), [
    {
      form: 'text',
      entries: [
        line(
          'review',
          words('rules.review.text', {
            on: editionDate(coverage.rules.reviewedOn),
            days: String(age.daysSinceReview),
            next: editionDate(coverage.rules.reviewBy),
          }),
        ),
        line(
          'letters',
          `${letters.all}: ${Object.entries(letters.byConfidence)
            .map(([sure, count]) => `${sure} ${count}`)
            .join(', ')}`,
        ),
        line('rows', words('rules.rows.text', { all: String(rows.all), inferred: String(rows.inferred) })),
        line(
          'deadlines',
          words('rules.deadlines.text', { all: String(deadlines.all), terms: String(deadlines.terms) }),
        ),
        line(
          'statements',
          words('rules.statements.text', {
            all: String(statements.all),
            cited: share(statements.cited, statements.all),
            primary: share(statements.primary, statements.all),
          }),
        ),
        line('sentences', String(coverage.sentences)),
        line(
          'sources',
          words('rules.sources.text', { all: String(sources.all), primary: share(sources.primary, sources.all) }),
        ),
        line('editions', editions.join(', ')),
        ...(sources.expired.length > 0 ? [line('expired', sources.expired.join(', '))] : []),
        line('cases', String(coverage.cases)),
        ...(rows.withoutCase.length > 0 ? [line('withoutCase', rows.withoutCase.join(', '))] : []),
      ],
    },
    list('conflicts', coverage.conflicts),
    list('unconfirmed', coverage.unconfirmed),
    footer(rules, words),
  ]);
}

/** Where something stands, what it is, what it says, what it rests on, who names it. */
export function rulesShowDocument(rules: RuleSet, entries: readonly RuleEntry[]): Document {
  const words = makeWords(rules.text);
  return documentOf(words('title.rules'), [
    ...entries.flatMap((entry) => entrySections(entry, words)),
    footer(rules, words),
  ]);
}

function entrySections({ file, path, data, says, sources, namedBy, cases }: RuleEntry, words: Words): Section[] {
  const points = (key: string, lines: readonly Entry[]): Section[] =>
    lines.length === 0 ? [] : [{ title: words(`rules.${key}`), form: 'points', entries: lines }];
  return [
    { title: path === '' ? file : `${file}: ${path}`, form: 'text', entries: fields(data) },
    ...points(
      'says',
      says.map(({ key, text }) => ({ label: key, text, verbatim: true })),
    ),
    ...points(
      'restsOn',
      sources.map(({ id, title }) => ({ label: id, text: title, verbatim: true })),
    ),
    ...points(
      'namedBy',
      namedBy.map((by) => ({ text: by.path === '' ? by.file : `${by.file}: ${by.path}`, verbatim: true })),
    ),
    ...points(
      'casesOf',
      cases.map((text) => ({ text, verbatim: true })),
    ),
  ];
}

/** One field a line, as JSON. */
function fields(data: unknown): Entry[] {
  if (typeof data !== 'object' || data === null) return [{ text: String(data), verbatim: true }];
  return Object.entries(data)
    .filter(([key]) => key !== '$schema')
    .map(([key, value]) => ({
      label: key,
      text: typeof value === 'string' ? value : JSON.stringify(value),
      verbatim: true,
    }));
}
