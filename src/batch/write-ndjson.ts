import { evaluate } from '../engine/evaluate.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { rulesStamp } from '../engine/rules-stamp.ts';
import { version } from '../version.ts';
import type { AnsweredRow } from './batch-row.ts';
import { factsOf } from './row-answer.ts';
import { answerJson } from './row-json.ts';
import { type RowWriter, rowByRow } from './row-writer.ts';

/** One JSON object a line. `full`: the whole object of `check`; `explain`: with the rows that decided. */
export function ndjsonWriter(book: RuleSet, options: { readonly full: boolean; readonly explain: boolean }): RowWriter {
  const { version: rulesVersion, hash, overlays } = rulesStamp(book);
  const rules = { version: rulesVersion, hash, ...(overlays ? { overlays } : {}) };
  const generator = { name: 'irs-appeals-guide', version };
  const head = `{"schemaVersion":1,"generator":${JSON.stringify(generator)},"row":`;
  const middle = `,"rules":${JSON.stringify(rules)},`;
  const textOf = (told: AnsweredRow): string => {
    const { row, client } = told;
    if ('error' in told) return JSON.stringify({ schemaVersion: 1, row, client, error: told.error });
    const { answer } = told;
    if (options.full) return JSON.stringify({ ...evaluate(book, factsOf(answer), answer.today), row, client });
    const trace = options.explain ? `,"trace":${JSON.stringify(answer.trace)}` : '';
    const about = `${head}${row},"client":${clientJson(client)},"today":"${answer.today}"${middle}`;
    return `${about}${answerJson(answer)}${trace}}`;
  };
  return rowByRow('', (told) => `${textOf(told)}\n`);
}

/** Most ids of clients are plain letters and digits, which JSON takes as they are. */
function clientJson(client: string | null): string {
  if (client === null) return 'null';
  return /^[\w .-]*$/.test(client) ? `"${client}"` : JSON.stringify(client);
}
