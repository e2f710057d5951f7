import { evaluate } from '../../engine/evaluate.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { rulesStamp } from '../../engine/rules-stamp.ts';
import { version } from '../../version.ts';
import type { AnsweredRow } from '../batch-row.ts';
import type { RowAnswer } from '../row-answer.ts';
import { type RowWriter, rowByRow } from './row-writer.ts';

/** One JSON object a line. `full`: the whole object of `check`; `explain`: with the rows that decided. */
export function ndjsonWriter(book: RuleSet, options: { readonly full: boolean; readonly explain: boolean }): RowWriter {
  const { version: rulesVersion, hash, overlays } = rulesStamp(book);
  const rules = { version: rulesVersion, hash, ...(overlays ? { overlays } : {}) };
  const generator = { name: 'irs-appeals-guide', version };
  const textOf = (told: AnsweredRow): string => {
    const { row, client } = told;
    if ('error' in told) return JSON.stringify({ schemaVersion: 1, row, client, error: told.error });
    const { answer } = told;
    if (options.full) return JSON.stringify({ ...evaluate(book, answer.facts, answer.today), row, client });
    const about = { schemaVersion: 1, generator, row, client, today: answer.today, rules };
    return JSON.stringify({ ...about, ...saidOf(answer), ...(options.explain ? { trace: answer.trace } : {}) });
  };
  return rowByRow('', (told) => `${textOf(told)}\n`);
}

/** What a row says, in the order in which it is told. */
function saidOf(answer: RowAnswer): object {
  const { facts, missing, notice, programs, form9423, representation, warnings } = answer;
  const deadlines = answer.deadlines.map(({ listDay, isUnknownDay, comesLater, rightEnds, ...said }) =>
    rightEnds === null ? said : { ...said, rightEnds },
  );
  return { facts, missing, notice, programs, form9423, deadlines, representation, warnings };
}
