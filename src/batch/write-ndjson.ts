import { evaluate } from '../engine/evaluate.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { rulesStamp } from '../engine/rules-stamp.ts';
import { version } from '../version.ts';
import type { AnsweredRow } from './batch-row.ts';
import { type RowWriter, rowByRow } from './row-writer.ts';

/** One JSON object a line. `full`: the whole object of `check`; `explain`: with the rows that decided. */
export function ndjsonWriter(book: RuleSet, options: { readonly full: boolean; readonly explain: boolean }): RowWriter {
  const { version: rulesVersion, hash, overlays } = rulesStamp(book);
  const rules = { version: rulesVersion, hash, ...(overlays ? { overlays } : {}) };
  const generator = { name: 'irs-appeals-guide', version };
  const objectOf = (told: AnsweredRow): unknown => {
    const { row, client } = told;
    if ('error' in told) return { schemaVersion: 1, row, client, error: told.error };
    if (options.full) return { ...evaluate(book, told.answers, told.answer.today), row, client };
    const { today, trace, ...answer } = told.answer;
    return {
      schemaVersion: 1,
      generator,
      row,
      client,
      today,
      rules,
      ...answer,
      ...(options.explain ? { trace } : {}),
    };
  };
  return rowByRow('', (told) => `${JSON.stringify(objectOf(told))}\n`);
}
