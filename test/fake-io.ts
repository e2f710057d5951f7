import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect } from 'vitest';
import type { Io } from '../src/io.ts';
import { type ExitCode, run } from '../src/main.ts';
import { checkedRules } from '../src/rules/checked.ts';
import { loadRules } from '../src/rules/load.ts';
import { rulesDir as checkout } from './rules.ts';
import { terminal } from './terminal.ts';

/** What one run of the program left behind. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  /** Files that it wrote. */
  readonly files: ReadonlyMap<string, string>;
}

const home = mkdtempSync(join(tmpdir(), 'appeals-cli-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Rules as an installed program has them: checked once, by the build. Hundreds of runs need no second check. */
const builtIn = join(home, 'rules');
cpSync(checkout, builtIn, { recursive: true });
mkdirSync(join(home, 'dist'));
const { stamp, bytes } = checkedRules(builtIn, await loadRules(builtIn));
writeFileSync(join(home, 'dist', 'rules-stamp.json'), JSON.stringify(stamp));
writeFileSync(join(home, 'dist', 'rules-checked.bin'), bytes);

/** Runs the program on arguments, without a terminal, on 10 November 2026. */
export async function cli(argv: readonly string[], change: Partial<Io> = {}): Promise<Ran> {
  const screen = terminal({ inputIsTerminal: false, outputIsTerminal: false, rulesDir: builtIn, ...change });
  const code = await run(argv, screen.io);
  return { code, out: screen.answered(), err: screen.raw(), files: screen.files };
}

/** The answer of a run as the object that JSON holds. Throws where it holds none. */
export async function json(argv: readonly string[], change: Partial<Io> = {}): Promise<Record<string, unknown>> {
  const { out } = await cli([...argv, '--json'], change);
  return JSON.parse(out);
}

/** A copy of the rules in a folder of its own, for a test to edit. */
export function rulesCopy(name: string): string {
  const dir = join(home, name);
  cpSync(checkout, dir, { recursive: true });
  return dir;
}

/** A file of the outside world, as bytes that arrive in the given pieces. */
export function stream(...pieces: readonly (string | Uint8Array)[]): NodeJS.ReadableStream {
  return Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );
}

/** A file that cannot be opened: what fs gives for one that is not there. */
function missingFile(): NodeJS.ReadableStream {
  return new Readable({
    read() {
      this.destroy(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
    },
  });
}

/** Runs arguments that must fail as a usage error, and gives what its one line says. */
export async function slip(argv: string | readonly string[], change: Partial<Io> = {}): Promise<string> {
  const ran = await cli(typeof argv === 'string' ? argv.split(' ') : argv, { open: missingFile, ...change });
  expect({ code: ran.code, out: ran.out, files: [...ran.files] }).toEqual({ code: 2, out: '', files: [] });
  // One line, no stack trace, nothing that a terminal would obey.
  expect(ran.err).toMatch(/^appeals-guide: [^\n]+\n$/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
  expect(ran.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\bat .*:\d+:\d+|node_modules/);
  return ran.err.slice('appeals-guide: '.length, -1);
}
