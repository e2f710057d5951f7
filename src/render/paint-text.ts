import type { RuleSet } from '../engine/rule-set.ts';
import type { Document, Entry, Line, Section } from './document.ts';
import { explained } from './explained.ts';
import { makeSpellOut } from './spell-out.ts';
import { makePaint, type Paint } from './style.ts';
import { pictureLines, pictureWidth, signOf, signsFor } from './timeline-text.ts';
import { makeWords, type Words } from './words.ts';
import { clean, readableWidth, wrap } from './wrap.ts';

export interface PaintOptions {
  readonly columns: number;
  readonly color: boolean;
  /** No colour, whatever `color` says. */
  readonly plain: boolean;
  /** One `Label: value` a line, nothing indented. */
  readonly accessible: boolean;
  /** Whether signs beyond ASCII can be shown. */
  readonly unicode: boolean;
  /** Shows rules and source ids next to each line. */
  readonly explain: boolean;
}

interface Pen {
  readonly width: number;
  readonly flat: boolean;
  readonly unicode: boolean;
  readonly paint: Paint;
  readonly words: Words;
  readonly say: (line: Line) => string;
}

/** The document as text for a terminal; ends with a line break. */
export function paintText(document: Document, text: RuleSet['text'], options: PaintOptions): string {
  const words = makeWords(text);
  const spellOut = makeSpellOut(text);
  const pen: Pen = {
    width: readableWidth(options.columns),
    flat: options.accessible,
    unicode: options.unicode && !options.plain,
    paint: makePaint(options.color && !options.plain && !options.accessible),
    words,
    say: (line) => {
      const full = clean(line.label === undefined ? line.text : `${line.label}: ${line.text}`);
      const said = line.verbatim ? full : spellOut(full);
      // A label in full counts as the first use even where the line itself stays as it stands.
      if (line.verbatim && line.label !== undefined) spellOut(line.label);
      return options.explain ? `${said}${explained(line, words)}` : said;
    },
  };
  return `${document.sections.map((section) => sectionLines(section, pen).join('\n')).join('\n\n')}\n`;
}

function sectionLines(section: Section, pen: Pen): string[] {
  const indent = section.title === undefined || pen.flat ? '' : '  ';
  const title = section.title === undefined ? [] : titleLines(section.title, pen);
  const picture = pictureFor(section, pen);
  const entries = section.entries.flatMap((entry, index) => {
    const bullet = picture.length > 0 ? signBullet(entry, pen) : mark(section.form, index, pen);
    const lines = entryLines(entry, bullet, indent, pen);
    const isApart = hasDetails(entry) || hasDetails(section.entries[index - 1]);
    return index > 0 && isApart ? ['', ...lines] : lines;
  });
  return [...title, ...picture, ...entries];
}

/** A picture needs room, and eyes. */
function pictureFor({ picture }: Section, { flat, width, unicode, paint, words }: Pen): string[] {
  if (!picture || flat || width < pictureWidth) return [];
  return pictureLines(picture, { width, unicode, words, bold: (sign) => paint('title', sign) });
}

function signBullet({ mark: sign = '' }: Entry, { unicode }: Pen): string {
  return `${signOf(sign, signsFor(unicode))} `;
}

function hasDetails(entry: Entry | undefined): boolean {
  return (entry?.details ?? []).length > 0;
}

function titleLines(title: string, pen: Pen): string[] {
  return wrap(pen.say({ text: title }), pen.width).map((line) => pen.paint('title', line));
}

function mark(form: Section['form'], index: number, pen: Pen): string {
  if (form === 'text') return '';
  if (form === 'points') return pen.flat ? '' : '- ';
  return pen.flat ? `${pen.words('step', { number: String(index + 1) })}: ` : `${index + 1}. `;
}

function entryLines(entry: Entry, bullet: string, indent: string, pen: Pen): string[] {
  const rest = pen.flat ? '' : indent + ' '.repeat(bullet.length);
  const details = (entry.details ?? []).flatMap((line) => detailLines(line, `${indent}  `, pen));
  return [...lineLines(entry, indent + bullet, pen, rest), ...details];
}

/** A detail without a label gets a bullet, so that its end can be seen. */
function detailLines(line: Line, indent: string, pen: Pen): string[] {
  if (pen.flat) return lineLines(line, '', pen);
  return line.label === undefined ? lineLines(line, `${indent}- `, pen, `${indent}  `) : lineLines(line, indent, pen);
}

function lineLines(line: Line, first: string, pen: Pen, rest = first): string[] {
  const lines = wrap(pen.say(line), pen.width, first, rest);
  if (line.tone === 'title') return lines.map((each) => pen.paint('title', each));
  const label = line.label === undefined ? undefined : /^[^:]*:/.exec(lines[0]?.slice(first.length) ?? '')?.[0];
  if (label === undefined) return lines;
  const painted = first + pen.paint(line.tone ?? 'label', label) + (lines[0] ?? '').slice(first.length + label.length);
  return [painted, ...lines.slice(1)];
}
