import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Body, type TenantClient } from '../../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let stranger: TenantClient;
  let orders: Body[];
  let shipments: Body[];
  beforeAll(async () => {
    [tenant, stranger] = [await api.tenant(['Main shop', 'Second']), await api.tenant()];
    const { workspace } = tenant;
    orders = [
      await tenant.make('/orders', { workspace, orderNumber: 'LOOK-100' }),
      await tenant.make('/orders', { workspace, orderNumber: 'look-200' }),
    ];
    shipments = [
      await tenant.make('/shipments', {
        workspace,
        trackingNumber: 'FIND0001',
        orders: [orders[0]?.['@id']],
      }),
      await tenant.make('/shipments', { workspace, trackingNumber: 'FIND0002' }),
    ];
    await stranger.make('/shipments', { workspace: stranger.workspace, trackingNumber: 'FIND0003' });
    await stranger.make('/orders', { workspace: stranger.workspace, orderNumber: 'LOOK-300' });
  });

  const shipmentsFor = async (body: object): Promise<unknown[]> => {
    const answer = await tenant.post('/shipments/lookup', body);
    expect(answer.status).toBe(200);
    return (answer.body.shipments as Body[]).map(({ trackingNumber }) => trackingNumber as unknown);
  };
  const ordersFor = async (body: object): Promise<unknown[]> => {
    const answer = await tenant.post('/orders/lookup', body);
    expect(answer.status).toBe(200);
    return (answer.body.orders as Body[]).map(({ orderNumber }) => orderNumber as unknown);
  };

  describe('POST /shipments/lookup', () => {
    it('finds by a piece of the tracking number, or by an order number', async () => {
      expect(await shipmentsFor({ search: 'ind0' })).toEqual(['FIND0002', 'FIND0001']);
      expect(await shipmentsFor({ search: 'look-100' })).toEqual(['FIND0001']);
      expect(await shipmentsFor({ search: 'nothing' })).toEqual([]);
      expect(await shipmentsFor({})).toEqual(['FIND0002', 'FIND0001']);
    });

    it('finds the shipments of an order', async () => {
      expect(await shipmentsFor({ orderId: orders[0]?.id as string })).toEqual(['FIND0001']);
      expect(await shipmentsFor({ orderId: orders[0]?.id as string, search: '0002' })).toEqual([]);
      expect(await shipmentsFor({ orderId: orders[1]?.id as string })).toEqual([]);
    });

    it('tells what a shipment is known by', async () => {
      const { body } = await tenant.post('/shipments/lookup', { search: 'FIND0001' });
      expect(body.shipments).toEqual([
        {
          id: shipments[0]?.id as string,
          trackingNumber: 'FIND0001',
          orderNumbers: ['LOOK-100'],
          originCarrier: null,
          trackingStatus: 'no_info',
        },
      ]);
    });

    it('stays in the workspace', async () => {
      const [first, other] = tenant.workspaces;
      expect(await shipmentsFor({ workspaceId: first?.id, search: 'find' })).toHaveLength(2);
      expect(await shipmentsFor({ workspaceId: other?.id, search: 'find' })).toEqual([]);
      const foreign = stranger.workspaces[0]?.id as string;
      expect((await tenant.post('/shipments/lookup', { workspaceId: foreign })).status).toBe(400);
    });
  });

  describe('POST /orders/lookup', () => {
    it('finds by a piece of the number, whatever its case', async () => {
      expect(await ordersFor({ search: 'LOOK' })).toEqual(['look-200', 'LOOK-100']);
      expect(await ordersFor({ search: '200' })).toEqual(['look-200']);
      const { body } = await tenant.post('/orders/lookup', { search: '100' });
      expect(body).toEqual({ orders: [{ id: orders[0]?.id as string, orderNumber: 'LOOK-100' }] });
    });

    it('finds the orders of a shipment', async () => {
      expect(await ordersFor({ shipmentId: shipments[0]?.['@id'] as string })).toEqual(['LOOK-100']);
      expect(await ordersFor({ shipmentId: shipments[1]?.id as string })).toEqual([]);
    });

    it("says nothing of somebody else's", async () => {
      const [foreign] = (await stranger.post('/shipments/lookup', {})).body.shipments as Body[];
      expect(await tenant.post('/orders/lookup', { shipmentId: foreign.id })).toMatchObject({
        status: 400,
        body: { 'hydra:description': `Item not found for "/shipments/${foreign.id as string}".` },
      });
    });
  });
});
