import { searchNotices } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import { noticeCard, noticeDocument, noticeList, noticeSources, noticesDocument } from '../render/notices.ts';
import { resolveNotice } from './named-notice.ts';
import { jsonHead, type OutputOptions, writeOutput } from './output.ts';

/**
 * `notices`, `notices WORDS`, `notices show ID`: lists, searches, explains the catalogue. Gives the exit code: 2 for a
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
  const ids = words === '' ? Object.keys(rules.notices).sort(byNumber) : searchNotices(rules, words);
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), notices: noticeList(rules, ids) }),
    document: () => noticesDocument(rules, ids),
  });
  return 0;
}

function showNotice(io: Pick<Io, 'err'>, rules: RuleSet, typed: string, options: OutputOptions): number {
  if (typed === '') {
    io.err('appeals-guide: name a notice, for example "notices show CP504"\n');
    return 2;
  }
  const notice = rules.notices[resolveNotice(io, rules, typed) ?? ''];
  if (!notice) return 2;
  const card = noticeCard(rules, notice, options.today);
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), notice: card, sources: noticeSources(rules, card) }),
    document: () => noticeDocument(rules, notice, options.today),
  });
  return 0;
}

/** cp14 before cp504: by letters, then by number. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
