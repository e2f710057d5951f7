import type { DeadlineId } from '../../vocabulary.ts';
import { sideOf } from '../plan/clock-plan.ts';
import { type DeadlineJson, type PlannedRow, type ShownClock, statuses } from '../plan/planned-row.ts';
import type { RowDeadline } from '../plan/row-answer.ts';
import { dayText } from '../plan/term-days.ts';
import { copy, type Memory, makePiece, type Piece, writeDay, writeNumber } from './pieces.ts';
import type { Sink } from './sink.ts';

/** The members of an object as JSON, without the braces. */
export function jsonInside(part: object): string {
  return JSON.stringify(part).slice(1, -1);
}

/** By the number that `sideOf` gives. */
const ofStatus = statuses.map((status) => makePiece(`,"status":"${status}","daysLeft":`));
const beforeUnrolled = makePiece(',"unrolled":');
const beforeAim = makePiece(',"aimFor":');
const beforeClient = makePiece(',"client":');
const none = makePiece('null');
const comma = 44;
const quote = 34;
const blank = 32;
const backslash = 92;
const del = 127;

/** The JSON of a deadline before and after what hangs on the day. */
export function deadlineJson(id: DeadlineId, firmness: RowDeadline['firmness']): DeadlineJson {
  return { id: makePiece(`{"id":"${id}","date":`), firmness: makePiece(`,"firmness":"${firmness}"}`) };
}

/** Writes the line of a planned row. */
export type WriteLine = (sink: Sink, row: number, client: string | null, planned: PlannedRow) => void;

/** More than days, numbers, facts and eleven deadlines can take. */
const roomForDays = 6_000;

/**
 * Writes rows as JSON byte by byte, from pieces that are made once. The line is the one that JSON.stringify makes; to make
 * it from strings takes three times as long, most of it in putting the strings together and turning them into bytes.
 */
export function makeLineWriter(generator: object, rules: object): WriteLine {
  const head = makePiece(`{"schemaVersion":1,"generator":${JSON.stringify(generator)},"row":`);
  let afterClientOf = 0;
  let piece = none;
  // All rows of most files are answered as of one day.
  const afterClient = (today: number): Piece => {
    if (today === afterClientOf) return piece;
    afterClientOf = today;
    piece = makePiece(`,"today":"${dayText(today)}","rules":${JSON.stringify(rules)},"facts":{`);
    return piece;
  };
  return (sink, row, client, { settled, texts, facts, given, todayNumber, inOrder, count }) => {
    const { before, after } = settled;
    const room = head.length + afterClient(todayNumber).length + before.json.length + after.json.length + roomForDays;
    const memory = sink.memoryFor(room);
    let at = copy(memory, sink.length, head);
    at = writeNumber(memory, at, row);
    at = writeClient(memory, copy(memory, at, beforeClient), client);
    at = copy(memory, at, afterClient(todayNumber));
    at = texts.write(memory, at, facts, given);
    at = copy(memory, at, before.json);
    for (let index = 0; index < count; index += 1) {
      if (index > 0) {
        memory.bytes[at] = comma;
        at += 1;
      }
      at = writeDeadline(memory, at, inOrder[index] as ShownClock, todayNumber);
    }
    sink.length = copy(memory, at, after.json);
  };
}

function writeDeadline(memory: Memory, start: number, { clock, json }: ShownClock, todayNumber: number): number {
  const { shown, unrolled, aim } = clock;
  let at = writeDay(memory, copy(memory, start, json.id), shown);
  at = writeDay(memory, copy(memory, at, beforeUnrolled), unrolled);
  at = writeDay(memory, copy(memory, at, beforeAim), aim);
  at = copy(memory, at, ofStatus[sideOf(shown, todayNumber)] as Piece);
  at = shown >= todayNumber ? writeNumber(memory, at, shown - todayNumber) : copy(memory, at, none);
  return copy(memory, at, json.firmness);
}

/** Most ids of clients are plain letters and digits, which JSON takes as they are. */
function writeClient(memory: Memory, start: number, client: string | null): number {
  if (client === null) return copy(memory, start, none);
  const { bytes } = memory;
  let at = start;
  bytes[at] = quote;
  at += 1;
  for (let index = 0; index < client.length; index += 1) {
    const code = client.charCodeAt(index);
    const isPlain = code >= blank && code < del && code !== quote && code !== backslash;
    if (!isPlain) return start + bytes.write(JSON.stringify(client), start);
    bytes[at] = code;
    at += 1;
  }
  bytes[at] = quote;
  return at + 1;
}
