import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { readFact } from '../facts/read-fact.ts';
import type { Io } from '../io.ts';
import { unknownNotice } from '../read-situation.ts';

/** The id of the letter that was typed; where there is none, one line on stderr with suggestions. */
export function resolveNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string): string | undefined {
  const read = readFact('notice', typed);
  if (read && 'error' in read) {
    io.err(`appeals-guide: notice: ${read.error}\n`);
    return undefined;
  }
  const found = findNotice(rules, typed);
  if (found.kind === 'found') return found.id;
  io.err(`appeals-guide: ${unknownNotice(rules, typed, found)}\n`);
  return undefined;
}
