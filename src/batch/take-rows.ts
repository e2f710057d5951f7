import { letterOf } from '../engine/letter.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { AnsweredRow, ReadRow, TakeRow } from './batch-row.ts';
import { type Choice, isChosen, sortKey } from './choose.ts';
import { makeCounter } from './count-rows.ts';
import type { Overview } from './overview.ts';
import { makeRepeats } from './repeats.ts';
import { answerByDecision } from './row-answer.ts';
import type { RowWriter } from './write/row-writer.ts';
import { makeSink, makeSorter } from './write/sink.ts';

/** What becomes of rows. */
export interface Taking {
  readonly book: RuleSet;
  readonly writer: (overview: Overview) => RowWriter;
  readonly only: Choice | undefined;
  readonly failOn: Choice | undefined;
  readonly isSorted: boolean;
  readonly skipRows: number;
  /** true: the output holds the first rows already; they are answered and written again all the same, and compared. */
  readonly isResumed: boolean;
  readonly output: { readonly write: (bytes: Uint8Array) => void; readonly endKept: (foot: string) => void };
}

/** Answers rows, counts them and writes them. */
export interface Taker {
  readonly overview: Overview;
  readonly take: TakeRow;
  /** Passes on what is still in memory. */
  readonly flush: () => void;
  /** Writes what is still to be written; false where nothing was. */
  readonly finish: (isStopped: boolean) => boolean;
  readonly result: () => {
    readonly overview: Overview;
    readonly lastRow: number;
    readonly isMatched: boolean;
    readonly repeats: string;
  };
}

export function makeTaker(taking: Taking): Taker {
  const { book, writer: makeWriter, only, failOn, isSorted, skipRows, output } = taking;
  const counter = makeCounter();
  const { overview } = counter;
  const writer = makeWriter(overview);
  const sink = makeSink(output.write);
  const sorter = isSorted ? makeSorter() : undefined;
  const repeats = makeRepeats((notice) => letterOf(book, notice)?.label ?? notice);
  let [lastRow, isMatched, isBegun, isKept] = [skipRows, false, false, taking.isResumed];
  const begin = (): void => {
    if (!isBegun) sink.write(writer.head);
    isBegun = true;
  };
  const endKept = (): void => {
    if (!isKept) return;
    isKept = false;
    if (!writer.needsRows) begin();
    sink.flush();
    output.endKept(writer.foot());
  };
  return {
    overview,
    take: (read: ReadRow, row: number): void => {
      if (row > skipRows) endKept();
      lastRow = row;
      repeats.add(read, row);
      const told = tell(read, row);
      counter.row(told);
      if (failOn && !('error' in told)) isMatched ||= failOn(told.answer);
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
      // Stopped again within the first rows: what was kept before is more.
      if (isKept && isStopped) return false;
      endKept();
      const isWhole = !isStopped || (sorter === undefined && writer.isStream);
      // A calendar, which needs rows, is never sorted.
      if (!isWhole || (writer.needsRows && !isBegun)) return false;
      begin();
      sorter?.pass(sink);
      sink.write(writer.foot());
      sink.flush();
      return true;
    },
    result: () => ({ overview, lastRow, isMatched, repeats: repeats.said() }),
  };

  function tell(read: ReadRow, row: number): AnsweredRow {
    if ('error' in read) return { row, ...read };
    return { row, client: read.client, answer: answerByDecision(book, read.answers, read.today) };
  }
}
