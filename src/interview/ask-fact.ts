import { type CalendarDate, longDate } from '../calendar.ts';
import { letterOf } from '../engine/letter.ts';
import { readFact } from '../facts/read-fact.ts';
import type { ChoiceAsk, Option, Reply, TextAsk } from '../prompt/prompter.ts';
import type { Fact } from '../vocabulary.ts';
import { askNotice } from './ask-notice.ts';
import { contradiction, type Given, type Question, type Session, unknownInWords } from './session.ts';

/** Days that a letter names ahead of time; every other date is of something that happened. */
const mayLieAhead = ['printedDeadline', 'effectiveDate'];

/** Asks for one fact, in the form that fits it. `given` is what was answered before it, `earlier` what going back took. */
export function askFact(
  session: Session,
  question: Question,
  given: readonly Given[],
  canGoBack: boolean,
  earlier?: string,
): Promise<Reply> {
  if (question.fact === 'notice') return askNotice(session, question, canGoBack);
  const choice = choiceOf(session, question, given);
  return choice ? session.prompter.choose({ ...choice, canGoBack, earlier }) : askDate(session, question, canGoBack);
}

/** Whether a value given earlier is still one that the question offers. */
export function isOffered(session: Session, question: Question, given: readonly Given[], value: string): boolean {
  return choiceOf(session, question, given)?.options.some((option) => option.value === value) ?? true;
}

function choiceOf(
  session: Session,
  question: Question,
  given: readonly Given[],
): Omit<ChoiceAsk, 'canGoBack'> | undefined {
  if (!question.options) return undefined;
  const { rules, words } = session;
  // What cannot be true beside the answers given would only be refused, and for ever if it stood under the cursor.
  const options = question.options
    .filter(({ value }) => contradiction(session, [...given, { fact: question.fact, value }]) === undefined)
    .map(({ value, label, hint }): Option => ({ value, label: label.en, hint: hint?.en }));
  const meant = (typed: string): string | undefined => meaningOf(question, typed);
  const shared = { where: question.where?.en, why: question.why.en, meant };
  const notice = letterOf(rules, given.find(({ fact }) => fact === 'notice')?.value ?? '');
  const refusal = options.find(({ value }) => value === notice?.refusal);
  if (question.fact !== 'action' || !notice || !refusal) return { ...shared, text: question.text.en, options };
  // A letter that may be a refusal leaves only this open; the whole list would invite a slip.
  const other = { value: 'other', label: words('refusal.other') };
  const unknown = options.filter(({ value }) => value === 'unknown');
  return { ...shared, text: words('refusal', { label: notice.label }), options: [refusal, other, ...unknown] };
}

async function askDate(session: Session, question: Question, canGoBack: boolean): Promise<Reply> {
  for (;;) {
    const reply = await session.prompter.type(dateAsk(session, question, canGoBack));
    if (reply.kind === 'back' || !liesAhead(session, question, reply.value)) return reply;
    if (await isRight(session, reply.value as CalendarDate)) return reply;
  }
}

function dateAsk({ words }: Session, question: Question, canGoBack: boolean): TextAsk {
  return {
    text: question.text.en,
    where: question.where?.en,
    why: question.why.en,
    canGoBack,
    unknownLabel: unknownInWords(words, question.fact),
    read: (typed) => {
      if (typed.trim() === '') return { error: words('date.empty') };
      const read = readFact(question.fact as Fact, typed);
      if (read === undefined) return { value: 'unknown', echo: unknownInWords(words, question.fact) };
      if ('error' in read) return { error: sentence(read.error) };
      return { value: read.value, echo: longDate(read.value as CalendarDate) };
    },
  };
}

/** The value that is meant by other words, as flags and columns take them; nothing typed means nothing. */
function meaningOf({ fact }: Question, typed: string): string | undefined {
  if (typed.trim() === '') return undefined;
  const read = readFact(fact as Fact, typed);
  if (read === undefined) return 'unknown';
  return 'value' in read ? read.value : undefined;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}

function liesAhead({ today }: Session, { fact }: Question, value: string): boolean {
  return value !== 'unknown' && value > today && !mayLieAhead.includes(fact);
}

async function isRight({ prompter, words }: Session, date: CalendarDate): Promise<boolean> {
  const reply = await prompter.choose({
    text: words('future', { date: longDate(date) }),
    why: words('future.why'),
    canGoBack: true,
    options: [
      { value: 'yes', label: words('future.yes') },
      { value: 'no', label: words('future.no') },
    ],
  });
  return reply.kind === 'answer' && reply.value === 'yes';
}
