import { type ClosedFact, closedFacts, unknown, yesNo } from '../vocabulary.ts';

/** Other words for `yes` and `no`, wherever a fact takes these. */
const yesNoWords: Readonly<Record<string, string>> = { y: 'yes', true: 'yes', 1: 'yes', n: 'no', false: 'no', 0: 'no' };

/** Other words for values. The list is closed: what does not stand here or in the vocabulary is an error. */
const words: Readonly<Partial<Record<ClosedFact, Readonly<Record<string, string>>>>> = {
  contact: {
    letter: 'notice',
    mail: 'notice',
    notices: 'notice',
    call: 'phone',
    acs: 'phone',
    ro: 'revenue-officer',
  },
  representative: {
    me: 'self',
    myself: 'self',
    taxpayer: 'self',
    ea: 'enrolled-agent',
    jd: 'attorney',
    lawyer: 'attorney',
  },
  form2848: { yes: 'filed', 'on-file': 'filed', no: 'none' },
};

/** Words that leave a fact out: the same as saying nothing. */
const notGiven: ReadonlySet<string> = new Set(['', 'n/a', '-', unknown]);

/** Small letters, with a hyphen for blanks and underscores: `Revenue Officer` is `revenue-officer`. */
export function bareValue(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

export function isNotGiven(typed: string): boolean {
  return notGiven.has(bareValue(typed));
}

/** Whether a fact is answered with yes or no: by the vocabulary, or because both are words for its values. */
export function isYesNo(fact: ClosedFact): boolean {
  return closedFacts[fact] === yesNo || words[fact]?.['yes'] !== undefined;
}

/** The value of the vocabulary that is meant, or undefined. */
export function valueMeant(fact: ClosedFact, typed: string): string | undefined {
  const bare = bareValue(typed);
  const plain = (isYesNo(fact) && ownWord(yesNoWords, bare)) || bare;
  const value = ownWord(words[fact] ?? {}, plain) ?? plain;
  return (closedFacts[fact] as readonly string[]).includes(value) ? value : undefined;
}

function ownWord(from: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(from, word) ? from[word] : undefined;
}
