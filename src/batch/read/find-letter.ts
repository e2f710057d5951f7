import type { CalendarDate } from '../../calendar.ts';
import { lawOn } from '../../engine/law-on.ts';
import { letterOf } from '../../engine/letter.ts';
import { findNotice } from '../../engine/notice-name.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import type { LetterInHand } from '../../facts/contradictions.ts';
import { unknownNotice } from '../../read-situation.ts';
import { remembered } from './cells.ts';

type Found = { readonly id: string; readonly letter?: LetterInHand | undefined } | { readonly fault: string };

/** The id of a letter by what is typed and what it is, or why there is none on that day. */
export type FindLetter = (typed: string, day: CalendarDate) => Found;

/** To look for similar names takes milliseconds; a file of nothing but unknown names must not take hours. */
const mostWithHints = 300;

/** Looks among the letters of a rule set; a spelling that was looked up is remembered as long as the law stays the same. */
export function letterFinder(book: RuleSet): FindLetter {
  const finders = new Map<RuleSet, (typed: string) => Found>();
  let unknown = 0;
  const makeFinder = (law: RuleSet): ((typed: string) => Found) =>
    remembered<Found>((typed) => {
      const found = findNotice(law, typed, unknown < mostWithHints);
      if (found.kind === 'found') return { id: found.id, letter: letterOf(law, found.id) };
      unknown += 1;
      return { fault: `notice: ${unknownNotice(law, typed, found)}` };
    });
  return (typed, day) => {
    const law = lawOn(book, day);
    const finder = finders.get(law) ?? makeFinder(law);
    finders.set(law, finder);
    return finder(typed);
  };
}
