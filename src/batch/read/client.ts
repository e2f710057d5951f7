import { digitsOf, notUtf8 } from '../../facts/read-fact.ts';
import { controlCharacters } from '../../printable.ts';
import type { RowFault } from '../batch-row.ts';

const longestClient = 64;

const notClient: RowFault = {
  message: `client: give a text of up to ${longestClient} characters without control characters`,
  column: 'client',
};

const unreadable: RowFault = { message: `client: ${notUtf8}`, column: 'client' };

/** Not global: it only tests, once a row. */
const strange = new RegExp(controlCharacters.source);

/** The client id, null where there is none, or why it is no client id. A JSON number is read as its digits. */
export function readClient(given: unknown): { readonly client: string | null } | { readonly fault: RowFault } {
  const client = typeof given === 'number' ? digitsOf(given) : given;
  if (given === undefined || given === null || client === '') return { client: null };
  if (typeof client !== 'string' || client.length > longestClient || strange.test(client)) return { fault: notClient };
  return client.includes('\uFFFD') ? { fault: unreadable } : { client };
}
