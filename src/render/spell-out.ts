import type { RuleSet } from '../engine/rule-set.ts';
import type { Line } from './document.ts';

const prefix = 'screen.abbreviation.';
/** Letters whose names begin with a vowel, so that a short form takes "an": an NFTL. */
const vowelNames = /^[AEFHILMNORSX]/;

/** Spells out a short form at its first use. */
export type SpellOut = (said: string) => string;

/**
 * Makes a function that spells out a short form where a screen first uses it, and keeps to the short form afterwards:
 * call it on every text of one screen, in reading order.
 */
export function makeSpellOut(text: Pick<RuleSet['text'], 'labels'>): SpellOut {
  const names = new Map(
    Object.entries(text.labels)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, name]) => [key.slice(prefix.length), name]),
  );
  const pattern = [...names].map(([short, name]) => `${name} \\(${short}\\)|\\b${short}\\b`).join('|');
  const anyForm = new RegExp(`(\\b[Aa]n? )?(${pattern})`, 'g');
  const seen = new Set<string>();
  return (said) =>
    said.replace(anyForm, (all: string, article: string | undefined, form: string, offset: number) => {
      const short = form.match(/\((\w+)\)$/)?.[1] ?? form;
      if (seen.has(short)) return `${articleFor(article, vowelNames.test(short))}${short}`;
      seen.add(short);
      const inBrackets = said[offset - 1] === '(' && said[offset + all.length] === ')';
      const full = inBrackets ? `${names.get(short)}, ${short}` : `${names.get(short)} (${short})`;
      return `${articleFor(article, /^[AEIOU]/.test(full))}${full}`;
    });
}

/** As `makeSpellOut`, for the label and the text of a line, in that order; somebody else's words stay as they stand. */
export function makeLineSpeller(text: Pick<RuleSet['text'], 'labels'>): (line: Line) => Pick<Line, 'label' | 'text'> {
  const spellOut = makeSpellOut(text);
  return ({ label, text: said, verbatim }) => {
    // A label in full counts as the first use even where the line itself stays as it stands.
    const spelled = label === undefined ? undefined : spellOut(label);
    return verbatim ? { label, text: said } : { label: spelled, text: spellOut(said) };
  };
}

function articleFor(article: string | undefined, takesAn: boolean): string {
  return article === undefined ? '' : `${article[0]}${takesAn ? 'n' : ''} `;
}
