import type { CalendarDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Document } from '../render/document.ts';
import { renderJson } from '../render/json.ts';
import { paintMarkdown } from '../render/paint-markdown.ts';
import { type PaintOptions, paintText } from '../render/paint-text.ts';

/** How and where a command gives its answer. */
export interface OutputOptions extends PaintOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly today: CalendarDate;
  /** Version of the program. */
  readonly version: string;
  /** Takes the finished text: to stdout or a file. */
  readonly write: (text: string) => void;
}

/** Writes one thing as what the format asks for. */
export function writeOutput(
  text: RuleSet['text'],
  options: OutputOptions,
  content: { readonly json: () => unknown; readonly document: () => Document },
): void {
  if (options.format === 'json') options.write(renderJson(content.json()));
  else if (options.format === 'markdown') options.write(paintMarkdown(content.document(), text, options));
  else options.write(paintText(content.document(), text, options));
}

/** What opens every JSON object of the program: its shape, who made it, and by which rules. */
export function jsonHead(rules: RuleSet, options: OutputOptions): Record<string, unknown> {
  const { version, reviewedOn, reviewBy } = rules.manifest;
  return {
    schemaVersion: 1,
    generator: { name: 'irs-appeals-guide', version: options.version },
    rules: { version, hash: rules.hash, reviewedOn, reviewBy },
    today: options.today,
  };
}
