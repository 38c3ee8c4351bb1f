import { beforeAll, describe, expect, it } from '@jest/globals';
import { bigcommerceDocument } from '../../../src/surfaces/bigcommerce/bigcommerce.openapi.js';
import { RATE_LIMIT_HEADERS } from '../../../src/surfaces/bigcommerce/auth/rate-limit.js';
import { type Answer, type Body, client, onEachApi, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { bodyOf, JANE, orderOf, storeOf, type StoreClient, TRISHY } from '../../support/stores.js';

const NOT_FOUND = [{ status: 404, message: 'The requested resource was not found.' }];
const documented = new Documented(bigcommerceDocument('http://localhost:3000', '1.0.0'));

const NAMES: Readonly<Record<string, string>> = {
  orders: '{order_id}',
  order_statuses: '{status_id}',
  shipping_addresses: '{address_id}',
  shippingaddresses: '{address_id}',
};

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    store = await storeOf(api, tenant);
  });

  /** Sends a request to a path below `/v2` and expects that the answer is as documented. */
  async function ask(
    method: string,
    path: string,
    body?: object,
    of: StoreClient = store,
  ): Promise<[number, Body]> {
    const answer = await of.send(method, path, body ? { body: JSON.stringify(body) } : {});
    const template = path
      .replace(/\?.*$/, '')
      .split('/')
      .map((part, at, parts) => (/^\d/.test(part) ? (NAMES[parts[at - 1] ?? ''] ?? part) : part))
      .join('/');
    if (answer.status < 500)
      expect(documented.deviations(method, `/stores/{store_hash}/v2${template}`, answer)).toEqual([]);
    return [answer.status, answer.body];
  }

  describe('order statuses', () => {
    it('are fifteen, with their places in lists and what the shop calls them', async () => {
      const shop = await storeOf(api, await api.tenant());
      const [status, list] = await ask('GET', '/order_statuses', undefined, shop);
      expect([status, list.length]).toEqual([200, 15]);
      expect(list.map(({ id }: Body) => id)).toEqual([...Array(15).keys()]);
      expect(list.map(({ order }: Body) => order)).toEqual([
        0, 1, 8, 6, 11, 9, 10, 2, 5, 4, 7, 3, 13, 12, 14,
      ]);
      for (const { name, system_label, system_description } of list) {
        expect(system_label).toBe(name);
        expect(system_description).toMatch(/\.$/);
      }
      expect(await ask('GET', '/order_statuses/0', undefined, shop)).toEqual([200, list[0]]);
      expect(await ask('GET', '/order_statuses/11', undefined, shop)).toEqual([200, list[11]]);
      for (const id of ['15', '-1', '00', 'shipped'])
        expect((await shop.get(`/order_statuses/${id}`)).body).toEqual(NOT_FOUND);
    });

    it('are called what the workspace’s own status is called', async () => {
      const { workspace } = tenant;
      const own = (await tenant.get(`${workspace}/statuses?entity=orders`)).body['hydra:member'];
      const shipped = own.find(({ code }: Body) => code === 'shipped');
      const body = { code: 'shipped', title: 'On its way' };
      if (shipped) await tenant.put(shipped['@id'], body);
      else await tenant.make('/statuses', { workspace, entity: 'orders', ...body });
      const [, status] = await ask('GET', '/order_statuses/2');
      expect(status).toMatchObject({ name: 'Shipped', custom_label: 'On its way', order: 8 });
      const [, { statuses }] = await ask('GET', '/orders/count');
      expect(statuses.map(({ sort_order }: Body) => sort_order)).toEqual([...Array(15).keys()]);
      expect(statuses.find(({ id }: Body) => id === 2)).toMatchObject({
        custom_label: 'On its way',
        sort_order: 8,
      });
    });
  });

  it('a store says what it is', async () => {
    const [status, body] = await ask('GET', '/store');
    const team = (await tenant.get(tenant.workspace)).body.team as string;
    expect([status, body]).toMatchObject([
      200,
      {
        id: store.hash,
        account_uuid: team.slice('/teams/'.length),
        name: 'Main shop',
        default_channel_id: 1,
        default_site_id: 1000,
        status: 'live',
        secure_url: expect.stringMatching(/^https:\/\/[^/]+$/),
        admin_email: expect.stringMatching(/@example\.com$/),
        plan_is_trial: false,
        timezone: { name: 'UTC', raw_offset: 0, dst_offset: 0, dst_correction: false },
        currency: 'USD',
        decimal_places: 2,
        logo: [],
        features: { stencil_enabled: false, storefront_limits: { active: 1 } },
      },
    ]);
    await tenant.put(`/users/${tenant.userId}`, { timezone: 'America/Chicago' });
    expect((await ask('GET', '/store'))[1].timezone).toMatchObject({
      name: 'America/Chicago',
      raw_offset: -21_600,
      dst_offset: -18_000,
    });
  });

  describe('an order', () => {
    it('that is deleted is put away, with its shipments', async () => {
      const order = await orderOf(store, [2]);
      expect((await store.post(order.path, bodyOf(order))).status).toBe(201);
      expect(await ask('DELETE', `/orders/${order.id}`)).toEqual([204, '']);
      expect(await ask('DELETE', `/orders/${order.id}`)).toEqual([204, '']);
      expect((await ask('GET', `/orders/${order.id}`))[1]).toMatchObject({ is_deleted: true });
      expect(await ask('GET', `/orders?min_id=${order.id}&max_id=${order.id}`)).toEqual([204, '']);
      expect((await ask('GET', `/orders?min_id=${order.id}&max_id=${order.id}&is_deleted=true`))[0]).toBe(
        200,
      );
      expect((await store.get(order.path)).body).toHaveLength(1);
      expect((await ask('PUT', `/orders/${order.id}`, { is_deleted: false }))[1]).toMatchObject({
        is_deleted: false,
      });
      expect((await store.delete('/orders/999999')).body).toEqual(NOT_FOUND);
      const other = await storeOf(api, await api.tenant());
      expect((await other.delete(`/orders/${order.id}`)).status).toBe(404);
      const reader = await storeOf(api, tenant, 'read-only');
      expect((await reader.delete(`/orders/${order.id}`)).status).toBe(403);
    });

    it('goes with all others when all are deleted, and no other store’s does', async () => {
      const shop = await storeOf(api, await api.tenant());
      const kept = await orderOf(store);
      for (let count = 0; count < 3; count++) await orderOf(shop);
      expect(await ask('DELETE', '/orders?limit=1', undefined, shop)).toEqual([204, '']);
      expect((await shop.get('/orders')).status).toBe(204);
      expect((await shop.get('/orders?is_deleted=true')).body).toHaveLength(3);
      expect((await ask('GET', `/orders/${kept.id}`))[1].is_deleted).toBe(false);
    });

    it('has no messages, coupons or quotes', async () => {
      const order = await orderOf(store);
      for (const path of ['messages', 'coupons', `shipping_addresses/${order.addresses[0]}/shipping_quotes`])
        expect(await ask('GET', `/orders/${order.id}/${path}`)).toEqual([204, '']);
      for (const path of [
        `/orders/${order.id}/messages/1`,
        `/orders/${order.id}/coupons/1`,
        `/orders/${order.id}/taxes/1`,
        '/orders/999999/messages',
        '/orders/999999/taxes',
      ])
        expect((await store.get(path)).body).toEqual(NOT_FOUND);
    });

    it('tells the taxes of its products', async () => {
      const products = [
        { name: 'Tea', quantity: 2, price_ex_tax: 50, price_inc_tax: 54 },
        { name: 'Cup', quantity: 1, price_ex_tax: 5, price_inc_tax: 5 },
      ];
      const order = await orderOf(store, [1], { products });
      const path = `/orders/${order.id}/taxes`;
      const [status, taxes] = await ask('GET', path);
      expect([status, taxes]).toMatchObject([
        200,
        [
          {
            order_id: order.id,
            order_address_id: order.addresses[0],
            class: 'API Tax Override',
            rate: '8.0000',
            line_amount: '8.0000',
            priority_amount: '8.0000',
          },
        ],
      ]);
      expect(taxes[0]).not.toHaveProperty('order_product_id');
      expect((await ask('GET', `${path}?details=true`))[1]).toMatchObject([
        { order_product_id: order.products[0], line_item_type: 'item' },
      ]);
      expect(await ask('GET', `${path}?page=2`)).toEqual([204, '']);
    });
  });

  it('counts lines and addresses, of an order and of all', async () => {
    const shop = await storeOf(api, await api.tenant());
    const count = async (path: string): Promise<number> => (await ask('GET', path, undefined, shop))[1].count;
    expect(await count('/orders/products/count')).toBe(0);
    const two = await orderOf(shop, [1, 1, 1]);
    const one = await orderOf(shop, [1], { shipping_addresses: [] });
    expect(await count(`/orders/${two.id}/products/count`)).toBe(3);
    expect(await count(`/orders/${two.id}/shipping_addresses/count`)).toBe(2);
    expect(await count(`/orders/${one.id}/shippingaddresses/count`)).toBe(1);
    expect(await count('/orders/products/count')).toBe(4);
    expect(await count('/orders/shipping_addresses/count')).toBe(3);
    await shop.delete(`/orders/${two.id}`);
    expect(await count('/orders/products/count')).toBe(1);
    expect(await count('/orders/shippingaddresses/count')).toBe(1);
    expect((await shop.get('/orders/999999/shipping_addresses/count')).body).toEqual(NOT_FOUND);
  });

  describe('a shipping address', () => {
    it.each([
      ['of several', {}, 1],
      ['that is the first of several', {}, 0],
      ['that is the only one', { shipping_addresses: [] }, 0],
      ['with a receiver of its own', { shipping_addresses: [TRISHY] }, 0],
    ])('%s is changed where it is', async (_, more, at) => {
      const order = await orderOf(store, [1], more);
      const path = `/orders/${order.id}/shipping_addresses/${order.addresses[at]}`;
      const [, before] = await ask('GET', path);
      const said = {
        street_1: '1 New Street',
        country: 'Austria',
        zip: 1010,
        phone: '555',
        email: 'new@example.com',
        shipping_method: 'Flat Rate',
        form_fields: [{ name: 'Floor', value: '3' }],
      };
      const after = { ...before, ...said, zip: '1010', country_iso2: 'AT' };
      expect(await ask('PUT', path, said)).toEqual([200, after]);
      expect(await ask('GET', path)).toEqual([200, after]);
      // what is answered may be sent back
      expect(await ask('PUT', path, after)).toEqual([200, after]);
      const others = (await ask('GET', `/orders/${order.id}/shipping_addresses`))[1].filter(
        ({ id }: Body) => id !== before.id,
      );
      expect(others.map(({ street_1 }: Body) => street_1)).not.toContain('1 New Street');
      expect((await ask('GET', `/orders/${order.id}`))[1].billing_address).toEqual(JANE);
      const [row] = await api.db().read('SELECT id FROM orders WHERE pk = ?', [order.id]);
      const { shippingAddress } = (await tenant.get(`/orders/${row?.[0] as string}`)).body;
      if (at === 0)
        expect(shippingAddress).toMatchObject({ addressLine1: '1 New Street', countryIso2: 'AT' });
      else expect(shippingAddress.addressLine1).not.toBe('1 New Street');
      // shipments go there from now on
      const made = await store.post(order.path, { ...bodyOf(order), order_address_id: before.id });
      expect(made.body.shipping_address).toMatchObject({
        street_1: '1 New Street',
        email: 'new@example.com',
      });
    });

    it('is refused by name where only the server writes, or the value is none', async () => {
      const order = await orderOf(store);
      const path = `/orders/${order.id}/shipping_addresses/${order.addresses[0]}`;
      const refused = async (body: object): Promise<string> => {
        const answer = await store.put(path, body);
        expect(answer.status).toBe(400);
        return answer.body[0].message;
      };
      for (const name of ['items_total', 'cost_ex_tax', 'shipping_zone_name', 'id', 'colour'])
        expect(await refused({ [name]: 7 })).toBe(
          `The field '${name}' cannot be written to. Please remove it from your request before trying again.`,
        );
      expect(await refused({ country_iso2: 'XX' })).toBe("The field 'country_iso2' is invalid.");
      expect(await refused({ email: 'jane' })).toBe("The field 'email' is invalid.");
      expect(await refused({ form_fields: 'none' })).toBe("The field 'form_fields' is invalid.");
      const other = await orderOf(store);
      const elsewhere = `/orders/${other.id}/shipping_addresses/${order.addresses[0]}`;
      expect((await store.put(elsewhere, {})).body).toEqual(NOT_FOUND);
    });

    it('shows the order’s costs where it is the first', async () => {
      const order = await orderOf(store, [1], { shipping_cost_ex_tax: 2, shipping_cost_inc_tax: 3 });
      const [, list] = await ask('GET', `/orders/${order.id}/shipping_addresses`);
      expect(list.map(({ cost_inc_tax, cost_tax }: Body) => [cost_inc_tax, cost_tax])).toEqual([
        ['3.0000', '1.0000'],
        ['0.0000', '0.0000'],
      ]);
    });
  });

  describe('every answer', () => {
    const limits = ({ headers }: Answer): number[] =>
      RATE_LIMIT_HEADERS.map((name) => Number(headers.get(name) ?? Number.NaN));

    it('has the four headers by which clients pace themselves, errors as well', async () => {
      const order = await orderOf(store);
      const nobody = client(`${api.url()}/stores/${store.hash}/v2`);
      const answers = [
        await store.get('/time'),
        await store.get(order.path),
        await store.get(`/orders/${order.id}`),
        await store.post(order.path, {}),
        await store.post(order.path, '{'),
        await store.get('/orders/999999'),
        await store.get('/what'),
        await store.put(order.path, {}),
        await store.get('/orders?limit=251'),
        await nobody.get('/orders'),
        await client(api.url()).get('/stores/%E0%A4%A/v2/orders'),
        await client(api.url()).get('/time'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([
        200, 204, 200, 400, 400, 404, 404, 405, 413, 401, 400, 200,
      ]);
      for (const answer of answers) {
        const [window = 0, reset = 0, quota = 0, left = 0] = limits(answer);
        expect(window).toBe(60_000);
        expect(reset).toBeGreaterThan(0);
        expect(reset).toBeLessThanOrEqual(window);
        expect(quota).toBeGreaterThanOrEqual(150);
        expect(left).toBeGreaterThan(0);
        expect(left).toBeLessThanOrEqual(quota);
      }
      expect((await tenant.get('/shipments')).headers.get('x-rate-limit-requests-left')).toBeNull();
    });

    it('of /time at the root is milliseconds, without a token', async () => {
      const before = Date.now();
      const answer = await client(api.url()).get('/time');
      expect(documented.deviations('GET', '/time', answer)).toEqual([]);
      expect(typeof answer.body).toBe('number');
      expect(answer.body).toBeGreaterThanOrEqual(before - 1000);
      expect(answer.body).toBeLessThanOrEqual(Date.now() + 1000);
    });
  });
});
