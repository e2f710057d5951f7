import { type Choice, readChoice } from '../batch/choose.ts';
import type { Overview } from '../batch/overview.ts';
import { makeProgress } from '../batch/progress.ts';
import { type ColumnMap, readColumnMap } from '../batch/read/columns.ts';
import { letterFinder } from '../batch/read/find-letter.ts';
import { type InputKind, openInput } from '../batch/read/input.ts';
import { inputName } from '../batch/read/input-name.ts';
import { makeReader } from '../batch/read/open-rows.ts';
import { type Ran, runRows } from '../batch/run-rows.ts';
import { summaryObject, summaryWords } from '../batch/summary.ts';
import type { GlobalOptions } from '../cli.ts';
import type { BatchOptions } from '../cli-batch.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { printable } from '../printable.ts';
import { batchFormat, isPage, writerFor } from './batch-writer.ts';
import {
  type AskedFormat,
  accessibleByEnv,
  type Context,
  flagFormat,
  makeContext,
  mustNotReadItself,
} from './context.ts';
import { openOutput } from './open-output.ts';

/**
 * `batch`: many situations from a file, in its order. 0 all rows answered, 3 some had errors (or, strict, facts missing),
 * 4 `--fail-on` matched, 130 stopped by Ctrl-C.
 */
export async function runBatch(
  io: Io,
  file: string | undefined,
  batch: BatchOptions,
  flags: GlobalOptions,
): Promise<ExitCode> {
  if (batch.template) return writeTemplate(io, flags);
  if (file === undefined) {
    throw new UsageError("missing required argument 'file': name a CSV or NDJSON file, or - for standard input");
  }
  const wish = await readWish(io, file, batch, flags);
  const { format: _format, json: _json, ...others } = flags;
  const context = await makeContext(io, others, { format: wish.asked });
  const output = openOutput(io, flags, wish.isResumed ? wish.skipRows : undefined);
  const source = io.open(file);
  const input = await openInput(file, source, io.open, batch.input);
  const writer = await writerFor(wish.asked.format, context, batch);
  const progress = makeProgress(io, {
    size: io.sizeOf(file),
    isQuiet: isQuiet(io, wish, flags),
  });
  const { book, options } = context;
  const reading = {
    ...{ find: letterFinder(book), today: options.today, skipRows: wish.isResumed ? 0 : wish.skipRows },
    ...{ columns: book.columns, map: wish.map },
    ignoreUnknown: batch.ignoreUnknownColumns === true,
  };
  const tell = (text: string): void => {
    progress.clear();
    io.err(text);
  };
  const onEmpty = (): void => mustHaveRows(inputName(file), batch, wish);
  const read = makeReader(input, reading, tell);
  const ran = await runRows({ ...wish, ...read, book, input, source, writer, progress, output, io, onEmpty });
  progress.clear();
  return conclude(io, { file: inputName(file), kind: input.kind, batch, flags, wish, ran, context });
}

/** Lines that go to the terminal themselves show how far the work is; a bar would stand between them. */
function isQuiet(io: Io, { asked: { format }, isSorted }: Wish, { plain, accessible, output }: GlobalOptions): boolean {
  if (plain || (accessible ?? accessibleByEnv(io.env)) || io.env['TERM'] === 'dumb') return true;
  return output === undefined && io.outputIsTerminal && !isSorted && !isPage(format);
}

interface Wish {
  readonly asked: AskedFormat;
  readonly only: Choice | undefined;
  readonly failOn: Choice | undefined;
  readonly isSorted: boolean;
  readonly skipRows: number;
  /** `--output` names the file that a stopped run has left. */
  readonly isResumed: boolean;
  readonly map: ColumnMap;
}

/** A job that watches for something must not be content with an empty file. Throws UsageError. */
function mustHaveRows(file: string, { strict }: BatchOptions, { failOn, skipRows }: Wish): void {
  if (skipRows > 0 || (!strict && !failOn)) return;
  const flag = failOn ? '--fail-on' : '--strict';
  throw new UsageError(`${file}: has no rows, so ${flag} has nothing to look at; check the file`);
}

/** All that can be wrong with flags, before anything is opened. */
async function readWish(io: Io, file: string, batch: BatchOptions, flags: GlobalOptions): Promise<Wish> {
  const { only, failOn, skipRows = '0', knownOnly = false } = batch;
  if (!/^\d{1,12}$/.test(skipRows)) throw new UsageError(`--skip-rows "${printable(skipRows)}": give a number of rows`);
  if (knownOnly && !only && !failOn) {
    throw new UsageError('--known-only: belongs to --only or --fail-on; add one of them, or leave it out');
  }
  const place = flags.output === undefined ? undefined : await import('./output-place.ts');
  const isSorted = batch.sort === 'deadline';
  const asked = batchFormat(io, batch, flags, place?.formatInFile(io, flags, flagFormat(flags)) ?? flagFormat(flags));
  const mayResume = batch.skipRows !== undefined && !isSorted && !isPage(asked.format);
  place?.checkOutput(io, flags, { files: [file], mayExist: mayResume });
  mustNotReadItself(io, flags, [file]);
  return {
    asked,
    only: only && readChoice('--only', only, knownOnly),
    failOn: failOn && readChoice('--fail-on', failOn, knownOnly),
    isSorted,
    skipRows: Number(skipRows),
    isResumed: mayResume && flags.output !== undefined && !io.isDevice(flags.output) && io.exists(flags.output),
    map: readColumnMap(batch.map ?? []),
  };
}

interface Conclusion {
  readonly file: string;
  readonly kind: InputKind;
  readonly batch: BatchOptions;
  readonly flags: GlobalOptions;
  readonly wish: Wish;
  readonly ran: Ran;
  readonly context: Context;
}

/** The last words on stderr, and the exit code. */
function conclude(io: Io, conclusion: Conclusion): ExitCode {
  const { file, kind, batch, wish, ran, context } = conclusion;
  const { overview, lastRow, isStopped, isMatched, isWritten } = ran;
  if (isStopped) {
    io.err(`${stoppedWords(conclusion)}\n`);
    return 130;
  }
  if (lastRow <= wish.skipRows && wish.skipRows > 0) io.err(`${file}: has no row after row ${wish.skipRows}\n`);
  else if (overview.rows === 0 && kind === 'csv') {
    io.err(`${file}: has a header and no rows; write one row a client below the header\n`);
  }
  if (wish.asked.format === 'ics' && !isWritten) io.err(`${context.book.text.labels['screen.batch.noCalendar']}\n`);
  io.err(ran.repeats);
  const summary = batch.summary === 'json' ? summaryObject(overview, context.book, context.options.today) : undefined;
  io.err(`${summary ? JSON.stringify(summary) : summaryWords(overview)}\n`);
  return isMatched ? 4 : codeOf(overview, batch.strict === true);
}

/** How to go on after Ctrl-C, so that nothing is lost. */
function stoppedWords({ flags, wish, ran, context }: Conclusion): string {
  const row = Math.max(ran.lastRow, wish.isResumed ? wish.skipRows : 0);
  const isKept = ran.isWritten || wish.isResumed;
  const day = flags.output && !flags.today ? `; on another day, add --today ${context.options.today}` : '';
  return [
    `Stopped after row ${row}.`,
    isKept
      ? `To go on, run the same command with --skip-rows ${row}${day}.`
      : 'Nothing was written, because this answer needs all rows; to have it, start again.',
    ...(ran.isMatched ? ['A row so far fits --fail-on.'] : []),
  ].join(' ');
}

function codeOf({ errors, incomplete }: Overview, strict: boolean): ExitCode {
  return errors > 0 || (strict && incomplete > 0) ? 3 : 0;
}

async function writeTemplate(io: Io, flags: GlobalOptions): Promise<ExitCode> {
  const { templateCsv } = await import('../batch/template.ts');
  const place = flags.output === undefined ? undefined : await import('./output-place.ts');
  const asked = place?.formatInFile(io, flags, flagFormat(flags)) ?? flagFormat(flags);
  if (asked && asked.format !== 'csv') throw new UsageError(`${asked.by}: the template is a CSV file; name it .csv`);
  place?.checkOutput(io, flags, {});
  const output = openOutput(io, flags);
  output.write(Buffer.from(templateCsv()));
  output.close();
  return 0;
}
