// The benchmark of batch: `npm run bench`. Goals stand beside each line; ratios are of pairs within this run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { writeLetters } from './letters.js';
import { median, run } from './measure.js';

const program = join(import.meta.dirname, '../../bin/appeals-guide.js');
const day = ['--today', '2026-11-10'];
const million = 1_000_000;
const rounds = 3;

const folder = mkdtempSync(join(tmpdir(), 'letters-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}

async function main() {
  const files = await makeFiles();
  await answersAgree(files.some);
  const rate = await speed(files.million);
  await memory(files);
  await engines(files.some, rate);
}

async function makeFiles() {
  const sizes = { some: 5_000, half: million / 2, million, many: 5 * million };
  const files = {};
  for (const [name, rows] of Object.entries(sizes)) {
    files[name] = join(folder, `${name}.csv`);
    await writeLetters(files[name], rows);
  }
  return files;
}

/** A row of batch says what check says; looked at before anything is timed. */
async function answersAgree(file) {
  const { out } = await run([program, 'batch', file, '--json', ...day], { folder, read: 'keep' });
  const lines = out.trim().split('\n');
  for (let row = 0; row < lines.length; row += 500) {
    const { facts, programs, deadlines, missing } = JSON.parse(lines[row]);
    const flags = Object.entries(facts).flatMap(([name, value]) => [`--${kebabCase(name)}`, value]);
    const { stdout } = spawnSync(process.execPath, [program, 'check', ...flags, '--json', ...day], {
      encoding: 'utf8',
    });
    const whole = JSON.parse(stdout);
    const of = (answer) => [
      answer.missing,
      Object.values(answer.programs).map(({ status }) => status),
      answer.deadlines.map(({ id, date, aimFor, daysLeft }) => [id, date, aimFor, daysLeft]),
    ];
    if (JSON.stringify(of({ programs, deadlines, missing })) !== JSON.stringify(of(whole))) {
      throw new Error(`row ${row + 1} and check ${flags.join(' ')} differ`);
    }
  }
  console.log(`${lines.length} rows answered; every 500th compared with check: they agree`);
}

function kebabCase(name) {
  return name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
}

async function speed(file) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const batch = await run([program, 'batch', file, '--json', ...day], { folder });
    const csvParse = await run([join(import.meta.dirname, 'read-csv-parse.js'), file], { folder });
    const udsv = await run([join(import.meta.dirname, 'read-udsv.js'), file], { folder });
    pairs.push({
      batch: batch.seconds,
      csvParse: batch.seconds / csvParse.seconds,
      udsv: batch.seconds / udsv.seconds,
    });
  }
  const rate = million / median(pairs.map(({ batch }) => batch));
  console.log(`1 M rows, CSV to JSON lines: ${Math.round(rate / 1000)} k rows/s`);
  tell('  over csv-parse reading the file', median(pairs.map(({ csvParse }) => csvParse)), 1.0);
  tell('  over udsv reading the file', median(pairs.map(({ udsv }) => udsv)));
  return rate;
}

async function memory({ half, many }) {
  const few = await run([program, 'batch', half, '--json', ...day], { folder });
  const all = await run([program, 'batch', many, '--json', ...day], { folder });
  const slow = await run([program, 'batch', half, '--json', ...day], { folder, read: 'slow' });
  console.log(
    `peak memory: ${few.megabytes.toFixed(0)} MiB at 500 k rows, ${all.megabytes.toFixed(0)} MiB at 5 M rows`,
  );
  tell('  5 M over 500 k', all.megabytes / few.megabytes, 1.2);
  tell('  MiB at 5 M', all.megabytes, 200);
  tell('  500 k with a slow reader over 500 k', slow.megabytes / few.megabytes, 1.2);
}

/** The same rows of the tables decide with each engine; that is looked at first. */
async function engines(file, rate) {
  const bundle = join(folder, 'engines.mjs');
  const build = await rolldown({
    input: join(import.meta.dirname, 'engines.ts'),
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
  });
  await build.write({ file: bundle, format: 'esm', codeSplitting: false });
  await build.close();
  const { out } = await run([bundle, file], { folder, read: 'keep' });
  console.log('rows a second, reading and writing included, over those that a rule engine decides');
  for (const [name, microseconds] of Object.entries(JSON.parse(out))) {
    const goal = name === 'json-rules-engine' ? 50 : undefined;
    tell(`  over ${name}`, (rate * microseconds) / 1_000_000, goal, true);
  }
}

/** One line with its goal; a goal that is missed makes the exit code 1. */
function tell(what, value, goal, isMore = false) {
  const isReached = goal === undefined || (isMore ? value >= goal : value <= goal);
  const verdict = goal === undefined ? '' : `   goal ${goal}: ${isReached ? 'reached' : 'MISSED'}`;
  console.log(`${what}: ${value.toFixed(2)}${verdict}`);
  if (!isReached) process.exitCode = 1;
}
