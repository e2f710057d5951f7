import { longDate } from '../calendar.ts';
import type { Deadline, Guidance } from '../engine/guidance.ts';
import { daysLeft } from './dates.ts';
import type { Entry, Line, Section } from './document.ts';
import type { Words } from './words.ts';

/** Every date with its count, what follows when it is missed, and how firm it is. */
export function datesSection({ deadlines }: Guidance, words: Words): Section {
  const entries = deadlines.map((deadline) => dateEntry(deadline, words));
  return {
    title: words('heading.dates'),
    form: 'text',
    entries: entries.length > 0 ? entries : [{ text: words('dates.none') }],
  };
}

function dateEntry(deadline: Deadline, words: Words): Entry {
  const { label, date, cite, id } = deadline;
  const day = date === null ? words('date.unknown') : `${longDate(date)} (${daysLeft(deadline, words)})`;
  return {
    text: label,
    tone: 'title',
    details: [
      { label: words('date'), text: day, tone: deadline.status === 'passed' ? 'urgent' : undefined, cite, rules: [id] },
      ...dateDetails(deadline, words),
    ],
  };
}

/** How a last day came about, what keeps it and what follows. */
export function dateDetails(deadline: Deadline, words: Words): (Line & { readonly label: string })[] {
  const { aimFor, counting, ifMissed, onTime, firmness } = deadline;
  return [
    ...(aimFor ? [{ label: words('aimFor'), text: longDate(aimFor) }] : []),
    ...unrolled(deadline, words),
    { label: words('counting'), text: counting },
    { label: words(deadline.status === 'passed' ? 'missed' : 'ifMissed'), text: ifMissed },
    ...(onTime ? [{ label: words('onTime'), text: onTime }] : []),
    { label: words('firmness'), text: words(`firmness.${firmness}`) },
  ];
}

/** The day before it moved, or the counted day where an earlier printed one is shown. */
function unrolled({ date, unrolled: raw }: Deadline, words: Words): { label: string; text: string }[] {
  if (date === null || raw === null || raw === date) return [];
  return [{ label: words(raw < date ? 'unrolled' : 'counted'), text: longDate(raw) }];
}
