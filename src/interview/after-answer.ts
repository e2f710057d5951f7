import type { Guidance } from '../engine/guidance.ts';
import { saveAnswer } from './save-answer.ts';
import type { Session } from './session.ts';

const wishes = ['details', 'sources', 'save', 'change', 'again', 'finish'] as const;

/** What to do with the answer, until the person wants other answers or none. */
export async function afterAnswer(session: Session, guidance: Guidance): Promise<'change' | 'again' | 'finish'> {
  const { prompter, words, outlet } = session;
  for (;;) {
    const wish = await prompter.choose({
      text: words('after.ask'),
      why: words('after.why'),
      canGoBack: false,
      options: wishes
        .filter((value) => value !== 'details' || outlet.isBrief)
        .map((value) => ({ value, label: words(`after.${value}`) })),
    });
    const value = wish.kind === 'answer' ? wish.value : 'change';
    if (value === 'details') outlet.showDetails(guidance);
    else if (value === 'sources') outlet.showSources(guidance);
    else if (value === 'save') await saveAnswer(session, guidance);
    else return value === 'again' || value === 'finish' ? value : 'change';
  }
}
