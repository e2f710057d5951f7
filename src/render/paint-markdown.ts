import type { RuleSet } from '../engine/rule-set.ts';
import { barLines } from './bars.ts';
import type { Document, Entry, Line, Section } from './document.ts';
import { explained } from './explained.ts';
import { makeLineSpeller } from './spell-out.ts';
import { pictureSvg, signBefore } from './timeline-svg.ts';
import { makeWords, type Words } from './words.ts';
import { clean } from './wrap.ts';

/** The document as Markdown (CommonMark); what people wrote is escaped, addresses become links. */
export function paintMarkdown(
  document: Document,
  text: RuleSet['text'],
  options: { readonly explain: boolean },
): string {
  const words = makeWords(text);
  const spell = makeLineSpeller(text);
  const say = (line: Line): string => {
    const { label, text: said } = spell(line);
    const reasons = options.explain ? escaped(explained(line, words)) : '';
    return `${label === undefined ? '' : `**${escaped(label)}:** `}${escaped(said)}${reasons}`;
  };
  const title = document.title === '' ? [] : [`# ${say({ text: document.title })}`];
  return `${[...title, ...document.sections.map((section) => sectionText(section, say, words))].join('\n\n')}\n`;
}

function sectionText(section: Section, say: (line: Line) => string, words: Words): string {
  const title = section.title === undefined ? [] : [`## ${say({ text: section.title })}`];
  const isList = section.form !== 'text' || section.entries.some(({ details }) => details && details.length > 0);
  const entries = section.entries.map((entry, index) =>
    isList ? listItem(entry, section.form === 'steps' ? `${index + 1}. ` : '- ', say) : say(entry),
  );
  const picture = section.picture ? [pictureSvg(section.picture, words)] : [];
  const bars = section.bars ? [['```text', ...barLines(section.bars).map(clean), '```'].join('\n')] : [];
  return [...title, ...picture, ...bars, isList ? entries.join('\n') : entries.join('\n\n')].join('\n\n');
}

function listItem(entry: Entry, bullet: string, say: (line: Line) => string): string {
  const details = (entry.details ?? []).map((line) => `${' '.repeat(bullet.length)}- ${say(line)}`);
  return [bullet + escaped(signBefore(entry.mark)) + say(entry), ...details].join('\n');
}

/** Text that Markdown shows as it stands; https addresses become links. */
export function escaped(text: string): string {
  return clean(text)
    .replace(/\s+/g, ' ')
    .split(/(https:\/\/[^\s<>]*[^\s<>.,;)])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>|~&]/g, '\\$&')))
    .join('')
    .replace(/^(\d*)([#+.)-])(?=\s)/, '$1\\$2');
}
