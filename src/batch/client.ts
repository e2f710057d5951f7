import { printable } from '../printable.ts';
import type { RowFault } from './batch-row.ts';

const longestClient = 64;

export const clientFault: RowFault = {
  message: `client: give a text of up to ${longestClient} characters without control characters`,
  column: 'client',
};

/** The client id, null where there is none, undefined where it is no client id. */
export function readClient(client: unknown): string | null | undefined {
  if (client === undefined || client === null || client === '') return null;
  if (typeof client !== 'string' || client.length > longestClient) return undefined;
  return printable(client) === client ? client : undefined;
}
