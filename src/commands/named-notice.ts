import { type CalendarDate, longDate } from '../calendar.ts';
import type { Period } from '../engine/law-on.ts';
import { type FoundNotice, findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { printable } from '../printable.ts';

/** The id of the letter that was typed; where there is none, one line on stderr with suggestions. */
export function resolveNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string): string | undefined {
  const found = findNotice(rules, typed);
  if (found.kind === 'found') return found.id;
  io.err(`appeals-guide: ${unknownNotice(rules, typed, found)}\n`);
  return undefined;
}

/** One line for a letter that nobody knows, or that was not in use on the day, with what to try instead. */
export function unknownNotice(rules: RuleSet, typed: string, found: Exclude<FoundNotice, { kind: 'found' }>): string {
  const name = printable(typed);
  if (found.kind === 'gone')
    return `notice "${name}" is known only ${days(found.period)}. Give such a day with --today.`;
  const names = found.suggestions.map((id) => rules.notices[id]?.label ?? id).join(', ');
  const hint = names === '' ? 'Search with "appeals-guide notices WORDS".' : `Did you mean ${names}?`;
  return `unknown notice "${name}". ${hint}`;
}

function days({ from, to }: Period): string {
  const said = (word: string, day: string | undefined): string =>
    day ? ` ${word} ${longDate(day as CalendarDate)}` : '';
  return `for days${said('from', from)}${said('to', to)}`;
}
