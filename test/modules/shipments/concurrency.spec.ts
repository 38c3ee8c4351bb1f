import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { splitOrderNumbers } from '../../../src/modules/shipments/order-numbers.field.js';
import { signIn, type Answer, type Body, type Client } from '../../support/api.js';
import { onEachDatabase } from '../../support/databases.js';
import { openDatabase, type OpenDatabase } from '../../support/open-database.js';
import { serverProcesses, type ServerProcess } from '../../support/server-process.js';

/** One tenant, signed in at every server. */
interface Tenant {
  readonly workspace: string;
  /** The n-th of many parallel requests goes to another server than the one before. */
  at(n: number): Client;
  /** POSTs and expects a 201; answers the new item. */
  make(path: string, body: unknown): Promise<Body>;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const count = (answers: readonly Answer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

/** What is never there. */
const GONE = '/shipment_items/00000000-0000-4000-8000-000000000000';

/** A client that does what a 409 asks for: it sends the request again. `collisions` gets each 409. */
function patient(api: Client, collisions: Answer[]): Client {
  const again = async (send: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const answer = await send();
      if (answer.status !== 409) return answer;
      collisions.push(answer);
      await pause(50);
    }
  };
  return {
    ...api,
    post: (...request) => again(() => api.post(...request)),
    put: (...request) => again(() => api.put(...request)),
    delete: (...request) => again(() => api.delete(...request)),
  };
}

/** Numbers below `limit` that are the same in every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

onEachDatabase((database) => {
  const start = serverProcesses();
  let servers: ServerProcess[] = [];
  let db: OpenDatabase;

  beforeAll(async () => {
    const processes = database.kind === 'mariadb' ? 2 : 1;
    const env = { DATABASE_URL: database.url(), LOG_LEVEL: 'warn' };
    servers = await Promise.all(times(processes, () => start(env)));
    await Promise.all(servers.map((server) => server.ready()));
    db = await openDatabase(database.url());
  });

  afterAll(async () => {
    await db.close();
    expect(servers.map((server) => server.output())).toEqual(servers.map(() => ''));
  });

  const newTenant = async (): Promise<Tenant> => {
    const tenant = await db.tenant();
    const clients = await Promise.all(servers.map((server) => signIn(server.url, tenant)));
    const at = (n: number): Client => clients[n % clients.length] as Client;
    return {
      workspace: `/workspaces/${tenant.workspaces[0]?.id}`,
      at,
      make: async (path, body) => {
        const answer = await at(0).post(path, body);
        if (answer.status !== 201)
          throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return answer.body;
      },
    };
  };

  /** An order with items of these quantities. */
  const makeOrder = async (
    tenant: Tenant,
    orderNumber: string,
    quantities: readonly number[],
  ): Promise<{ order: string; items: string[] }> => {
    const order = (await tenant.make('/orders', { workspace: tenant.workspace, orderNumber }))['@id'];
    const items: string[] = [];
    for (const qty of quantities) items.push((await tenant.make('/order_items', { order, qty }))['@id']);
    return { order, items };
  };

  describe('quantities', () => {
    it('200 parallel shipment items never ship more than was ordered', async () => {
      const tenant = await newTenant();
      const { workspace } = tenant;
      const { order, items } = await makeOrder(tenant, 'RUSH', [100]);
      const [orderItem] = items;
      const shipments: string[] = [];
      for (let made = 0; made < 4; made++)
        shipments.push((await tenant.make('/shipments', { workspace, orders: [order] }))['@id']);

      const wanted = times(200, (index) => 1 + (index % 3));
      const isEmbedded = (index: number): boolean => index % 7 === 0;
      const answers = await Promise.all(
        wanted.map((qty, index) =>
          tenant.at(index).post('/shipment_items', {
            orderItem,
            qty,
            shipment: isEmbedded(index)
              ? { workspace, orderNumbers: [`NEW-${index}`] }
              : shipments[index % 4],
          }),
        ),
      );

      expect(count(answers, 201) + count(answers, 400)).toBe(200);
      const shipped = answers.reduce(
        (sum, { status, body }) => sum + (status === 201 ? (body.qty as number) : 0),
        0,
      );
      const refused = answers.filter((answer) => answer.status === 400);
      for (const { body } of refused) {
        expect(body.violations).toHaveLength(1);
        const { propertyPath, message, payload } = body.violations[0];
        expect(propertyPath).toBe('qty');
        expect(message).toMatch(
          /^This value should be \d+ or less: no more of the order item is available\.$/,
        );
        expect(message).toContain(` ${payload.availableQty} or less`);
      }
      const answer = await tenant.at(1).get(orderItem ?? '');
      expect(answer.body).toMatchObject({ qty: 100, fulfilledQty: shipped });
      expect(shipped).toBeLessThanOrEqual(100);
      const smallestRefused = Math.min(...wanted.filter((_, index) => answers[index]?.status === 400));
      expect(100 - shipped).toBeLessThan(smallestRefused);

      const rows = await db.rows<{ rows: number; qty: number | string }>(
        'SELECT COUNT(*) AS `rows`, SUM(i.qty) AS qty FROM shipment_items i JOIN order_items o ON o.pk = i.orderItemPk WHERE o.id = ?',
        [(orderItem ?? '').split('/').at(-1) ?? ''],
      );
      expect(rows.map((row) => [Number(row.rows), Number(row.qty)])).toEqual([
        [count(answers, 201), shipped],
      ]);
      const embedded = answers.filter((each, index) => each.status === 201 && isEmbedded(index)).length;
      const list = await tenant.at(0).get(`${workspace}/shipments?itemsPerPage=0`);
      expect(list.body['hydra:totalItems']).toBe(4 + embedded);
    });

    it('parallel changes of one shipment item keep the sum right', async () => {
      const tenant = await newTenant();
      const { items } = await makeOrder(tenant, 'ONE', [50, 50]);
      const shipment = (await tenant.make('/shipments', { workspace: tenant.workspace }))['@id'];
      const own = await tenant.make('/shipment_items', { shipment, orderItem: items[0], qty: 5 });
      const answers = await Promise.all(
        times(60, (index) =>
          tenant
            .at(index)
            .put(
              own['@id'],
              index % 4 === 0 ? { orderItem: items[index % 8 === 0 ? 1 : 0] } : { qty: index },
            ),
        ),
      );
      expect(answers.filter(({ status }) => status !== 200 && status !== 400)).toEqual([]);
      expect(count(answers, 400)).toBe(
        times(60, (index) => index > 50 && index % 4 !== 0).filter(Boolean).length,
      );
      const last = (await tenant.at(0).get(own['@id'])).body;
      for (const item of items) {
        const { fulfilledQty } = (await tenant.at(1).get(item)).body;
        expect(fulfilledQty).toBe(item === last.orderItem ? last.qty : 0);
      }
    });

    it('whatever is written in parallel, what orders and items tell of each other stays right', async () => {
      const tenant = await newTenant();
      const { workspace } = tenant;
      const orders: string[] = [];
      const orderItems: string[] = [];
      for (const name of ['A', 'B', 'C', 'D']) {
        const { order, items } = await makeOrder(tenant, `MIX-${name}`, [20, 10, 5]);
        orders.push(order);
        orderItems.push(...items);
      }
      const shipments: string[] = [];
      for (let made = 0; made < 8; made++) {
        const body = { workspace, orders: [orders[made % 4], orders[(made + 1) % 4]] };
        shipments.push((await tenant.make('/shipments', body))['@id']);
      }
      const shipmentItems: string[] = [];
      const roll = dice(20_260_102);
      const any = (list: readonly string[]): string => list[roll(list.length)] ?? GONE;
      const drop = (list: string[]): string => list.splice(roll(list.length), 1)[0] ?? GONE;
      const remember = (list: string[], answer: Answer): Answer => {
        if (answer.status === 201) list.push(answer.body['@id'] as string);
        return answer;
      };

      const changes: ((api: Client) => Promise<Answer>)[] = [
        async (api) =>
          remember(
            shipmentItems,
            await api.post('/shipment_items', {
              shipment: any(shipments),
              orderItem: any(orderItems),
              qty: roll(5),
            }),
          ),
        async (api) =>
          remember(
            shipmentItems,
            await api.post('/shipment_items', {
              shipment: { workspace, orders: [any(orders)] },
              orderItem: any(orderItems),
              qty: 1 + roll(3),
            }),
          ),
        (api) => api.put(any(shipmentItems), { qty: roll(7) }),
        (api) => api.put(any(shipmentItems), { qty: roll(2) }),
        (api) => api.put(any(shipmentItems), { orderItem: any(orderItems) }),
        (api) => api.put(any(shipmentItems), { orderItem: any(orderItems), qty: roll(4) }),
        (api) => api.delete(drop(shipmentItems)),
        (api) => api.delete(shipments.length > 5 ? drop(shipments) : any(shipmentItems)),
        async (api) =>
          remember(
            shipments,
            await api.post('/shipments', {
              workspace,
              orders: [any(orders)],
              shipmentItems: [
                { orderItem: any(orderItems), qty: roll(3) },
                { orderItem: any(orderItems), qty: roll(3) },
              ],
            }),
          ),
        (api) => api.put(any(shipments), { trackingNumber: `MIX${roll(1_000_000)}` }),
        (api) => api.put(any(shipments), { trackingNumber: null, phoneNumber: '1' }),
        (api) => api.put(any(shipments), { orders: [any(orders), any(orders)] }),
        (api) => api.put(any(shipments), { orderNumbers: ['MIX-A', 'free'] }),
        (api) => api.put(any(orders), { shipments: [any(shipments), any(shipments)] }),
        (api) => api.put(any(orderItems), { qty: 2 + roll(20) }),
        (api) => api.put(any(orderItems), { qty: roll(6) }),
      ];
      const answers: Answer[] = [];
      const collisions: Answer[] = [];
      const workers = times(10 * servers.length, async (worker) => {
        for (let done = 0; done < 24; done++) {
          const change = changes[(worker + done * 7 + roll(3)) % changes.length] as (typeof changes)[number];
          answers.push(await change(patient(tenant.at(worker), collisions)));
        }
      });
      // someone also takes whole order items and orders away
      const remover = async (): Promise<void> => {
        const api = patient(tenant.at(1), collisions);
        for (const list of [orderItems, orderItems, orders]) answers.push(await api.delete(drop(list)));
      };
      await Promise.all([...workers, remover()]);

      const unexpected = answers.filter(({ status }) => ![200, 201, 204, 400, 404].includes(status));
      expect(unexpected.map(({ status, body }) => [status, body])).toEqual([]);
      for (const status of [200, 201, 204, 400]) expect(count(answers, status)).toBeGreaterThan(5);
      expect(collisions.length).toBeLessThan(answers.length / 20);
      for (const { headers } of collisions) expect(headers.get('retry-after')).toBe('1');
      await expectConsistency();
    }, 120_000);
  });

  /** What the rows of all tenants must tell of each other. */
  async function expectConsistency(): Promise<void> {
    const wrongItems = await db.rows(`
      SELECT o.pk, o.qty, o.fulfilledQty, COALESCE(s.qty, 0) AS shipped
      FROM order_items o LEFT JOIN (SELECT orderItemPk, SUM(qty) AS qty FROM shipment_items GROUP BY orderItemPk) s
        ON s.orderItemPk = o.pk
      WHERE o.fulfilledQty <> COALESCE(s.qty, 0) OR o.fulfilledQty > o.qty OR o.fulfilledQty < 0`);
    expect(wrongItems).toEqual([]);

    const orders = await db.rows<{
      pk: number;
      fulfillmentStatus: string;
      shipmentsWithoutTrackingCount: number;
    }>('SELECT pk, fulfillmentStatus, shipmentsWithoutTrackingCount FROM orders');
    const items = await db.rows<{ orderPk: number; qty: number; fulfilledQty: number }>(
      'SELECT orderPk, qty, fulfilledQty FROM order_items',
    );
    const links = await db.rows<{ orderPk: number; trackingNumber: string | null }>(
      'SELECT l.orderPk, s.trackingNumber FROM shipment_orders l JOIN shipments s ON s.pk = l.shipmentPk',
    );
    const expected = orders.map(({ pk }) => {
      const own = items.filter((item) => item.orderPk === pk);
      const isBegun = own.some((item) => item.fulfilledQty > 0);
      const isDone = own.every((item) => item.fulfilledQty >= item.qty);
      return {
        pk,
        fulfillmentStatus: isBegun ? (isDone ? 'fulfilled' : 'partial') : 'not_fulfilled',
        shipmentsWithoutTrackingCount: links.filter(
          (link) => link.orderPk === pk && link.trackingNumber === null,
        ).length,
      };
    });
    expect(orders.map((order) => ({ ...order }))).toEqual(expected);

    const shipments = await db.rows<{ pk: number; orderNumbers: string }>(
      'SELECT pk, orderNumbers FROM shipments',
    );
    const numbers = await db.rows<{ shipmentPk: number; number: string }>(
      'SELECT shipmentPk, number FROM shipment_order_numbers ORDER BY shipmentPk, position',
    );
    expect(shipments.map(({ pk, orderNumbers }) => [pk, splitOrderNumbers(orderNumbers)])).toEqual(
      shipments.map(({ pk }) => [
        pk,
        numbers.filter((row) => row.shipmentPk === pk).map((row) => row.number),
      ]),
    );

    const unnumbered = await db.rows(`
      SELECT l.shipmentPk, o.orderNumber FROM shipment_orders l JOIN orders o ON o.pk = l.orderPk
      WHERE NOT EXISTS (SELECT 1 FROM shipment_order_numbers n
        WHERE n.shipmentPk = l.shipmentPk AND n.number = o.orderNumber)`);
    expect(unnumbered).toEqual([]);

    for (const orphans of [
      'FROM shipment_items i LEFT JOIN shipments p ON p.pk = i.shipmentPk AND p.workspacePk = i.workspacePk WHERE p.pk IS NULL',
      'FROM shipment_items i LEFT JOIN order_items p ON p.pk = i.orderItemPk AND p.workspacePk = i.workspacePk WHERE p.pk IS NULL',
      'FROM order_items i LEFT JOIN orders p ON p.pk = i.orderPk AND p.workspacePk = i.workspacePk WHERE p.pk IS NULL',
      'FROM shipment_orders l LEFT JOIN shipments p ON p.pk = l.shipmentPk WHERE p.pk IS NULL',
      'FROM shipment_orders l LEFT JOIN orders p ON p.pk = l.orderPk WHERE p.pk IS NULL',
      'FROM shipment_order_numbers n LEFT JOIN shipments p ON p.pk = n.shipmentPk AND p.workspacePk = n.workspacePk WHERE p.pk IS NULL',
    ]) {
      expect([orphans, await db.rows(`SELECT p.pk ${orphans}`)]).toEqual([orphans, []]);
    }
  }

  describe('unique rules', () => {
    it('parallel orders with the same new status code share one status', async () => {
      const tenant = await newTenant();
      const codes = ['wc-processing', 'WC-Processing'];
      const answers = await Promise.all(
        times(40, (index) =>
          tenant.at(index).post('/orders', {
            workspace: tenant.workspace,
            orderNumber: `S-${index}`,
            orderStatus: { code: codes[index % 4 === 3 ? 1 : 0], title: 'Processing' },
          }),
        ),
      );
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201));
      const statuses = await tenant.at(1).get(`${tenant.workspace}/statuses?code=wc-processing`);
      expect(statuses.body['hydra:totalItems']).toBe(1);
      const ids = answers.map((answer) => answer.body.orderStatus['@id']);
      expect(new Set(ids)).toEqual(new Set([statuses.body['hydra:member'][0]['@id']]));
    });

    it('of parallel shipments with the same tracking number one is made', async () => {
      const tenant = await newTenant();
      const spellings = ['same1', 'SAME1', ' Same1 '];
      const answers = await Promise.all(
        times(30, (index) =>
          tenant.at(index).post('/shipments', {
            workspace: tenant.workspace,
            trackingNumber: spellings[index % 3],
          }),
        ),
      );
      expect([count(answers, 201), count(answers, 400)]).toEqual([1, 29]);
      const refused = answers.filter((answer) => answer.status === 400).map((answer) => answer.body);
      for (const body of refused) {
        expect(body).toMatchObject({
          '@type': 'ConstraintViolationList',
          violations: [
            {
              propertyPath: 'trackingNumber',
              message: 'Shipment with this tracking number already exists',
            },
          ],
        });
      }
    });

    it('of parallel updates to the same tracking number one succeeds', async () => {
      const tenant = await newTenant();
      const shipments = await Promise.all(
        times(12, () => tenant.make('/shipments', { workspace: tenant.workspace })),
      );
      const answers = await Promise.all(
        shipments.map((shipment, index) =>
          tenant.at(index).put(shipment['@id'], { trackingNumber: 'SAME2' }),
        ),
      );
      expect([count(answers, 200), count(answers, 400)]).toEqual([1, 11]);
    });

    it.each(['orders', 'order_items', 'shipments', 'shipment_items'] as const)(
      'of parallel %s with the same integration and id one is made',
      async (path) => {
        const tenant = await newTenant();
        const { workspace } = tenant;
        const { order, items } = await makeOrder(tenant, 'SYNC', [100]);
        const shipment = (await tenant.make('/shipments', { workspace }))['@id'];
        const integration = await tenant.make('/workflows', {
          workspace,
          title: 'Shop',
          type: 'integration-woo-commerce',
        });
        const own = {
          orders: { workspace, orderNumber: 'SYNC-2' },
          order_items: { order, qty: 1 },
          shipments: { workspace },
          shipment_items: { shipment, orderItem: items[0], qty: 1 },
        }[path];
        const body = { ...own, externalSourceIntegration: integration['@id'], externalSourceSyncId: '4711' };
        const answers = await Promise.all(times(24, (index) => tenant.at(index).post(`/${path}`, body)));
        expect([count(answers, 201), count(answers, 400)]).toEqual([1, 23]);
        for (const refused of answers.filter((answer) => answer.status === 400)) {
          expect(refused.body['hydra:description']).toBe('externalSourceSyncId: This value is already used.');
        }
        await expectConsistency();
      },
    );
  });
});
