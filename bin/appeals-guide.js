#!/usr/bin/env node
const fs = require('node:fs');
const { join } = require('node:path');
const { run } = require('../dist/main.cjs');

/** Loaded where a file is written, and not for an answer on the screen. */
const files = () => require('./files.js');

/**
 * Writes at once and in full. A slow reader makes the program wait instead of filling the memory, and opening
 * process.stdout, which costs a start 4 ms, is not needed.
 */
function writeAll(descriptor, text) {
  let rest = typeof text === 'string' ? Buffer.from(text) : text;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest));
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** Writes an answer. */
function write(descriptor, text) {
  try {
    writeAll(descriptor, text);
  } catch (error) {
    // The reader of a pipe went away: nobody is left to tell.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  }
}

/** Writes what is said beside an answer. Where it cannot be heard, the answer is given all the same. */
function say(text) {
  try {
    writeAll(2, text);
  } catch {
    // There is no other place to say it.
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

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Lets no signal end the program in the middle of work that is done in one go. */
function uninterrupted(work) {
  const wait = () => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    return work();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

const two = (number) => String(number).padStart(2, '0');

// Getters, because a standard stream is opened only where it is needed.
const io = {
  out: (text) => write(1, text),
  err: say,
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
  isDevice: (file) => files().isDevice(file),
  placeFault: (file) => files().placeFault(file),
  isSameFile: (one, other) => files().isSameFile(one, other),
  isStandardOutput: (file) => files().isStandardOutput(file),
  isInside: (file, folder) => files().isInside(file, folder),
  writeText: async (file, text, force) =>
    uninterrupted(() => {
      const output = files().create(file, force, write);
      try {
        output.write(text);
        output.close();
      } catch (error) {
        output.discard();
        throw error;
      }
    }),
  create: (file, force) => files().create(file, force, write),
  reread: (file) => files().reread(file),
  sizeOf: (file) => (file === '-' ? undefined : fs.statSync(file, { throwIfNoEntry: false })?.size || undefined),
  elapsed: () => performance.now(),
  onInterrupt: (tell) => {
    let isTold = false;
    const hear = () => {
      // A second one ends the program at once.
      if (isTold) process.exit(130);
      isTold = true;
      tell();
    };
    for (const signal of signals) process.on(signal, hear);
    return () => {
      for (const signal of signals) process.off(signal, hear);
    };
  },
};

run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
