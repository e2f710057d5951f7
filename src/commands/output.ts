import type { CalendarDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { rulesStamp } from '../engine/rules-stamp.ts';
import { UsageError } from '../errors.ts';
import type { Document } from '../render/document.ts';
import { renderJson } from '../render/json.ts';
import { paintHtml } from '../render/paint-html.ts';
import { paintMarkdown } from '../render/paint-markdown.ts';
import { type PaintOptions, paintText } from '../render/paint-text.ts';
import { schemaVersion } from '../version.ts';
import type { AnswerFormat } from '../vocabulary.ts';

/** How and where a command gives its answer. */
export interface OutputOptions extends PaintOptions {
  readonly format: AnswerFormat;
  /** The flag, or the name of a file, that chose the format. */
  readonly formatBy?: string;
  /** The directories that `--rules` names. */
  readonly rulesDirs?: readonly string[];
  readonly today: CalendarDate;
  /** Version of the program. */
  readonly version: string;
  /** Takes the finished text: to stdout or a file. */
  readonly write: (text: string) => void;
}

/** Writes one thing as what the format asks for. Throws UsageError for a format that it cannot take. */
export function writeOutput(
  text: RuleSet['text'],
  options: OutputOptions,
  content: { readonly json: () => unknown; readonly document: () => Document },
): void {
  options.write(painted(text, options, content));
}

function painted(text: RuleSet['text'], options: OutputOptions, content: Parameters<typeof writeOutput>[2]): string {
  switch (options.format) {
    case 'json':
      return renderJson(content.json());
    case 'markdown':
      return paintMarkdown(content.document(), text, options);
    case 'html':
      return paintHtml(content.document(), text, options);
    case 'ics':
      throw new UsageError(
        `${options.formatBy ?? '--format ics'}: only check and ask give days for a calendar; use text, json, markdown or html`,
      );
    default:
      return paintText(content.document(), text, options);
  }
}

/** What opens every JSON object of the program: its shape, who made it, and by which rules. */
export function jsonHead(rules: RuleSet, options: OutputOptions): Record<string, unknown> {
  return {
    schemaVersion,
    generator: { name: 'irs-appeals-guide', version: options.version },
    rules: rulesStamp(rules),
    today: options.today,
  };
}
