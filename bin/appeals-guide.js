#!/usr/bin/env node
const fs = require('node:fs');
const { join } = require('node:path');
const { run } = require('../dist/main.cjs');

/**
 * Writes at once and in full. A slow reader makes the program wait instead of filling the memory, and opening
 * process.stdout, which costs a start 4 ms, is not needed.
 */
function write(descriptor, text) {
  let rest = typeof text === 'string' ? Buffer.from(text) : text;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest));
    } catch (error) {
      // The reader of a pipe went away: nobody is left to tell.
      if (error.code === 'EPIPE') process.exit(0);
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** What the system knows of a file, or undefined where there is none. */
function statusOf(file) {
  try {
    return file === '-' ? fs.fstatSync(0, { bigint: true }) : fs.statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** Asks node:tty, which is slow to load, only where a terminal is possible. */
function isTerminal(descriptor) {
  try {
    return fs.fstatSync(descriptor).isCharacterDevice() && require('node:tty').isatty(descriptor);
  } catch {
    // On Windows, or with a closed stream, only node:tty knows.
    return require('node:tty').isatty(descriptor);
  }
}

const two = (number) => String(number).padStart(2, '0');

// Getters, because a standard stream is opened only where it is needed.
const io = {
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  get inputIsTerminal() {
    return isTerminal(0);
  },
  get outputIsTerminal() {
    return isTerminal(1);
  },
  get errorIsTerminal() {
    return isTerminal(2);
  },
  get stdin() {
    return process.stdin;
  },
  get stderr() {
    return process.stderr;
  },
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  get columns() {
    return (isTerminal(1) && process.stdout.columns) || (isTerminal(2) && process.stderr.columns) || 80;
  },
  env: process.env,
  rulesDir: join(__dirname, '..', 'rules'),
  open: (file) => (file === '-' ? process.stdin : fs.createReadStream(file)),
  exists: (file) => fs.existsSync(file),
  isSameFile: (one, other) => {
    const [first, second] = [statusOf(one), statusOf(other)];
    return first?.isFile() === true && first.dev === second?.dev && first.ino === second.ino;
  },
  writeText: (file, text, force) => fs.promises.writeFile(file, text, { flag: force ? 'w' : 'wx' }),
  create: (file, force) => {
    const descriptor = fs.openSync(file, force ? 'w' : 'wx');
    return { write: (text) => write(descriptor, text), close: () => fs.closeSync(descriptor) };
  },
  sizeOf: (file) => (file === '-' ? undefined : fs.statSync(file, { throwIfNoEntry: false })?.size || undefined),
  elapsed: () => performance.now(),
  onInterrupt: (tell) => {
    // Once: a second Ctrl-C ends the program at once.
    process.once('SIGINT', tell);
    return () => process.off('SIGINT', tell);
  },
};

run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
