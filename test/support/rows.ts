import { expect } from '@jest/globals';
import type { Stored } from '../../src/core/metadata/condition.js';
import type { Api, Client } from './api.js';

/** `asked('address.city', 'Zürich')` as it stands in a URL; several pairs are joined. */
export function asked(...pairs: string[]): string {
  const encoded = pairs.map(encodeURIComponent);
  const parameters = encoded.flatMap((each, index) =>
    index % 2 === 0 ? [] : [`${encoded[index - 1]}=${each}`],
  );
  return parameters.join('&');
}

/**
 * The names of a list's members, in its order. Rows are named by their `externalSourceSyncId`, or by another field. The
 * total is asked for once more on its own, because then another query counts.
 */
export async function found(client: Client, url: string, field = 'externalSourceSyncId'): Promise<string[]> {
  const list = await client.get(url);
  if (list.status !== 200) throw new Error(`GET ${url}: ${list.status} ${JSON.stringify(list.body)}`);
  const counted = await client.get(`${url}${url.includes('?') ? '&' : '?'}itemsPerPage=0`);
  expect(counted.body['hydra:totalItems']).toBe(list.body['hydra:totalItems']);
  return (list.body['hydra:member'] as Record<string, string>[]).map((member) => member[field] ?? '');
}

/** Writes columns that the API only reads. */
export async function write(
  api: Api,
  table: string,
  id: string,
  columns: Readonly<Record<string, Stored>>,
): Promise<void> {
  const set = Object.keys(columns).map((column) => `${column} = ?`);
  await api
    .db()
    .transaction((transaction) =>
      transaction.run(`UPDATE ${table} SET ${set.join(', ')} WHERE id = ?`, [...Object.values(columns), id]),
    );
}

/** Deletes the statuses that its workspaces were given, for lists that show a test's own. */
export async function deleteStatuses(client: Client): Promise<void> {
  const { body } = await client.get('/statuses?itemsPerPage=500');
  for (const { '@id': iri } of body['hydra:member']) await client.delete(iri as string);
}
