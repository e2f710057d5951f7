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
  /** The rows for what has been typed; never without one to choose. */
  readonly rows: (typed: string) => readonly (RowChoice | Separator)[];
  readonly theme: ReturnType<typeof theme>;
  readonly pageSize: number;
}

export interface Found {
  readonly row: Row;
  readonly typed: string;
  /** true: reached with the arrow keys; false: it merely stood first when Enter was pressed. */
  readonly moved: boolean;
}

/**
 * A list that follows what is typed. The search prompt of inquirer looks up its rows a moment later and drops an Enter
 * that comes sooner, so that a pasted or quickly typed number would seem dead; here rows and text always agree.
 */
export const searchPrompt = createPrompt<Found, SearchConfig>((config, done) => {
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const [line, setLine] = useState('');
  const [active, setActive] = useState<number>(0);
  const typed = clean(line).trim();
  const rows = useMemo(() => config.rows(typed), [typed]);
  const choices = rows.filter((row): row is RowChoice => !Separator.isSeparator(row));
  const chosen = choices[active];

  useKeypress((key, readline) => {
    if (status === 'done') return;
    if (isEnterKey(key)) {
      if (!chosen) return;
      setStatus('done');
      done({ row: chosen.value, typed, moved: active > 0 });
    } else if (isUpKey(key)) setActive(Math.max(active - 1, 0));
    else if (isDownKey(key)) setActive(Math.min(active + 1, choices.length - 1));
    else if (readline.line !== line) {
      setLine(readline.line);
      setActive(0);
    }
  });

  const { prefix, style, icon } = config.theme;
  const page = usePagination({
    items: rows,
    active: chosen ? rows.indexOf(chosen) : 0,
    renderItem: ({ item, isActive }) => {
      if (Separator.isSeparator(item)) return `  ${item.separator}`;
      return isActive ? style.highlight(`${icon.cursor} ${item.name}`) : `  ${item.name}`;
    },
    pageSize: config.pageSize,
    loop: false,
  });
  const head = `${prefix[status]} ${style.message(config.message, status)}`;
  return status === 'done' ? `${head}${style.answer(chosen?.short ?? '')}` : [`${head} ${clean(line)}`, page];
});
