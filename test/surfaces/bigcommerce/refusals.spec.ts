import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bigcommerceDocument } from '../../../src/surfaces/bigcommerce/bigcommerce.openapi.js';
import {
  client,
  onEachApi,
  startServer,
  type Answer,
  type Body,
  type Client,
  type TenantClient,
} from '../../support/api.js';
import {
  type ClientError,
  Collision,
  Forbidden,
  NotFound,
  TooMany,
  Unavailable,
} from '../../../src/core/metadata/errors.js';
import { bigcommerce } from '../../../src/surfaces/bigcommerce/bigcommerce.surface.js';
import { InvalidField } from '../../../src/surfaces/bigcommerce/errors.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { Documented } from '../../support/documented.js';
import { rawRequest } from '../../support/raw-request.js';
import { type Relay, relayTo } from '../../support/relay.js';
import {
  bodyOf,
  JANE,
  type MadeOrder,
  orderOf,
  storeClient,
  storeOf,
  type StoreClient,
} from '../../support/stores.js';

const documented = new Documented(bigcommerceDocument('https://waybill.invalid', '1'));
const SHIPMENTS = '/stores/{store_hash}/v2/orders/{order_id}/shipments';

const NOT_FOUND = [{ status: 404, message: 'The requested resource was not found.' }];

let counter = 0;
const number = (): string => `BE${String(++counter).padStart(6, '0')}`;

describe('an error', () => {
  it.each<[ClientError, object]>([
    [new TooMany(30), { status: 429, message: 'There were too many attempts. Please try again later.' }],
    [
      new Unavailable(),
      { status: 503, message: 'The service is not available at the moment. Please try again.' },
    ],
    [
      new Collision(),
      {
        status: 409,
        message: 'The request collided with other writes. Nothing was written; please try again.',
      },
    ],
    [new Forbidden(), { status: 403, message: 'Access Denied.' }],
    [new NotFound('Nothing of the inside'), NOT_FOUND[0] ?? {}],
    [
      new InvalidField('quantity', 'It is too large.', { available_quantity: 1 }),
      {
        status: 400,
        message: "The field 'quantity' is invalid.",
        details: { invalid_reason: 'It is too large.', available_quantity: 1 },
      },
    ],
  ])('like %s is a list of one', (error, expected) => {
    expect(bigcommerce.errorBody(error)).toEqual([expected]);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  let shared: MadeOrder;
  beforeAll(async () => {
    tenant = await api.tenant();
    store = await storeOf(api, tenant);
    shared = await orderOf(store);
  });
  const plain = (): Client => client(api.url());
  const seen = ({ status, headers, body }: Answer): unknown[] => [status, headers.get('content-type'), body];
  const JSON_TYPE = 'application/json; charset=utf-8';

  describe('a POST is refused', () => {
    const missing = (name: string): object => ({
      status: 400,
      message: `The required field '${name}' was not supplied.`,
    });
    const invalid = (name: string, reason: string): object => ({
      status: 400,
      message: `The field '${name}' is invalid.`,
      details: { invalid_reason: reason },
    });
    const WHOLE = 'The value must be a whole number.';
    const MONEY = 'The value must be a decimal number with four places at most.';
    const LINK = 'The value must be an http or https address.';
    const PROVIDER = 'There is no such shipping provider.';
    const one = { order_product_id: 0, quantity: 1 };

    it.each<[string, object, object]>([
      ['without an address', { order_address_id: undefined }, missing('order_address_id')],
      ['without items', { items: undefined }, missing('items')],
      ['with items that are null', { items: null, comments: 5 }, missing('items')],
      ['with no item', { items: [] }, invalid('items', 'There must be at least one item.')],
      ['with an item that is none', { items: [7] }, invalid('items', 'There must be a JSON object.')],
      ['with items that are text', { items: 'all' }, invalid('items', 'The value must be a list.')],
      ['without a product', { items: [{ quantity: 1 }] }, missing('order_product_id')],
      ['without a quantity', { items: [{ order_product_id: 1 }] }, missing('quantity')],
      [
        'with none of a product',
        { items: [{ ...one, order_product_id: 1, quantity: 0 }] },
        invalid('quantity', 'The value must be between 1 and 2147483647.'),
      ],
      [
        'with a part of a product',
        { items: [{ ...one, order_product_id: 1, quantity: 1.5 }] },
        invalid('quantity', WHOLE),
      ],
      [
        "with another order's product",
        { items: [{ order_product_id: 999_999, quantity: 1 }] },
        invalid('order_product_id', 'The order has no product with this id.'),
      ],
      ['with an address that is a word', { order_address_id: 'home' }, invalid('order_address_id', WHOLE)],
      [
        "with another order's address",
        { order_address_id: 999_999 },
        invalid('order_address_id', 'The order has no address with this id.'),
      ],
      [
        'with a long number',
        { tracking_number: 'A'.repeat(51) },
        invalid('tracking_number', 'The value must have 50 characters or fewer.'),
      ],
      [
        'with a number of nothing',
        { tracking_number: '--' },
        invalid('tracking_number', 'A tracking number must have letters or digits.'),
      ],
      [
        'with a number that is an object',
        { tracking_number: {} },
        invalid('tracking_number', 'The value must be a string.'),
      ],
      [
        'with a number of which digits are lost',
        { tracking_number: 2 ** 70 },
        invalid('tracking_number', 'The value must be a string.'),
      ],
      ['with an unknown provider', { shipping_provider: 'owl' }, invalid('shipping_provider', PROVIDER)],
      ['with a nameless one', { shipping_provider: 'carrier_' }, invalid('shipping_provider', PROVIDER)],
      [
        'with an unknown carrier',
        { tracking_carrier: 'owl' },
        invalid('tracking_carrier', 'There is no such tracking carrier.'),
      ],
      ['with a script for a link', { tracking_link: 'javascript:alert(1)' }, invalid('tracking_link', LINK)],
      [
        'with a long link',
        { tracking_link: `https://shop.example/${'a'.repeat(480)}` },
        invalid('tracking_link', 'The value must have 500 characters or fewer.'),
      ],
      [
        'with a long method',
        { shipping_method: 'a'.repeat(256) },
        invalid('shipping_method', 'The value must have 255 characters or fewer.'),
      ],
      [
        'with many characters of comments',
        { comments: 'a'.repeat(65_536) },
        invalid('comments', 'The value must have 65535 characters or fewer.'),
      ],
      [
        'with many bytes of comments',
        { comments: 'ü'.repeat(32_768) },
        invalid('comments', 'The value must have 65535 bytes or fewer.'),
      ],
      [
        'with half a character',
        { comments: '\ud800' },
        invalid('comments', 'The value contains characters that are not allowed.'),
      ],
      ['with costs in words', { merchant_shipping_cost: 'ten' }, invalid('merchant_shipping_cost', MONEY)],
      [
        'with costs of many places',
        { merchant_shipping_cost: 0.1 + 0.2 },
        invalid('merchant_shipping_cost', MONEY),
      ],
      [
        'with costs below zero',
        { merchant_shipping_cost: '-1' },
        invalid('merchant_shipping_cost', 'The value must be zero or more.'),
      ],
      [
        'with a product',
        { product_id: 0 },
        {
          status: 400,
          message:
            "The field 'product_id' cannot be written to. Please remove it from your request before trying again.",
        },
      ],
    ])('%s', async (_, change, expected) => {
      const order = shared;
      const answer = await store.post(order.path, { ...bodyOf(order), ...change });
      expect([answer.status, answer.body]).toEqual([400, [expected]]);
      expect(documented.deviations('POST', SHIPMENTS, answer)).toEqual([]);
      expect((await store.get(order.path)).status).toBe(204);
    });

    it('with the number of another shipment of the store', async () => {
      const order = await orderOf(store, [2]);
      const tracking_number = number();
      await store.post(order.path, bodyOf(order, 1, { tracking_number }));
      const answer = await store.post(order.path, bodyOf(order, 1, { tracking_number }));
      expect([answer.status, answer.body]).toEqual([
        400,
        [invalid('tracking_number', 'Another shipment has this tracking number.')],
      ]);
    });
  });

  describe('every error is a list of one', () => {
    it.each<[string, string]>([
      ['an order that is not there', '/orders/999999/shipments'],
      ['an order whose id is none', '/orders/shipments/shipments'],
      ['an order below zero', '/orders/-1/shipments/count'],
      ['an order beyond all integers', '/orders/99999999999999999999/shipments'],
      ['a shipment whose id is none', '/orders/1/shipments/first'],
      ['a path that nobody has', '/orders/1/shipments/1/labels'],
    ])('of %s', async (_, path) => {
      expect(seen(await store.get(path))).toEqual([404, JSON_TYPE, NOT_FOUND]);
    });

    it('of a shipment of another order, which is not there', async () => {
      const { path } = await orderOf(store);
      const made = await store.post(shared.path, {
        ...bodyOf(shared),
        items: [{ order_product_id: shared.products[1], quantity: 1 }],
      });
      for (const answer of [
        await store.get(`${path}/${made.body.id}`),
        await store.put(`${path}/${made.body.id}`, {}),
        await store.delete(`${path}/${made.body.id}`),
      ])
        expect(seen(answer)).toEqual([404, JSON_TYPE, NOT_FOUND]);
      expect((await store.delete(`${shared.path}/${made.body.id}`)).status).toBe(204);
    });

    it('of paths that nobody has, also without a token', async () => {
      for (const path of ['/stores', '/stores/x', `/stores/${store.hash}/v3/orders`, '/%73tores/x/v2/what'])
        expect(seen(await plain().get(path))).toEqual([404, JSON_TYPE, NOT_FOUND]);
    });

    it('of a method that a path does not have, with those that it has', async () => {
      const answer = await store.put(shared.path, {});
      const path = `/stores/${store.hash}/v2${shared.path}`;
      expect([...seen(answer), answer.headers.get('allow')]).toEqual([
        405,
        JSON_TYPE,
        [
          {
            status: 405,
            message: `No route found for "PUT ${path}": Method Not Allowed (Allow: DELETE, GET, HEAD, POST)`,
          },
        ],
        'DELETE, GET, HEAD, POST',
      ]);
    });

    it.each<[string, string, Record<string, string>, number, string]>([
      ['that is no JSON', '{"items"', {}, 400, 'Syntax error'],
      ['that is text', '"all"', {}, 400, 'The body must be a JSON object.'],
      ['that is a list', '[1]', {}, 400, 'The body must be a JSON object.'],
      ['that is null', 'null', {}, 400, 'The body must be a JSON object.'],
      ['that is nothing', '', {}, 400, 'The body must be a JSON object.'],
      ['of an empty list', '[]', {}, 400, "The required field 'order_address_id' was not supplied."],
      [
        'of another type',
        '<items/>',
        { 'content-type': 'application/xml' },
        415,
        'The content-type "application/xml" is not supported. Supported MIME types are "application/ld+json", "application/json".',
      ],
      [
        'of more than a MiB',
        JSON.stringify({ comments: 'a'.repeat(1_048_577) }),
        {},
        413,
        'The body is too large. It should have 1 MiB or less.',
      ],
      [
        'with a key that is none',
        '{}',
        { 'idempotency-key': 'x'.repeat(256) },
        400,
        'The "Idempotency-Key" header should have 1 to 255 characters of printable ASCII.',
      ],
    ])('of a body %s', async (_, body, headers, status, message) => {
      const answer = await store.post(shared.path, body, headers);
      expect(seen(answer)).toEqual([status, JSON_TYPE, [{ status, message }]]);
      expect(documented.deviations('POST', SHIPMENTS, answer)).toEqual([]);
    });

    it('of a key that is busy, or was used for something else', async () => {
      const order = await orderOf(store, [3]);
      const headers = { 'idempotency-key': `busy-${++counter}` };
      expect((await store.post(order.path, bodyOf(order), headers)).status).toBe(201);
      const other = await store.post(order.path, bodyOf(order, 2), headers);
      expect(documented.deviations('POST', SHIPMENTS, other)).toEqual([]);
      expect(seen(other)).toEqual([
        422,
        JSON_TYPE,
        [
          {
            status: 422,
            message: 'The Idempotency-Key was used for another request within the last 24 hours.',
          },
        ],
      ]);
      await api
        .db()
        .transaction((transaction) =>
          transaction.run(
            'UPDATE idempotency_keys SET status = NULL, answer = NULL, claimedUntil = ? WHERE name = ?',
            [toStored(Date.now() + 30_000), headers['idempotency-key']],
          ),
        );
      const busy = await store.post(order.path, bodyOf(order), headers);
      expect(documented.deviations('POST', SHIPMENTS, busy)).toEqual([]);
      expect([...seen(busy), busy.headers.get('retry-after')]).toEqual([
        409,
        JSON_TYPE,
        [
          {
            status: 409,
            message: 'A request with this Idempotency-Key is still running. Please try again.',
          },
        ],
        '1',
      ]);
    });
  });

  describe('what clients do is survived:', () => {
    it('a body that does not say its type is JSON, of orders and of shipments', async () => {
      const order = await orderOf(store, [3]);
      const untyped = async (method: string, path: string, body: unknown): Promise<[number, string]> => {
        const text = JSON.stringify(body);
        const head = {
          'x-auth-token': store.token,
          accept: 'application/json',
          'content-length': Buffer.byteLength(text),
        };
        const full = `/stores/${store.hash}/v2${path}`;
        const answer = await rawRequest(api.url(), method, full, { ...head, connection: 'close' }, text);
        return [answer.status, answer.text];
      };
      const products = [{ name: 'Ünder', quantity: 1, price_inc_tax: 10, price_ex_tax: 10 }];
      const [status, text] = await untyped('POST', '/orders', { billing_address: JANE, products });
      expect(status).toBe(201);
      expect(text).toContain('"street_1":"123 Main Street"');
      const [made] = await untyped('POST', order.path, bodyOf(order, 2, { tracking_number: 'UNTYPED1' }));
      expect(made).toBe(201);
      const [shipment] = (await store.get(order.path)).body as Body[];
      expect(shipment).toMatchObject({ tracking_number: 'UNTYPED1', items: [{ quantity: 2 }] });
      const [put] = await untyped('PUT', `${order.path}/${shipment.id}`, { comments: 'untyped' });
      expect(put).toBe(200);
      expect((await store.get(`${order.path}/${shipment.id}`)).body).toMatchObject({ comments: 'untyped' });
      expect((await untyped('POST', '/orders', 'text'))[0]).toBe(400);
    });

    it('a content type on requests without a body, and a slash at the end of a path', async () => {
      const order = await orderOf(store);
      const made = await store.post(`${order.path}/`, bodyOf(order));
      expect(made.status).toBe(201);
      const json = { 'content-type': 'application/json', 'content-length': '0' };
      expect((await store.get(order.path, json)).body).toEqual([made.body]);
      expect((await store.get(`${order.path}.json`)).body).toEqual([made.body]);
      expect((await store.delete(`${order.path}/${made.body.id}`, json)).status).toBe(204);
    });

    it('a PUT that waits for a word before it sends its body', async () => {
      const order = await orderOf(store);
      const { body: made } = await store.post(order.path, bodyOf(order));
      const text = JSON.stringify({ comments: 'waited' });
      const answer = await new Promise<[boolean, number | undefined, string]>((resolve, reject) => {
        let continued = false;
        const put = httpRequest(`${api.url()}/stores/${store.hash}/v2${order.path}/${made.id}`, {
          method: 'PUT',
          headers: {
            'x-auth-token': store.token,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            expect: '100-continue',
          },
        });
        put.on('continue', () => {
          continued = true;
          put.end(text);
        });
        put.on('response', (response) => {
          let received = '';
          response.on('data', (piece: Buffer) => (received += piece.toString()));
          response.on('end', () => resolve([continued, response.statusCode, received]));
        });
        put.on('error', reject);
        put.flushHeaders();
      });
      expect([answer[0], answer[1], JSON.parse(answer[2])]).toEqual([
        true,
        200,
        { ...made, comments: 'waited' },
      ]);
    });

    it('they pace themselves by what is left, which is never nothing', async () => {
      const { headers } = await store.get('/orders/shipments/count');
      const names = [...headers.keys()].filter((name) => name.startsWith('x-rate-limit'));
      expect(names).toHaveLength(4);
      expect(Number(headers.get('x-rate-limit-requests-left'))).toBeGreaterThan(0);
    });
  });
});

onEachApi((api) => {
  if (api.database.kind === 'mariadb') {
    describe('while the database is away', () => {
      let relay: Relay;
      let server: Awaited<ReturnType<typeof startServer>>;
      beforeAll(async () => {
        const url = new URL(api.database.url());
        relay = await relayTo(Number(url.port));
        url.port = String(relay.port);
        server = await startServer(url.href);
      });
      afterAll(async () => {
        await server.app.close();
        await relay.cut();
      });

      it('answers 503 with Retry-After in the same shape', async () => {
        const there = storeClient(server.url, 'x', 'y');
        expect((await there.get('/orders')).status).toBe(401);
        await relay.cut();
        const { status, headers, body } = await there.get('/orders');
        expect([status, headers.get('retry-after'), body]).toEqual([
          503,
          '5',
          [{ status: 503, message: 'The service is not available at the moment. Please try again.' }],
        ]);
        await relay.restore();
      });
    });
  }

  // the last one: it leaves tables out
  it('what nobody foresaw is a bare 500, and writes nothing', async () => {
    const store = await storeOf(api, await api.tenant());
    const order = await orderOf(store);
    const made = await store.post(order.path, bodyOf(order));
    expect(made.status).toBe(201);
    await api.db().transaction(async (transaction) => {
      await transaction.run('ALTER TABLE store_tokens RENAME COLUMN tokenHash TO gone');
      await transaction.run('ALTER TABLE shipment_order_numbers RENAME COLUMN position TO gone');
    });
    const BARE = [{ status: 500, message: 'Internal Server Error' }];
    const second = { ...bodyOf(order), items: [{ order_product_id: order.products[1], quantity: 1 }] };
    const failed = await store.post(order.path, second);
    expect([failed.status, failed.body]).toEqual([500, BARE]);
    expect((await store.get(order.path)).body).toEqual([made.body]);
    // a token that this process does not know yet
    const unknown = await storeClient(api.url(), store.hash, 'x'.repeat(43)).get('/orders/shipments/count');
    expect([unknown.status, unknown.body]).toEqual([500, BARE]);
  });
});
