import { createStoreToken } from '../../src/surfaces/bigcommerce/auth/store-tokens.js';
import type { StoreScope } from '../../src/surfaces/bigcommerce/auth/store-scopes.js';
import { client, type Answer, type Api, type Body, type Client, type TenantClient } from './api.js';

/** Requests to a store with a token of it, as BigCommerce's clients make them; paths are below `/stores/<hash>/v2`. */
export interface StoreClient extends Client {
  readonly token: string;
  readonly hash: string;
  /** The id of its workspace. */
  readonly workspaceId: string;
}

/** A store of a tenant, with a new token. `at`: which of its workspaces. */
export async function storeOf(
  api: Api,
  tenant: Pick<TenantClient, 'userId' | 'workspaces'>,
  scope: StoreScope = 'modify',
  at = 0,
): Promise<StoreClient> {
  const { id, storeHash } = tenant.workspaces[at] ?? { id: '', storeHash: '' };
  const { token } = await api.db().transaction(async (transaction) => {
    const [found] = await transaction.rows<{ userPk: number; workspacePk: number }>(
      'SELECT u.pk AS userPk, w.pk AS workspacePk FROM users u, workspaces w WHERE u.id = ? AND w.id = ?',
      [tenant.userId, id],
    );
    return createStoreToken({ userPk: 0, workspacePk: 0, ...found, scope }, transaction);
  });
  return { token, hash: storeHash, workspaceId: id, ...storeClient(api.url(), storeHash, token) };
}

/** Requests to the store with this name in the path; a body that is no string is sent as JSON. */
export function storeClient(url: string, hash: string, token?: string): Client {
  const base: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...(token === undefined ? {} : { 'x-auth-token': token, 'x-auth-client': 'client-of-the-tests' }),
  };
  const { send } = client(`${url}/stores/${hash}/v2`);
  const withBody =
    (method: string): Client['post'] =>
    (path, body, headers = {}) =>
      send(method, path, {
        headers: { ...base, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
  const without =
    (method: string): Client['get'] =>
    (path, headers = {}): Promise<Answer> =>
      send(method, path, { headers: { ...base, ...headers } });
  return {
    send: (method, path, init = {}) =>
      send(method, path, {
        ...init,
        headers: { ...base, ...Object.fromEntries(new Headers(init.headers)) },
      }),
    get: without('GET'),
    delete: without('DELETE'),
    post: withBody('POST'),
    put: withBody('PUT'),
  };
}

/** The addresses of BigCommerce's documents. */
export const JANE = {
  first_name: 'Jane',
  last_name: 'Doe',
  company: '',
  street_1: '123 Main Street',
  street_2: '',
  city: 'Austin',
  state: 'Texas',
  zip: '78751',
  country: 'United States',
  country_iso2: 'US',
  phone: '',
  email: 'janedoe@example.com',
};
export const JANE_555 = { ...JANE, street_1: '555 Main Street' };
export const TRISHY = {
  first_name: 'Trishy',
  last_name: 'Test',
  company: 'Acme Pty Ltd',
  street_1: '666 Sussex St',
  street_2: '',
  city: 'Anywhere',
  state: 'Some State',
  zip: '12345',
  country: 'United States',
  country_iso2: 'US',
  phone: '',
  email: 'elsie@example.com',
};

/** An order with its integer ids. */
export interface MadeOrder {
  readonly id: number;
  /** Where its shipments are. */
  readonly path: string;
  readonly products: readonly number[];
  readonly addresses: readonly number[];
}

/** A new order of customer 11, of so many of each product, to Trishy and to Jane. */
export async function orderOf(
  store: StoreClient,
  quantities: readonly number[] = [1, 1],
  more: object = {},
): Promise<MadeOrder> {
  const made = await store.post('/orders', {
    customer_id: 11,
    billing_address: JANE,
    shipping_addresses: [TRISHY, JANE_555],
    products: quantities.map((quantity, index) => ({
      name: `Product ${index}`,
      quantity,
      price_inc_tax: 10,
      price_ex_tax: 10,
    })),
    ...more,
  });
  if (made.status !== 201) throw new Error(`POST /orders: ${made.status} ${JSON.stringify(made.body)}`);
  const id = made.body.id as number;
  const idsOf = async (path: string): Promise<number[]> =>
    (await store.get(`/orders/${id}/${path}`)).body.map((each: Body) => each.id as number);
  return {
    id,
    path: `/orders/${id}/shipments`,
    products: await idsOf('products'),
    addresses: await idsOf('shipping_addresses'),
  };
}

/** What ships so many of an order's first product to its first address. */
export const bodyOf = ({ products, addresses }: MadeOrder, quantity = 1, more: object = {}): object => ({
  order_address_id: addresses[0],
  items: [{ order_product_id: products[0], quantity }],
  ...more,
});
