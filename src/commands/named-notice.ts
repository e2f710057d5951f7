import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { printable } from '../printable.ts';

/** The id of the letter that was typed; where there is none, one line on stderr with suggestions. */
export function resolveNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string): string | undefined {
  const found = findNotice(rules, typed);
  if (found.kind === 'found') return found.id;
  io.err(`appeals-guide: ${unknownNotice(rules, typed, found.suggestions)}\n`);
  return undefined;
}

/** One line for a letter that nobody knows, with what to try instead. */
export function unknownNotice(rules: RuleSet, typed: string, suggestions: readonly string[]): string {
  const names = suggestions.map((id) => rules.notices[id]?.label ?? id).join(', ');
  const hint = names === '' ? 'Search with "appeals-guide notices WORDS".' : `Did you mean ${names}?`;
  return `unknown notice "${printable(typed)}". ${hint}`;
}
