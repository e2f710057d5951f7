import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Io } from '../src/io.ts';
import { disk } from './disk.ts';
import { rulesDir } from './rules.ts';

export const keys = { enter: '\r', down: '\u001b[B', up: '\u001b[A', interrupt: '\u0003', backspace: '\u007f' };

/** A terminal in memory: keys go in one by one, and what is written can be read as text or raw. */
export interface Terminal {
  readonly io: Io;
  readonly files: Map<string, string>;
  /** Waits until `text` has been written since the last key, then presses the keys, if any. */
  readonly on: (text: string, ...pressed: readonly string[]) => Promise<void>;
  /** Everything written to stderr, without escape codes. */
  readonly shown: () => string;
  readonly raw: () => string;
  /** Everything written to stdout. */
  readonly answered: () => string;
}

const textOf = (text: string | Uint8Array): string => (typeof text === 'string' ? text : Buffer.from(text).toString());

export function terminal(change: Partial<Io> = {}): Terminal {
  const stdin = new PassThrough();
  const files = new Map<string, string>();
  const kept = disk(files);
  let written = '';
  let out = '';
  let seen = 0;
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const shown = (): string => stripVTControlCharacters(written);
  const waitFor = async (text: string): Promise<void> => {
    for (let tries = 0; tries < 400; tries += 1) {
      // Lines are wrapped for the screen; what is waited for is not.
      if (shown().slice(seen).replace(/\s+/g, ' ').includes(text)) return;
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error(`waited for "${text}", but the screen says:\n${shown().slice(seen)}`);
  };
  return {
    files,
    shown,
    raw: () => written,
    answered: () => out,
    on: async (text, ...pressed) => {
      await waitFor(text);
      if (pressed.length > 0) seen = shown().length;
      for (const key of pressed) stdin.write(key);
    },
    io: {
      out: (text) => {
        out += textOf(text);
      },
      err: (text) => void stderr.write(text),
      inputIsTerminal: true,
      outputIsTerminal: true,
      errorIsTerminal: false,
      stdin,
      // Like the real one, it cannot be ended by the prompts that write to it.
      stderr: Object.assign(stderr, { isTTY: true, columns: 80, _isStdio: true }),
      today: () => '2026-11-10',
      columns: 80,
      env: {},
      rulesDir,
      open: () => {
        throw new Error('nothing is read');
      },
      exists: () => false,
      isDevice: () => false,
      placeFault: () => undefined,
      isSameFile: () => false,
      isStandardOutput: () => false,
      isInside: () => false,
      writeText: async (file, text, force) => {
        if (files.has(file) && !force) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
        files.set(file, text);
      },
      create: kept.create,
      reread: kept.reread,
      sizeOf: () => undefined,
      elapsed: () => 0,
      onInterrupt: () => () => {},
      ...change,
    },
  };
}

/** Enter on every list and "I don't know" on every line, until the review of the answers; `screen` must be at a question. */
export async function enterUntilReview(screen: Terminal): Promise<void> {
  for (let questions = 0; questions < 40; questions += 1) {
    await settled(screen);
    if (/\n\? Is this right\?(?![\s\S]*\n\? )/.test(screen.shown())) return;
    const isLine = /\n>\s*$/.test(screen.shown());
    await screen.on('', ...(isLine ? ['u', keys.enter] : [keys.enter]));
  }
  throw new Error(`no review came:\n${screen.shown()}`);
}

/** Waits until nothing more is written. */
async function settled(screen: Terminal): Promise<void> {
  for (let before = -1; before !== screen.raw().length; ) {
    before = screen.raw().length;
    await new Promise((done) => setTimeout(done, 60));
  }
}

/** What a pipe delivers in one chunk. */
export function piped(...lines: readonly string[]): PassThrough {
  const stream = new PassThrough();
  stream.end(lines.map((line) => `${line}\n`).join(''));
  return stream;
}
