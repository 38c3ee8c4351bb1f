import { describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { type Answer, type Body, onEachApi, type TenantClient } from '../../support/api.js';
import { statementsOf } from '../../support/statements.js';

const AT_ONCE = 24;

onEachApi((api) => {
  /** Sends all of them at the same time. */
  const together = (tenant: TenantClient, path: string, bodies: readonly object[]): Promise<Answer[]> =>
    Promise.all(bodies.map((body) => tenant.post(path, body)));

  const number = (at: number): string => `GATHERED${at}X`;
  const several = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

  async function ordered(
    tenant: TenantClient,
    name: string,
    qty: number,
  ): Promise<{ order: Body; item: Body }> {
    const order = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: name });
    return { order, item: await tenant.make('/order_items', { order: order['@id'], qty }) };
  }

  describe('POSTs that come at the same time', () => {
    it('are each answered as if they came alone', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      for (const at of several(AT_ONCE)) await ordered(tenant, `N-${at}`, 3);
      const bodies = several(AT_ONCE).map((at) => ({
        workspace,
        trackingNumber: number(at),
        email: at % 5 === 0 ? 'nobody' : `buyer${at}@example.com`,
        orderNumbers: [`N-${at}`, 'M-1'],
        ...(at % 7 === 0 && { originCarrier: 'no-such-carrier' }),
      }));
      const answers = await together(tenant, '/shipments', bodies);
      const other = await api.tenant();
      for (const [at, { status, body, headers }] of answers.entries()) {
        const alone = await other.post('/shipments', { ...bodies[at], workspace: other.workspace });
        expect([at, status]).toEqual([at, alone.status]);
        if (status !== 201) {
          expect(body).toEqual(alone.body);
          continue;
        }
        expect(headers.get('location')).toBe(body['@id']);
        expect((await tenant.get(body['@id'] as string)).body).toEqual(body);
        expect(body.trackingNumber).toBe(number(at));
        expect(body.orders).toHaveLength(1);
        expect(Object.keys(body)).toEqual(Object.keys(alone.body));
      }
      const made = answers.filter(({ status }) => status === 201).length;
      expect(made).toBeGreaterThan(AT_ONCE / 2);
      expect(made).toBeLessThan(AT_ONCE);
      const { body } = await tenant.get(`${workspace}/shipments?itemsPerPage=1`);
      expect(body['hydra:totalItems']).toBe(made);
    });

    it('cost fewer statements than one by one', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const statements = await statementsOf(() =>
        together(
          tenant,
          '/shipments',
          several(AT_ONCE).map((at) => ({ workspace, trackingNumber: number(at) })),
        ),
      );
      // SQLite is in the process, and has done a request before the next one is read
      const [alone, most] = [6, api.database.kind === 'sqlite' ? 6 : 3];
      expect(statements.length).toBeGreaterThanOrEqual(alone);
      expect(statements.length).toBeLessThanOrEqual(AT_ONCE * most);
    });

    it('share what is left of an order item, and no more', async () => {
      const tenant = await api.tenant();
      const { order, item } = await ordered(tenant, 'N-1', 10);
      const shipments = await together(
        tenant,
        '/shipments',
        several(4).map((at) => ({ workspace: tenant.workspace, trackingNumber: number(at) })),
      );
      const answers = await together(
        tenant,
        '/shipment_items',
        several(AT_ONCE).map((at) => ({
          shipment: shipments[at % 4]?.body['@id'],
          orderItem: item['@id'],
          qty: 1,
        })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
      const refused = answers.filter(({ status }) => status !== 201);
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([400]));
      for (const { body } of refused)
        expect(body.violations).toMatchObject([
          { propertyPath: 'qty', message: expect.stringMatching(/^This value should be 0 or less/) },
        ]);
      expect((await tenant.get(item['@id'])).body).toMatchObject({ qty: 10, fulfilledQty: 10 });
      expect((await tenant.get(order['@id'])).body.fulfillmentStatus).toBe('fulfilled');
    });

    it('make one item of a number that is unique, whoever takes it', async () => {
      const tenant = await api.tenant();
      const answers = await together(
        tenant,
        '/shipments',
        several(AT_ONCE).map((at) => ({ workspace: tenant.workspace, trackingNumber: number(at % 3) })),
      );
      const made = answers
        .filter(({ status }) => status === 201)
        .map(({ body }) => body.trackingNumber as string);
      expect(made.sort()).toEqual(several(3).map(number));
      for (const { status, body } of answers.filter(({ status }) => status !== 201)) {
        expect(status).toBe(400);
        expect(body.violations).toMatchObject([{ propertyPath: 'trackingNumber' }]);
      }
    });

    it('do not wait for one that waits for a locked row', async () => {
      // one writer is all that SQLite has
      if (api.database.kind === 'sqlite') return;
      const tenant = await api.tenant();
      const { item: locked } = await ordered(tenant, 'N-1', 9);
      const { item: free } = await ordered(tenant, 'N-2', 9);
      const ship = async (orderItem: unknown): Promise<Answer> => {
        const { '@id': shipment } = await tenant.make('/shipments', { workspace: tenant.workspace });
        return tenant.post('/shipment_items', { shipment, orderItem, qty: 1 });
      };
      let unlock = (): void => undefined;
      const unlocked = new Promise<void>((resolve) => (unlock = resolve));
      let waits: Promise<Answer> | undefined;
      await api.db().transaction(async (transaction) => {
        const id = locked['@id'].split('/').at(-1);
        await transaction.read('SELECT pk FROM order_items WHERE id = ? FOR UPDATE', [id]);
        waits = ship(locked['@id']).finally(unlock);
        const answers = await Promise.all(several(3).map(() => ship(free['@id'])));
        expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
        expect(await Promise.race([unlocked.then(() => 'answered'), Promise.resolve('waits')])).toBe('waits');
      });
      expect((await waits)?.status).toBe(201);
    });

    it('see nothing of another tenant’s', async () => {
      const [one, other] = [await api.tenant(), await api.tenant()];
      const theirs = await other.make('/shipments', { workspace: other.workspace });
      const { item } = await ordered(one, 'N-1', 100);
      const mine = await one.make('/shipments', { workspace: one.workspace });
      const answers = await together(
        one,
        '/shipment_items',
        several(AT_ONCE).map((at) => ({
          shipment: (at % 2 ? theirs : mine)['@id'],
          orderItem: item['@id'],
          qty: 1,
        })),
      );
      expect(answers.map(({ status }) => status)).toEqual(several(AT_ONCE).map((at) => (at % 2 ? 400 : 201)));
    });

    it('leave orders, items and shipments that add up, in whatever order they come', async () => {
      const tenant = await api.tenant();
      const random = new Random(11);
      const { workspace } = tenant;
      const orders = await Promise.all(several(12).map((at) => ordered(tenant, `N-${at}`, 6)));
      const shipments = await together(
        tenant,
        '/shipments',
        several(12).map((at) => ({ workspace, trackingNumber: number(at), orderNumbers: [`N-${at}`] })),
      );
      const bodies = several(120).map(() => ({
        shipment: shipments[random.whole(0, 11)]?.body['@id'],
        orderItem: orders[random.whole(0, 11)]?.item['@id'],
        qty: random.whole(0, 3),
      }));
      const answers = await together(tenant, '/shipment_items', bodies);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 400]));
      for (const { order, item } of orders) {
        const shipped = answers.reduce(
          (sum, { status }, at) =>
            status === 201 && bodies[at]?.orderItem === item['@id'] ? sum + (bodies[at]?.qty ?? 0) : sum,
          0,
        );
        const { fulfilledQty } = (await tenant.get(item['@id'])).body;
        expect(fulfilledQty).toBe(shipped);
        expect(shipped).toBeLessThanOrEqual(6);
        const status = shipped === 0 ? 'not_fulfilled' : shipped === 6 ? 'fulfilled' : 'partial';
        expect((await tenant.get(order['@id'])).body.fulfillmentStatus).toBe(status);
      }
    });
  });
});
