import type { DeadlineId } from '../../vocabulary.ts';
import { type DeadlineJson, type PlannedRow, type ShownClock, statusOf } from '../plan/planned-row.ts';
import type { RowDeadline } from '../plan/row-answer.ts';
import { dayText, writeDayText } from '../plan/term-days.ts';
import type { Sink } from './sink.ts';

const encoder = new TextEncoder();
/** Text as it goes out. */
export const encode = (text: string): Uint8Array => encoder.encode(text);

/** The members of an object as JSON, without the braces. */
export function jsonInside(part: object): string {
  return JSON.stringify(part).slice(1, -1);
}

const statuses = ['open', 'today', 'passed', 'unknown'] as const;
const ofStatus = Object.fromEntries(
  statuses.map((status) => [status, encode(`,"status":"${status}","daysLeft":`)]),
) as Readonly<Record<RowDeadline['status'], Uint8Array>>;
const beforeUnrolled = encode(',"unrolled":');
const beforeAim = encode(',"aimFor":');
const beforeClient = encode(',"client":');
const none = encode('null');
const comma = 44;
const quote = 34;
const digitZero = 48;
const blank = 32;
const backslash = 92;
const del = 127;

/** The JSON of a deadline before and after what hangs on the day. */
export function deadlineJson(id: DeadlineId, firmness: RowDeadline['firmness']): DeadlineJson {
  return { id: encode(`{"id":"${id}","date":`), firmness: encode(`,"firmness":"${firmness}"}`) };
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
  const head = encode(`{"schemaVersion":1,"generator":${JSON.stringify(generator)},"row":`);
  let afterClientOf = 0;
  let piece: Uint8Array = none;
  // All rows of most files are answered as of one day.
  const afterClient = (today: number): Uint8Array => {
    if (today === afterClientOf) return piece;
    afterClientOf = today;
    piece = encode(`,"today":"${dayText(today)}","rules":${JSON.stringify(rules)},"facts":{`);
    return piece;
  };
  return (sink, row, client, { settled, facts, given, todayNumber, inOrder, count }) => {
    const { before, after } = settled;
    const room = head.length + afterClient(todayNumber).length + before.json.length + after.json.length + roomForDays;
    const memory = sink.memoryFor(room);
    let at = copy(memory, sink.length, head);
    at = writeNumber(memory, at, row);
    at = writeClient(memory, copy(memory, at, beforeClient), client);
    at = copy(memory, at, afterClient(todayNumber));
    at = facts.write(memory, at, given);
    at = copy(memory, at, before.json);
    for (let index = 0; index < count; index += 1) {
      if (index > 0) {
        memory[at] = comma;
        at += 1;
      }
      at = writeDeadline(memory, at, inOrder[index] as ShownClock, todayNumber);
    }
    sink.length = copy(memory, at, after.json);
  };
}

function writeDeadline(memory: Buffer, start: number, { clock, json }: ShownClock, todayNumber: number): number {
  const { shown, unrolled, aim } = clock;
  let at = writeDay(memory, copy(memory, start, json.id), shown);
  at = writeDay(memory, copy(memory, at, beforeUnrolled), unrolled);
  at = writeDay(memory, copy(memory, at, beforeAim), aim);
  at = copy(memory, at, ofStatus[statusOf(clock, todayNumber)]);
  at = shown >= todayNumber ? writeNumber(memory, at, shown - todayNumber) : copy(memory, at, none);
  return copy(memory, at, json.firmness);
}

/** Short pieces byte by byte: a call costs more. */
export function copy(memory: Buffer, at: number, bytes: Uint8Array): number {
  const { length } = bytes;
  if (length > 16) memory.set(bytes, at);
  else for (let index = 0; index < length; index += 1) memory[at + index] = bytes[index] as number;
  return at + length;
}

/** `"2026-12-02"`, or `null` for 0. */
export function writeDay(memory: Buffer, at: number, day: number): number {
  return day === 0 ? copy(memory, at, none) : writeDayText(memory, at, day);
}

function writeNumber(memory: Buffer, at: number, number: number): number {
  let digits = 1;
  for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
  let rest = number;
  for (let index = at + digits - 1; index >= at; index -= 1) {
    memory[index] = digitZero + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return at + digits;
}

/** Most ids of clients are plain letters and digits, which JSON takes as they are. */
function writeClient(memory: Buffer, start: number, client: string | null): number {
  if (client === null) return copy(memory, start, none);
  let at = start;
  memory[at] = quote;
  at += 1;
  for (let index = 0; index < client.length; index += 1) {
    const code = client.charCodeAt(index);
    const isPlain = code >= blank && code < del && code !== quote && code !== backslash;
    if (!isPlain) return start + memory.write(JSON.stringify(client), start);
    memory[at] = code;
    at += 1;
  }
  memory[at] = quote;
  return at + 1;
}
