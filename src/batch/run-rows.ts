import type { RuleSet } from '../engine/rule-set.ts';
import type { Io } from '../io.ts';
import type { AnsweredRow, ReadRow, RowReader } from './batch-row.ts';
import { type Choice, isChosen, sortKey } from './choose.ts';
import { makeCounter } from './count-rows.ts';
import type { Input } from './input.ts';
import type { Overview } from './overview.ts';
import { type PlannedRow, rowAnswerOf } from './planned-row.ts';
import type { Progress } from './progress.ts';
import { answerByDecision } from './row-answer.ts';
import { type Plans, planRow } from './row-plans.ts';
import type { RowWriter } from './row-writer.ts';
import { makeSink, makeSorter } from './sink.ts';

export interface Run {
  readonly book: RuleSet;
  /** undefined: each row is decided by itself. */
  readonly plans: Plans | undefined;
  readonly input: Input;
  /** The stream behind the input; closed where the run is stopped while it waits. */
  readonly source: NodeJS.ReadableStream & { readonly destroy?: () => unknown };
  readonly reader: RowReader;
  readonly writer: (overview: Overview) => RowWriter;
  readonly only: Choice | undefined;
  readonly failOn: readonly Choice[];
  readonly isSorted: boolean;
  readonly skipRows: number;
  readonly progress: Progress;
  readonly output: { readonly write: (text: string | Uint8Array) => void; readonly close: () => void };
  readonly io: Pick<Io, 'onInterrupt'>;
}

/** What a run came to. */
export interface Ran {
  readonly overview: Overview;
  readonly lastRow: number;
  /** true: by Ctrl-C, after `lastRow`. */
  readonly isStopped: boolean;
  /** true: a row fits `--fail-on`. */
  readonly isMatched: boolean;
  readonly isWritten: boolean;
}

/** Reads, answers and writes row by row. What is kept does not grow with the file, but for rows that are sorted. */
export async function runRows(run: Run): Promise<Ran> {
  const { input, source, reader, progress, io, output } = run;
  const state = makeState(run);
  let [isStopped, read] = [false, 0];
  const letGo = io.onInterrupt(() => {
    isStopped = true;
    source.destroy?.();
  });
  try {
    for await (const piece of input.pieces) {
      reader.feed(piece, state.take);
      state.flush();
      read += piece.length;
      progress.show(state.overview.rows, read);
      // A key press is heard only between turns.
      await new Promise((done) => setImmediate(done));
      if (isStopped) break;
    }
    if (!isStopped) reader.end(state.take);
  } catch (error) {
    if (!isStopped) throw error;
  } finally {
    letGo();
  }
  const isWritten = state.finish(isStopped);
  if (isWritten) output.close();
  return { ...state.result(), isStopped, isWritten };
}

function makeState({ book, plans, writer: makeWriter, only, failOn, isSorted, skipRows, output }: Run) {
  const counter = makeCounter(plans);
  const { overview } = counter;
  const writer = makeWriter(overview);
  const sink = makeSink(output.write);
  const sorter = isSorted ? makeSorter() : undefined;
  // Where each row goes out as it is, nobody need look at it.
  const writePlanned = only || sorter || failOn.length > 0 ? undefined : writer.plannedRow;
  let [lastRow, isMatched, isBegun] = [skipRows, false, false];
  const begin = (): void => {
    if (!isBegun) sink.write(writer.head);
    isBegun = true;
  };
  return {
    overview,
    take: (read: ReadRow, row: number): void => {
      lastRow = row;
      const planned = plannedOf(read);
      if (planned) counter.planned(row, read.client, planned);
      if (planned && writePlanned) {
        begin();
        writePlanned(sink, row, read.client, planned);
        return;
      }
      const told = tell(read, row, planned);
      if (!planned) counter.row(told);
      if (!('error' in told)) isMatched ||= failOn.some((fits) => fits(told.answer));
      if (!isChosen(told, only)) return;
      const text = writer.row(told);
      if (sorter) sorter.add(sortKey(told), text);
      else if (text !== '') {
        begin();
        sink.write(text);
      }
    },
    flush: sink.flush,
    /** Writes what is still to be written; false where nothing was. */
    finish: (isStopped: boolean): boolean => {
      counter.finish();
      const isWhole = !isStopped || (sorter === undefined && writer.isStream);
      if (!isWhole || (writer.needsRows && !isBegun && !sorter)) return false;
      begin();
      sorter?.pass(sink);
      sink.write(writer.foot());
      sink.flush();
      return true;
    },
    result: () => ({ overview, lastRow, isMatched }),
  };

  function plannedOf(read: ReadRow): PlannedRow | undefined {
    if ('planned' in read) return read.planned;
    return 'answers' in read && plans ? planRow(plans, read.answers, read.today) : undefined;
  }

  function tell(read: ReadRow, row: number, planned: PlannedRow | undefined): AnsweredRow {
    const { client } = read;
    if (planned) return { row, client, answer: rowAnswerOf(planned) };
    if ('answers' in read) return { row, client, answer: answerByDecision(book, read.answers, read.today) };
    return { row, ...(read as Extract<ReadRow, { error: unknown }>) };
  }
}
