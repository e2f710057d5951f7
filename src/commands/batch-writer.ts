import type { Overview } from '../batch/overview.ts';
import type { RowWriter } from '../batch/write/row-writer.ts';
import type { GlobalOptions } from '../cli.ts';
import type { BatchOptions } from '../cli-batch.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { AnswerFormat } from '../vocabulary.ts';
import type { AskedFormat, Context } from './context.ts';

export type BatchFormat = AnswerFormat;

/** One page on all rows. */
export function isPage(format: BatchFormat): boolean {
  return format === 'markdown' || format === 'html';
}

/** JSON lines where no person looks, a table on a terminal. Throws UsageError for flags that do not go together. */
export function batchFormat(
  io: Io,
  { full, sort, only }: BatchOptions,
  { output, explain }: GlobalOptions,
  asked: AskedFormat | undefined,
): AskedFormat {
  const isSeen = output === undefined && io.outputIsTerminal;
  const { format, by } = asked ?? { format: isSeen && !full ? 'text' : 'json', by: '' };
  if (full && format !== 'json') throw new UsageError(`--full contradicts ${by}; leave one of them out`);
  if (explain && format !== 'json' && format !== 'text') {
    throw new UsageError(`--explain: ${by} has no room for the rules; use --format json or text`);
  }
  const choosing =
    sort && (isPage(format) || format === 'ics') ? '--sort' : only && isPage(format) ? '--only' : undefined;
  if (choosing) throw new UsageError(`${choosing}: ${by} is not a list of rows; leave one of them out`);
  return { format, by };
}

/** Makes the writer of a format; what is needed for it is loaded now. */
export async function writerFor(
  format: BatchFormat,
  { book, options }: Context,
  { full }: BatchOptions,
): Promise<(overview: Overview) => RowWriter> {
  switch (format) {
    case 'json': {
      const { ndjsonWriter } = await import('../batch/write/write-ndjson.ts');
      return () => ndjsonWriter(book, { full: full === true, explain: options.explain });
    }
    case 'csv': {
      const { csvWriter } = await import('../batch/write/write-csv.ts');
      return () => csvWriter();
    }
    case 'text': {
      const { tableWriter } = await import('../batch/write/write-table.ts');
      return () => tableWriter(book, options);
    }
    case 'ics': {
      const { calendarWriter } = await import('../batch/write/write-calendar.ts');
      return () => calendarWriter(book);
    }
    default: {
      const { overviewWriter } = await import('../batch/write/write-overview.ts');
      return (overview) => overviewWriter(overview, book, { format, today: options.today });
    }
  }
}
