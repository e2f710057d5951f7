import type { RuleSet } from '../engine/rule-set.ts';
import { barsSvg } from './bars.ts';
import type { Document, Entry, Line, Section } from './document.ts';
import { escapeXml } from './escape-xml.ts';
import { explained } from './explained.ts';
import { makeLineSpeller } from './spell-out.ts';
import { pictureSvg, signBefore } from './timeline-svg.ts';
import { makeWords, type Words } from './words.ts';

/** Reads well on paper and on a dark screen; loads nothing from anywhere. */
const style = [
  ':root{color-scheme:light dark}',
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}',
  'h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}',
  'li{margin:.25rem 0}svg{max-width:100%;height:auto}a{overflow-wrap:anywhere}',
  '.urgent{color:light-dark(#8a1c1c,#ff9d9d)}',
  '@media print{body{margin:0;max-width:none}h2{break-after:avoid}li,svg{break-inside:avoid}}',
].join('');

type Say = (line: Line) => string;

/** The document as one HTML page that stands alone: no script, nothing loaded, what was typed is escaped. */
export function paintHtml(document: Document, text: RuleSet['text'], options: { readonly explain: boolean }): string {
  const words = makeWords(text);
  const spell = makeLineSpeller(text);
  const say: Say = (line) => {
    const { label, text: told } = spell(line);
    const reasons = options.explain ? escapeXml(explained(line, words)) : '';
    const said = `${label === undefined ? '' : `<strong>${escapeXml(label)}:</strong> `}${withLinks(told)}${reasons}`;
    return line.tone === 'urgent' ? `<span class="urgent">${said}</span>` : said;
  };
  const title = escapeXml(document.title);
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head>`,
    `<body><main><h1>${say({ text: document.title })}</h1>`,
    ...document.sections.map((section) => sectionHtml(section, say, words)),
    '</main></body>',
    '</html>\n',
  ].join('\n');
}

function sectionHtml(section: Section, say: Say, words: Words): string {
  const title = section.title === undefined ? [] : [`<h2>${say({ text: section.title })}</h2>`];
  const picture = section.picture ? [pictureSvg(section.picture, words)] : [];
  const bars = section.bars ? [barsSvg(section.bars, section.title ?? '')] : [];
  return ['<section>', ...title, ...picture, ...bars, ...entriesHtml(section, say), '</section>'].join('\n');
}

function entriesHtml({ form, entries }: Section, say: Say): string[] {
  if (form === 'text') return entries.map((entry) => `<p>${say(entry)}</p>${detailsHtml(entry, say)}`);
  const tag = form === 'steps' ? 'ol' : 'ul';
  return [
    `<${tag}>`,
    ...entries.map((entry) => `<li>${signBefore(entry.mark)}${say(entry)}${detailsHtml(entry, say)}</li>`),
    `</${tag}>`,
  ];
}

function detailsHtml({ details = [] }: Entry, say: Say): string {
  if (details.length === 0) return '';
  return `<ul>${details.map((line) => `<li>${say(line)}</li>`).join('')}</ul>`;
}

/** Addresses become links. */
function withLinks(text: string): string {
  return text
    .split(/(https:\/\/[^\s<>]*[^\s<>.,;)])/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escapeXml(part)}">${escapeXml(part)}</a>` : escapeXml(part)))
    .join('');
}
