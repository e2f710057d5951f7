import { type CalendarDate, longDate } from '../calendar.ts';
import type { Deadline, Guidance } from '../engine/guidance.ts';
import { daysLeft } from './dates.ts';
import type { Entry, Line, Section } from './document.ts';
import type { Words } from './words.ts';

/** Every date with its count, what follows when it is missed, and how firm it is. */
export function datesSection({ deadlines, today, programs, notice }: Guidance, words: Words): Section {
  const none = programs.cdp.status === 'unknown' ? 'dates.mayRun' : notice?.catalogue ? 'dates.ownDay' : 'dates.none';
  const entries = deadlines.map((deadline) => dateEntry(deadline, today, words));
  return {
    title: words('heading.dates'),
    form: 'text',
    entries: entries.length > 0 ? entries : [{ text: words(none) }],
  };
}

function dateEntry(deadline: Deadline, today: CalendarDate, words: Words): Entry {
  const { label, cite, id } = deadline;
  return {
    text: label,
    tone: 'title',
    details: [
      {
        label: words('date'),
        text: dayText(deadline, words),
        tone: deadline.status === 'passed' ? 'urgent' : undefined,
        cite,
        rules: [id],
      },
      ...dateDetails(deadline, today, words),
    ],
  };
}

function dayText(deadline: Deadline, words: Words): string {
  const { date, rightEnds } = deadline;
  if (date === null) return words('date.unknown');
  const values = { date: longDate(date), left: daysLeft(deadline, words) };
  return rightEnds === null
    ? `${values.date} (${values.left})`
    : words('date.rightEnds', { ...values, ends: longDate(rightEnds) });
}

/** Days that are soft as days of an appeal: the law sets the one, and the letter says what hangs on the other. */
const ownFirmness: Readonly<Record<string, string>> = { 'bank-hold': 'bank-hold', 'reply-by': 'printed' };

/** How a last day came about, what keeps it and what follows. */
export function dateDetails(
  deadline: Deadline,
  today: CalendarDate,
  words: Words,
): (Line & { readonly label: string })[] {
  const { id, aimFor, counting, ifMissed, onTime, firmness, status, rightEnds } = deadline;
  const isOver = status === 'passed' && (rightEnds ?? '') < today;
  return [
    ...(aimFor ? [{ label: words('aimFor'), text: longDate(aimFor) }] : []),
    ...unrolled(deadline, words),
    { label: words('counting'), text: counting },
    { label: words(isOver ? 'missed' : 'ifMissed'), text: ifMissed },
    ...(onTime && !isOver ? [{ label: words('onTime'), text: onTime }] : []),
    { label: words('firmness'), text: words(`firmness.${ownFirmness[id] ?? firmness}`) },
  ];
}

/** The day before it moved, or the counted day where an earlier printed one is shown. */
function unrolled({ date, unrolled: raw }: Deadline, words: Words): { label: string; text: string }[] {
  if (date === null || raw === null || raw === date) return [];
  return [{ label: words(raw < date ? 'unrolled' : 'counted'), text: longDate(raw) }];
}
