import { type CalendarDate, longDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { RulesDiff, SentenceChange, Side, SpellingChange, StatementChange } from '../rules/diff.ts';
import type { TermDiff } from '../rules/diff-deadlines.ts';
import type { EntryChange, FieldChange } from '../rules/diff-entries.ts';
import type { RowPair, TableDiff } from '../rules/diff-tables.ts';
import { type Document, documentOf, type Entry, type Line, type Section } from './document.ts';
import { footer } from './footer.ts';
import { number } from './rules-diff-words.ts';
import { makeWords, type Words } from './words.ts';

/** What was compared, and the words for it. */
export interface Compared {
  readonly old: Side;
  readonly now: Side;
  readonly diff: RulesDiff;
  /** Letters that only one of the two has on the day. */
  readonly only: { readonly old: readonly string[]; readonly new: readonly string[] };
  /** Days as of which more may differ. */
  readonly otherDays: readonly CalendarDate[];
  /** The words of the screen: those of the program, whatever the two directories say. */
  readonly screen: RuleSet;
}

/** What differs: the answer first, then its parts, then tables, deadlines, statements, names, words and files. */
export function rulesDiffDocument(
  { old, now, diff, only, otherDays, screen }: Compared,
  lead: readonly Entry[],
  parts: readonly Section[],
): Document {
  const words = makeWords(screen.text);
  const points = <T>(
    key: string,
    differences: readonly T[],
    inWords: (difference: T, words: Words) => Entry | Entry[],
  ): Section => ({
    title: words(`diff.heading.${key}`),
    form: 'points',
    entries: differences.flatMap((difference) => inWords(difference, words)),
  });
  const sides = { old: sideName(old), new: sideName(now) };
  const later =
    otherDays.length > 0 ? [{ text: words('diff.otherDays', { days: otherDays.map(longDate).join('; ') }) }] : [];
  const moved = diff.spellings.filter(({ old: before, new: after }) => before && after).map(({ spelling }) => spelling);
  const spelled =
    moved.length > 0 ? [{ text: words('diff.spelled', { spellings: moved.join(', ') }), verbatim: true }] : [];
  const ofOne = (ids: readonly string[], { book }: Side, key: string): Entry[] =>
    ids.map((id) => ({ label: book.notices[id]?.label ?? id, text: words(`diff.letter.${key}`), verbatim: true }));
  return documentOf(words('title.diff'), [
    { form: 'text', entries: [...lead, ...spelled, ...later, { text: words('diff.sides', sides), verbatim: true }] },
    ...parts,
    points('letters', [...ofOne(only.new, now, 'new'), ...ofOne(only.old, old, 'old')], (entry) => entry),
    points('tables', diff.tables, tableEntries),
    points('terms', diff.terms, termEntry),
    points('statements', diff.statements, statementEntry),
    points('spellings', diff.spellings, spellingEntry),
    points('sentences', diff.sentences, sentenceEntry),
    points('files', diff.entries, fileEntry),
    footer(screen, words),
  ]);
}

function sideName({ directory, book: { manifest } }: Side): string {
  return `${directory} (${manifest.version})`;
}

function tableEntries({ table, combinations, pairs }: TableDiff, words: Words): Entry[] {
  return pairs.map((pair) => {
    const rows = { old: rowName(table, pair.old, words), new: rowName(table, pair.new, words) };
    const counts = { some: number(pair.combinations), all: number(combinations), table };
    return {
      label: rows.old === rows.new ? rows.new : words('diff.change', rows),
      text: words('diff.combinations', counts),
      verbatim: true,
      details: [...givenLines(pair, words), ...pair.fields.map((field) => fieldLine(field, words))],
    };
  });
}

function rowName(table: string, row: string | undefined, words: Words): string {
  return row === undefined ? words('diff.impossible') : `${table}/${row}`;
}

function givenLines({ given }: RowPair, words: Words): Line[] {
  const cells = Object.entries(given).map(([input, values]) => `${input} = ${values.join(' | ')}`);
  return cells.length === 0 ? [] : [{ label: words('diff.given'), text: cells.join('; '), verbatim: true }];
}

function termEntry({ term, from, fields, example, starts }: TermDiff, words: Words): Entry {
  const day = (date: CalendarDate | null): string => (date === null ? words('diff.nothing') : longDate(date));
  const counted = words('diff.starts', { changed: number(starts.changed), tried: number(starts.tried) });
  const text = example
    ? words('diff.counted', { start: longDate(example.start), old: day(example.old), new: day(example.new) })
    : words('diff.sameDays');
  return {
    label: term,
    text: example ? `${text} ${counted}` : text,
    verbatim: true,
    details: [
      { label: words('diff.from'), text: words(`fact.${from}`), verbatim: true },
      ...fields.map((field) => fieldLine(field, words)),
    ],
  };
}

function statementEntry({ list, id, inputs, combinations, more, less }: StatementChange, words: Words): Entry {
  const values = { more: number(more), less: number(less), all: number(combinations), inputs: inputs.join(', ') };
  return { label: `${list}/${id}`, text: words('diff.statement', values), verbatim: true };
}

function spellingEntry({ spelling, old, new: now }: SpellingChange, words: Words): Entry {
  const name = (id: string | null): string => id ?? words('diff.noLetter');
  return { label: spelling, text: words('diff.change', { old: name(old), new: name(now) }), verbatim: true };
}

function sentenceEntry({ key, file, old, new: now }: SentenceChange, words: Words): Entry {
  const side = (which: 'old' | 'new', text: string | null): Line[] =>
    text === null ? [] : [{ label: words(`diff.${which}`), text, verbatim: true }];
  return { label: key, text: file, verbatim: true, details: [...side('old', old), ...side('new', now)] };
}

function fileEntry({ kind, file, path, fields }: EntryChange, words: Words): Entry {
  return {
    label: path === '' ? file : `${file}: ${path}`,
    text: words(`diff.kind.${kind}`),
    verbatim: true,
    details: kind === 'changed' ? fields.map((field) => fieldLine(field, words)) : [],
  };
}

/** A field, old and new side by side; of two lists of words, or of many things, only what came and went. */
function fieldLine({ path, old, new: now }: FieldChange, words: Words): Line {
  const [before, after] = [wordList(old), wordList(now)];
  const added = after?.filter((word) => !before?.includes(word)) ?? [];
  const removed = before?.filter((word) => !after?.includes(word)) ?? [];
  const isList = before && after && added.length + removed.length > 0;
  const text = isList
    ? [
        ...(added.length > 0 ? [words('diff.added', { words: added.join(', ') })] : []),
        ...(removed.length > 0 ? [words('diff.removed', { words: removed.join(', ') })] : []),
      ].join('; ')
    : words('diff.change', { old: shown(old, words), new: shown(now, words) });
  return { ...(path === '' ? {} : { label: path }), text, verbatim: true };
}

function wordList(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  if (value.every((each) => typeof each === 'string')) return value;
  return value.length > 3 ? value.map((each) => JSON.stringify(each)) : undefined;
}

function shown(value: unknown, words: Words): string {
  if (value === undefined) return words('diff.nothing');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
