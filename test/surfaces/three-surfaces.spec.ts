import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStoreToken } from '../../src/surfaces/bigcommerce/auth/store-tokens.js';
import { createClient } from '../../src/modules/identity/oauth/oauth-clients.js';
import { type Answer, type Body, client, type Client, signIn } from '../support/api.js';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase, type OpenDatabase } from '../support/open-database.js';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';

/** One store, as the clients of its three surfaces reach it through different servers. */
interface Shop {
  readonly workspace: string;
  /** TrackMage's surface, through the n-th of many requests' server. */
  tracking(n: number): Client;
  /** Below `/stores/<hash>/v2`. */
  bigcommerce(n: number, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Below `/api2`. */
  api2(n: number, method: string, path: string, body?: unknown): Promise<Answer>;
  make(path: string, body: unknown): Promise<Body>;
}

/** An order with its integer ids. */
interface MadeOrder {
  readonly iri: string;
  readonly id: number;
  readonly addressId: number;
  readonly items: readonly { readonly iri: string; readonly id: number }[];
}

/** How many of which of an order's items, by their positions. */
type Quantities = readonly (readonly [item: number, qty: number])[];

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What a surface says when more is asked for than is left. */
const TOO_MUCH = {
  tracking: (body: Body): unknown => body.violations.map(({ propertyPath }: Body) => propertyPath),
  bigcommerce: (body: Body): unknown => body.map(({ message }: Body) => message),
  api2: (body: Body): unknown => body,
};

onEachDatabase((database) => {
  const start = serverProcesses();
  let servers: ServerProcess[] = [];
  let db: OpenDatabase;

  beforeAll(async () => {
    const env = { DATABASE_URL: database.url(), LOG_LEVEL: 'warn' };
    servers = await Promise.all(times(database.kind === 'mariadb' ? 2 : 1, () => start(env)));
    await Promise.all(servers.map((server) => server.ready()));
    db = await openDatabase(database.url());
  });

  afterAll(async () => {
    await db.close();
    expect(servers.map((server) => server.output())).toEqual(servers.map(() => ''));
  });

  const rowsOf = async <T>(sql: string, ...params: (string | number)[]): Promise<T[]> =>
    db.rows<T>(sql, params);

  const openShop = async (): Promise<Shop> => {
    const tenant = await db.tenant();
    const [{ id = '', storeHash = '' } = {}] = tenant.workspaces;
    const [{ pk: workspacePk, userPk } = { pk: 0, userPk: 0 }] = await rowsOf<{ pk: number; userPk: number }>(
      'SELECT w.pk AS pk, u.pk AS userPk FROM workspaces w, users u WHERE w.id = ? AND u.id = ?',
      id,
      tenant.userId,
    );
    const [{ token }, bound] = await db.database.transaction(async (transaction) => [
      await createStoreToken({ userPk, workspacePk, scope: 'modify' }, transaction),
      await createClient({ name: 'Shop', userPk, workspacePk }, transaction),
    ]);
    const urls = servers.map(({ url }) => url);
    const url = (n: number): string => urls[n % urls.length] ?? '';
    const tracking = await Promise.all(urls.map((each) => signIn(each, tenant)));
    const magento = await Promise.all(urls.map((each) => signIn(each, bound)));
    const json = (body: unknown): RequestInit => ({
      headers: { 'content-type': 'application/json', 'x-auth-token': token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const make = async (path: string, body: unknown): Promise<Body> => {
      const answer = await (tracking[0] as Client).post(path, body);
      if (answer.status !== 201)
        throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    return {
      workspace: `/workspaces/${id}`,
      tracking: (n) => tracking[n % urls.length] as Client,
      bigcommerce: (n, method, path, body) =>
        client(url(n)).send(method, `/stores/${storeHash}/v2${path}`, json(body)),
      api2: (n, method, path, body) =>
        (magento[n % urls.length] as Client).send(method, `/api2${path}`, json(body)),
      make,
    };
  };

  const makeOrder = async (
    shop: Shop,
    orderNumber: string,
    quantities: readonly number[],
  ): Promise<MadeOrder> => {
    const order = await shop.make('/orders', {
      workspace: shop.workspace,
      orderNumber,
      email: 'jane@example.com',
      shippingAddress: { firstName: 'Jane', addressLine1: '123 Main Street', countryIso2: 'US' },
    });
    const items: { iri: string; id: number }[] = [];
    for (const [index, qty] of quantities.entries()) {
      const item = await shop.make('/order_items', { order: order['@id'], qty, productSku: `SKU-${index}` });
      const [row] = await rowsOf<{ pk: number }>(
        'SELECT pk FROM order_items WHERE id = ?',
        item.id as string,
      );
      items.push({ iri: item['@id'] as string, id: row?.pk ?? 0 });
    }
    const [row] = await rowsOf<{ pk: number }>('SELECT pk FROM orders WHERE id = ?', order.id as string);
    const id = row?.pk ?? 0;
    const { body } = await shop.bigcommerce(0, 'GET', `/orders/${id}/shipping_addresses`);
    return { iri: order['@id'] as string, id, addressId: body[0].id as number, items };
  };

  /** Ships some of an order's items through a surface, and again when it collided with other writes. */
  const ship = async (
    shop: Shop,
    order: MadeOrder,
    surface: keyof typeof TOO_MUCH,
    n: number,
    quantities: Quantities,
  ): Promise<Answer> => {
    const itemOf = (at: number): MadeOrder['items'][number] => order.items[at] ?? { iri: '', id: 0 };
    const send = (): Promise<Answer> => {
      switch (surface) {
        case 'tracking':
          return shop.tracking(n).post('/shipments', {
            workspace: shop.workspace,
            orders: [order.iri],
            shipmentItems: quantities.map(([at, qty]) => ({ orderItem: itemOf(at).iri, qty })),
          });
        case 'bigcommerce':
          return shop.bigcommerce(n, 'POST', `/orders/${order.id}/shipments`, {
            order_address_id: order.addressId,
            items: quantities.map(([at, quantity]) => ({ order_product_id: itemOf(at).id, quantity })),
          });
        case 'api2':
          return shop.api2(n, 'POST', '/shipment/create', {
            order_id: order.id,
            items: quantities.map(([at, qty]) => ({ order_item_id: itemOf(at).id, qty })),
          });
      }
    };
    for (;;) {
      const answer = await send();
      if (answer.status !== 409) return answer;
      await pause(50);
    }
  };

  const SURFACES = ['tracking', 'bigcommerce', 'api2'] as const;

  describe('the three surfaces', () => {
    it('together never ship more than was ordered, and refuse each in its own words', async () => {
      const shop = await openShop();
      const ordered = [40, 25];
      const order = await makeOrder(shop, 'RUSH', ordered);
      const quantitiesOf = (n: number): Quantities => {
        const both: Quantities = [
          [0, 1 + (n % 3)],
          [1, 1],
        ];
        // in different orders of the items, which must not lock each other out
        return n % 2 === 0 ? both : both.toReversed();
      };
      const wanted = times(150, (n) => ({
        n,
        surface: SURFACES[n % 3] ?? 'tracking',
        quantities: quantitiesOf(n),
      }));
      const answers = await Promise.all(
        wanted.map(({ n, surface, quantities }) => ship(shop, order, surface, n, quantities)),
      );

      const shipped = [0, 0];
      for (const [index, { status, body }] of answers.entries()) {
        const { surface = 'tracking', quantities = [] } = wanted[index] ?? {};
        expect([surface, status]).toEqual([surface, status === 201 ? 201 : 400]);
        if (status === 201) for (const [at, qty] of quantities) shipped[at] = (shipped[at] ?? 0) + qty;
        else if (surface === 'tracking')
          expect(['shipmentItems[0].qty', 'shipmentItems[1].qty']).toEqual(
            expect.arrayContaining(TOO_MUCH.tracking(body) as unknown[]),
          );
        else if (surface === 'bigcommerce')
          expect(TOO_MUCH.bigcommerce(body)).toEqual(["The field 'quantity' is invalid."]);
        else expect(['Invalid item', 'Cannot create shipment']).toContain(body.error);
      }
      const left = ordered.map((qty, at) => qty - (shipped[at] ?? 0));
      expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
      // the last ones were refused because they wanted too many of the first, or any of the second
      expect((left[0] ?? 0) < 3 || left[1] === 0).toBe(true);

      const rows = await rowsOf<{ pk: number; fulfilled: number; qty: number | string }>(
        `SELECT i.pk AS pk, i.fulfilledQty AS fulfilled, SUM(s.qty) AS qty FROM order_items i
          JOIN shipment_items s ON s.orderItemPk = i.pk WHERE i.orderPk = ? GROUP BY i.pk, i.fulfilledQty ORDER BY i.pk`,
        order.id,
      );
      expect(rows.map(({ fulfilled, qty }) => [fulfilled, Number(qty)])).toEqual(
        shipped.map((qty) => [qty, qty]),
      );
      const made = answers.filter(({ status }) => status === 201).length;
      expect((await shop.bigcommerce(1, 'GET', `/orders/${order.id}/shipments/count`)).body).toEqual({
        count: made,
      });
      const list = await shop.api2(0, 'GET', `/shipment?order_id=${order.id}&include_pagination=1&limit=1`);
      expect(list.body.total).toBe(made);
      expect(
        (await shop.tracking(1).get(`${shop.workspace}/shipments?itemsPerPage=1`)).body['hydra:totalItems'],
      ).toBe(made);
    }, 120_000);

    it('all ask for the rest at once, and one gets it', async () => {
      const shop = await openShop();
      for (let round = 0; round < 5; round++) {
        const order = await makeOrder(shop, `REST-${round}`, [3, 2]);
        const answers = await Promise.all(
          times(9, (n) =>
            ship(shop, order, SURFACES[n % 3] ?? 'tracking', n, [
              [0, 3],
              [1, 2],
            ]),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([201, ...times(8, () => 400)]);
      }
    });

    it('show the same shipment, each in its own form', async () => {
      const shop = await openShop();
      const order = await makeOrder(shop, '100000123', [4]);
      const made = await shop.api2(0, 'POST', '/shipment/create', {
        order_increment_id: '100000123',
        items: [{ sku: 'SKU-0', qty: 3 }],
        carrier_code: 'ups',
        title: 'UPS',
        track_number: '1Z5R89390357567127',
      });
      expect(made.status).toBe(201);
      const id = made.body.shipment.entity_id as number;

      const { body: shown } = await shop.bigcommerce(1, 'GET', `/orders/${order.id}/shipments/${id}`);
      expect(shown).toMatchObject({
        id,
        order_id: order.id,
        tracking_number: '1Z5R89390357567127',
        tracking_carrier: 'ups',
        items: [{ order_product_id: order.items[0]?.id, product_id: 0, quantity: 3 }],
      });
      const { body: list } = await shop.tracking(1).get(`${shop.workspace}/shipments`);
      expect(list['hydra:member']).toHaveLength(1);
      expect(list['hydra:member'][0]).toMatchObject({
        trackingNumber: '1Z5R89390357567127',
        originCarrier: 'ups',
        trackingStatus: 'no_info',
        orderNumbers: ['100000123'],
      });

      const changed = await shop.bigcommerce(0, 'PUT', `/orders/${order.id}/shipments/${id}`, {
        tracking_number: 'EJ958083578US',
        shipping_provider: 'usps',
        tracking_carrier: '',
        comments: 'Ready to go...',
      });
      expect(changed.status).toBe(200);
      const { body: again } = await shop.api2(1, 'GET', `/shipment?id=${id}`);
      expect(again.shipment).toMatchObject({
        comment: 'Ready to go...',
        tracks: [{ track_number: 'EJ958083578US', carrier_code: 'usps' }],
      });
      const item = (await shop.tracking(0).get(list['hydra:member'][0]['@id'])).body;
      expect(item).toMatchObject({ trackingNumber: 'EJ958083578US', originCarrier: 'usps' });

      expect((await shop.tracking(1).delete(item['@id'])).status).toBe(204);
      expect((await shop.bigcommerce(0, 'GET', `/orders/${order.id}/shipments`)).status).toBe(204);
      expect((await shop.api2(1, 'GET', `/shipment?order_id=${order.id}`)).body).toEqual({ shipments: [] });
    });
  });
});
