import type { GlobalOptions } from '../cli.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { runCompare } from './compare.ts';
import { makeContext } from './context.ts';
import { runNotices } from './notices.ts';
import { runPhone } from './phone.ts';

const pages = { notices: runNotices, compare: runCompare, phone: runPhone } as const;

/** The commands that only show what the rules say: `notices`, `compare`, `phone`. */
export async function runReading(
  io: Io,
  page: keyof typeof pages,
  args: readonly string[],
  flags: GlobalOptions,
): Promise<ExitCode> {
  const { rules, options, finish } = await makeContext(io, flags);
  const code = pages[page](io, rules, args, options);
  await finish();
  return code as ExitCode;
}
