import { expect, it } from '@jest/globals';
import { onEachApi } from '../support/api.js';

onEachApi((api) => {
  it('lets a worker post an order, its item and shipments of it, and a dashboard find them', async () => {
    const worker = await api.tenant();
    const order = await worker.make('/orders', {
      workspace: worker.workspace,
      orderNumber: 'on-1',
      orderStatus: { code: 'new', title: 'New' },
    });
    const item = await worker.make('/order_items', { order: order['@id'], productName: 'Tea', qty: 5 });
    const shipment = await worker.make('/shipments', {
      workspace: worker.workspace,
      trackingNumber: ' ab123 ',
      orders: [order['@id']],
      shipmentItems: [{ orderItem: item['@id'], qty: 2 }],
      address: { city: 'Zürich', countryIso2: 'ch' },
    });
    expect(shipment).toMatchObject({ trackingNumber: 'AB123', orderNumbers: ['ON-1'] });

    const query = 'trackingStatus[]=no_info&address.city=zurich&daysInIdle[gte]=0&order[createdAt]=desc';
    const { body: found } = await worker.get(`${worker.workspace}/shipments?${query}`);
    expect(found).toMatchObject({ 'hydra:totalItems': 1, 'hydra:member': [{ id: shipment.id }] });

    const rest = { shipment: shipment['@id'], orderItem: item['@id'] };
    const tooMany = await worker.post('/shipment_items', { ...rest, qty: 4 });
    expect(tooMany.status).toBe(400);
    expect(tooMany.body['hydra:description']).toBe(
      'qty: This value should be 3 or less: no more of the order item is available.',
    );
    expect((await worker.get(order['@id'])).body.fulfillmentStatus).toBe('partial');
    await worker.make('/shipment_items', { ...rest, qty: 3 });
    expect((await worker.get(order['@id'])).body.fulfillmentStatus).toBe('fulfilled');
  });
});
