import { printable } from '../../printable.ts';
import { kebabCase } from '../../vocabulary.ts';
import { mapOffer, type NameColumn } from './columns.ts';

/** So many names are said; the others are counted. */
const mostSaid = 20;

/** Which names were read as which columns, in a line; empty where none was. */
export function synonymsRead(names: readonly string[], nameColumn: NameColumn): string {
  const read = names.flatMap((name) => {
    const named = nameColumn(name);
    return 'column' in named && named.isSynonym ? [`${quoted(name)} as ${kebabCase(named.column)}`] : [];
  });
  return read.length === 0 ? '' : `Columns are read under their own names: ${listed(read)}.\n`;
}

/** Which names were left out, in a line, and what may be lost by that, in another; empty where none was. */
export function namesLeftOut(names: readonly string[], nameColumn: NameColumn): string {
  if (names.length === 0) return '';
  const watched = names.flatMap((name) => {
    const named = nameColumn(name);
    return 'about' in named && named.about && named.offer
      ? [`${quoted(name)} (${named.about}; ${mapOffer(name, named.offer)})`]
      : [];
  });
  const lost = `Among them are names that may hold a fact: ${listed(watched)}. If one does, say so with --map.\n`;
  return `Left out, because they are no columns of this program: ${listed(names.map(quoted))}.\n${watched.length > 0 ? lost : ''}`;
}

function quoted(name: string): string {
  return `"${printable(name.trim())}"`;
}

function listed(words: readonly string[]): string {
  const more = words.length - mostSaid;
  return more > 0 ? `${words.slice(0, mostSaid).join(', ')} and ${more} more` : words.join(', ');
}
