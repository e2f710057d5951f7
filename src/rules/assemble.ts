import type * as z from 'zod';
import { countValues } from '../engine/count-places.ts';
import { changesOf, type Period } from '../engine/law-on.ts';
import { otherLettersOf } from '../engine/letter.ts';
import { namesOfLetters } from '../engine/letter-names.ts';
import { onFirstUse } from '../engine/on-first-use.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { unlessBroken } from './broken-file.ts';
import { isRecord } from './lint-fault.ts';
import type { Sentence, SentenceVersions, Text } from './schema-words.ts';

/** Files of a rules directory by name, without the ending. */
export interface Files {
  readonly names: readonly string[];
  readonly read: (name: string) => unknown;
}

/** Puts the files of a directory together; each is read when it is first used. */
export function assemble(files: Files, hash: string): RuleSet {
  // biome-ignore lint/suspicious/noExplicitAny: the one place where checked JSON becomes typed
  const file = (name: string): any => files.read(name);
  const rules: RuleSet = onFirstUse<RuleSet>({
    hash: () => hash,
    changes: () => changesOf(files.names.flatMap((name) => unlessBroken(() => periodsIn(files.read(name))))),
    manifest: () => file('manifest'),
    sources: () => file('sources').sources,
    notices: () => folder(files, 'notices'),
    otherLetters: () => otherLettersOf(file('other-letters').letters, rules.text.labels),
    noticeNames: () => namesOfLetters({ ...rules.otherLetters, ...rules.notices }),
    noticePeriods: () => periodsOf(folder(files, 'notices')),
    tables: () => folder(files, 'decisions'),
    actions: () => file('actions').actions,
    deadlines: () => file('deadlines').deadlines,
    clocks: () => file('deadlines').clocks,
    counts: () => countValues(rules),
    typedCounts: () => file('deadlines').typedCounts ?? [],
    steps: () => file('steps').steps,
    warnings: () => file('warnings').warnings,
    help: () => file('help').help,
    conditions: () => file('conditions').conditions,
    phone: () => file('phone'),
    compare: () => file('compare').aspects,
    questions: () => file('questions').questions,
    columns: () => file('columns'),
    form2848: () => file('forms/form-2848').checks,
    legalHolidays: () => file('calendar/legal-holidays'),
    specialDays: () => file('calendar/special-days').days,
    text: () => mergedText(Object.values(folder(files, 'text/en'))),
  });
  return rules;
}

function folder<T>(files: Files, name: string): Readonly<Record<string, T>> {
  const inside = files.names.filter((path) => path.startsWith(`${name}/`));
  return Object.fromEntries(inside.map((path) => [path.slice(name.length + 1), files.read(path) as T]));
}

function mergedText(texts: readonly z.infer<typeof Text>[]): RuleSet['text'] {
  const all: Readonly<Record<string, Sentence>> = Object.assign({}, ...texts.map(({ statements }) => statements));
  const timed = Object.entries(all).filter(
    (entry): entry is [string, SentenceVersions] => typeof entry[1] !== 'string',
  );
  return {
    statements: Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    versions: Object.fromEntries(timed),
    labels: Object.assign({}, ...texts.map(({ labels }) => labels)),
    counting: Object.assign({}, ...texts.map(({ counting }) => counting)),
  };
}

/** The letters that hold on some days only. */
function periodsOf(notices: RuleSet['notices']): RuleSet['noticePeriods'] {
  const timed = Object.entries(notices).filter(([, { from, to }]) => from ?? to);
  return Object.fromEntries(timed.map(([id, { from, to }]) => [id, { from, to }]));
}

/** Everything in a file that holds on some days only. `from` also names facts and years, which are no days. */
function periodsIn(data: unknown): Period[] {
  if (Array.isArray(data)) return data.flatMap(periodsIn);
  if (!isRecord(data)) return [];
  const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  // On the day on which a source expires the law changes, too.
  const { from = data.expires, to } = data;
  const own =
    isDay(from) || isDay(to) ? [{ from: isDay(from) ? from : undefined, to: isDay(to) ? to : undefined }] : [];
  return [...own, ...Object.values(data).flatMap(periodsIn)];
}
