import { nextQuestion } from '../engine/interview.ts';
import { askFact, isOffered } from './ask-fact.ts';
import { answersOf, contradiction, type Given, type Session } from './session.ts';

/**
 * Asks until no further question can change the answer. Answers in `before` are not asked again while their question
 * still comes up; those whose question does not are dropped, so that nothing stale decides. Going back takes the last
 * answer away and asks for it again.
 */
export async function interview(session: Session, before: readonly Given[]): Promise<readonly Given[]> {
  const kept = new Map(before.map(({ fact, value }) => [fact, value]));
  const taken = new Map<string, string>();
  let given: readonly Given[] = [];
  for (;;) {
    const question = nextQuestion(session.rules, answersOf(session, given), session.today);
    if (!question) return withDetails(session, given, kept);
    const { fact } = question;
    const old = kept.get(fact);
    kept.delete(fact);
    if (old !== undefined && isOffered(session, question, given, old)) {
      given = add(session, given, { fact, value: old });
      continue;
    }
    const reply = await askFact(session, question, given, given.length > 0, taken.get(fact));
    if (reply.kind === 'back') {
      const last = given.at(-1);
      if (last) taken.set(last.fact, last.value);
      given = given.slice(0, -1);
    } else given = add(session, given, { fact, value: reply.value });
  }
}

/** One answer more, unless it contradicts another: that is said, and its question comes up again. */
function add(session: Session, given: readonly Given[], one: Given): readonly Given[] {
  const more = [...given, one];
  const error = contradiction(session, more);
  if (error === undefined) return more;
  session.prompter.say(session.words('contradiction', { error }));
  return given;
}

function withDetails(session: Session, given: readonly Given[], kept: ReadonlyMap<string, string>): readonly Given[] {
  let all = given;
  for (const { fact, ask } of session.rules.questions) {
    const value = kept.get(fact);
    if (ask === 'detail' && value !== undefined) all = add(session, all, { fact, value });
  }
  return all;
}
