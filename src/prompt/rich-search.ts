import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  Separator,
  useKeypress,
  useMemo,
  usePagination,
  useState,
} from '@inquirer/core';
import { clean } from '../render/wrap.ts';
import type { Row, RowChoice, theme } from './rich-look.ts';

interface SearchConfig {
  readonly message: string;
  /** Whether what has been typed names the first row exactly, so that Enter may take it. */
  readonly isExact: (typed: string) => boolean;
  /** The rows for what has been typed; never without one to choose. */
  readonly rows: (typed: string) => readonly (RowChoice | Separator)[];
  readonly theme: ReturnType<typeof theme>;
  readonly pageSize: number;
}

/**
 * A list that follows what is typed. The search prompt of inquirer looks up its rows a moment later and drops an Enter
 * that comes sooner, so that a pasted or quickly typed number would seem dead; here rows and text always agree. The cursor
 * stands on a row only once that was typed exactly or reached with the arrow keys: no letter is taken that merely stood first.
 */
export const searchPrompt = createPrompt<Row, SearchConfig>((config, done) => {
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const [line, setLine] = useState('');
  const [moved, setMoved] = useState<number | undefined>(undefined);
  const typed = clean(line).trim();
  const rows = useMemo(() => config.rows(typed), [typed]);
  const choices = rows.filter((row): row is RowChoice => !Separator.isSeparator(row));
  const active = moved ?? (config.isExact(typed) ? 0 : -1);
  const chosen = choices[active];

  useKeypress((key, readline) => {
    if (status === 'done') return;
    if (isEnterKey(key)) {
      if (!chosen) return;
      setStatus('done');
      done(chosen.value);
    } else if (isUpKey(key)) setMoved(Math.max(active - 1, 0));
    else if (isDownKey(key)) setMoved(Math.min(active + 1, choices.length - 1));
    else if (readline.line !== line) {
      setLine(readline.line);
      setMoved(undefined);
    }
  });

  const { prefix, style, icon } = config.theme;
  const page = usePagination({
    items: rows,
    active: chosen ? rows.indexOf(chosen) : 0,
    renderItem: ({ item, isActive }) => {
      if (Separator.isSeparator(item)) return `  ${item.separator}`;
      return isActive && chosen ? style.highlight(`${icon.cursor} ${item.name}`) : `  ${item.name}`;
    },
    pageSize: config.pageSize,
    loop: false,
  });
  const head = `${prefix[status]} ${style.message(config.message, status)}`;
  return status === 'done' ? `${head}${style.answer(chosen?.short ?? '')}` : [`${head} ${clean(line)}`, page];
});
