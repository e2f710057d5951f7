import { type CalendarDate, longDate } from '../calendar.ts';
import { fill } from '../engine/fill.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Change } from '../rules/diff-outcome.ts';
import type { Line } from './document.ts';
import type { Words } from './words.ts';

const days = { date: 'lastDay', unrolled: 'unrolled', aimFor: 'aimFor' } as const;

/** One place of an answer, old and new side by side. */
export function changeLine({ place, old, new: now }: Change, rules: RuleSet, words: Words): Line {
  const said = (value: string | null): string => (value === null ? words('diff.nothing') : spoken(place, value, words));
  return {
    label: placeLabel(place, rules, words),
    text: words('diff.change', { old: said(old), new: said(now) }),
    verbatim: true,
  };
}

function placeLabel(place: string, rules: RuleSet, words: Words): string {
  const [first = '', second = '', last = ''] = place.split('.');
  if (first === 'deadlines') {
    return words(`diff.${days[last as keyof typeof days]}`, { deadline: deadlineName(second, rules) });
  }
  if (first === 'programs') return last === 'status' ? words(`program.${second}`) : words(`diff.${last}`);
  if (first === 'representation') return words(`diff.${second}`);
  return words(`diff.${first}`);
}

/** The sentence that an answer heads a deadline with. */
export function deadlineName(id: string, { deadlines, text, counts }: RuleSet): string {
  const label = deadlines.find((deadline) => deadline.id === id)?.label;
  return label === undefined ? id : fill(text.statements[label] ?? id, counts);
}

/** Days as people write them; other words as they stand in the rules. */
function spoken(place: string, value: string, words: Words): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value as CalendarDate);
  return place.startsWith('deadlines.') && value === 'unknown' ? words('diff.dayUnknown') : value;
}

/** "1,218". */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}
