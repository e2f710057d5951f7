import type { RuleSet } from '../../engine/rule-set.ts';
import type { RowReader } from '../batch-row.ts';
import { type ColumnMap, makeNameColumn } from './columns.ts';
import { type DateWatch, makeDateWatch } from './date-watch.ts';
import type { Input } from './input.ts';
import { inputName } from './input-name.ts';
import { makeCsvReader, type ReadOptions } from './read-csv.ts';
import { makeNdjsonReader } from './read-ndjson.ts';

/** The reader of an input that was opened, and who hears of its days. `tell` hears once of all that was not plain. */
export function makeReader(
  { file, kind }: Pick<Input, 'file' | 'kind'>,
  options: Pick<ReadOptions, 'find' | 'today' | 'ignoreUnknown' | 'skipRows'> & {
    readonly columns: RuleSet['columns'];
    readonly map: ColumnMap;
  },
  tell: (text: string) => void,
): { readonly reader: RowReader; readonly dates: DateWatch } {
  const { columns, ...rest } = options;
  const say = (text: string): void => {
    if (text !== '') tell(text);
  };
  const dates = makeDateWatch(say);
  const settings = { ...rest, dates, nameColumn: makeNameColumn(columns, options.map), tell: say };
  const name = inputName(file);
  const reader = kind === 'csv' ? makeCsvReader(name, settings) : makeNdjsonReader(name, settings);
  return { reader, dates };
}
