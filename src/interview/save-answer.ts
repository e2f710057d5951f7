import type { Guidance } from '../engine/guidance.ts';
import { clean } from '../render/wrap.ts';
import type { Session } from './session.ts';

const refusals = { ending: 'save.ending', rules: 'save.rules' } as const;

/** Asks for a file name and writes the answer; an existing file is replaced only when the person says so. */
export async function saveAnswer(session: Session, guidance: Guidance): Promise<void> {
  const { prompter, words } = session;
  const name = await prompter.type({
    text: words('save.ask'),
    where: words('save.where'),
    why: words('save.why'),
    canGoBack: true,
    read: (typed) => {
      const file = typed.trim();
      if (file === '' || clean(typed) !== typed) return { error: words('save.empty') };
      const refused = session.outlet.refuses(file);
      return refused ? { error: words(refusals[refused]) } : { value: file };
    },
  });
  if (name.kind === 'back') return;
  const file = name.value;
  const outcome = await write(session, file, guidance, false);
  if (outcome !== 'EEXIST') return report(session, file, outcome);
  if (await mayReplace(session, file)) return report(session, file, await write(session, file, guidance, true));
  prompter.say(words('save.kept', { file }));
}

/** `saved`, `nothing-open`, or the code of what went wrong. */
async function write({ outlet }: Session, file: string, guidance: Guidance, force: boolean): Promise<string> {
  try {
    return await outlet.save(file, guidance, force);
  } catch (error) {
    // Only faults of the file system carry a code; all else is a bug and must be seen.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}

function report({ prompter, words }: Session, file: string, outcome: string): void {
  const key = { saved: 'save.done', 'nothing-open': 'save.nothing-open' }[outcome] ?? 'save.failed';
  prompter.say(words(key, { file, code: outcome }));
}

async function mayReplace({ prompter, words }: Session, file: string): Promise<boolean> {
  const reply = await prompter.choose({
    text: words('save.exists', { file }),
    why: words('save.exists.why'),
    canGoBack: true,
    options: [
      { value: 'no', label: words('save.exists.no') },
      { value: 'yes', label: words('save.exists.yes') },
    ],
  });
  return reply.kind === 'answer' && reply.value === 'yes';
}
