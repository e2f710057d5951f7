import { type CalendarDate, longDate } from '../../calendar.ts';
import { letterOf } from '../../engine/letter.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { makeWords, type Words } from '../../render/words.ts';
import { type ProgramName, programs } from '../../vocabulary.ts';
import type { AnsweredRow } from '../batch-row.ts';
import { hasUnknownDay, lacksForm2848, nextDeadline, passedDeadlines, unknownClocks } from '../next-deadline.ts';
import { nearDays } from '../overview.ts';
import type { RowAnswer, RowDeadline } from '../row-answer.ts';

/** A row in words for people. */
export interface RowWords {
  readonly client: string;
  readonly letter: string;
  readonly open: string;
  /** The next last day and what it is for. */
  readonly next: string;
  readonly nextFor: string;
  readonly left: string;
  /** true: the last day is within a week, or a right may end on a day that nobody knows. */
  readonly isUrgent: boolean;
  /** What is missing, what to ask for, what has passed, or why the row cannot be answered. */
  readonly notes: readonly string[];
}

/** Makes the function that says a row in words. */
export function makeRowWords(rules: RuleSet, explain: boolean): (told: AnsweredRow) => RowWords {
  const words = makeWords(rules.text);
  return (told) => {
    const client = told.client ?? words('batch.row', { row: String(told.row) });
    if ('error' in told) {
      const notes = [words('batch.error', { row: String(told.row), message: told.error.message })];
      return { client, letter: '', open: '', next: '', nextFor: '', left: '', isUrgent: false, notes };
    }
    const { answer } = told;
    const next = nextDeadline(answer);
    return {
      client,
      letter: answer.notice ? (letterOf(rules, answer.notice.id)?.label ?? answer.notice.id) : words('batch.noLetter'),
      open: openWords(answer, rules, words),
      next: next ? longDate(next.date) : words(noDay(answer, rules)),
      nextFor: next ? words(`batch.deadline.${next.id}`) : '',
      left: next ? String(next.daysLeft) : '',
      isUrgent: hasUnknownDay(answer) || (next !== undefined && next.daysLeft <= nearDays),
      notes: notesOf(answer, words, explain),
    };
  };
}

/** Why no last day stands in the row: none is running, or nobody knows of one. */
function noDay(answer: RowAnswer, rules: RuleSet): string {
  if (mayRun(answer)) return 'batch.dayUnknown';
  if (answer.programs.cdp.status === 'unknown') return 'batch.hearingMayRun';
  const printed = answer.notice && letterOf(rules, answer.notice.id)?.printedDay;
  return printed === 'petition' || printed === 'appeal' ? 'batch.ownDay' : 'batch.noDay';
}

/** Some last day is not known, whether or not a right hangs on it. */
function mayRun(answer: RowAnswer): boolean {
  return hasUnknownDay(answer) || answer.deadlines.some(({ status }) => status === 'unknown');
}

/** Rights outside the three programs. */
const otherAppeals: readonly string[] = ['other-appeal', 'tax-court-petition', 'jeopardy-review'];

/** What is open, and what nobody knows; "nothing" only where that is known. */
function openWords(answer: RowAnswer, rules: RuleSet, words: Words): string {
  const { programs: told, deadlines } = answer;
  const withStatus = (status: string): ProgramName[] => programs.filter((name) => told[name].status === status);
  const [open, unknown] = [withStatus('available'), withStatus('unknown')];
  if (unknown.length === programs.length) return words('batch.openUnknown');
  const said = [
    ...open.map((name) => words(`short.${name}`)),
    // Where CDP is not known, the hearing that follows it is not either.
    ...unknown
      .filter((name) => name !== 'equivalentHearing' || !unknown.includes('cdp'))
      .map((name) => words('batch.notKnown', { program: words(`short.${name}`) })),
  ];
  if (said.length > 0) return said.join(', ');
  const isOther = deadlines.some(({ id, status }) => otherAppeals.includes(id) && status !== 'passed');
  if (isOther) return words('batch.otherAppeal');
  return words(noDay(answer, rules) === 'batch.ownDay' ? 'batch.noneOfThree' : 'batch.nothingOpen');
}

function notesOf(answer: RowAnswer, words: Words, explain: boolean): string[] {
  const asked = answer.missing.map((fact) => words(`missing.${fact}`));
  const nameOf = ({ id }: RowDeadline): string => words(`batch.deadline.${id}`);
  const late = answer.deadlines.filter(({ status, listDay }) => status === 'passed' && listDay !== null);
  const safe = answer.deadlines.filter(({ date, listDay }) => date !== null && listDay !== null && listDay < date);
  return [
    ...(asked.length > 0 ? [words('batch.ask', { facts: asked.join('; ') })] : []),
    ...unknownClocks(answer).map((each) => words('batch.unknownDay', { deadline: nameOf(each) })),
    ...(lacksForm2848(answer.representation, answer.facts) ? [words('batch.form2848')] : []),
    ...late.map((each) =>
      words('batch.late', { deadline: nameOf(each), date: dayOf(each.date), later: dayOf(each.listDay) }),
    ),
    ...safe.map((each) =>
      words('batch.safeDay', { deadline: nameOf(each), date: dayOf(each.listDay), later: dayOf(each.date) }),
    ),
    ...passedDeadlines(answer).map((each) => words('batch.passed', { deadline: nameOf(each), date: dayOf(each.date) })),
    ...(explain ? [words('explain.rules', { ids: answer.trace.join(', ') })] : []),
  ];
}

function dayOf(date: CalendarDate | null): string {
  return date ? longDate(date) : '';
}
