import { evaluate } from '../engine/evaluate.ts';
import type { Guidance } from '../engine/guidance.ts';
import { InputEnded } from '../prompt/prompter.ts';
import { afterAnswer } from './after-answer.ts';
import { interview } from './interview.ts';
import { review } from './review.ts';
import { answersOf, type Given, type Session } from './session.ts';

/** Questions, review, answer, and what to do with it. Gives the answer shown last. */
export async function runWizard(session: Session): Promise<Guidance> {
  let given: readonly Given[] = [];
  for (;;) {
    given = await review(session, await interview(session, given));
    const guidance = evaluate(session.rules, answersOf(session, given), session.today);
    session.outlet.show(guidance);
    const next = await afterAnswer(session, guidance).catch(finishAtEndOfInput);
    if (next === 'finish') return guidance;
    if (next === 'again') given = [];
  }
}

/** A script that ends once the answer is shown has got what it came for. */
function finishAtEndOfInput(error: unknown): 'finish' {
  if (error instanceof InputEnded) return 'finish';
  throw error;
}
