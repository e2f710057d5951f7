import { letterOf } from '../engine/letter.ts';
import { compareIds } from '../engine/rank-by-words.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { searchLetters } from '../engine/search-letters.ts';
import type { Io } from '../io.ts';
import { noticeCard, noticeDocument, noticeLists, noticeSources, noticesDocument } from '../render/notices.ts';
import { resolveNotice } from './named-notice.ts';
import { jsonHead, type OutputOptions, writeOutput } from './output.ts';

/**
 * `notices`, `notices WORDS`, `notices show ID`: lists, searches, explains both catalogues. Gives the exit code: 2 for a
 * letter that nobody knows, 0 otherwise, also when a search finds nothing.
 */
export function runNotices(
  io: Pick<Io, 'err'>,
  rules: RuleSet,
  args: readonly string[],
  options: OutputOptions,
): number {
  const [first, ...rest] = args;
  if (first === 'show') return showNotice(io, rules, rest.join(' ').trim(), options);
  const words = args.join(' ').trim();
  const all = [...Object.keys(rules.notices), ...Object.keys(rules.otherLetters)];
  const ids = words === '' ? all.sort(compareIds) : searchLetters(rules, words);
  const found = {
    notices: ids.filter((id) => rules.notices[id]),
    other: ids.filter((id) => rules.otherLetters[id]),
  };
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), ...noticeLists(rules, found) }),
    document: () => noticesDocument(rules, found, words === ''),
  });
  return 0;
}

function showNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string, options: OutputOptions): number {
  if (typed === '') {
    io.err('appeals-guide: name a notice, for example "notices show CP504"\n');
    return 2;
  }
  const id = resolveNotice(io, rules, typed);
  const notice = id === undefined ? undefined : letterOf(rules, id);
  if (!notice) return 2;
  const card = noticeCard(rules, notice, options.today);
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), notice: card, sources: noticeSources(rules, card) }),
    document: () => noticeDocument(rules, notice, options.today),
  });
  return 0;
}
