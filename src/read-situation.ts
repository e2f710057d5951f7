import { type CalendarDate, longDate } from './calendar.ts';
import type { Period } from './engine/law-on.ts';
import { letterOf } from './engine/letter.ts';
import { type FoundNotice, findNotice } from './engine/notice-name.ts';
import type { RuleSet } from './engine/rule-set.ts';
import { settleFacts } from './facts/contradictions.ts';
import { type FactFault, type ReadFacts, readFacts } from './facts/read-facts.ts';
import { printable } from './printable.ts';
import type { Fact } from './vocabulary.ts';

/**
 * Raw facts to answers with the id of the notice. An unknown notice is a fault with suggestions, and so are facts that
 * contradict each other or the letter.
 */
export function readSituationOf(
  rules: RuleSet,
  raw: Readonly<Partial<Record<Fact, unknown>>>,
  nameOf: (fact: Fact) => string,
): ReadFacts {
  const { answers: read, faults, notes } = readFacts(raw, nameOf);
  const { notice: typed } = read;
  const found = typed === undefined ? undefined : findNotice(rules, typed);
  const id = found?.kind === 'found' ? found.id : undefined;
  const unknown: FactFault[] =
    typed === undefined || !found || found.kind === 'found'
      ? []
      : [{ fact: 'notice', message: `${nameOf('notice')}: ${unknownNotice(rules, typed, found)}` }];
  const named = id === undefined ? read : { ...read, notice: id };
  const settled = settleFacts(named, id === undefined ? undefined : letterOf(rules, id), nameOf);
  return { answers: settled.answers, faults: [...unknown, ...faults, ...settled.faults], notes };
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
