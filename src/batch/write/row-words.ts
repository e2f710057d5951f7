import { longDate } from '../../calendar.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { makeWords, type Words } from '../../render/words.ts';
import { type ProgramName, programs } from '../../vocabulary.ts';
import type { AnsweredRow } from '../batch-row.ts';
import { lacksForm2848, nextDeadline } from '../next-deadline.ts';
import { nearDays } from '../overview.ts';
import type { RowAnswer } from '../row-answer.ts';

/** A row in words for people. */
export interface RowWords {
  readonly client: string;
  readonly letter: string;
  readonly open: string;
  /** The next last day and what it is for. */
  readonly next: string;
  readonly nextFor: string;
  readonly left: string;
  /** true: the last day is within a week. */
  readonly isUrgent: boolean;
  /** What is missing, what to ask for, what has passed, or why the row cannot be answered. */
  readonly notes: readonly string[];
}

/** Makes the function that says a row in words. */
export function makeRowWords({ text, notices }: RuleSet, explain: boolean): (told: AnsweredRow) => RowWords {
  const words = makeWords(text);
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
      letter: answer.notice ? (notices[answer.notice.id]?.label ?? answer.notice.id) : words('batch.noLetter'),
      open: openWords(answer, words),
      next: next?.date ? longDate(next.date) : words(hasUnknownDay(answer) ? 'batch.dayUnknown' : 'batch.noDay'),
      nextFor: next ? words(`batch.deadline.${next.id}`) : '',
      left: next ? String(next.daysLeft) : '',
      isUrgent: typeof next?.daysLeft === 'number' && next.daysLeft <= nearDays,
      notes: notesOf(answer, words, explain),
    };
  };
}

function hasUnknownDay({ deadlines }: RowAnswer): boolean {
  return deadlines.some(({ status }) => status === 'unknown');
}

function openWords({ programs: told }: RowAnswer, words: Words): string {
  const withStatus = (status: string): ProgramName[] => programs.filter((name) => told[name].status === status);
  const [open, unknown] = [withStatus('available'), withStatus('unknown')];
  if (open.length > 0) return open.map((name) => words(`short.${name}`)).join(', ');
  return words(unknown.length > 0 ? 'batch.openUnknown' : 'batch.nothingOpen');
}

function notesOf(answer: RowAnswer, words: Words, explain: boolean): string[] {
  const asked = answer.missing.map((fact) => words(`missing.${fact}`));
  const passed = answer.deadlines.filter(({ status }) => status === 'passed');
  return [
    ...(asked.length > 0 ? [words('batch.ask', { facts: asked.join('; ') })] : []),
    ...(lacksForm2848(answer.representation, answer.facts) ? [words('batch.form2848')] : []),
    ...passed.map(({ id, date }) =>
      words('batch.passed', { deadline: words(`batch.deadline.${id}`), date: date ? longDate(date) : '' }),
    ),
    ...(explain ? [words('explain.rules', { ids: answer.trace.join(', ') })] : []),
  ];
}
