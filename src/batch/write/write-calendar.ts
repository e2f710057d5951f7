import { evaluate } from '../../engine/evaluate.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { calendarEvents, calendarFoot, calendarHead } from '../../render/ics.ts';
import { makeWords } from '../../render/words.ts';
import { version } from '../../version.ts';
import type { RowWriter } from './row-writer.ts';

/** One calendar of all last days that are still to come; each says whose it is. */
export function calendarWriter(book: RuleSet): RowWriter {
  const words = makeWords(book.text);
  const owners = new Map<string, number>();
  return {
    head: calendarHead({ name: 'irs-appeals-guide', version }),
    row: (told) => {
      if ('error' in told) return '';
      const { client, row } = told;
      const name = client ?? words('batch.row', { row: String(row) });
      const owner = { name, id: unique(idOf(client ?? `row-${row}`), owners) };
      return calendarEvents(evaluate(book, told.answer.facts, told.answer.today), book.text, owner);
    },
    foot: () => calendarFoot,
    isStream: true,
    needsRows: true,
  };
}

/** Letters, digits and hyphens stay; all else is written as its number. */
function idOf(client: string): string {
  return client.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
}

/** A client with several rows has several letters; their days are not the same. */
function unique(id: string, owners: Map<string, number>): string {
  const times = (owners.get(id) ?? 0) + 1;
  owners.set(id, times);
  return times === 1 ? id : `${id}.${times}`;
}
