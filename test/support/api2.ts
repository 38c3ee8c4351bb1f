import { request } from 'node:http';
import type { OAuthScope } from '../../src/core/http/oauth-scopes.js';
import { createClient } from '../../src/modules/identity/oauth/oauth-clients.js';
import { pkOf } from './all-rows.js';
import { client, type Answer, type Api, type Body, type Client, type TenantClient } from './api.js';

/** A tenant with a client that is bound to its first workspace: a store of the Magento-style API. */
export interface Shop {
  /** Everything that the tenant may do, on TrackMage's surface. */
  readonly tenant: TenantClient;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly token: string;
  /** Requests with the store's token; bodies are JSON. */
  readonly store: Client;
  /** Makes an order on TrackMage's surface, with order items; answers the keys by which shops know them. */
  readonly order: (more?: object, ...items: readonly object[]) => Promise<ShopOrder>;
}

export interface ShopOrder {
  readonly pk: number;
  readonly iri: string;
  readonly number: string;
  readonly items: readonly { readonly pk: number; readonly iri: string }[];
}

let counter = 0;

/** A word that no other has. */
export const unique = (word: string): string => `${word}${++counter}`;

/** Credentials of a client that is bound to a workspace of a tenant. */
export async function boundClient(
  api: Api,
  { userId, workspaces }: Pick<TenantClient, 'userId' | 'workspaces'>,
  rights?: readonly OAuthScope[],
): Promise<Shop['credentials']> {
  const userPk = await pkOf(api.db(), 'users', userId);
  const workspacePk = await pkOf(api.db(), 'workspaces', workspaces[0]?.id ?? '');
  return api
    .db()
    .transaction((transaction) => createClient({ name: 'Store', userPk, workspacePk, rights }, transaction));
}

/** Requests whose bodies are JSON. */
export function jsonClient(url: string, token?: string): Client {
  const plain = client(url, token);
  const json = { 'content-type': 'application/json' };
  return { ...plain, post: (path, body, headers) => plain.post(path, body, { ...json, ...headers }) };
}

/** What the token endpoint answers to credentials. */
export const tokenFor = (api: Api, credentials: Shop['credentials']): Promise<Answer> =>
  jsonClient(api.url()).post('/api2/oauth/token', {
    grant_type: 'client_credentials',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  });

export async function shop(api: Api, workspaces?: readonly string[]): Promise<Shop> {
  const tenant = await api.tenant(workspaces);
  const credentials = await boundClient(api, tenant);
  const token = (await tokenFor(api, credentials)).body.access_token as string;
  const order = async (more: object = {}, ...items: readonly object[]): Promise<ShopOrder> => {
    const body = { workspace: tenant.workspace, orderNumber: unique('ON-'), ...more };
    const made: Body = await tenant.make('/orders', body);
    const pks: { pk: number; iri: string }[] = [];
    for (const item of items) {
      const { id, '@id': iri } = await tenant.make('/order_items', { order: made['@id'], ...item });
      pks.push({ pk: await pkOf(api.db(), 'order_items', id as string), iri: iri as string });
    }
    const pk = await pkOf(api.db(), 'orders', made.id as string);
    return { pk, iri: made['@id'] as string, number: made.orderNumber as string, items: pks };
  };
  return { tenant, credentials, token, store: jsonClient(api.url(), token), order };
}

/** Gives the next row of a table this key. */
export const nextPk = (api: Api, table: string, pk: number): Promise<unknown> =>
  api.db().transaction(async (transaction) => {
    if (transaction.dialect.kind === 'mysql')
      return transaction.run(`ALTER TABLE ${table} AUTO_INCREMENT = ${pk}`);
    await transaction.run('DELETE FROM sqlite_sequence WHERE name = ?', [table]);
    return transaction.run('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', [table, pk - 1]);
  });

/** A GET with a body, which `fetch` does not send. */
export function getWithBody(
  api: Api,
  path: string,
  token: string,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Pick<Answer, 'status' | 'body'> & { readonly connection?: string }> {
  const isChunked = 'transfer-encoding' in headers;
  const length = isChunked ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      api.url() + path,
      {
        method: 'GET',
        headers: { authorization: `Bearer ${token}`, ...length, ...headers },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(Buffer.concat(pieces).toString()) as unknown,
            ...(response.headers.connection === 'close' ? { connection: 'close' } : {}),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
