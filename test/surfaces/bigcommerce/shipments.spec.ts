import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bigcommerceDocument } from '../../../src/surfaces/bigcommerce/bigcommerce.openapi.js';
import { sendMail } from '../../support/accounts.js';
import { type Answer, onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { partsOf, Postbox } from '../../support/postbox.js';
import {
  bodyOf,
  JANE,
  JANE_555,
  type MadeOrder,
  orderOf,
  storeOf,
  type StoreClient,
  TRISHY,
} from '../../support/stores.js';

const JANE_DOES = { ...JANE, last_name: 'Does' };

const documented = new Documented(bigcommerceDocument('https://waybill.invalid', '1'));
const SHIPMENTS = '/stores/{store_hash}/v2/orders/{order_id}/shipments';
const SHIPMENT = `${SHIPMENTS}/{shipment_id}`;
const COUNTS = [`${SHIPMENTS}/count`, '/stores/{store_hash}/v2/orders/shipments/count'] as const;

const USPS = 'https://tools.usps.com/go/TrackConfirmAction?tLabels=';

/** The keys of a shipment, in the order of the documents. */
const KEYS = [
  ...['id', 'order_id', 'customer_id', 'order_address_id', 'date_created', 'tracking_number'],
  ...['merchant_shipping_cost', 'shipping_method', 'comments', 'shipping_provider', 'tracking_carrier'],
  ...['tracking_link', 'billing_address', 'shipping_address', 'items', 'shipping_provider_display_name'],
  'generated_tracking_link',
];

let counter = 0;
const number = (): string => `BC${String(++counter).padStart(6, '0')}`;

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    store = await storeOf(api, tenant);
  });

  const at = async <T>(time: number, work: () => Promise<T>): Promise<T> => {
    api.setTime(time);
    return work().finally(() => api.setTime(undefined));
  };
  const makeOrder = (
    quantities: readonly number[] = [1, 1],
    more: object = {},
    shop: StoreClient = store,
  ): Promise<MadeOrder> => orderOf(shop, quantities, more);
  const ship = async (order: MadeOrder, more: object = {}): Promise<Body> => {
    const made = await store.post(order.path, bodyOf(order, 1, more));
    expect(made).toMatchObject({ status: 201 });
    return made.body;
  };
  const statusOf = async ({ id }: MadeOrder): Promise<unknown> =>
    (await store.get(`/orders/${id}`)).body.status_id;
  const iriOfRow = async (table: string, pk: number | undefined): Promise<string> =>
    `/${table}/${(await api.db().read(`SELECT id FROM ${table} WHERE pk = ?`, [pk ?? 0]))[0]?.[0] as string}`;
  const iriOf = ({ id }: Body): Promise<string> => iriOfRow('shipments', id as number);

  describe("answers what BigCommerce's documents show", () => {
    it('of a list with two shipments to two addresses', async () => {
      const shop = await storeOf(api, await api.tenant());
      const { id, path, products, addresses } = await makeOrder([1, 1], { billing_address: JANE_DOES }, shop);
      const first = await at(Date.UTC(2019, 2, 11, 17, 22, 8), () =>
        shop.post(path, {
          order_address_id: addresses[0],
          tracking_number: 'EJ958083578US',
          shipping_method: 'None',
          comments: 'Ready to go...',
          shipping_provider: 'usps',
          items: [{ order_product_id: products[0], quantity: 1 }],
        }),
      );
      const second = await at(Date.UTC(2019, 2, 11, 17, 22, 31), () =>
        shop.post(path, {
          order_address_id: addresses[1],
          tracking_number: 'EJ958083578UK',
          shipping_method: 'None',
          comments: 'Janes Order',
          shipping_provider: 'usps',
          items: [{ order_product_id: products[1], quantity: 1 }],
        }),
      );
      const list = await shop.get(path);
      expect(list.status).toBe(200);
      expect(list.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(list.body).toEqual([
        {
          id: first.body.id,
          order_id: id,
          customer_id: 11,
          order_address_id: addresses[0],
          date_created: 'Mon, 11 Mar 2019 17:22:08 +0000',
          tracking_number: 'EJ958083578US',
          merchant_shipping_cost: '0.0000',
          shipping_method: 'None',
          comments: 'Ready to go...',
          shipping_provider: 'usps',
          tracking_carrier: '',
          tracking_link: '',
          billing_address: JANE_DOES,
          shipping_address: TRISHY,
          items: [{ order_product_id: products[0], product_id: 0, quantity: 1 }],
          shipping_provider_display_name: 'USPS',
          generated_tracking_link: `${USPS}EJ958083578US`,
        },
        {
          id: second.body.id,
          order_id: id,
          customer_id: 11,
          order_address_id: addresses[1],
          date_created: 'Mon, 11 Mar 2019 17:22:31 +0000',
          tracking_number: 'EJ958083578UK',
          merchant_shipping_cost: '0.0000',
          shipping_method: 'None',
          comments: 'Janes Order',
          shipping_provider: 'usps',
          tracking_carrier: '',
          tracking_link: '',
          billing_address: JANE_DOES,
          shipping_address: JANE_555,
          items: [{ order_product_id: products[1], product_id: 0, quantity: 1 }],
          shipping_provider_display_name: 'USPS',
          generated_tracking_link: `${USPS}EJ958083578UK`,
        },
      ]);
      expect(list.body).toEqual([first.body, second.body]);
      for (const shipment of list.body) expect(Object.keys(shipment as object)).toEqual(KEYS);
    });

    it('from making a shipment to deleting all', async () => {
      const shop = await storeOf(api, await api.tenant());
      const order = await makeOrder([1, 1], {}, shop);
      const { id, path, products, addresses } = order;
      const items = products.map((each) => ({ order_product_id: each, quantity: 1 }));
      const made = await at(Date.UTC(2019, 2, 13, 16, 35, 37), () =>
        shop.post(path, {
          order_address_id: addresses[0],
          tracking_number: 'EJ958083578US',
          merchant_shipping_cost: '0.0000',
          shipping_method: 'None',
          shipping_provider: 'usps',
          tracking_carrier: '',
          comments: 'Ready to go...',
          items,
        }),
      );
      const expected = {
        id: made.body.id,
        order_id: id,
        customer_id: 11,
        order_address_id: addresses[0],
        date_created: 'Wed, 13 Mar 2019 16:35:37 +0000',
        tracking_number: 'EJ958083578US',
        merchant_shipping_cost: '0.0000',
        shipping_method: 'None',
        comments: 'Ready to go...',
        shipping_provider: 'usps',
        tracking_carrier: '',
        tracking_link: '',
        billing_address: JANE,
        shipping_address: TRISHY,
        items: products.map((each) => ({ order_product_id: each, product_id: 0, quantity: 1 })),
        shipping_provider_display_name: 'USPS',
        generated_tracking_link: `${USPS}EJ958083578US`,
      };
      expect([made.status, made.body]).toEqual([201, expected]);
      const one = `${path}/${made.body.id}`;
      const got = await shop.get(one);
      expect([got.status, got.body]).toEqual([200, expected]);
      const counts = [await shop.get(`${path}/count`), await shop.get('/orders/shipments/count')];
      expect(counts.map(({ body }) => body as unknown)).toEqual([{ count: 1 }, { count: 1 }]);

      const change = {
        tracking_number: 'EJ958083578US',
        order_address_id: addresses[1],
        shipping_provider: '',
      };
      const put = await shop.put(one, change);
      expect([put.status, put.body]).toEqual([
        200,
        {
          ...expected,
          order_address_id: addresses[1],
          shipping_address: JANE_555,
          shipping_provider: '',
          shipping_provider_display_name: '',
          generated_tracking_link: '',
        },
      ]);
      expect((await shop.get(one)).body).toEqual(put.body);

      const deleted = await shop.delete(one);
      expect([deleted.status, deleted.body]).toEqual([204, '']);
      const missing = await shop.get(one);
      expect([missing.status, (await shop.delete(one)).status]).toEqual([404, 404]);
      expect((await shop.post(path, { order_address_id: addresses[0], items })).status).toBe(201);
      const list = await shop.get(path);
      const allDeleted = await shop.delete(path);
      const none = await shop.get(path);
      for (const { status, body } of [allDeleted, none, await shop.delete(path)])
        expect([status, body]).toEqual([204, '']);
      expect((await shop.get(`${path}/count`)).body).toEqual({ count: 0 });

      const told: [string, string, Answer][] = [
        ['POST', SHIPMENTS, made],
        ['GET', SHIPMENT, got],
        ['PUT', SHIPMENT, put],
        ['DELETE', SHIPMENT, deleted],
        ['GET', SHIPMENT, missing],
        ['GET', SHIPMENTS, list],
        ['GET', SHIPMENTS, none],
        ['DELETE', SHIPMENTS, allDeleted],
        ...counts.map((each, index): [string, string, Answer] => ['GET', COUNTS[index] ?? '', each]),
      ];
      expect(told.flatMap((each) => documented.deviations(...each))).toEqual([]);
    });
  });

  describe('a tracking link comes', () => {
    it.each<[string, object, object]>([
      [
        'from the provider',
        { shipping_provider: 'fedex' },
        {
          shipping_provider: 'fedex',
          tracking_carrier: '',
          tracking_link: '',
          shipping_provider_display_name: 'FedEx',
          generated_tracking_link: 'https://www.fedex.com/fedextrack/?trknbr={}',
        },
      ],
      [
        'from the carrier',
        { tracking_carrier: 'usps' },
        {
          shipping_provider: '',
          tracking_carrier: 'usps',
          tracking_link: '',
          shipping_provider_display_name: '',
          generated_tracking_link: `${USPS}{}`,
        },
      ],
      [
        'from the carrier, when a provider of others ships',
        { shipping_provider: 'carrier_77', tracking_carrier: 'usps' },
        {
          shipping_provider: 'carrier_77',
          tracking_carrier: 'usps',
          tracking_link: '',
          shipping_provider_display_name: '',
          generated_tracking_link: `${USPS}{}`,
        },
      ],
      [
        'from the shop itself',
        { shipping_provider: 'endicia', tracking_link: 'https://shop.example/parcel?n=1' },
        {
          shipping_provider: 'endicia',
          tracking_carrier: '',
          tracking_link: 'https://shop.example/parcel?n=1',
          shipping_provider_display_name: 'USPS',
          generated_tracking_link: '',
        },
      ],
      [
        'from nowhere with the number alone',
        {},
        {
          shipping_provider: '',
          tracking_carrier: '',
          tracking_link: '',
          shipping_provider_display_name: '',
          generated_tracking_link: '',
        },
      ],
      [
        'from nowhere with a provider that carries nothing',
        { shipping_provider: 'shipperhq' },
        {
          shipping_provider: 'shipperhq',
          tracking_carrier: '',
          tracking_link: '',
          shipping_provider_display_name: 'ShipperHQ',
          generated_tracking_link: '',
        },
      ],
    ])('%s', async (_, sent, expected) => {
      const tracking_number = number();
      const made = await ship(await makeOrder(), { tracking_number, ...sent });
      const words = Object.fromEntries(
        Object.entries(made as object).filter(([key]) => Object.hasOwn(expected, key)),
      );
      expect(words).toEqual(JSON.parse(JSON.stringify(expected).replaceAll('{}', tracking_number)));
    });

    it('from nowhere without a number', async () => {
      const made = await ship(await makeOrder(), { shipping_provider: 'usps' });
      expect(made).toMatchObject({ tracking_number: '', generated_tracking_link: '' });
    });
  });

  it("is the same shipment as TrackMage's, tracked like any other", async () => {
    const order = await makeOrder([5]);
    const made = await ship(order, { tracking_number: ' tm-200 000 000 000 001 TM', comments: 'c' });
    expect(made.tracking_number).toBe('tm-200 000 000 000 001 TM');
    const theirs = (await tenant.get(await iriOf(made))).body;
    expect(theirs).toMatchObject({
      workspace: tenant.workspace,
      trackingNumber: 'TM200000000000001TM',
      originCarrier: 'tm-test',
      email: 'elsie@example.com',
      address: { firstName: 'Trishy', addressLine1: '666 Sussex St', countryIso2: 'US' },
    });
    expect(theirs.trackingStatus).not.toBeNull();
    expect(theirs.orders).toHaveLength(1);
    const [item] = (await tenant.get(`${theirs['@id']}/shipment_items`)).body['hydra:member'];
    expect(item).toMatchObject({ qty: 1 });
    expect((await tenant.get(item.orderItem as string)).body).toMatchObject({ qty: 5, fulfilledQty: 1 });
  });

  it('shows what was made on TrackMage, with the carrier that is known there', async () => {
    const order = await tenant.make('/orders', {
      workspace: tenant.workspace,
      orderNumber: 'TM-1',
      email: 'buyer@example.com',
      phoneNumber: '+43 1',
      shippingAddress: { firstName: 'Bea', city: 'Vienna', countryIso2: 'AT' },
      billingAddress: { lastName: 'Payer' },
    });
    const item = await tenant.make('/order_items', { order: order['@id'], qty: 3 });
    const trackingNumber = number();
    const theirs = await tenant.make('/shipments', {
      workspace: tenant.workspace,
      orders: [order['@id']],
      trackingNumber,
      originCarrier: 'fedex',
      shipmentItems: [
        { orderItem: item['@id'], qty: 2 },
        { orderItem: item['@id'], qty: 0 },
      ],
    });
    const keyOf = async (table: string, { id }: Body): Promise<number> =>
      (await api.db().read(`SELECT pk FROM ${table} WHERE id = ?`, [id]))[0]?.[0] as number;
    const orderId = await keyOf('orders', order);
    const [address] = (await store.get(`/orders/${orderId}/shipping_addresses`)).body;
    const nobody = Object.fromEntries(Object.keys(JANE).map((key) => [key, '']));
    expect((await store.get(`/orders/${orderId}/shipments`)).body).toEqual([
      {
        id: await keyOf('shipments', theirs),
        order_id: orderId,
        customer_id: 0,
        order_address_id: address.id,
        date_created: expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/),
        tracking_number: trackingNumber,
        merchant_shipping_cost: '0.0000',
        shipping_method: '',
        comments: '',
        shipping_provider: '',
        tracking_carrier: 'fedex',
        tracking_link: '',
        billing_address: {
          ...nobody,
          last_name: 'Payer',
          phone: '+43 1',
          email: 'buyer@example.com',
        },
        shipping_address: {
          ...nobody,
          first_name: 'Bea',
          city: 'Vienna',
          country: 'Austria',
          country_iso2: 'AT',
          phone: '+43 1',
          email: 'buyer@example.com',
        },
        items: [{ order_product_id: await keyOf('order_items', item), product_id: 0, quantity: 2 }],
        shipping_provider_display_name: '',
        generated_tracking_link: `https://www.fedex.com/fedextrack/?trknbr=${trackingNumber}`,
      },
    ]);
    // a shipment without an order is in no store
    const { body: before } = await store.get('/orders/shipments/count');
    await tenant.make('/shipments', { workspace: tenant.workspace });
    expect((await store.get('/orders/shipments/count')).body).toEqual(before);
  });

  it('makes the order partially shipped, then shipped, and deleting does not take that back', async () => {
    const order = await makeOrder([2]);
    expect(await statusOf(order)).toBe(1);
    const first = await ship(order);
    expect(await statusOf(order)).toBe(3);
    await ship(order);
    expect(await statusOf(order)).toBe(2);
    await store.delete(`${order.path}/${first.id}`);
    expect(await statusOf(order)).toBe(2);
    await store.delete(order.path);
    expect(await statusOf(order)).toBe(2);
    expect((await store.post(order.path, bodyOf(order, 2))).status).toBe(201);
  });

  it('shows of a parcel with things of several orders what is of this one', async () => {
    const [first, second] = [await makeOrder([1]), await makeOrder([1])];
    const made = await ship(first);
    const iri = await iriOf(made);
    const orders = [await iriOfRow('orders', first.id), await iriOfRow('orders', second.id)];
    await tenant.put(iri, { orders });
    const orderItem = await iriOfRow('order_items', second.products[0]);
    await tenant.make('/shipment_items', { shipment: iri, orderItem, qty: 1 });
    expect((await store.get(first.path)).body).toEqual([made]);
    expect((await store.get(second.path)).body).toEqual([
      {
        ...made,
        order_id: second.id,
        order_address_id: second.addresses[0],
        items: [{ order_product_id: second.products[0], product_id: 0, quantity: 1 }],
      },
    ]);
  });

  it('deletes further tracks with the shipment that has the items', async () => {
    const order = await makeOrder([2]);
    const [first, other] = [await ship(order), await ship(order)];
    const track = await ship(await makeOrder());
    await api.db().transaction(async (transaction) => {
      await transaction.run('UPDATE shipments SET parentPk = ? WHERE pk = ?', [first.id, track.id]);
      await transaction.run('UPDATE shipment_orders SET orderPk = ? WHERE shipmentPk = ?', [
        order.id,
        track.id,
      ]);
    });
    expect((await store.get(order.path)).body.map(({ id }: Body) => id)).toEqual([
      first.id,
      other.id,
      track.id,
    ]);
    expect((await store.delete(order.path)).status).toBe(204);
    expect((await store.get(order.path)).status).toBe(204);
  });

  describe('quantities', () => {
    const tooMany = (available: number, product: number | undefined): unknown => [
      {
        status: 400,
        message: "The field 'quantity' is invalid.",
        details: {
          invalid_reason:
            'The quantity specified is greater than the quantity of the product that is available to ship.',
          available_quantity: available,
          order_product_id: product,
        },
      },
    ];

    it('are what is left to ship at most', async () => {
      const order = await makeOrder([1, 3]);
      const [tea, cup] = order.products;
      await ship(order);
      const again = await store.post(order.path, bodyOf(order));
      expect([again.status, again.body]).toEqual([400, tooMany(0, tea)]);
      const cups = await store.post(order.path, {
        order_address_id: order.addresses[0],
        items: [{ order_product_id: cup, quantity: 4 }],
      });
      expect([cups.status, cups.body]).toEqual([400, tooMany(3, cup)]);
      expect((await store.get(`${order.path}/count`)).body).toEqual({ count: 1 });
    });

    it('of a product that is named twice are added up', async () => {
      const order = await makeOrder([3]);
      const [product] = order.products;
      const twice = (...quantities: readonly unknown[]): object => ({
        order_address_id: order.addresses[0],
        items: quantities.map((quantity) => ({ order_product_id: product, quantity })),
      });
      expect((await store.post(order.path, twice(2, 2))).body).toEqual(tooMany(3, product));
      const made = await store.post(order.path, twice(1, '2'));
      expect(made.body.items).toEqual([{ order_product_id: product, product_id: 0, quantity: 3 }]);
    });

    it('are never oversold by requests at the same time', async () => {
      const order = await makeOrder([5, 5]);
      const [tea, cup] = order.products;
      const items = [
        [tea, cup],
        [cup, tea],
      ].map((both) => both.map((each) => ({ order_product_id: each, quantity: 1 })));
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          store.post(order.path, { order_address_id: order.addresses[0], items: items[index % 2] }),
        ),
      );
      const made = answers.filter(({ status }) => status === 201);
      expect(made).toHaveLength(5);
      for (const { status, body } of answers.filter((each) => each.status !== 201))
        expect([status, body[0].details.available_quantity]).toEqual([400, 0]);
      const sum = await api
        .db()
        .read(
          'SELECT i.fulfilledQty, (SELECT SUM(s.qty) FROM shipment_items s WHERE s.orderItemPk = i.pk) FROM order_items i WHERE i.orderPk = ?',
          [order.id],
        );
      expect(sum.map((row) => row.map(Number))).toEqual([
        [5, 5],
        [5, 5],
      ]);
    });
  });

  describe('a PUT', () => {
    it('changes the keys that were sent and no others', async () => {
      const order = await makeOrder();
      const made = await ship(order, {
        tracking_number: number(),
        shipping_provider: 'usps',
        comments: 'old',
        shipping_method: 'Standard',
        merchant_shipping_cost: '3.5',
      });
      const path = `${order.path}/${made.id}`;
      const put = async (body: object): Promise<Body> => (await store.put(path, body)).body;
      expect(await put({})).toEqual(made);
      expect(await put({ comments: 'new' })).toEqual({ ...made, comments: 'new' });
      expect(await put({ comments: null, merchant_shipping_cost: 12.25 })).toEqual({
        ...made,
        comments: '',
        merchant_shipping_cost: '12.2500',
      });
      const linked = await put({ tracking_link: 'http://shop.example', comments: 'old' });
      expect(linked).toEqual({
        ...made,
        merchant_shipping_cost: '12.2500',
        tracking_link: 'http://shop.example',
        generated_tracking_link: '',
      });
      expect(await put({ tracking_number: '' })).toEqual({ ...linked, tracking_number: '' });
      expect((await tenant.get(await iriOf(made))).body).toMatchObject({
        trackingNumber: null,
        originCarrier: 'usps',
      });
    });

    it('takes what was answered back, as the PHP client does', async () => {
      const order = await makeOrder();
      const made = await ship(order, { tracking_number: number(), tracking_carrier: 'fedex' });
      const { items, ...echo } = made;
      const before = (await tenant.get(await iriOf(made))).body;
      api.setTime(Date.now() + 60_000);
      const put = await store.put(`${order.path}/${made.id}`, {
        ...echo,
        billing_address: null,
        shipping_address: { city: 'Elsewhere' },
        generated_tracking_link: 'x',
        date_created: 'never',
        order_id: 1,
        what: 'ever',
      });
      api.setTime(undefined);
      expect([put.status, put.body]).toEqual([200, { ...echo, items }]);
      expect((await tenant.get(await iriOf(made))).body).toEqual(before);
    });

    it('runs as document 003 has it, with the items that are in the shipment', async () => {
      const order = await makeOrder([3, 1]);
      const items = [{ order_product_id: order.products[0], quantity: 2 }];
      const made = await ship(order, { items, shipping_provider: 'usps', comments: 'old' });
      const tracking_number = number();
      const put = (more: object): Promise<Answer> =>
        store.put(`${order.path}/${made.id}`, {
          tracking_number,
          order_address_id: order.addresses[0],
          shipping_provider: '',
          ...more,
        });
      const same = { ...made, tracking_number, shipping_provider: '', shipping_provider_display_name: '' };
      for (const each of [
        items,
        [{ order_product_id: String(order.products[0]), quantity: '2', product_id: 0 }],
        [1, 1].map((quantity) => ({ order_product_id: order.products[0], quantity })),
        made.items,
      ]) {
        const answer = await put({ items: each });
        expect([answer.status, answer.body]).toEqual([200, { ...same, generated_tracking_link: '' }]);
      }
      const refused = [
        {
          status: 400,
          message:
            "The field 'items' cannot be written to. Please remove it from your request before trying again.",
        },
      ];
      for (const each of [
        [{ order_product_id: order.products[0], quantity: 3 }],
        [{ order_product_id: order.products[1], quantity: 2 }],
        [...items, { order_product_id: order.products[1], quantity: 1 }],
        [],
      ]) {
        const answer = await put({ items: each, comments: 'new' });
        expect([answer.status, answer.body]).toEqual([400, refused]);
      }
      expect((await store.get(`${order.path}/${made.id}`)).body.comments).toBe('old');
    });

    it('of what was answered changes nothing, whoever made the shipment', async () => {
      const order = await makeOrder([5]);
      const made = await ship(order, { tracking_number: 'ab 12-34 xy', comments: 'x' });
      const orderIri = await iriOfRow('orders', order.id);
      await tenant.make('/shipments', { workspace: tenant.workspace, orders: [orderIri] });
      await tenant.make('/shipments', {
        workspace: tenant.workspace,
        orders: [orderIri],
        trackingNumber: number(),
        address: { city: 'Graz', countryIso2: 'AT' },
        shipmentItems: [{ orderItem: await iriOfRow('order_items', order.products[0]), qty: 1 }],
      });
      const list = (await store.get(order.path)).body;
      expect(list.map(({ id }: Body) => id)).toContain(made.id);
      const rows = async (): Promise<unknown> =>
        (await tenant.get(`/shipments?orderNumbers=${order.id}`)).body['hydra:member'];
      const before = await rows();
      api.setTime(Date.now() + 60_000);
      for (const each of list) {
        const put = await store.put(`${order.path}/${each.id}`, each);
        expect([put.status, put.body]).toEqual([200, each]);
      }
      api.setTime(undefined);
      expect(list).toHaveLength(3);
      expect(await rows()).toEqual(before);
    });

    it('of the words for the carrier changes who is asked', async () => {
      const order = await makeOrder();
      const made = await ship(order, { tracking_number: number(), shipping_provider: 'usps' });
      const carrierAfter = async (body: object): Promise<unknown> => {
        expect((await store.put(`${order.path}/${made.id}`, body)).status).toBe(200);
        return (await tenant.get(await iriOf(made))).body.originCarrier;
      };
      expect(await carrierAfter({ tracking_carrier: 'fedex' })).toBe('fedex');
      expect(await carrierAfter({ tracking_carrier: '' })).toBe('usps');
      expect(await carrierAfter({ shipping_provider: 'upsready' })).toBe('ups');
      expect(await carrierAfter({ shipping_provider: '' })).toBeNull();
      expect(await carrierAfter({ tracking_number: '9400111206206406260787' })).toBe('usps');
      // what TrackMage's surface says after that is shown here
      await tenant.put(await iriOf(made), { originCarrier: 'fedex' });
      const path = `${order.path}/${made.id}`;
      expect((await store.get(path)).body).toMatchObject({
        shipping_provider: '',
        tracking_carrier: 'fedex',
      });
      expect(await carrierAfter({ shipping_provider: 'carrier_1' })).toBe('fedex');
      await tenant.put(await iriOf(made), { originCarrier: 'usps' });
      expect(await carrierAfter({ shipping_provider: 'ups' })).toBe('ups');
      expect((await store.get(path)).body).toMatchObject({ shipping_provider: 'ups', tracking_carrier: '' });
    });

    it.each(['items', 'product_id'])('cannot write %s', async (field) => {
      const order = await makeOrder();
      const { id } = await ship(order);
      const answer = await store.put(`${order.path}/${id}`, { [field]: null });
      expect([answer.status, answer.body]).toEqual([
        400,
        [
          {
            status: 400,
            message: `The field '${field}' cannot be written to. Please remove it from your request before trying again.`,
          },
        ],
      ]);
    });

    it('cannot take the number of another shipment', async () => {
      const order = await makeOrder([2]);
      const { tracking_number } = await ship(order, { tracking_number: number() });
      const { id } = await ship(order);
      const answer = await store.put(`${order.path}/${id}`, { tracking_number });
      expect([answer.status, answer.body]).toEqual([
        400,
        [
          {
            status: 400,
            message: "The field 'tracking_number' is invalid.",
            details: { invalid_reason: 'Another shipment has this tracking number.' },
          },
        ],
      ]);
    });
  });

  it('takes the longest of everything, and ids and numbers as text', async () => {
    const order = await makeOrder();
    const sent = {
      order_address_id: String(order.addresses[1]),
      tracking_number: `${number()}${'Z'.repeat(42)}`,
      tracking_link: `https://shop.example/${'a'.repeat(479)}`,
      shipping_method: 'ä'.repeat(255),
      comments: 'ü'.repeat(32_767),
      merchant_shipping_cost: '99999999999.9999',
      shipping_provider: 'carrier_1234567890',
      items: [{ order_product_id: String(order.products[0]), product_id: 5, quantity: '1' }],
      billing_address: 7,
      date_created: 'yesterday',
    };
    const made = await store.post(order.path, sent);
    const { items, billing_address, date_created, ...kept } = sent;
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...kept, order_address_id: order.addresses[1] });
    expect([items, billing_address, date_created]).toHaveLength(3);
  });

  it('pages, and ends with an answer without a body', async () => {
    const order = await makeOrder([5]);
    const ids: number[] = [];
    for (let count = 0; count < 5; count++) ids.push((await ship(order)).id as number);
    const page = async (query: string): Promise<unknown> => {
      const { status, body } = await store.get(`${order.path}${query}`);
      return status === 200 ? body.map(({ id }: Body) => id) : [status, body];
    };
    expect(await page('')).toEqual(ids);
    expect(await page('?page=1&limit=2')).toEqual(ids.slice(0, 2));
    expect(await page('?page=3&limit=2')).toEqual(ids.slice(4));
    expect(await page('?page=4&limit=2')).toEqual([204, '']);
    expect(await page('?limit=250&page=')).toEqual(ids);
    expect(await page('?limit=250&page=2')).toEqual([204, '']);
    expect(await page('?limit=251')).toEqual([
      413,
      [{ status: 413, message: 'A page has 250 results at most.' }],
    ]);
    for (const query of ['page=0', 'page=-1', 'page=two', 'page=1.5', 'page=9999999999999', 'limit=0']) {
      expect(await page(`?${query}`)).toEqual([
        400,
        [
          {
            status: 400,
            message: `The field '${query.split('=')[0]}' is invalid.`,
            details: { invalid_reason: 'The value must be a whole number, 1 or more.' },
          },
        ],
      ]);
    }
  });

  describe('with an Idempotency-Key', () => {
    const key = (): Record<string, string> => ({ 'idempotency-key': `store-${++counter}` });
    const replayed = ({ headers }: Answer): unknown => headers.get('idempotency-replayed');

    it('makes one shipment of the same request, and answers it again', async () => {
      const order = await makeOrder([3]);
      const headers = key();
      const first = await store.post(order.path, bodyOf(order), headers);
      const again = await store.post(order.path, bodyOf(order), headers);
      expect([first.status, replayed(first), again.status, replayed(again)]).toEqual([
        201,
        null,
        201,
        'true',
      ]);
      expect(again.body).toEqual(first.body);
      expect((await store.get(`${order.path}/count`)).body).toEqual({ count: 1 });
    });

    it('answers a refusal again, with what it said of quantities', async () => {
      const order = await makeOrder([1]);
      const headers = key();
      const first = await store.post(order.path, bodyOf(order, 2), headers);
      await ship(order);
      const again = await store.post(order.path, bodyOf(order, 2), headers);
      expect([again.status, again.body, replayed(again)]).toEqual([400, first.body, 'true']);
      expect(first.body[0].details.available_quantity).toBe(1);
      const nowhere = '/orders/999999/shipments';
      const other = key();
      const missing = await store.post(nowhere, bodyOf(order), other);
      const missed = await store.post(nowhere, bodyOf(order), other);
      expect([missed.status, missed.body, replayed(missed)]).toEqual([404, missing.body, 'true']);
    });
  });
});

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

onEachApi(
  (api) => {
    it('tells the customer of a new shipment, once, and of no change', async () => {
      const store = await storeOf(api, await api.tenant());
      const email = `elsie-${api.database.kind}@example.com`;
      const order = await orderOf(store, [1], { shipping_addresses: [{ ...TRISHY, email }] });
      const headers = { 'idempotency-key': `mail-${api.database.kind}` };
      const body = bodyOf(order, 1, { tracking_number: 'EJ958083578US', shipping_provider: 'usps' });
      expect((await store.post(order.path, { ...body, shipping_provider: 'owl' })).status).toBe(400);
      const made = await store.post(order.path, body, headers);
      expect((await store.post(order.path, body, headers)).body).toEqual(made.body);
      expect((await store.put(`${order.path}/${made.body.id}`, { comments: 'late' })).status).toBe(200);
      await sendMail(api);
      const mails = postbox.to(email).map(({ raw }) => partsOf(raw).text);
      expect(mails).toHaveLength(1);
      for (const part of ['Product 0', 'EJ958083578US']) expect(mails[0]).toContain(part);
      // links lead to the tracking page alone
      expect(mails[0]).not.toContain(USPS);
    });
  },
  { SMTP_URL: postbox.url(), WORKER: '0' },
);
