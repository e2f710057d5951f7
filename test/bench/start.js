// Start-up as ratios to a bare Node, pair by pair in one run: `npm run bench:start`. Goals stand beside each row.
import { spawnSync } from 'node:child_process';

const rounds = Number(process.argv[2] ?? 40);
const program = 'bin/appeals-guide.js';
const check = ['check', '--notice', 'CP504', '--contact', 'phone', '--notice-date', '2026-11-02', '--json'];
const cases = [
  { name: 'check --json', args: [program, ...check], goal: 2.0 },
  { name: '--help', args: [program, '--help'], goal: 1.6 },
  { name: '--version', args: [program, '--version'], goal: 1.6 },
];

// On Node 20 this variable adds to every start, and so flatters the ratios.
const { NODE_EXTRA_CA_CERTS: _unused, ...env } = process.env;

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const { name, args, goal } of cases) {
  const pairs = Array.from({ length: rounds }, () => {
    const bare = milliseconds(['-e', '0']);
    return { bare, ratio: milliseconds(args) / bare };
  });
  const ratio = median(pairs.map((pair) => pair.ratio));
  const bare = median(pairs.map((pair) => pair.bare));
  const verdict = ratio <= goal ? 'reached' : 'MISSED';
  console.log(`${name.padEnd(14)} ${ratio.toFixed(2)} x node -e 0 (${bare.toFixed(0)} ms)   goal ${goal}: ${verdict}`);
  if (ratio > goal) process.exitCode = 1;
}
