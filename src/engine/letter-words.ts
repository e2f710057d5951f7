/** Words of a heading, of everyday speech, or of what was typed. */
export interface Phrase {
  readonly stems: readonly string[];
  /** The stems between spaces, so that one phrase can be looked for in another. */
  readonly joined: string;
}

const leftOut = new Set(
  'a an the of to in on by for from and or is was are be been has have had it its this that my your our we i you they their me us irs get got gets getting with under'.split(
    ' ',
  ),
);
/** More is no heading; a pasted page need not be read to its end. */
const mostWords = 400;

/** The words that tell something, each without its ending: "garnished wages" and "wage garnishment" share both. */
export function stemsOf(text: string): string[] {
  const words = text
    .slice(0, 8000)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !leftOut.has(word));
  return words.slice(0, mostWords).map(stemOf);
}

/** Whether a word may be another typed in part. */
export function isBegun(stem: string, whole: string): boolean {
  return stem.length >= 4 && whole.startsWith(stem);
}

/** A text as a phrase. */
export function phraseOf(text: string): Phrase {
  const stems = stemsOf(text);
  return { stems, joined: ` ${stems.join(' ')} ` };
}

/** Plural, -ed, -ing and -ment go, and what they leave is made alike: levy, levies, levied; cancel, cancelled. */
function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const stem = word
    .replace(/ments?$/, '')
    .replace(/(?<=\w{3})(?:ings?|ed|es|s)$/, '')
    .replace(/(?<=[a-z]{2})y$/, 'i')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}
