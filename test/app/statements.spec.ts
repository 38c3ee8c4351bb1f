import { describe, expect, it } from '@jest/globals';
import { type Answer, onEachApi, type Body, type TenantClient } from '../support/api.js';
import { shop } from '../support/api2.js';
import { emptyStatementsOf, statementsOf } from '../support/statements.js';
import { storeOf } from '../support/stores.js';

/** An order with one item of five. */
async function ordered(tenant: TenantClient): Promise<{ order: string; item: string }> {
  const { workspace } = tenant;
  const order = (await tenant.make('/orders', { workspace, orderNumber: 'S-1' }))['@id'];
  return { order, item: (await tenant.make('/order_items', { order, qty: 5 }))['@id'] };
}

/*
 * How many statements a write makes, so that none grows unseen: a number that falls is written down here, and one that
 * grows has to be worth it.
 */
onEachApi((api) => {
  describe('the statements of a write', () => {
    it('are few for a new shipment', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const statements = await statementsOf(() =>
        tenant.make('/shipments', { workspace, trackingNumber: 'STATEMENTS1' }),
      );
      expect(statements).toHaveLength(6);
    });

    it('are few for a new shipment with an order and an item', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { order, item } = await ordered(tenant);
      const statements = await statementsOf(() =>
        tenant.make('/shipments', {
          workspace,
          trackingNumber: 'STATEMENTS1',
          orders: [order],
          shipmentItems: [{ orderItem: item, qty: 1 }],
        }),
      );
      expect(statements).toHaveLength(16);
    });

    it('are few for one more item of an order that is in the shipment', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { order, item: orderItem } = await ordered(tenant);
      const { '@id': shipment } = await tenant.make('/shipments', { workspace, orders: [order] });
      const statements = await statementsOf(() =>
        tenant.make('/shipment_items', { shipment, orderItem, qty: 1 }),
      );
      expect(statements).toHaveLength(11);
    });

    it('are few for the first item of an order in a shipment', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { item: orderItem } = await ordered(tenant);
      const { '@id': shipment } = await tenant.make('/shipments', { workspace });
      const statements = await statementsOf(() =>
        tenant.make('/shipment_items', { shipment, orderItem, qty: 1 }),
      );
      expect(statements).toHaveLength(15);
    });

    it('are few for a new order with an item', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const statements = await statementsOf(() =>
        tenant.make('/orders', { workspace, orderNumber: 'S-1', items: [{ qty: 1 }] }),
      );
      expect(statements).toHaveLength(7);
    });

    it('are few for a change of a shipment, and for another tracking number', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { '@id': shipment } = await tenant.make('/shipments', {
        workspace,
        trackingNumber: 'STATEMENTS1',
      });
      const changed = await statementsOf(() => tenant.put(shipment, { email: 'jane@example.com' }));
      expect(changed).toHaveLength(6);
      const renumbered = await statementsOf(() => tenant.put(shipment, { trackingNumber: 'STATEMENTS2' }));
      expect(renumbered).toHaveLength(10);
    });

    it('are few for a shipment with an item that is deleted', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { order, item } = await ordered(tenant);
      const { '@id': shipment } = await tenant.make('/shipments', {
        workspace,
        trackingNumber: 'STATEMENTS1',
        orders: [order],
        shipmentItems: [{ orderItem: item, qty: 1 }],
      });
      expect(await statementsOf(() => tenant.delete(shipment))).toHaveLength(23);
    });

    it('are few for a pushed update that brings news, and for one that brings none', async () => {
      const operator = await api.operator();
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const trackingNumber = `STATEMENTS${Math.random()}`.replace('0.', '').slice(0, 20);
      await tenant.make('/shipments', { workspace, trackingNumber });
      const checkpoints = [{ date: new Date().toISOString(), status: 'in_transit', info: 'On its way' }];
      const push = (): Promise<{ body: Body }> =>
        operator.post('/tracking_updates', { updates: [{ trackingNumber, checkpoints }] });
      // one of them queues the shipment for its prediction
      expect(await statementsOf(push)).toHaveLength(9);
      expect(await statementsOf(push)).toHaveLength(3);
    });

    it('are none by a list that is empty', async () => {
      const { tenant, store: api2 } = await shop(api);
      const { workspace } = tenant;
      const store = await storeOf(api, tenant);
      const { item } = await ordered(tenant);
      const shipment = (await tenant.make('/shipments', { workspace }))['@id'] as string;
      const requests: readonly (() => Promise<Answer>)[] = [
        () => tenant.get('/shipments?id[]=none'),
        () => tenant.get('/shipments?id[]=none&page=3'),
        () => tenant.get('/shipments?id[]=none', { prefer: 'count=none' }),
        () => tenant.get('/shipments?id[]=none', { prefer: 'paging=cursor' }),
        () => tenant.get('/shipments?id[]=none', { accept: 'text/csv' }),
        () => tenant.get(`${shipment}/shipment_items`),
        () => tenant.post('/orders', { workspace, orderNumber: 'S-2' }),
        () => tenant.put(shipment, { email: 'jane@example.com' }),
        () => tenant.delete(shipment),
        () => tenant.delete(item),
        () => store.get('/orders?cart_id=1'),
        () => store.get('/orders/count?cart_id=1'),
        () => store.get('/orders'),
        () => api2.get('/api2/shipment'),
      ];
      for (const request of requests) {
        const statuses: number[] = [];
        expect(await emptyStatementsOf(async () => statuses.push((await request()).status))).toEqual([]);
        expect(statuses.every((status) => status < 400)).toBe(true);
      }
    });
  });
});
