import type { FactRead } from '../../facts/read-fact.ts';
import { readingInWords } from '../../facts/read-fact.ts';
import { printable } from '../../printable.ts';

/** Hears of the days of a file that could be meant in two ways. */
export interface DateWatch {
  /** A day that was read, with its column and as it was typed. Gives a fault where it must not be taken. */
  readonly hear: (column: string, typed: string, read: NonNullable<FactRead>) => string | undefined;
  /** Only listens while `act` reads ahead; what it finds decides how the days are taken afterwards. */
  readonly lookAhead: (act: () => Promise<void>) => Promise<void>;
}

/** `tell` hears once of each way of reading. */
export function makeDateWatch(tell: (text: string) => void): DateWatch {
  const said = new Set<string>();
  let isAhead = false;
  let proof: string | undefined;
  return {
    hear: (column, typed, read) => {
      if ('error' in read) {
        if (isAhead && read.isDayFirst) proof ??= `${column} ${printable(typed.trim())}`;
        return undefined;
      }
      if (!read.reading || isAhead) return undefined;
      if (read.reading === 'month-first' && proof !== undefined) return doubtful(typed, proof);
      if (!said.has(read.reading)) tell(`${readingInWords(read.reading, column, typed, read.value)}\n`);
      said.add(read.reading);
      return undefined;
    },
    lookAhead: async (act) => {
      isAhead = true;
      try {
        await act();
      } finally {
        isAhead = false;
      }
    },
  };
}

function doubtful(typed: string, proof: string): string {
  return `"${printable(typed.trim())}" may have the day or the month first: the same input has ${proof}, where the day stands first. Write YYYY-MM-DD, or the name of the month`;
}
