#!/usr/bin/env node
const { createReadStream } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { run } = require('../dist/main.cjs');

// The reader of a pipe went away: nobody is left to tell.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const two = (number) => String(number).padStart(2, '0');

const io = {
  out: (text) => process.stdout.write(text),
  drained: () =>
    process.stdout.writableNeedDrain
      ? new Promise((resolve) => process.stdout.once('drain', resolve))
      : Promise.resolve(),
  err: (text) => process.stderr.write(text),
  inputIsTerminal: process.stdin.isTTY === true,
  outputIsTerminal: process.stdout.isTTY === true,
  stdin: process.stdin,
  stderr: process.stderr,
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  columns: process.stdout.columns || process.stderr.columns || 80,
  env: process.env,
  rulesDir: join(__dirname, '..', 'rules'),
  open: (file) => (file === '-' ? process.stdin : createReadStream(file)),
  writeText: (file, text, force) => writeFile(file, text, { flag: force ? 'w' : 'wx' }),
};

run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
