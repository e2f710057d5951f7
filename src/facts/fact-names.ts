import { type Fact, factNames, kebabCase } from '../vocabulary.ts';

/** `Notice Date`, `notice_date`, `notice-date` and `noticeDate` are one name. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const factOfBareName: ReadonlyMap<string, Fact> = new Map(factNames.map((fact) => [bareName(fact), fact]));

/** What a column of batch holds. */
export type Column = Fact | 'client' | 'today';

/** Names of all columns as they are written best. */
export const columnNames: readonly string[] = [...factNames.map(kebabCase), 'today', 'client'];

/** The column of this name, in whatever style. */
export function columnOfName(name: string): Column | undefined {
  const bare = bareName(name);
  return bare === 'client' || bare === 'today' ? bare : factOfBareName.get(bare);
}

/** The fact that a flag, a column or a key names, in whatever style. */
export function factOfName(name: string): Fact | undefined {
  return factOfBareName.get(bareName(name));
}
