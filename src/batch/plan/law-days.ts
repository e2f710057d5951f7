import type { Calendar } from '../../calendar.ts';
import type { CountStep } from '../../engine/count.ts';
import { calendarOf } from '../../engine/decide.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { type SafeDays, safeDays, type TermDays, termDays } from './term-days.ts';

/** The counts of one law, each worked out once for each day. */
export interface LawDays {
  readonly law: RuleSet;
  readonly calendar: Calendar;
  readonly safe: SafeDays;
  readonly of: (steps: readonly CountStep[], rolls: boolean) => TermDays;
}

export function lawDays(law: RuleSet): LawDays {
  const calendar = calendarOf(law);
  const known = new Map<string, TermDays>();
  const of = (steps: readonly CountStep[], rolls: boolean): TermDays => {
    const key = JSON.stringify([steps, rolls]);
    const days = known.get(key) ?? termDays(calendar, steps, rolls);
    known.set(key, days);
    return days;
  };
  return { law, calendar, safe: safeDays(calendar), of };
}
