import { expect, it } from '@jest/globals';
import { onEachApi } from './support/api.js';

onEachApi((api) => {
  it('lets a worker post an order, its item, a shipment and a shipment item, and list them back', async () => {
    const tenant = await api.tenant();
    const order = await tenant.make('/orders', {
      workspace: tenant.workspace,
      orderNumber: 'on-1',
      email: '',
      orderStatus: { code: 'new', title: 'New' },
    });
    const item = await tenant.make('/order_items', {
      order: order['@id'],
      productName: 'Tea',
      qty: 5,
      price: '12.5',
    });
    const shipment = await tenant.make('/shipments', {
      workspace: tenant.workspace,
      trackingNumber: ' ab123 ',
      orders: [order['@id']],
      shipmentItems: [{ orderItem: item['@id'], qty: 2 }],
      address: { city: 'Zürich', countryIso2: 'ch' },
    });
    console.log(JSON.stringify({ order, item, shipment }, null, 1));
    expect(shipment.orderNumbers).toEqual(['ON-1']);
    const list = await tenant.get(
      `${tenant.workspace}/shipments?address.city=zurich&orderNumbers=On-1&daysInIdle[gte]=0`,
    );
    console.log(JSON.stringify(list.body).slice(0, 1500));
    expect(list.body['hydra:totalItems']).toBe(1);
    const again = await tenant.get(order['@id']);
    expect(again.body.fulfillmentStatus).toBe('partial');
    const tooMany = await tenant.post('/shipment_items', {
      shipment: shipment['@id'],
      orderItem: item['@id'],
      qty: 4,
    });
    console.log(JSON.stringify(tooMany.body));
    expect(tooMany.status).toBe(400);
    const ws = await tenant.post('/workspaces', {
      team: { name: 'my team' },
      title: 'my company',
      defaultTrackingPage: { title: 'x', subdomain: 'abc123' + Math.floor(Math.random() * 1e6) },
    });
    console.log(JSON.stringify(ws.body));
    expect(ws.status).toBe(201);
    expect((await tenant.get('/workspaces')).body['hydra:member'].length).toBe(2);
    expect((await tenant.delete(shipment['@id'])).status).toBe(204);
    expect((await tenant.get(order['@id'])).body.fulfillmentStatus).toBe('not_fulfilled');
  });
});
