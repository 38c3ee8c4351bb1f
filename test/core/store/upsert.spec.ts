import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll } from '@jest/globals';
import {
  client,
  onEachApi,
  startServer,
  type Answer,
  type Body,
  type Client,
  type TenantClient,
} from '../../support/api.js';

const MERGE = { prefer: 'resolution=merge-duplicates' };
const IGNORE = { prefer: 'resolution=ignore-duplicates' };

onEachApi((api) => {
  let tenant: TenantClient;
  let workspace: string;
  let shop: { externalSourceIntegration: string };
  beforeAll(async () => {
    tenant = await api.tenant();
    ({ workspace } = tenant);
    const made = await tenant.make('/workflows', { workspace, title: 'Shop', type: 'integration-shop' });
    shop = { externalSourceIntegration: made['@id'] as string };
  });

  const ndjson = (to: Client, path: string, lines: readonly object[], headers = {}): Promise<Answer> =>
    to.send('POST', path, {
      headers: { 'content-type': 'application/x-ndjson', ...headers },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
  const linesOf = ({ body }: Answer): Body[] =>
    (body as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const statusesOf = (answer: Answer): number[] => linesOf(answer).map(({ status }) => status as number);
  const total = async (path: string): Promise<number> =>
    (await tenant.get(path)).body['hydra:totalItems'] as number;

  describe('Prefer: resolution', () => {
    it('changes the item with the same external id, and answers 200', async () => {
      const order = { workspace, orderNumber: 'U-1', ...shop, externalSourceSyncId: 'u1' };
      const first = await tenant.post('/orders', { ...order, total: '1.00' }, MERGE);
      expect(first.status).toBe(201);
      expect(first.headers.get('preference-applied')).toBe('resolution=merge-duplicates');
      const second = await tenant.post('/orders', { ...order, total: '2.00' }, MERGE);
      expect([second.status, second.body['@id'], second.body.total]).toEqual([
        200,
        first.body['@id'],
        '2.00',
      ]);
      const ignored = await tenant.post('/orders', { ...order, total: '3.00' }, IGNORE);
      expect([ignored.status, ignored.body['@id'], ignored.body.total]).toEqual([
        200,
        first.body['@id'],
        '2.00',
      ]);
      expect((await tenant.post('/orders', order)).status).toBe(400);
      const wrong = await tenant.post('/orders', { ...order, email: 'nobody' }, MERGE);
      expect(wrong.body.violations[0].propertyPath).toBe('email');
    });

    it('goes by the tracking number, or the order number, where there is no external id', async () => {
      const made = await tenant.make('/shipments', { workspace, trackingNumber: 'UPSERT1' });
      const lines = [
        { workspace, trackingNumber: 'UPSERT1', email: 'ada@example.com' },
        { workspace, trackingNumber: 'UPSERT2', email: 'a@example.com' },
        { workspace, trackingNumber: 'upsert 2', email: 'b@example.com' },
        { workspace, email: 'nobody' },
      ];
      const answer = await ndjson(tenant, '/shipments', lines, MERGE);
      expect(statusesOf(answer)).toEqual([200, 201, 200, 400]);
      const [one, two, three] = linesOf(answer);
      expect(one['@id']).toBe(made['@id']);
      expect(three['@id']).toBe(two['@id']);
      expect((await tenant.get(one['@id'] as string)).body.email).toBe('ada@example.com');
      expect((await tenant.get(two['@id'] as string)).body.email).toBe('b@example.com');
      const orders = [
        { workspace, orderNumber: 'U-2' },
        { workspace, orderNumber: 'U-2', total: '5.00' },
      ];
      expect(statusesOf(await ndjson(tenant, '/orders', orders, MERGE))).toEqual([201, 200]);
      await tenant.make('/orders', { workspace, orderNumber: 'U-2' });
      expect(statusesOf(await ndjson(tenant, '/orders', orders, MERGE))).toEqual([400, 400]);
    });

    it('keeps the items of an order that is sent again, and what is shipped of them', async () => {
      const order = {
        workspace,
        orderNumber: 'U-3',
        items: [
          { productName: 'One', qty: 2 },
          { productName: 'Two', qty: 1, ...shop, externalSourceSyncId: 'u3-2' },
        ],
      };
      const { body } = await tenant.post('/orders', order, MERGE);
      const items = (): Promise<Body[]> =>
        tenant.get(`${body['@id']}/items`).then((list) => list.body['hydra:member'] as Body[]);
      const [first] = await items();
      await tenant.make('/shipments', { workspace, shipmentItems: [{ orderItem: first['@id'], qty: 2 }] });
      const before = await items();
      const again = { ...order, items: order.items.toReversed() };
      expect((await tenant.post('/orders', again, MERGE)).status).toBe(200);
      expect(await items()).toEqual(before);
      expect(before[0].fulfilledQty).toBe(2);
    });

    it('counts what a CSV has found', async () => {
      const csv = `workspace,trackingNumber,email\n${workspace},UPSERT7,a@example.com\n${workspace},UPSERT8,b@example.com`;
      const send = (headers: Record<string, string>): Promise<Answer> =>
        tenant.send('POST', '/shipments', { body: csv, headers: { 'content-type': 'text/csv', ...headers } });
      expect((await send(MERGE)).body).toEqual({ created: 2, failed: [], ignoredColumns: [] });
      expect((await send(IGNORE)).body).toEqual({ created: 0, updated: 2, failed: [], ignoredColumns: [] });
      expect((await send({})).body.failed).toHaveLength(2);
    });

    it('is not for what belongs to others', async () => {
      const other = await api.tenant();
      await other.make('/shipments', { workspace: other.workspace, trackingNumber: 'OTHERS1' });
      const made = await tenant.post('/shipments', { workspace, trackingNumber: 'OTHERS1' }, MERGE);
      expect(made.status).toBe(201);
      const foreign = await tenant.post(
        '/shipments',
        { workspace: other.workspace, trackingNumber: 'OTHERS1', email: 'x@example.com' },
        MERGE,
      );
      expect(foreign.status).toBe(400);
    });
  });

  describe('workers that send the same lines at the same time, to two servers', () => {
    let app: NestFastifyApplication;
    let there: Client;
    beforeAll(async () => {
      const server = await startServer(api.database.url());
      app = server.app;
      there = client(server.url, tenant.token);
    });
    afterAll(() => app.close());

    it('make one item of each line', async () => {
      const orders = Array.from({ length: 700 }, (_, at) => ({
        workspace,
        orderNumber: `P-${at}`,
        items: [{ productName: 'One', qty: 1 }],
      }));
      const shipments = Array.from({ length: 700 }, (_, at) => ({
        workspace,
        trackingNumber: `PARALLEL${at}`,
      }));
      const known = Array.from({ length: 300 }, (_, at) => ({
        workspace,
        orderNumber: `Q-${at}`,
        ...shop,
        externalSourceSyncId: `q${at}`,
      }));
      for (const [path, lines, query] of [
        ['/orders', orders, 'orderNumber=P-'],
        ['/shipments', shipments, 'trackingNumber=PARALLEL'],
        ['/orders', known, 'orderNumber=Q-'],
      ] as const) {
        const answers = await Promise.all(
          [tenant, there, tenant, there].map((to) => ndjson(to, path, lines, MERGE)),
        );
        const statuses = answers.flatMap(statusesOf);
        expect(statuses.filter((status) => status === 201)).toHaveLength(lines.length);
        expect(statuses.filter((status) => status === 200)).toHaveLength(3 * lines.length);
        expect(await total(`${path}?${query}`)).toBe(lines.length);
      }
    });
  });
});
