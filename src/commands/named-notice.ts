import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { unknownNotice } from '../read-situation.ts';

/** The id of the letter that was typed; where there is none, one line on stderr with suggestions. */
export function resolveNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string): string | undefined {
  const found = findNotice(rules, typed);
  if (found.kind === 'found') return found.id;
  io.err(`appeals-guide: ${unknownNotice(rules, typed, found)}\n`);
  return undefined;
}
