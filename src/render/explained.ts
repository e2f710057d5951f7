import type { Line } from './document.ts';
import type { Words } from './words.ts';

/** What stands behind a line, in square brackets after it; nothing where it has neither rule nor source. */
export function explained(line: Line, words: Words): string {
  const { rules = [], cite = [] } = line;
  if (rules.length === 0 && cite.length === 0) return '';
  const parts = [
    ...(rules.length > 0 ? [words('explain.rules', { ids: rules.join(', ') })] : []),
    ...(cite.length > 0 ? [words('explain.sources', { ids: cite.join(', ') })] : []),
  ];
  return ` [${parts.join('; ')}]`;
}
