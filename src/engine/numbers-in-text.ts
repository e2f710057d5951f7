/** The id of a spelling, where it is one. */
type IdOf = (name: string) => string | undefined;

/** A line that is more than this is prose: a number in it counts only with "Letter", "CP" or the like before it. */
const shortLine = 80;
const mostBrackets = 4;

/**
 * The ids of all letters whose numbers stand in what was typed, each once, in order: a number before brackets, "CP90/CP297",
 * a pasted letter.
 */
export function numbersIn(typed: string, idOf: IdOf): readonly string[] {
  const text = typed.replace(/\s+/g, ' ').trim();
  const isShort = text.length <= shortLine && !/[\r\n]/.test(typed.trim());
  const parts = isShort ? partsOfList(text) : [];
  if (parts.length > 1) {
    const ids = parts.map((part) => ofOne(part, idOf));
    // One that nobody knows: the others must not stand for it.
    return ids.every((id) => id !== undefined) ? [...new Set(ids)] : [];
  }
  const found = [...text.matchAll(isShort && isPlain(text) ? numberInLine : numberInProse)].flatMap(([token]) =>
    idsOfToken(token, idOf),
  );
  return [...new Set(found)];
}

/** Whether nothing but a number, brackets and plain words was typed. */
function isPlain(text: string): boolean {
  const words = text.replace(/\([^()]*\)/g, ' ').split(/[^\p{L}\p{N}$]+/u);
  return (
    words.every((word) => word.length < 3 || /^(?=.*\d)[^$]*$/.test(word) || plain.test(word)) && !text.includes('$')
  );
}

/** `CP90/CP297`, `LT11 or 1058`: names with a mark or a word between them; `CP501/503` says CP once. */
function partsOfList(text: string): string[] {
  const parts = text.split(/\s*[/,;&+]\s*|\s+(?:and|or)\s+/i);
  if (!parts.every((part) => aName.test(part))) return [];
  const prefix = /^[^\d]*/.exec(parts[0] ?? '')?.[0] ?? '';
  return parts.map((part) => (/^\d{1,3}[A-Z]?$/i.test(part) ? `${prefix}${part}` : part));
}

const word = '(?:letter|ltr|notice|form|aviso)';
/** Nothing that would make the number another, in whatever alphabet. */
const before = String.raw`(?<![\p{L}\p{M}\p{N}\uFFFD])`;
const after = String.raw`(?![\p{L}\p{M}\p{N}\uFFFD]|[-.,/]\d)`;
const number = String.raw`\d{1,5}(?:-?[a-z]{1,2})?${after}`;
const brackets = String.raw`(?:\s?\([^()]{1,60}\)){0,${mostBrackets}}`;
const marked = String.raw`${before}(?:${word}s?[\s.:#]{0,3}(?:(?:no|number)\b[\s.:#]{0,3})?)?(?:cp|lt|lp|l|f)[\s.-]{0,2}${number}${brackets}`;
const worded = String.raw`${before}${word}[\s.:#-]{0,3}(?:(?:no|number)\b[\s.:#]{0,3})?(?=\d{3})${number}${brackets}`;
/** Without a word: four digits that are no year, or three with a letter behind them. */
const alone = String.raw`${before}(?<!\$|\d[-.,/])(?!(?:19|20)\d\d(?![\d-]?[a-z]))(?=\d{4}|\d{3}[-(\s]{0,2}[a-z])${number}${brackets}`;
/** Words that may stand around a number alone; beside others it may be money, a street or an account. */
const plain =
  /^(?:a|an|and|at|bottom|corner|dated?|form|from|got|i|irs|is|it|letters?|ltr|my|no|notices?|number|of|on|or|received|right|says|the|this|top|aviso)$/i;
const numberInProse = new RegExp(`${marked}|${worded}`, 'giu');
const numberInLine = new RegExp(`${marked}|${worded}|${alone}`, 'giu');
const aName = new RegExp(
  String.raw`^(?:irs\s+)?(?:${word}\s+)?(?:(?:no|number)\.?\s+)?(?:cp|lt|lp|l|f|ltr)?[\s-]?\d{1,4}(?:-?[a-z]{1,2})?${brackets}$`,
  'i',
);

/** One name of a list, with or without its brackets. */
function ofOne(name: string, idOf: IdOf): string | undefined {
  return idsOfToken(name, idOf)[0];
}

/** A number with brackets behind it: a listed spelling with all of them, or with fewer; what is left is looked at too. */
function idsOfToken(token: string, idOf: IdOf): string[] {
  const inside: string[] = [];
  for (let head = token; ; ) {
    const id = idOf(head);
    if (id !== undefined) return [id, ...inside.flatMap((name) => otherIn(name, id, idOf))];
    const [last, content = ''] = /\s?\(([^()]*)\)$/.exec(head) ?? [];
    if (last === undefined) return [];
    inside.unshift(content);
    head = head.slice(0, -last.length);
  }
}

/** Another letter named in brackets: Letter 1058 (CP90). A year is none. */
function otherIn(name: string, id: string, idOf: IdOf): string[] {
  if (!/\d/.test(name) || /^(?:19|20)\d\d$/.test(name.trim())) return [];
  const other = idOf(name);
  return other === undefined || other === id ? [] : [other];
}
