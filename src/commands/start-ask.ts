import type { GlobalOptions } from '../cli.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { runAsk } from './ask.ts';
import { makeContext } from './context.ts';

/** `ask`, from flags. */
export async function startAsk(io: Io, flags: GlobalOptions): Promise<ExitCode> {
  const { rules, options, finish } = await makeContext(io, flags);
  const code = await runAsk(io, rules, { ...options, noInput: !flags.input });
  if (code === 0 || code === 3) await finish();
  return code as ExitCode;
}
