import { clean } from './wrap.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that HTML and SVG show as it stands, also inside of quotation marks; control characters become blanks. */
export function escapeXml(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
