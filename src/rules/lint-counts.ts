import type { CalendarDate } from '../calendar.ts';
import { countPlaces } from '../engine/count-places.ts';
import { holdsOn, lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { beginning, doubles, type Fault, nearest, type RuleFile } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';
import { keyOf, type Wording, wordingsOf } from './lint-sentences.ts';

type Exception = RuleSet['typedCounts'][number];
type Counts = ReturnType<typeof countPlaces>;

/** The counts of one period of the law. */
interface Law {
  readonly day: CalendarDate;
  readonly counts: Counts;
}

/** A number with its unit, as a sentence types it. */
interface Typed {
  readonly words: string;
  readonly count: number;
  readonly unit: string;
  /** It is said as a limit: "within 45 days". */
  readonly isLimit: boolean;
}

const numberWords: Readonly<Record<string, number>> = {
  ...{ a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, fifteen: 15 },
  ...{ twenty: 20, thirty: 30, forty: 40, 'forty-five': 45, sixty: 60, ninety: 90 },
};
const typedCount = new RegExp(
  `(\\bwithin (?:about )?)?\\b(\\d+|${Object.keys(numberWords).join('|')})[ -](?:more |calendar )?(business[ -])?(day|year)s?\\b`,
  'gi',
);

/**
 * A count stands once, in deadlines.json; sentences take it in with `{count:NAME}`. Places that the law of some day does
 * not fill, counts that are typed out, and exceptions that excuse nothing.
 */
export function countFaults(book: RuleSet, files: readonly RuleFile[], fileOf: FileOf, isWhole: boolean): Fault[] {
  const wordings = files.flatMap(wordingsOf).filter(({ path }) => !path.startsWith('counting.'));
  const days = [beginning, ...book.changes];
  const laws = days.map((day): Law => ({ day, counts: countPlaces(lawOn(book, day)) }));
  return [
    ...wordings.flatMap((wording) => placeFaults(wording, laws)),
    // Letters of the second catalogue have terms of their own; none of them is a deadline of these rules.
    ...wordings
      .filter(({ name }) => name !== 'other-letters')
      .flatMap((wording) => typedFaults(wording, laws, book.typedCounts)),
    // A broken file may be the one with the sentence.
    ...(isWhole ? exceptionFaults(book.typedCounts, wordings, fileOf('deadlines')) : []),
  ];
}

function placeFaults({ file, path, words, places, period }: Wording, laws: readonly Law[]): Fault[] {
  if (places === 'none' || places === 'program') return [];
  const named = [...words.matchAll(/\{count:([^{}]*)\}/g)].map(([, name = '']) => name);
  const during = laws.filter(({ day }) => holdsOn(period, day));
  return named.flatMap((name) => {
    const law = during.find(({ counts }) => !counts.has(name));
    if (!law) return [];
    const all = [...law.counts.keys()];
    const terms = all.filter((each) => each.startsWith(`${name}/`));
    const instead = terms.length > 0 ? orList(terms) : `one of ${shortNames(all).join(', ')}`;
    return [{ file, path, message: `nothing fills {count:${name}}: write ${instead}` }];
  });
}

function typedFaults(wording: Wording, laws: readonly Law[], exceptions: readonly Exception[]): Fault[] {
  const { file, path, places } = wording;
  const excused = exceptions.filter(({ text }) => text === keyOf(wording)).flatMap(({ count }) => typedIn(count));
  return typedIn(wording.words).flatMap((typed) => {
    const names = [...new Set(laws.flatMap(({ counts }) => placesOf(typed, counts)))];
    if ((names.length === 0 && !typed.isLimit) || excused.some((each) => isSame(each, typed))) return [];
    const other = 'if it means something else, list it under "typedCounts" of deadlines.json with the reason';
    return [{ file, path, message: `the count "${typed.words}" is typed out${insteadOf(names, places)}; ${other}` }];
  });
}

function insteadOf(names: readonly string[], places: Wording['places']): string {
  const isFilled = places !== 'none' && places !== 'program';
  if (names.length === 0) {
    return `, and no deadline has it: if it means one, ${isFilled ? 'write its place {count:DEADLINE}' : 'say it without the number'}`;
  }
  return `: if it means a deadline, ${isFilled ? `write ${orList(names)}` : 'say it without the number'}`;
}

function exceptionFaults(exceptions: readonly Exception[], wordings: readonly Wording[], file: string): Fault[] {
  const keys = wordings.map(keyOf);
  const twice = doubles(exceptions.map(({ text, count }) => `"${count}" of "${text}"`));
  const idle = exceptions.flatMap(({ text, count }, index): Fault[] => {
    const path = `typedCounts[${index + 1}]`;
    const named = wordings.filter((wording) => keyOf(wording) === text);
    if (named.length === 0) {
      const near = nearest(text, keys);
      return [
        { file, path, message: `there is no text "${text}": ${near ? `write "${near}"` : 'take the entry out'}` },
      ];
    }
    const [counted] = typedIn(count);
    // Who lays another sentence over the rules cannot take an entry out of them.
    const isUsed = named.some(
      (each) => each.file !== `${each.name}.json` || typedIn(each.words).some(isSameAs(counted)),
    );
    return isUsed ? [] : [{ file, path, message: `"${text}" does not type "${count}": take the entry out` }];
  });
  return [
    ...twice.map((said) => ({ file, path: 'typedCounts', message: `${said} stands here twice: keep one of them` })),
    ...idle,
  ];
}

/** Every count of a sentence, each once. */
function typedIn(sentence: string): Typed[] {
  const found = [...sentence.matchAll(typedCount)].map(
    ([words, within = '', number = '', business, unit = '']): Typed => {
      const days = business ? 'business-day' : 'calendar-day';
      return {
        words: words.slice(within.length),
        isLimit: within !== '',
        count: numberWords[number.toLowerCase()] ?? Number(number),
        unit: unit.toLowerCase() === 'year' ? 'year' : days,
      };
    },
  );
  return found
    .filter((typed, index) => found.findIndex(isSameAs(typed)) === index)
    .map((typed) => ({ ...typed, isLimit: found.some((other) => other.isLimit && isSame(other, typed)) }));
}

function isSame(one: Pick<Typed, 'count' | 'unit'>, other: Pick<Typed, 'count' | 'unit'>): boolean {
  return one.count === other.count && one.unit === other.unit;
}

function isSameAs(one: Typed | undefined): (other: Typed) => boolean {
  return (other) => one !== undefined && isSame(one, other);
}

/** The places that give this count alone; without one, those in which it is a leg. */
function placesOf(typed: Typed, counts: Counts): string[] {
  const legs = [...counts].filter(([, steps]) => steps.some((step) => isSame(step, typed)));
  const alone = legs.filter(([, steps]) => steps.length === 1);
  return shortNames((alone.length > 0 ? alone : legs).map(([name]) => name));
}

/** Without the terms of a deadline that can be named as a whole. */
function shortNames(names: readonly string[]): string[] {
  return names.filter((name) => !name.includes('/') || !names.includes(name.slice(0, name.indexOf('/'))));
}

function orList(names: readonly string[]): string {
  const places = names.map((name) => `{count:${name}}`);
  return [places.slice(0, -1).join(', '), ...places.slice(-1)].filter(Boolean).join(' or ');
}
