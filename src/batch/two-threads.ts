import type { RowReader } from './batch-row.ts';
import type { Lane, LaneStart } from './lane.ts';
import { addOverview } from './overview.ts';
import type { Taker } from './take-rows.ts';

/** How a second thread is started, and from which row on it pays. */
export interface SecondThread {
  readonly start: (start: LaneStart) => Lane;
  readonly settings: Omit<LaneStart, 'head'>;
  readonly fromRow: number;
  readonly tell: (text: string) => void;
}

/** Characters of a section: some thousand rows, a few milliseconds of work. */
const sectionSize = 262_144;
/** Sections that wait to be written, so that memory stays the same behind a slow reader. */
const mostWaiting = 4;
/** Sections that the second thread has at a time: one to work on, one to begin with next. */
const mostInLane = 2;

/** Shares a file between two threads; its rows go out in order. */
export interface TwoThreads {
  /** Takes a piece of text. false: the text is not for two threads; end, and go on with `text` in one. */
  readonly feed: (piece: string) => Promise<boolean>;
  /** Waits until all is written that was taken. */
  readonly drain: () => Promise<void>;
  /** What is left: part of a line, or what is not for two threads, and the number of the row before it. */
  readonly rest: () => { readonly text: string; readonly row: number };
  /** Ends the second thread and adds its counts. */
  readonly finish: () => Promise<void>;
}

interface Slot {
  parts?: readonly Uint8Array[];
}

/** Takes over from a reader that is between two rows; undefined where that reader cannot be split. */
export function makeTwoThreads(second: SecondThread, reader: RowReader, taker: Taker): TwoThreads | undefined {
  const left = reader.split?.letGo();
  if (!left) return undefined;
  const lane = second.start({ ...second.settings, head: left.head });
  let { rest: text, row } = left;
  let inLane = 0;
  let failure: unknown;
  let wake = (): void => {};
  const slots: Slot[] = [];

  const pass = (): void => {
    while (slots[0]?.parts) for (const part of slots.shift()?.parts ?? []) taker.write(part);
    wake();
  };
  const inSecond = (slot: Slot, section: string): void => {
    inLane += 1;
    lane.answer({ text: section, row }).then(
      ({ parts, told }) => {
        inLane -= 1;
        told.forEach(second.tell);
        slot.parts = parts;
        pass();
      },
      (error: unknown) => {
        failure = error;
        wake();
      },
    );
  };
  const inThis = (slot: Slot, section: string): void => {
    reader.split?.at(row);
    slot.parts = taker.collect(() => reader.feed(section, taker.take));
    pass();
  };
  const waitFor = async (isEnough: () => boolean): Promise<void> => {
    while (!isEnough()) {
      if (failure !== undefined) throw failure;
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  };

  return {
    async feed(piece) {
      text += piece;
      if (text.length < sectionSize) return true;
      const end = text.lastIndexOf('\n') + 1;
      const section = text.slice(0, end);
      if (end === 0 || !isPlain(section)) return false;
      text = text.slice(end);
      const slot: Slot = {};
      slots.push(slot);
      (inLane < mostInLane ? inSecond : inThis)(slot, section);
      row += linesIn(section);
      await waitFor(() => slots.length < mostWaiting);
      return true;
    },
    drain: () => waitFor(() => slots.length === 0),
    rest: () => ({ text, row }),
    finish: async () => addOverview(taker.overview, await lane.finish()),
  };
}

/** Each line is a row: no quotation mark, which could hold a line end, and no line of separators only. */
function isPlain(section: string): boolean {
  return !section.includes('"') && !/^[\s,;]*\n/.test(section) && !/\n[\s,;]*\n/.test(section);
}

function linesIn(section: string): number {
  let lines = 0;
  for (let at = section.indexOf('\n'); at >= 0; at = section.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
