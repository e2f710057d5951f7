import { namesOfNotices } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { onFirstUse } from './on-first-use.ts';

/** Files of a rules directory by name, without the ending. */
export interface Files {
  readonly names: readonly string[];
  readonly read: (name: string) => unknown;
}

/** Puts the files of a directory together; each is read when it is first used. */
export function assemble(files: Files, hash: string): RuleSet {
  // biome-ignore lint/suspicious/noExplicitAny: the one place where checked JSON becomes typed
  const file = (name: string): any => files.read(name);
  return onFirstUse<RuleSet>({
    hash: () => hash,
    manifest: () => file('manifest'),
    sources: () => file('sources').sources,
    notices: () => folder(files, 'notices'),
    noticeNames: () => namesOfNotices(folder(files, 'notices')),
    tables: () => folder(files, 'decisions'),
    actions: () => file('actions').actions,
    deadlines: () => file('deadlines').deadlines,
    clocks: () => file('deadlines').clocks,
    steps: () => file('steps').steps,
    warnings: () => file('warnings').warnings,
    help: () => file('help').help,
    conditions: () => file('conditions').conditions,
    phone: () => file('phone'),
    compare: () => file('compare').aspects,
    questions: () => file('questions').questions,
    form2848: () => file('forms/form-2848').checks,
    legalHolidays: () => file('calendar/legal-holidays'),
    text: () => mergedText(Object.values(folder(files, 'text/en'))),
  });
}

function folder<T>(files: Files, name: string): Readonly<Record<string, T>> {
  const inside = files.names.filter((path) => path.startsWith(`${name}/`));
  return Object.fromEntries(inside.map((path) => [path.slice(name.length + 1), files.read(path) as T]));
}

function mergedText(texts: readonly Partial<RuleSet['text']>[]): RuleSet['text'] {
  return {
    statements: Object.assign({}, ...texts.map(({ statements }) => statements)),
    labels: Object.assign({}, ...texts.map(({ labels }) => labels)),
    counting: Object.assign({}, ...texts.map(({ counting }) => counting)),
  };
}
