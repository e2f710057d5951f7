import type { CalendarDate } from '../calendar.ts';
import type { Guidance } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { programs } from '../vocabulary.ts';
import { type Aspect, compareDocument, compareOpening, comparison } from './compare.ts';
import type { Document } from './document.ts';
import { explained } from './explained.ts';
import { footer } from './footer.ts';
import { escaped, paintMarkdown } from './paint-markdown.ts';
import { type PaintOptions, paintText } from './paint-text.ts';
import { sourcesSection } from './sources.ts';
import { makePaint, type Paint } from './style.ts';
import { makeWords, type Words } from './words.ts';
import { readableWidth, wrap } from './wrap.ts';

const gap = 2;
/** Below this width three columns are too thin to read. */
const narrowestTable = 72;

/** The comparison for a terminal: a table where there is room for one, blocks of lines elsewhere. */
export function renderCompareText(
  rules: RuleSet,
  guidance: Guidance | null,
  options: PaintOptions & { readonly today: CalendarDate },
): string {
  if (options.accessible || options.columns < narrowestTable) {
    return paintText(compareDocument(rules, guidance, options.today), rules.text, options);
  }
  const words = makeWords(rules.text);
  const { opening, aspects, end } = partsOf(rules, guidance, options.today, words);
  const table = tableLines(aspects, words, options).join('\n');
  return [paintText(opening, rules.text, options), `${table}\n`, paintText(end, rules.text, options)].join('\n');
}

/** The comparison as a Markdown table. */
export function renderCompareMarkdown(
  rules: RuleSet,
  guidance: Guidance | null,
  options: { readonly explain: boolean; readonly today: CalendarDate },
): string {
  const words = makeWords(rules.text);
  const { opening, aspects, end } = partsOf(rules, guidance, options.today, words);
  const rows = aspects.map((aspect) => [
    `**${escaped(aspect.label)}**`,
    ...programs.map((program) => escaped(aspect[program])),
    ...(options.explain ? [escaped(aspect.cite.join(', '))] : []),
  ]);
  const names = programs.map((program) => words(`short.${program}`));
  const head = [' ', ...names, ...(options.explain ? [words('heading.sources')] : [])];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const paint = (document: Document): string => paintMarkdown(document, rules.text, options);
  return [paint(opening), `${lines}\n`, paint(end)].join('\n');
}

interface Parts {
  readonly opening: Document;
  readonly aspects: readonly Aspect[];
  readonly end: Document;
}

function partsOf(rules: RuleSet, guidance: Guidance | null, today: CalendarDate, words: Words): Parts {
  const { aspects, sources } = comparison(rules, guidance, today);
  return {
    opening: { title: words('title.compare'), sections: compareOpening(guidance, words) },
    aspects,
    end: { title: '', sections: [sourcesSection(sources, words), footer(rules, words)] },
  };
}

function tableLines(aspects: readonly Aspect[], words: Words, options: PaintOptions): string[] {
  const width = readableWidth(options.columns);
  const paint = makePaint(options.color && !options.plain);
  return aspects.flatMap((aspect, index) => [
    ...(index > 0 ? [''] : []),
    paint('title', aspect.label),
    ...row(aspect, width, words, paint),
    ...(options.explain ? wrap(explained({ text: '', cite: aspect.cite }, words).trim(), width) : []),
  ]);
}

/** Three cells side by side; each begins with the name of its program, so that no meaning hangs on the column. */
function row(aspect: Aspect, width: number, words: Words, paint: Paint): string[] {
  const size = Math.floor((width - gap * (programs.length - 1)) / programs.length);
  const names = programs.map((program) => `${words(`short.${program}`)}:`);
  const cells = programs.map((program, column) => wrap(`${names[column]} ${aspect[program]}`, size));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => {
        const padded = (cell[line] ?? '').padEnd(size);
        const name = names[column] ?? '';
        return line === 0 && padded.startsWith(name) ? paint('label', name) + padded.slice(name.length) : padded;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}
