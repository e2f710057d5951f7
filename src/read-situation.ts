import { type FactFault, readAnswers } from './answers.ts';
import { type CalendarDate, longDate } from './calendar.ts';
import type { Answers } from './engine/guidance.ts';
import type { Period } from './engine/law-on.ts';
import { letterOf } from './engine/letter.ts';
import { type FoundNotice, findNotice } from './engine/notice-name.ts';
import type { RuleSet } from './engine/rule-set.ts';
import { printable } from './printable.ts';
import type { Fact } from './vocabulary.ts';

/** Raw facts to answers with the id of the notice; an unknown notice is a fault with suggestions. */
export function readSituationOf(
  rules: RuleSet,
  raw: Readonly<Partial<Record<Fact, unknown>>>,
  nameOf: (fact: Fact) => string,
): { readonly answers: Answers; readonly faults: readonly FactFault[] } {
  const { answers, faults } = readAnswers(raw, nameOf);
  if (answers.notice === undefined) return { answers, faults };
  const found = findNotice(rules, answers.notice);
  if (found.kind === 'found') return { answers: { ...answers, notice: found.id }, faults };
  const message = `${nameOf('notice')}: ${unknownNotice(rules, answers.notice, found)}`;
  return { answers, faults: [{ fact: 'notice', message }, ...faults] };
}

/** One line for a letter that nobody knows or that is none alone, or was not in use on the day, with what to try instead. */
export function unknownNotice(rules: RuleSet, typed: string, found: Exclude<FoundNotice, { kind: 'found' }>): string {
  const name = printable(typed);
  if (found.kind === 'gone')
    return `notice "${name}" is known only ${days(found.period)}. Give such a day with --today.`;
  const labels = (ids: readonly string[]): string[] => ids.map((id) => letterOf(rules, id)?.label ?? id);
  if (found.kind === 'several') {
    return `notice "${name}" names ${labels(found.ids).join(' and ')}. Give the one that is meant.`;
  }
  const names = labels(found.suggestions).join(', ');
  const hint = names === '' ? 'Search with "appeals-guide notices WORDS".' : `Did you mean ${names}?`;
  return `unknown notice "${name}". ${hint}`;
}

function days({ from, to }: Period): string {
  const said = (word: string, day: string | undefined): string =>
    day ? ` ${word} ${longDate(day as CalendarDate)}` : '';
  return `for days${said('from', from)}${said('to', to)}`;
}
