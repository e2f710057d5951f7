import { printable } from '../answers.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';

/** The id of the letter that was typed; where there is none, one line on stderr with suggestions. */
export function resolveNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string): string | undefined {
  const found = findNotice(rules, typed);
  if (found.kind === 'found') return found.id;
  const names = found.suggestions.map((id) => rules.notices[id]?.label ?? id).join(', ');
  const hint = names === '' ? 'Search with "appeals-guide notices WORDS".' : `Did you mean ${names}?`;
  io.err(`appeals-guide: unknown notice "${printable(typed)}". ${hint}\n`);
  return undefined;
}
