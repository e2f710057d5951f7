import { letterOf } from '../engine/letter.ts';
import { findNotice } from '../engine/notice-name.ts';
import { searchLetters } from '../engine/search-letters.ts';
import type { Option, Reply, SearchAsk } from '../prompt/prompter.ts';
import type { Question, Session } from './session.ts';

const noNumber = 'no-number';
const none = 'unknown';

/** Finds the letter by its number, then by the words of its heading; the value `unknown` is "none of these". */
export async function askNotice(session: Session, question: Question, canGoBack: boolean): Promise<Reply> {
  const { prompter, words } = session;
  const why = question.why.en;
  for (;;) {
    const byNumber = await prompter.search({
      text: question.text.en,
      where: question.where?.en,
      why,
      canGoBack,
      always: [{ value: noNumber, label: words('notice.no-number') }],
      ...finding(session),
    });
    if (byNumber.kind === 'back' || byNumber.value !== noNumber) return byNumber;
    const byHeading = await prompter.search({
      text: words('notice.words'),
      where: words('notice.words.where'),
      why,
      canGoBack: true,
      always: [{ value: none, label: words('notice.words.none') }],
      ...finding(session),
    });
    if (byHeading.kind === 'answer') return byHeading;
  }
}

function finding({ rules, words }: Session): Pick<SearchAsk, 'find' | 'exact'> {
  const option = (id: string): Option[] => {
    const notice = letterOf(rules, id);
    if (!notice) return [];
    return [{ value: id, label: words('notice.option', { label: notice.label, title: notice.text.en.title }) }];
  };
  const exact = (typed: string): string | undefined => {
    const found = findNotice(rules, typed);
    return found.kind === 'found' ? found.id : undefined;
  };
  const find = (typed: string): Option[] => searchLetters(rules, typed).flatMap(option);
  return { find, exact };
}
