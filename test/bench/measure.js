// Runs programs for the benchmark: seconds, peak memory, what they printed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// On Node 20 this variable adds to every start, and so flatters the ratios.
const { NODE_EXTRA_CA_CERTS: _unused, ...env } = process.env;

/**
 * Runs a script of Node. `read`: what becomes of its output: `drop` (to nowhere), `keep` (as text), `slow` (read in small
 * pieces with pauses).
 */
export function run(args, { folder, read = 'drop' }) {
  const peakFile = join(folder, 'peak.txt');
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--require', join(import.meta.dirname, 'peak.cjs'), ...args], {
    env: { ...env, PEAK_FILE: peakFile },
    stdio: ['ignore', read === 'drop' ? 'ignore' : 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  if (read === 'keep') {
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      out += piece;
    });
  }
  if (read === 'slow') readSlowly(child.stdout);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (code !== 0 && code !== 3) fail(new Error(`${args.join(' ')} ended with ${code}: ${err}`));
      else done({ seconds, megabytes: Number(readFileSync(peakFile, 'utf8')) / 1024, out, err });
    });
  });
}

/** Takes a piece, then waits, so that the writer has to wait, too. */
function readSlowly(stream) {
  stream.on('data', () => {
    stream.pause();
    setTimeout(() => stream.resume(), 2);
  });
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
