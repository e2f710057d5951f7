import type { CalendarDate } from '../calendar.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { type TermDiff, termDiffs } from './diff-deadlines.ts';
import { type EntryChange, entryChanges } from './diff-entries.ts';
import { type TableDiff, tableDiffs, whenDiff } from './diff-tables.ts';
import { decidesOtherwise } from './diff-walk.ts';
import { isRecord, type RuleFile } from './lint-fault.ts';

/** One of two rules directories, read and checked. */
export interface Side {
  readonly directory: string;
  /** The rules of all days. */
  readonly book: RuleSet;
  readonly files: readonly RuleFile[];
}

/** A sentence of text/en; null where one of the two does not have it. */
export interface SentenceChange {
  readonly key: string;
  readonly file: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** A spelling of a letter that leads to another letter now; null: to none. */
export interface SpellingChange {
  readonly spelling: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** A step, warning, help or condition that is said in more combinations of the inputs it names, or in fewer. */
export interface StatementChange {
  readonly list: (typeof statementLists)[number];
  readonly id: string;
  readonly inputs: readonly string[];
  readonly combinations: number;
  readonly more: number;
  readonly less: number;
}

/** What differs between two rules, before any situation is tried. Tables, terms and statements are those of one day. */
export interface RulesDiff {
  /** Everything that differs in any file, whatever its days; sentences stand apart. */
  readonly entries: readonly EntryChange[];
  readonly sentences: readonly SentenceChange[];
  readonly spellings: readonly SpellingChange[];
  readonly tables: readonly TableDiff[];
  readonly terms: readonly TermDiff[];
  readonly statements: readonly StatementChange[];
}

const statementLists = ['steps', 'warnings', 'help', 'conditions'] as const;

/** Compares two rules. Pure. */
export function diffRules(old: Side, now: Side, today: CalendarDate): RulesDiff {
  const changes = entryChanges(old.files, now.files);
  const [before, after] = [lawOn(old.book, today), lawOn(now.book, today)];
  return {
    entries: changes.filter((change) => !isSentence(change)),
    sentences: changes.filter(isSentence).map(sentenceChange),
    spellings: spellingChanges(old.book.noticeNames, now.book.noticeNames),
    tables: tableDiffs(before, after),
    terms: termDiffs(before, after, today),
    statements: statementLists.flatMap((list) => statementChanges(list, before[list], after[list])),
  };
}

/** Whether nothing at all differs. */
export function isEqual({ entries, sentences }: RulesDiff): boolean {
  return entries.length === 0 && sentences.length === 0;
}

function isSentence({ file }: EntryChange): boolean {
  return file.startsWith('text/');
}

/** A changed sentence with all its words, so that old and new can be read one below the other. */
function sentenceChange({ kind, file, id, fields }: EntryChange): SentenceChange {
  const [field] = fields;
  const words = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return {
    key: id,
    file,
    old: kind === 'added' ? null : words(field?.old),
    new: kind === 'removed' ? null : words(field?.new),
  };
}

function spellingChanges(old: RuleSet['noticeNames'], now: RuleSet['noticeNames']): SpellingChange[] {
  const letter = (names: RuleSet['noticeNames'], name: string): string | null =>
    Object.hasOwn(names, name) ? (names[name] ?? null) : null;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .map((spelling) => ({ spelling, old: letter(old, spelling), new: letter(now, spelling) }))
    .filter((change) => change.old !== change.new);
}

type Statement = Pick<RuleSet['help'][number], 'when'> & { readonly id?: string; readonly text: string };

function statementChanges(
  list: StatementChange['list'],
  before: readonly Statement[],
  after: readonly Statement[],
): StatementChange[] {
  // Conditions have no id; their sentence names them.
  const idOf = ({ id, text }: Statement): string => id ?? text;
  const ids = [...new Set([...before, ...after].map(idOf))];
  return ids.flatMap((id) => {
    const whensOf = (all: readonly Statement[]): Statement['when'] =>
      all.filter((each) => idOf(each) === id).flatMap(({ when }) => when);
    const diff = whenDiff(whensOf(before), whensOf(after));
    return diff.more + diff.less > 0 ? [{ list, id, ...diff }] : [];
  });
}

/**
 * Days on which a law begins that differs where that of `today` does not, or that only one of the two knows: a
 * comparison as of `today` does not show what differs then.
 */
export function otherDays({ book: old }: Side, { book: now }: Side, today: CalendarDate): CalendarDate[] {
  const all = [...new Set([...old.changes, ...now.changes])].sort();
  const current = all.findLast((day) => day <= today);
  const isToldToday = decidesOtherwise(lawOn(old, today), lawOn(now, today));
  return all.filter((day) => {
    if (day === current) return false;
    const isOfOne = old.changes.includes(day) !== now.changes.includes(day);
    return isOfOne || (!isToldToday && decidesOtherwise(lawOn(old, day), lawOn(now, day)));
  });
}

/** Letters that only one of the two has on the day; they have no old or no new answer. */
export function lettersOfOne(old: RuleSet, now: RuleSet): { readonly old: string[]; readonly new: string[] } {
  const only = (all: RuleSet['notices'], others: RuleSet['notices']): string[] =>
    Object.keys(all).filter((id) => !isRecord(others[id]));
  return { old: only(old.notices, now.notices), new: only(now.notices, old.notices) };
}
