import { wrap } from '../src/render/wrap.ts';
import { dayText, isWeekend } from './day-numbers.ts';
import { everyStart } from './every-day.ts';
import type { PackageDays } from './package-days.ts';

/** Why a package differs from the statutes on some days. */
interface Reason {
  readonly title: string;
  readonly because: string;
  /** `text` is `YYYY-MM-DD`; `named` says that the package names the day and the statutes do not. */
  readonly fits: (text: string, named: boolean, weekend: boolean) => boolean;
}

export interface Section {
  readonly title: string;
  readonly isHoliday: (day: number) => boolean;
  readonly packages: readonly PackageDays[];
}

const reasons: readonly Reason[] = [
  {
    title: 'Not named: Veterans Day on the Friday before a Saturday or the Monday after a Sunday',
    because:
      '5 U.S.C. 6103(b) and D.C. Code 28-2701 move it like every other holiday. The package calls the day a bank holiday and leaves it out of the public ones.',
    fits: (text, named) => !named && /-11-1[02]$/.test(text),
  },
  {
    title: "Not named: New Year's Day on Friday, December 31",
    because:
      'The package lists the day in the next year, so that the list of its own year lacks it. Asked day by day, it knows it.',
    fits: (text, named) => !named && /-12-31$/.test(text),
  },
  {
    title: 'Not named: Emancipation Day on the Friday before a Saturday or the Monday after a Sunday',
    because: 'D.C. Code 28-2701 moves it like every other holiday; Rev. Rul. 2015-13 counts Friday, April 15, 2016.',
    fits: (text, named) => !named && /-04-1[57]$/.test(text),
  },
  {
    title: 'Not named: Emancipation Day on April 16 itself',
    because: 'The package knows the federal holidays. Under IRC 7503 the holidays of the District count as well.',
    fits: (text, named) => !named && /-04-16$/.test(text),
  },
  {
    title: 'Named: April 16 in years before Emancipation Day was a legal holiday',
    because: 'The rule of the package has no first year. The table of this program begins with 2006.',
    fits: (text, named) => named && /-04-16$/.test(text) && text < '2006',
  },
  {
    title: 'Named: the date of a holiday on a Saturday or Sunday',
    because:
      'The holiday is kept on a Friday or Monday. Naming its date makes no difference to a count: a weekend day is no business day, and no last day either.',
    fits: (_, named, weekend) => named && weekend,
  },
  {
    title: 'Not named: Inauguration Day',
    because:
      'D.C. Code 28-2701 and 5 U.S.C. 6103(c): January 20 of every fourth year, or Monday, January 21, after a Sunday; a Saturday does not move it.',
    fits: (text, named) => !named && /-01-2[01]$/.test(text),
  },
];

const head = `# Holidays: the statutes and two packages

Every day from January 1, 1998 to December 31, 2060 on which a package and the statutes disagree. The program and the
second implementation in \`test/day-numbers.ts\` agree with each other on every one of these days. Written by
\`test/holiday-packages.test.ts\`; it fails where a package, the program or a reason changes.`;

const tail = `## date-fns

\`addDays\`, \`differenceInCalendarDays\` and \`isWeekend\` agree on every day, save in a time zone that dropped one: in
Pacific/Apia a count that begins or ends on December 30, 2011 is a day off. \`addBusinessDays\` knows no holidays: it
gives an earlier day exactly where a federal holiday lies in its count, and the same day everywhere else.
\`test/date-fns.test.ts\` proves this.`;

export function differences({ isHoliday }: Pick<Section, 'isHoliday'>, { days }: PackageDays): number[] {
  return everyStart.filter((day) => isHoliday(day) !== days.has(day));
}

/** The document, and the differences that no reason explains. */
export function holidayDocument(sections: readonly Section[]): { text: string; unexplained: string[] } {
  const unexplained: string[] = [];
  const parts = sections.map((section) => {
    const count = everyStart.filter(section.isHoliday).length;
    const packages = section.packages.map((one) => packagePart(section, one, unexplained));
    return [`## ${section.title}`, `The statutes have ${count} such days.`, ...packages].join('\n\n');
  });
  return { text: `${[head, ...parts, tail].join('\n\n')}\n`, unexplained };
}

function packagePart(section: Section, one: PackageDays, unexplained: string[]): string {
  const groups = new Map<Reason, string[]>();
  for (const day of differences(section, one)) {
    const text = dayText(day);
    const reason = reasons.find(({ fits }) => fits(text, one.days.has(day), isWeekend(day)));
    if (reason) groups.set(reason, [...(groups.get(reason) ?? []), text]);
    else unexplained.push(`${one.name}: ${text}`);
  }
  const parts = reasons.flatMap((reason) => groupPart(reason, groups.get(reason)));
  return [`### ${one.name}`, ...(parts.length > 0 ? parts : ['Agrees on every day.'])].join('\n\n');
}

function groupPart({ title, because }: Reason, days: readonly string[] | undefined): string[] {
  if (!days) return [];
  const lines = Array.from({ length: Math.ceil(days.length / 10) }, (_, row) => days.slice(row * 10, row * 10 + 10));
  const told = wrap(`**${title}** (${days.length}). ${because}`, 120).join('\n');
  return [told, lines.map((line) => line.join(' ')).join('\n')];
}
