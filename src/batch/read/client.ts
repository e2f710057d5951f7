import { controlCharacters } from '../../printable.ts';
import type { RowFault } from '../batch-row.ts';

const longestClient = 64;

export const clientFault: RowFault = {
  message: `client: give a text of up to ${longestClient} characters without control characters`,
  column: 'client',
};

/** Not global: it only tests, once a row. */
const strange = new RegExp(controlCharacters.source);

/** The client id, null where there is none, undefined where it is no client id. */
export function readClient(client: unknown): string | null | undefined {
  if (client === undefined || client === null || client === '') return null;
  if (typeof client !== 'string' || client.length > longestClient) return undefined;
  return strange.test(client) ? undefined : client;
}
