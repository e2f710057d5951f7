/**
 * A second way to every last day, written from the law and not from the program: whole days since March 1 of the year 0,
 * and holidays told by looking at a day, never by listing those of a year. It imports nothing, above all not
 * src/calendar.ts, so that one slip cannot stand in both.
 */

const daysInFourCenturies = 146_097;
const [sunday, monday, thursday, friday, saturday] = [0, 1, 4, 5, 6];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of a day written `YYYY-MM-DD`. The year begins in March here, so that a leap day ends it. */
export function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + day - 1;
}

function partsOf(number: number): Parts {
  const centuries = Math.floor(number / daysInFourCenturies);
  const rest = number - centuries * daysInFourCenturies;
  const years = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const dayOfYear = rest - (years * 365 + Math.floor(years / 4) - Math.floor(years / 100));
  const months = Math.floor((dayOfYear * 5 + 2) / 153);
  const month = months < 10 ? months + 3 : months - 9;
  const day = dayOfYear - Math.floor((months * 153 + 2) / 5) + 1;
  return { year: centuries * 400 + years + (month <= 2 ? 1 : 0), month, day };
}

function textOf({ year, month, day }: Parts): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** What is found out about a day is remembered: the proof asks about each of them thousands of times. */
function remembered<T>(findOut: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    const found = known.get(number) ?? findOut(number);
    known.set(number, found);
    return found;
  };
}

/** `YYYY-MM-DD` of a day number. */
export const dayText = remembered((number: number): string => textOf(partsOf(number)));

/** 0 is Sunday. March 1 of the year 0 was a Wednesday. */
export function weekdayOf(number: number): number {
  return (number + 3) % 7;
}

export function isWeekend(number: number): boolean {
  return weekdayOf(number) === sunday || weekdayOf(number) === saturday;
}

/** Whether a day stands off work for a holiday of fixed date: itself, or the Friday before or the Monday after. */
function keeps(number: number, month: number, day: number, fromYear = 0): boolean {
  const falls = (shift: number): boolean => {
    const parts = partsOf(number + shift);
    return parts.month === month && parts.day === day && parts.year >= fromYear;
  };
  if (isWeekend(number)) return false;
  return falls(0) || (weekdayOf(number) === friday && falls(1)) || (weekdayOf(number) === monday && falls(-1));
}

/** 5 U.S.C. 6103(a) and (b): a holiday of the whole government. Business days pass over it. */
export const isFederalHoliday = remembered((number: number): boolean => {
  const { month, day } = partsOf(number);
  const isMondayOf = (named: number, first: number): boolean =>
    weekdayOf(number) === monday && month === named && day >= first && day < first + 7;
  const isNewYear = keeps(number, 1, 1);
  const isMartinLutherKingDay = isMondayOf(1, 15);
  const isWashingtonsBirthday = isMondayOf(2, 15);
  const isMemorialDay = isMondayOf(5, 25);
  const isJuneteenth = keeps(number, 6, 19, 2021);
  const isIndependenceDay = keeps(number, 7, 4);
  const isLaborDay = isMondayOf(9, 1);
  const isColumbusDay = isMondayOf(10, 8);
  const isVeteransDay = keeps(number, 11, 11);
  const isThanksgiving = weekdayOf(number) === thursday && month === 11 && day >= 22 && day <= 28;
  const isChristmas = keeps(number, 12, 25);
  return (
    isNewYear ||
    isMartinLutherKingDay ||
    isWashingtonsBirthday ||
    isMemorialDay ||
    isJuneteenth ||
    isIndependenceDay ||
    isLaborDay ||
    isColumbusDay ||
    isVeteransDay ||
    isThanksgiving ||
    isChristmas
  );
});

/**
 * D.C. Code 28-2701: a holiday of the District of Columbia alone. Emancipation Day; Inauguration Day, which a Saturday
 * leaves as it is and a Sunday gives to the Monday (5 U.S.C. 6103(c)).
 */
export const isDistrictHoliday = remembered((number: number): boolean => {
  const { year, month, day } = partsOf(number);
  const isInaugurationYear = year % 4 === 1 && month === 1;
  const isInauguration = (day === 20 && weekdayOf(number) !== sunday) || (day === 21 && weekdayOf(number) === monday);
  return keeps(number, 4, 16, 2006) || (isInaugurationYear && isInauguration);
});

export function isBusinessDay(number: number): boolean {
  return !isWeekend(number) && !isFederalHoliday(number);
}

/** A day that IRC 7503 lets stand as a last day. */
export function mayBeLastDay(number: number): boolean {
  return isBusinessDay(number) && !isDistrictHoliday(number);
}

export function rolled(number: number): number {
  return mayBeLastDay(number) ? number : rolled(number + 1);
}

/** Day 1 is the day after. */
export function afterBusinessDays(number: number, days: number): number {
  if (days === 0) return number;
  return afterBusinessDays(number + 1, isBusinessDay(number + 1) ? days - 1 : days);
}

export function businessDayUpTo(number: number): number {
  return isBusinessDay(number) ? number : businessDayUpTo(number - 1);
}

/** The same day of the month some months later; where that month is too short, its last day. */
export function afterMonths(number: number, months: number): number {
  const { year, month, day } = partsOf(number);
  const [years, later] = [Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  const firstOfNext = textOf({ year: year + years + (later === 12 ? 1 : 0), month: (later % 12) + 1, day: 1 });
  const first = dayNumber(textOf({ year: year + years, month: later, day: 1 }));
  return first + Math.min(day, dayNumber(firstOfNext) - first) - 1;
}

/** The same day a year later; February 28 after a leap day. */
export function afterOneYear(number: number): number {
  const { year, month, day } = partsOf(number);
  const isLeapDay = month === 2 && day === 29;
  return dayNumber(textOf({ year: year + 1, month, day: isLeapDay ? 28 : day }));
}

/** February 28 after a leap day: of two years in a row only one can have one. */
export function afterTwoYears(number: number): number {
  return afterOneYear(afterOneYear(number));
}

/** What an answer must say about one deadline; days as `YYYY-MM-DD`. */
export interface ExpectedDeadline {
  readonly date: string;
  readonly unrolled: string;
  readonly aimFor: string | null;
  readonly rightEnds: string | null;
  readonly status: 'open' | 'today' | 'passed';
  readonly daysLeft: number | null;
}

/** How a last day is shown: all days as numbers. */
export interface LastDay {
  readonly date: number;
  /** The day before a roll. */
  readonly unrolled: number;
  /** Terms of three weeks and more aim five days early, shorter ones and those in business days one business day. */
  readonly aim: 'five-days' | 'one-business-day';
  /** Other days that are named as safer ones. */
  readonly safer?: readonly number[];
  /** The last day on which the right is still there, where it may be later than the day shown. */
  readonly ends?: number;
}

/** The day to aim for: always a business day, and never after the day before a roll nor after one named as safer. */
export function aimDay({ date, unrolled, aim, safer = [] }: LastDay): number {
  const early = date - (aim === 'five-days' ? 5 : 1);
  return Math.min(...[early, unrolled, ...safer].map(businessDayUpTo));
}

/** A last day as the answer of `today` must show it. */
export function expectedDeadline(lastDay: LastDay, today: number, aimFor = aimDay(lastDay)): ExpectedDeadline {
  const { date, unrolled, ends = date } = lastDay;
  return {
    date: dayText(date),
    unrolled: dayText(unrolled),
    aimFor: aimFor >= today ? dayText(aimFor) : null,
    rightEnds: ends > date ? dayText(ends) : null,
    status: date > today ? 'open' : date < today ? 'passed' : 'today',
    daysLeft: date < today ? null : date - today,
  };
}
