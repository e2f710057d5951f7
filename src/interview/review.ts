import { askFact } from './ask-fact.ts';
import { interview } from './interview.ts';
import { type Given, type Question, type Session, valueInWords } from './session.ts';

/** Says every answer back and lets the person change or add to them, until the answer may be shown. */
export async function review(session: Session, answered: readonly Given[]): Promise<readonly Given[]> {
  const { prompter, words } = session;
  let given = answered;
  for (;;) {
    prompter.say(['', words('review'), ...given.map((one) => line(session, one))].join('\n'));
    const wish = await prompter.choose({
      text: words('review.ask'),
      why: words('review.why'),
      canGoBack: true,
      options: (['show', 'change', 'detail'] as const)
        .filter((value) => value !== 'detail' || openDetails(session, given).length > 0)
        .map((value) => ({ value, label: words(`review.${value}`) })),
    });
    if (wish.kind === 'back') given = await interview(session, given.slice(0, -1));
    else if (wish.value === 'show') return given;
    else given = wish.value === 'change' ? await change(session, given) : await addDetail(session, given);
  }
}

async function change(session: Session, given: readonly Given[]): Promise<readonly Given[]> {
  const { prompter, words, rules } = session;
  const which = await prompter.choose({
    text: words('change.ask'),
    why: words('change.why'),
    canGoBack: true,
    options: given.map((one) => ({ value: one.fact, label: line(session, one) })),
  });
  const question = which.kind === 'answer' ? rules.questions.find(({ fact }) => fact === which.value) : undefined;
  return question ? askAgain(session, question, given) : given;
}

async function addDetail(session: Session, given: readonly Given[]): Promise<readonly Given[]> {
  const { prompter, words } = session;
  const details = openDetails(session, given);
  const which = await prompter.choose({
    text: words('detail.ask'),
    why: words('detail.why'),
    canGoBack: true,
    options: details.map(({ fact }) => ({ value: fact, label: words(`fact.${fact}`) })),
  });
  const question = which.kind === 'answer' ? details.find(({ fact }) => fact === which.value) : undefined;
  return question ? askAgain(session, question, given) : given;
}

/** Everything stays as it was if the person goes back; otherwise what hangs on the new answer is asked too. */
async function askAgain(session: Session, question: Question, given: readonly Given[]): Promise<readonly Given[]> {
  const reply = await askFact(session, question, given, true);
  if (reply.kind === 'back') return given;
  const others = given.filter(({ fact }) => fact !== question.fact);
  return interview(session, [...others, { fact: question.fact, value: reply.value }]);
}

function openDetails({ rules }: Session, given: readonly Given[]): Question[] {
  return rules.questions.filter(({ ask, fact }) => ask === 'detail' && !given.some((one) => one.fact === fact));
}

function line(session: Session, one: Given): string {
  return session.words('fact', { name: session.words(`fact.${one.fact}`), value: valueInWords(session, one) });
}
