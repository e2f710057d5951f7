import type { RowAnswer, RowDeadline } from './row-answer.ts';

/** The JSON of what all rows share that say the same but for their days. */
export function jsonParts(
  said: Omit<RowAnswer, 'beforeDeadlines' | 'afterDeadlines'>,
): Pick<RowAnswer, 'beforeDeadlines' | 'afterDeadlines'> {
  const { missing, notice, programs, form9423, representation, warnings } = said;
  const inside = (part: object): string => JSON.stringify(part).slice(1, -1);
  return {
    beforeDeadlines: `${inside({ missing, notice, programs, form9423 })},"deadlines":[`,
    afterDeadlines: `],${inside({ representation, warnings })}`,
  };
}

/** An answer as JSON without the braces, from `facts` on: the same text as JSON.stringify gives. */
export function answerJson({ facts, given, deadlines, beforeDeadlines, afterDeadlines }: RowAnswer): string {
  let text = `"facts":${facts.json(given)},${beforeDeadlines}`;
  let isFirst = true;
  for (const deadline of deadlines) {
    text += isFirst ? deadlineJson(deadline) : `,${deadlineJson(deadline)}`;
    isFirst = false;
  }
  return text + afterDeadlines;
}

function deadlineJson({ id, date, unrolled, aimFor, status, daysLeft, firmness }: RowDeadline): string {
  return `{"id":"${id}","date":${quoted(date)},"unrolled":${quoted(unrolled)},"aimFor":${quoted(aimFor)},"status":"${status}","daysLeft":${daysLeft},"firmness":"${firmness}"}`;
}

function quoted(day: string | null): string {
  return day === null ? 'null' : `"${day}"`;
}
