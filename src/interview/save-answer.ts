import type { Guidance } from '../engine/guidance.ts';
import { clean } from '../render/wrap.ts';
import type { Session } from './session.ts';

/** Asks for a file name and writes the answer; an existing file is replaced only when the person says so. */
export async function saveAnswer(session: Session, guidance: Guidance): Promise<void> {
  const { prompter, words } = session;
  const name = await prompter.type({
    text: words('save.ask'),
    where: words('save.where'),
    why: words('save.why'),
    canGoBack: true,
    read: (typed) =>
      typed.trim() === '' || clean(typed) !== typed ? { error: words('save.empty') } : { value: typed.trim() },
  });
  if (name.kind === 'back') return;
  const file = name.value;
  const failure = await write(session, file, guidance, false);
  if (failure !== 'EEXIST') return report(session, file, failure);
  if (await mayReplace(session, file)) return report(session, file, await write(session, file, guidance, true));
  prompter.say(words('save.kept', { file }));
}

/** The code of what went wrong, or undefined. */
async function write(
  { outlet }: Session,
  file: string,
  guidance: Guidance,
  force: boolean,
): Promise<string | undefined> {
  try {
    await outlet.save(file, guidance, force);
    return undefined;
  } catch (error) {
    // Only faults of the file system carry a code; all else is a bug and must be seen.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}

function report({ prompter, words }: Session, file: string, failure: string | undefined): void {
  prompter.say(failure === undefined ? words('save.done', { file }) : words('save.failed', { file, code: failure }));
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
