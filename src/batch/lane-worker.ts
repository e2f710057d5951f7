import type { CalendarDate } from '../calendar.ts';
import { loadRulesFrom } from '../rules/load.ts';
import type { LaneStart, Section, SectionAnswer } from './lane.ts';
import type { Overview } from './overview.ts';
import { makePlans } from './plan/row-plans.ts';
import { letterFinder } from './read/find-letter.ts';
import { makeReader } from './read/open-rows.ts';
import { makeTaker } from './take-rows.ts';
import { ndjsonWriter } from './write/write-ndjson.ts';

/** The work of a second thread: the same reader and the same writer as those of the first one. */
export async function makeLaneWorker(start: LaneStart): Promise<{
  readonly answer: (section: Section) => SectionAnswer;
  readonly finish: () => Overview;
}> {
  const book = await loadRulesFrom(start.rules, start.rulesDir);
  const plans = makePlans(book);
  let parts: Uint8Array[] = [];
  let told: string[] = [];
  const taker = makeTaker({
    ...{ book, plans, only: undefined, failOn: [], isSorted: false, skipRows: 0 },
    writer: () => ndjsonWriter(book, { full: false, explain: false }),
    // The memory is written again for the next piece.
    output: { write: (bytes) => void parts.push(Uint8Array.from(bytes as Uint8Array)) },
  });
  const reading = { find: letterFinder(book), plans, today: start.today as CalendarDate, skipRows: 0 };
  const reader = makeReader(start.file, 'csv', { ...reading, ignoreUnknown: start.ignoreUnknown }, (text) => {
    told.push(text);
  });
  reader.feed(start.head, taker.take);
  return {
    answer({ text, row }) {
      [parts, told] = [[], []];
      reader.split?.at(row);
      reader.feed(text, taker.take);
      taker.flush();
      return { parts, told };
    },
    finish() {
      taker.finish(false);
      return taker.overview;
    },
  };
}
