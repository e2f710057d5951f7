import { type Choice, readChoice } from '../batch/choose.ts';
import type { Overview } from '../batch/overview.ts';
import { makeProgress } from '../batch/progress.ts';
import { type ColumnMap, readColumnMap } from '../batch/read/columns.ts';
import { letterFinder } from '../batch/read/find-letter.ts';
import { type InputKind, openInput } from '../batch/read/input.ts';
import { makeReader } from '../batch/read/open-rows.ts';
import { type Ran, runRows } from '../batch/run-rows.ts';
import { summaryObject, summaryWords } from '../batch/summary.ts';
import type { GlobalOptions } from '../cli.ts';
import type { BatchOptions } from '../cli-batch.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { printable } from '../printable.ts';
import { type BatchFormat, batchFormat, isPage, writerFor } from './batch-writer.ts';
import { accessibleByEnv, type Context, makeContext } from './context.ts';
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
  const { output: written } = flags;
  if (written !== undefined && (written === file || io.isSameFile(file, written))) {
    throw new UsageError(`--output ${written}: is the file that is read; name another one`);
  }
  const wish = readWish(io, batch, flags);
  const { format: _format, json: _json, ...others } = flags;
  const context = await makeContext(io, others);
  const output = openOutput(io, flags);
  const source = io.open(file);
  const input = await openInput(file, source, io.open, batch.input);
  const writer = await writerFor(wish.format, context, batch);
  const progress = makeProgress(io, {
    size: io.sizeOf(file),
    isQuiet: isQuiet(io, wish, flags),
  });
  const { book, options } = context;
  const reading = {
    ...{ find: letterFinder(book), today: options.today, skipRows: wish.skipRows },
    ...{ columns: book.columns, map: wish.map },
    ignoreUnknown: batch.ignoreUnknownColumns === true,
  };
  const tell = (text: string): void => {
    progress.clear();
    io.err(text);
  };
  const onEmpty = (): void => mustHaveRows(printable(file), batch, wish);
  const read = makeReader(input, reading, tell);
  const ran = await runRows({ ...wish, ...read, book, input, source, writer, progress, output, io, onEmpty });
  progress.clear();
  return conclude(io, { file: printable(file), kind: input.kind, batch, wish, ran, context });
}

/** Lines that go to the terminal themselves show how far the work is; a bar would stand between them. */
function isQuiet(io: Io, { format, isSorted }: Wish, { plain, accessible, output }: GlobalOptions): boolean {
  if (plain || (accessible ?? accessibleByEnv(io.env)) || io.env['TERM'] === 'dumb') return true;
  return output === undefined && io.outputIsTerminal && !isSorted && !isPage(format);
}

interface Wish {
  readonly format: BatchFormat;
  readonly only: Choice | undefined;
  readonly failOn: readonly Choice[];
  readonly isSorted: boolean;
  readonly skipRows: number;
  readonly map: ColumnMap;
}

/** A job that watches for something must not be content with an empty file. Throws UsageError. */
function mustHaveRows(file: string, { strict }: BatchOptions, { failOn, skipRows }: Wish): void {
  if (skipRows > 0 || (!strict && failOn.length === 0)) return;
  const flag = failOn.length > 0 ? '--fail-on' : '--strict';
  throw new UsageError(`${file}: has no rows, so ${flag} has nothing to look at; check the file`);
}

/** All that can be wrong with flags, before anything is opened. */
function readWish(io: Io, batch: BatchOptions, flags: GlobalOptions): Wish {
  const { only, failOn = [], skipRows = '0' } = batch;
  if (!/^\d{1,12}$/.test(skipRows)) throw new UsageError(`--skip-rows "${printable(skipRows)}": give a number of rows`);
  return {
    format: batchFormat(io, batch, flags),
    only: only === undefined ? undefined : readChoice('--only', only),
    failOn: failOn.map((typed) => readChoice('--fail-on', typed)),
    isSorted: batch.sort === 'deadline',
    skipRows: Number(skipRows),
    map: readColumnMap(batch.map ?? []),
  };
}

interface Conclusion {
  readonly file: string;
  readonly kind: InputKind;
  readonly batch: BatchOptions;
  readonly wish: Wish;
  readonly ran: Ran;
  readonly context: Context;
}

/** The last words on stderr, and the exit code. */
function conclude(io: Io, { file, kind, batch, wish, ran, context }: Conclusion): ExitCode {
  const { overview, lastRow, isStopped, isMatched, isWritten } = ran;
  if (isStopped) {
    const goOn = `To go on, run the same command with --skip-rows ${lastRow}.`;
    const startAgain = 'Nothing was written, because this answer needs all rows; to have it, start again.';
    io.err(`Stopped after row ${lastRow}. ${isWritten ? goOn : startAgain}\n`);
    return 130;
  }
  if (overview.rows === 0 && wish.skipRows > 0) io.err(`${file}: has no row after row ${wish.skipRows}\n`);
  else if (overview.rows === 0 && kind === 'csv') {
    io.err(`${file}: has a header and no rows; write one row a client below the header\n`);
  }
  if (wish.format === 'ics' && !isWritten) io.err(`${context.book.text.labels['screen.batch.noCalendar']}\n`);
  io.err(ran.repeats);
  const summary = batch.summary === 'json' ? summaryObject(overview, context.book, context.options.today) : undefined;
  io.err(`${summary ? JSON.stringify(summary) : summaryWords(overview)}\n`);
  return isMatched ? 4 : codeOf(overview, batch.strict === true);
}

function codeOf({ errors, incomplete }: Overview, strict: boolean): ExitCode {
  return errors > 0 || (strict && incomplete > 0) ? 3 : 0;
}

async function writeTemplate(io: Io, flags: GlobalOptions): Promise<ExitCode> {
  const { templateCsv } = await import('../batch/template.ts');
  const output = openOutput(io, flags);
  output.write(templateCsv());
  output.close();
  return 0;
}
