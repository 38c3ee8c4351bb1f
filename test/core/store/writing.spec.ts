import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, onEachApi, type TenantClient } from '../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let order: Body;
  let item: Body;
  let count = 0;

  const number = (): string => `TN${(count += 1)}X${api.database.kind.length}`;
  const newOrder = (more: object = {}): Promise<Body> =>
    tenant.make('/orders', { workspace: tenant.workspace, orderNumber: `ON-${(count += 1)}`, ...more });
  const newItem = (more: object = {}): Promise<Body> =>
    tenant.make('/order_items', { order: order['@id'], qty: 10, ...more });
  const newShipment = (more: object = {}): Promise<Body> =>
    tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: number(), ...more });
  const read = async (iri: string): Promise<Body> => (await tenant.get(iri)).body;

  beforeAll(async () => {
    tenant = await api.tenant();
    order = await newOrder();
    item = await newItem();
  });

  describe('a shipment', () => {
    it('is answered with 201, Location and its item fields', async () => {
      const answer = await tenant.post('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: ' tn1 ',
      });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('location')).toBe(answer.body['@id']);
      expect(answer.body).toMatchObject({
        '@context': '/contexts/Shipment',
        '@type': 'Shipment',
        trackingNumber: 'TN1',
        trackingStatus: 'no_info',
        orders: [],
        shipmentItems: [],
      });
      expect(await read(answer.body['@id'])).toEqual(answer.body);
    });

    it('changes only the fields that a PUT carries', async () => {
      const shipment = await newShipment({
        email: 'ann@example.com',
        address: { city: 'Kyiv', postcode: '01001' },
      });
      const { status, body } = await tenant.put(shipment['@id'], {
        phoneNumber: 13125551212,
        originCarrier: 'DHL',
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        email: 'ann@example.com',
        phoneNumber: '13125551212',
        originCarrier: 'dhl',
        address: { city: 'Kyiv', postcode: '01001' },
      });
    });

    it('replaces an address that a PUT carries as a whole, and clears it with null', async () => {
      const shipment = await newShipment({ address: { city: 'Kyiv', postcode: '01001' } });
      const replaced = await tenant.put(shipment['@id'], { address: { city: 'Lviv' } });
      expect(replaced.body.address).toMatchObject({ '@type': 'Address', city: 'Lviv', postcode: null });
      const cleared = await tenant.put(shipment['@id'], { address: null });
      expect(cleared.body.address).toBeNull();
      const empty = await tenant.put(shipment['@id'], { address: { city: '', countryIso2: '' } });
      expect(empty.body.address).toMatchObject({ city: '', countryIso2: '', state: null });
    });

    it('keeps its creation time and moves updatedAt only when something changes', async () => {
      const start = Date.parse('2026-03-01T10:00:00Z');
      api.setTime(start);
      const shipment = await newShipment();
      api.setTime(start + 60_000);
      const unchanged = await tenant.put(shipment['@id'], {
        trackingNumber: shipment.trackingNumber.toLowerCase(),
      });
      expect(unchanged.body.updatedAt).toBe('2026-03-01T10:00:00+00:00');
      const changed = await tenant.put(shipment['@id'], { email: 'x@example.com' });
      expect(changed.body).toMatchObject({
        createdAt: '2026-03-01T10:00:00+00:00',
        updatedAt: '2026-03-01T10:01:00+00:00',
      });
      api.setTime(undefined);
    });

    it('does not change what a client cannot write', async () => {
      const other = await newShipment();
      const shipment = await newShipment();
      const { body } = await tenant.put(shipment['@id'], {
        id: other.id,
        trackingStatus: 'delivered',
        createdAt: '2020-01-01T00:00:00Z',
        workspace: '/workspaces/nowhere',
        daysInTransit: 5,
        externalSourceSyncId: 'x',
      });
      expect(body).toEqual(shipment);
    });

    it('has the numbers of its orders in orderNumbers, upper case, beside those given as text', async () => {
      const [first, second] = [
        await newOrder({ orderNumber: 'ab-1' }),
        await newOrder({ orderNumber: 'ab-2' }),
      ];
      const shipment = await newShipment({ orders: [first['@id']], orderNumbers: ['free 9', 'AB-1', ' '] });
      expect(shipment.orderNumbers).toEqual(['FREE 9', 'AB-1']);
      const moved = await tenant.put(shipment['@id'], { orders: [second['@id']] });
      expect(moved.body).toMatchObject({ orders: [second['@id']], orderNumbers: ['FREE 9', 'AB-2'] });
      const both = await tenant.put(shipment['@id'], { orderNumbers: { '3': 'ab-2', '7': 'new' } });
      expect(both.body).toMatchObject({ orders: [second['@id']], orderNumbers: ['AB-2', 'NEW'] });
      const unlinked = await tenant.put(shipment['@id'], {
        trackingNumber: null,
        orderNumbers: { '1': 'new' },
      });
      expect(unlinked.body).toMatchObject({
        orders: [],
        orderNumbers: ['NEW'],
        trackingNumber: shipment.trackingNumber,
      });
      expect((await read(second['@id'])).shipments).toEqual([]);
    });

    it('is found by any of its order numbers, in any case', async () => {
      const shipment = await newShipment({ orderNumbers: ['find-me', 'or me'] });
      const found = await tenant.get(
        '/shipments?orderNumbers=Find-Me&workspace.id=' + tenant.workspaces[0]?.id,
      );
      expect(found.body['hydra:member']).toMatchObject([{ id: shipment.id }]);
      await tenant.put(shipment['@id'], { orderNumbers: ['other'] });
      expect((await tenant.get('/shipments?orderNumbers[]=find-me')).body['hydra:totalItems']).toBe(0);
      expect(
        (await tenant.get('/shipments?orderNumbers[]=x&orderNumbers[]=OTHER')).body['hydra:totalItems'],
      ).toBe(1);
    });

    it('takes a status by code, making it once for the workspace, by IRI, and null', async () => {
      const first = await newShipment({ shipmentStatus: { code: 'packed', title: 'Packed' } });
      const second = await newShipment({ shipmentStatus: { code: 'PACKED', title: 'Ignored' } });
      expect(second.shipmentStatus).toEqual(first.shipmentStatus);
      expect(first.shipmentStatus).toMatchObject({ '@type': 'Status', code: 'packed', title: 'Packed' });
      const third = await newShipment({ shipmentStatus: first.shipmentStatus['@id'] });
      expect(third.shipmentStatus).toEqual(first.shipmentStatus);
      expect((await tenant.put(third['@id'], { shipmentStatus: null })).body.shipmentStatus).toBeNull();
      const asOrder = await newOrder({ orderStatus: { code: 'packed' } });
      expect(asOrder.orderStatus['@id']).not.toBe(first.shipmentStatus['@id']);
      const wrong = await tenant.put(third['@id'], { shipmentStatus: asOrder.orderStatus['@id'] });
      expect(wrong.body['hydra:description']).toBe(`Item not found for "${asOrder.orderStatus['@id']}".`);
    });

    it('says in a header that the title of a status that is there was not taken', async () => {
      const { workspace } = tenant;
      const status = { code: 'weighed', title: 'Weighed' };
      const first = await tenant.post('/shipments', { workspace, shipmentStatus: status });
      const again = await tenant.post('/shipments', { workspace, shipmentStatus: { ...status } });
      const onlyCode = await tenant.put(first.body['@id'], { shipmentStatus: { code: 'weighed' } });
      for (const { headers } of [first, again, onlyCode]) expect(headers.get('warning')).toBeNull();
      const words =
        '299 - "shipmentStatus: there is a Status with this code already, and its title stays as it is."';
      const other = { code: 'WEIGHED', title: 'Gewogen – ⚖' };
      const posted = await tenant.post('/shipments', { workspace, shipmentStatus: other });
      const put = await tenant.put(first.body['@id'], { shipmentStatus: other });
      for (const answer of [posted, put]) {
        expect(answer.headers.get('warning')).toBe(words);
        expect(answer.body.shipmentStatus).toMatchObject(status);
      }
      const order = await tenant.post('/orders', { workspace, orderNumber: 'W', orderStatus: { ...other } });
      expect([order.status, order.headers.get('warning')]).toEqual([201, null]);
    });

    it.each(['XX', 'ZZ', 'AA', 'UK', 'EU', 'xx'])('takes %s for no country', async (countryIso2) => {
      const violation = {
        message: 'This value is not a valid country.',
        code: '8f900c12-61bd-455d-9398-996cd040f7f0',
      };
      const { workspace } = tenant;
      const address = { city: 'Nowhere', countryIso2 };
      const shipment = await newShipment();
      const order = await newOrder();
      const csv = await tenant.post(
        '/shipments',
        `workspace,address.countryIso2\n${workspace},${countryIso2}\n`,
        {
          'content-type': 'text/csv',
        },
      );
      expect(csv.body).toMatchObject({ created: 0, failed: [{ violations: [violation] }] });
      for (const [propertyPath, answer] of [
        ['address', await tenant.post('/shipments', { workspace, address })],
        ['address', await tenant.put(shipment['@id'], { address })],
        [
          'shippingAddress',
          await tenant.post('/orders', { workspace, orderNumber: '1', shippingAddress: address }),
        ],
        ['billingAddress', await tenant.put(order['@id'], { billingAddress: address })],
      ] as const)
        expect([answer.status, answer.body.violations]).toEqual([
          400,
          [{ ...violation, propertyPath: `${propertyPath}.countryIso2` }],
        ]);
    });

    it.each(['XK', 'gb', ' de ', 'TW', ''])('takes %j for a country', async (countryIso2) => {
      const made = await newShipment({ address: { city: 'Here', countryIso2 } });
      expect(made.address.countryIso2).toBe(countryIso2.trim().toUpperCase());
    });

    it('clears its tracking number with an empty string, and with null', async () => {
      const shipment = await newShipment();
      expect((await tenant.put(shipment['@id'], { trackingNumber: '' })).body.trackingNumber).toBeNull();
      const other = await newShipment();
      expect((await tenant.put(other['@id'], { trackingNumber: null })).body.trackingNumber).toBeNull();
    });

    it('tells of a taken tracking number in the words that the plugin looks for', async () => {
      const [first, second] = [await newShipment(), await newShipment()];
      const { status, body } = await tenant.put(second['@id'], { trackingNumber: first.trackingNumber });
      expect(status).toBe(400);
      expect(body['hydra:description']).toBe(
        'trackingNumber: Shipment with this tracking number already exists. ' +
          'It seems that you are trying to add the same tracking number to two different shipments',
      );
    });
  });

  describe('shipment items', () => {
    it('of another shipment stay there, whoever is posted or changed with them', async () => {
      const line = await newItem();
      const other = await newShipment({ shipmentItems: [{ orderItem: line['@id'], qty: 1 }] });
      const [theirs] = other.shipmentItems;
      const own = await newShipment();
      const words = 'This ShipmentItem belongs to another Shipment, and stays there.';
      const { workspace } = tenant;
      for (const [answer, at] of [
        [await tenant.post('/shipments', { workspace, shipmentItems: [theirs] }), 0],
        [await tenant.post('/shipments', { workspace, shipmentItems: { 7: { '@id': theirs, qty: 1 } } }), 0],
        [await tenant.put(own['@id'], { shipmentItems: [{ '@id': theirs, qty: 2 }] }), 0],
        [await tenant.put(own['@id'], { shipmentItems: [{ orderItem: line['@id'], qty: 1 }, theirs] }), 1],
      ] as const)
        expect([answer.status, answer.body.violations]).toMatchObject([
          400,
          [{ propertyPath: `shipmentItems[${at}]`, message: words }],
        ]);
      expect((await read(other['@id'])).shipmentItems).toEqual([theirs]);
      const gone = '/shipment_items/3eb2f084-ea29-41ed-9bfb-691381bd7511';
      const unknown = await tenant.post('/shipments', { workspace, shipmentItems: [gone] });
      expect(unknown.body['hydra:description']).toBe(`Item not found for "${gone}".`);
      const stranger = await api.tenant();
      const foreign = await stranger.post('/shipments', {
        workspace: stranger.workspace,
        shipmentItems: [theirs],
      });
      expect(foreign.body['hydra:description']).toBe(`Item not found for "${theirs}".`);
    });

    it('are written with their shipment: @id changes, none creates, missing is deleted, an object counts as a list', async () => {
      const [one, two, three] = [await newItem(), await newItem(), await newItem()];
      const shipment = await newShipment({
        shipmentItems: {
          '1001': { orderItem: one['@id'], qty: 1 },
          '1002': { orderItem: two['@id'], qty: 2 },
        },
      });
      expect(shipment.shipmentItems).toHaveLength(2);
      const [kept, dropped] = shipment.shipmentItems;
      const { status, body } = await tenant.put(shipment['@id'], {
        shipmentItems: [
          {
            '@id': kept,
            '@type': 'ShipmentItem',
            id: 'x',
            shipment: shipment['@id'],
            orderItem: one['@id'],
            qty: 10,
          },
          { orderItem: three['@id'], qty: 3 },
        ],
      });
      expect(status).toBe(200);
      expect(body.shipmentItems).toHaveLength(2);
      expect(body.shipmentItems[0]).toBe(kept);
      expect((await tenant.get(dropped)).status).toBe(404);
      expect((await read(one['@id'])).fulfilledQty).toBe(10);
      expect((await read(two['@id'])).fulfilledQty).toBe(0);
      expect((await read(three['@id'])).fulfilledQty).toBe(3);
      const unchanged = await tenant.put(shipment['@id'], {
        shipmentItems: [{ '@id': kept, qty: 10 }, body.shipmentItems[1]],
      });
      expect(unchanged.status).toBe(200);
      expect(unchanged.body.shipmentItems).toEqual(body.shipmentItems);
    });

    it('take an embedded shipment, which is made with them or not at all', async () => {
      const mine = await newItem({ qty: 3 });
      const trackingNumber = number();
      const shipment = { workspace: tenant.workspace, trackingNumber, orders: [order['@id']] };
      const refused = await tenant.post('/shipment_items', { shipment, orderItem: mine['@id'], qty: 4 });
      expect(refused.body['hydra:description']).toBe(
        'qty: This value should be 3 or less: no more of the order item is available.',
      );
      expect((await tenant.get(`/shipments?trackingNumber=${trackingNumber}`)).body['hydra:totalItems']).toBe(
        0,
      );
      const made = await tenant.make('/shipment_items', { shipment, orderItem: mine['@id'], qty: 3 });
      expect(await read(made.shipment)).toMatchObject({ trackingNumber, orderNumbers: [order.orderNumber] });
      const again = await tenant.post('/shipment_items', { shipment, orderItem: mine['@id'] });
      expect(again.body.violations).toMatchObject([{ propertyPath: 'shipment.trackingNumber' }]);
    });

    it('keep their shipment, and move their quantity with the order item', async () => {
      const [from, to] = [await newItem({ qty: 5 }), await newItem({ qty: 4 })];
      const [shipment, elsewhere] = [await newShipment(), await newShipment()];
      const made = await tenant.make('/shipment_items', {
        shipment: shipment['@id'],
        orderItem: from['@id'],
        qty: 4,
      });
      const moved = await tenant.put(made['@id'], { orderItem: to['@id'], shipment: elsewhere['@id'] });
      expect(moved.body).toMatchObject({ shipment: shipment['@id'], orderItem: to['@id'], qty: 4 });
      expect((await read(from['@id'])).fulfilledQty).toBe(0);
      expect((await read(to['@id'])).fulfilledQty).toBe(4);
      const tooMany = await tenant.put(made['@id'], { qty: 5 });
      expect(tooMany.body.violations).toEqual([
        {
          propertyPath: 'qty',
          message: 'This value should be 4 or less: no more of the order item is available.',
          code: expect.stringMatching(/^[0-9a-f-]{36}$/),
          payload: { availableQty: 4 },
        },
      ]);
    });

    it('that were sent before are told as such, also when nothing is left to ship', async () => {
      const integration = await tenant.make('/workflows', {
        workspace: tenant.workspace,
        type: 'integration-woocommerce',
        title: 'CSV',
      });
      const [mine, shipment] = [await newItem({ qty: 1 }), await newShipment()];
      const body = {
        shipment: shipment['@id'],
        orderItem: mine['@id'],
        qty: 1,
        externalSourceIntegration: integration['@id'],
        externalSourceSyncId: 'si-1',
      };
      await tenant.make('/shipment_items', body);
      const again = await tenant.post('/shipment_items', body);
      expect(again.body.violations).toMatchObject([
        { propertyPath: 'qty' },
        { propertyPath: 'externalSourceSyncId', message: 'This value is already used.' },
      ]);
    });

    it('have a quantity of 0 when none is given', async () => {
      const shipment = await newShipment();
      const body = { shipment: shipment['@id'], orderItem: item['@id'] };
      expect((await tenant.make('/shipment_items', body)).qty).toBe(0);
      expect((await tenant.make('/shipment_items', { ...body, qty: null })).qty).toBe(0);
    });
  });

  describe('an order', () => {
    it('has the defaults of the contract', async () => {
      expect(await newOrder({ orderNumber: 'plain' })).toMatchObject({
        orderNumber: 'plain',
        orderType: 'customer',
        subtotal: '0.00',
        total: '0.00',
        currency: 'USD',
        orderStatus: null,
        fulfillmentStatus: 'not_fulfilled',
        shipmentsWithoutTrackingCount: 0,
        readonly: false,
        shipments: [],
      });
    });

    it('has one of the types that there are', async () => {
      for (const orderType of ['', 'gift']) {
        const body = { workspace: tenant.workspace, orderNumber: 'typed', orderType };
        expect((await tenant.post('/orders', body)).body.violations).toMatchObject([
          { propertyPath: 'orderType', message: 'The value you selected is not a valid choice.' },
        ]);
      }
    });

    it('is not fulfilled, partly fulfilled, fulfilled, as its items are shipped', async () => {
      const mine = await newOrder();
      const [one, two] = await Promise.all([
        tenant.make('/order_items', { order: mine['@id'], qty: 1 }),
        tenant.make('/order_items', { order: mine['@id'], qty: 2 }),
      ]);
      const status = async (): Promise<string> => (await read(mine['@id'])).fulfillmentStatus;
      expect(await status()).toBe('not_fulfilled');
      const shipment = await newShipment({ shipmentItems: [{ orderItem: one['@id'], qty: 1 }] });
      expect(await status()).toBe('partial');
      const rest = await newShipment({ shipmentItems: [{ orderItem: two['@id'], qty: 2 }] });
      expect(await status()).toBe('fulfilled');
      await tenant.put(two['@id'], { qty: 3 });
      expect(await status()).toBe('partial');
      await tenant.put(two['@id'], { qty: 2 });
      expect(await status()).toBe('fulfilled');
      await tenant.delete(rest['@id']);
      expect(await status()).toBe('partial');
      await tenant.delete(shipment['@id']);
      expect(await status()).toBe('not_fulfilled');
      expect(
        (await tenant.get(`/orders?fulfillmentStatus=not_fulfilled&id=${mine.id}`)).body['hydra:totalItems'],
      ).toBe(1);
    });

    it('counts its shipments without a tracking number', async () => {
      const mine = await newOrder();
      const waiting = async (): Promise<number> => (await read(mine['@id'])).shipmentsWithoutTrackingCount;
      const shipment = await newShipment({ trackingNumber: null, orders: [mine['@id']] });
      const second = await newShipment({ trackingNumber: '', orders: [mine['@id']] });
      expect(await waiting()).toBe(2);
      await tenant.put(shipment['@id'], { trackingNumber: number() });
      expect(await waiting()).toBe(1);
      await tenant.put(shipment['@id'], { trackingNumber: null });
      expect(await waiting()).toBe(2);
      await tenant.delete(second['@id']);
      expect(await waiting()).toBe(1);
      await tenant.put(mine['@id'], { shipments: [] });
      expect(await waiting()).toBe(0);
    });

    it('links shipments, which gain and lose its number', async () => {
      const shipment = await newShipment({ orderNumbers: ['own'] });
      const mine = await newOrder({ orderNumber: 'link-1', shipments: [shipment['@id']] });
      expect(mine.shipments).toEqual([shipment['@id']]);
      expect(await read(shipment['@id'])).toMatchObject({
        orders: [mine['@id']],
        orderNumbers: ['OWN', 'LINK-1'],
      });
      const unlinked = await tenant.put(mine['@id'], { shipments: [] });
      expect(unlinked.body.shipments).toEqual([]);
      expect(await read(shipment['@id'])).toMatchObject({ orders: [], orderNumbers: ['OWN'] });
    });

    it('takes its items and their shipment items with it', async () => {
      const mine = await newOrder();
      const line = await tenant.make('/order_items', { order: mine['@id'], qty: 1 });
      const shipment = await newShipment({
        orders: [mine['@id']],
        shipmentItems: [{ orderItem: line['@id'], qty: 1 }],
      });
      expect((await tenant.delete(mine['@id'])).status).toBe(204);
      expect((await tenant.get(line['@id'])).status).toBe(404);
      expect((await tenant.get(shipment.shipmentItems[0])).status).toBe(404);
      expect(await read(shipment['@id'])).toMatchObject({ orders: [], shipmentItems: [] });
      expect((await tenant.delete(mine['@id'])).status).toBe(404);
    });

    it('keeps its number, and says when it belongs to an integration', async () => {
      const integration = await tenant.make('/workflows', {
        workspace: tenant.workspace,
        type: 'integration-woocommerce',
        title: 'Shop',
      });
      const mine = await newOrder({
        orderNumber: 'fix-1',
        externalSourceIntegration: integration['@id'],
        externalSourceSyncId: 77,
      });
      expect(mine).toMatchObject({
        readonly: true,
        externalSourceSyncId: '77',
        externalSourceIntegrationType: 'integration-woocommerce',
      });
      const { body } = await tenant.put(mine['@id'], { orderNumber: 'fix-2', status: 'x' });
      expect(body.orderNumber).toBe('fix-1');
      const query = `externalSourceSyncId=77&externalSourceIntegration=${encodeURIComponent(integration['@id'])}`;
      const found = await tenant.get(`${tenant.workspace}/orders?${query}&itemsPerPage=1`);
      expect(found.body['hydra:member']).toMatchObject([{ id: mine.id }]);
      expect((await read(tenant.workspace)).ecommerceIntegrationType).toBe('integration-woocommerce');
    });
  });

  describe('an order item', () => {
    it('cannot be lowered below what is shipped, nor told to be less fulfilled than it is', async () => {
      const mine = await newItem({ qty: 5 });
      await newShipment({ shipmentItems: [{ orderItem: mine['@id'], qty: 3 }] });
      const lowered = await tenant.put(mine['@id'], { qty: 2 });
      expect(lowered.body.violations).toMatchObject([{ propertyPath: 'qty', payload: { fulfilledQty: 3 } }]);
      const lied = await tenant.put(mine['@id'], { fulfilledQty: 0 });
      expect(lied.body.violations).toMatchObject([
        { propertyPath: 'fulfilledQty', payload: { shippedQty: 3 } },
      ]);
      expect((await tenant.put(mine['@id'], { qty: 3 })).status).toBe(200);
    });

    it('may be fulfilled outside: less is then left to ship', async () => {
      const mine = await newItem({ qty: 5, fulfilledQty: 4 });
      const refused = await tenant.post('/shipments', {
        workspace: tenant.workspace,
        shipmentItems: [{ orderItem: mine['@id'], qty: 2 }],
      });
      expect(refused.body.violations).toMatchObject([
        { propertyPath: 'shipmentItems[0].qty', payload: { availableQty: 1 } },
      ]);
      const more = await tenant.post('/order_items', { order: order['@id'], qty: 1, fulfilledQty: 2 });
      expect(more.body.violations).toMatchObject([{ propertyPath: 'qty' }]);
    });

    it('takes what PHP clients send: an empty list for a map, an empty price', async () => {
      const mine = await newItem({ productOptions: [], price: '', rowTotal: 20, imageUrl: null });
      expect(mine).toMatchObject({ productOptions: {}, price: null, rowTotal: '20.00', imageUrl: null });
      const { body } = await tenant.put(mine['@id'], {
        productOptions: { size: 'L', width: 4 },
        product: '/x/1',
      });
      expect(body.productOptions).toEqual({ size: 'L', width: '4' });
    });

    it('frees its quantity in shipments when it is deleted', async () => {
      const mine = await newItem({ qty: 2 });
      const shipment = await newShipment({ shipmentItems: [{ orderItem: mine['@id'], qty: 2 }] });
      expect((await tenant.delete(mine['@id'])).status).toBe(204);
      expect((await read(shipment['@id'])).shipmentItems).toEqual([]);
    });
  });

  describe('a workspace', () => {
    it('is made with its team and its tracking page, and answers with the team', async () => {
      const subdomain = `page-${count++}-${api.database.kind}`;
      const answer = await tenant.post('/workspaces', {
        team: { name: 'my team' },
        title: 'my company',
        defaultTrackingPage: { title: 'Where is it?', subdomain },
      });
      expect(answer.status).toBe(201);
      expect(answer.body.team).toMatchObject({
        '@type': 'Team',
        name: 'my team',
        workspaces: [answer.body['@id']],
        subscription: { status: 'active' },
      });
      expect(await read(answer.body['@id'])).toMatchObject({
        team: answer.body.team['@id'],
        defaultTrackingPage: expect.stringMatching(/^\/tracking_pages\//),
        scheduledForDelete: false,
      });
      expect(await read(answer.body.defaultTrackingPage)).toMatchObject({ subdomain, usedByDefault: true });
      const team = await tenant.get(`${answer.body.team['@id']}/workspaces`);
      expect(team.body['hydra:member']).toHaveLength(1);
    });

    it('keeps settings of any shape, but no characters that a database cannot', async () => {
      const emailSettings = { from: 'C:\\u0000\\ud800', parts: [{ deep: ['ü', null, 1.5, true] }] };
      const { status, body } = await tenant.put(tenant.workspace, { emailSettings });
      expect(status).toBe(200);
      expect(body.emailSettings).toEqual(emailSettings);
      for (const wrong of [{ a: ['x\0'] }, { 'k\0': 1 }, { a: { b: '\ud800' } }]) {
        expect((await tenant.put(tenant.workspace, { emailSettings: wrong })).status).toBe(400);
      }
      expect((await tenant.put(tenant.workspace, { emailSettings: {} })).body.emailSettings).toEqual({});
    });

    it('counts its shipments', async () => {
      const other = await api.tenant();
      for (const trackingNumber of ['A1', 'A2']) {
        await other.make('/shipments', { workspace: other.workspace, trackingNumber });
      }
      expect((await other.get(other.workspace)).body.shipmentsCount).toBe(2);
    });

    it('goes with everything in it', async () => {
      const other = await api.tenant(['One', 'Two']);
      const shipment = await other.make('/shipments', { workspace: other.workspace, orderNumbers: ['x'] });
      expect((await other.delete(other.workspace)).status).toBe(204);
      expect((await other.get(shipment['@id'])).status).toBe(404);
      expect((await other.get('/workspaces')).body['hydra:member']).toMatchObject([{ title: 'Two' }]);
    });
  });

  it('deletes a shipment with its items and leaves the order item free', async () => {
    const mine = await newItem({ qty: 1 });
    const body = { shipmentItems: [{ orderItem: mine['@id'], qty: 1 }] };
    const shipment = await newShipment(body);
    expect((await tenant.delete(shipment['@id'])).status).toBe(204);
    expect((await read(mine['@id'])).fulfilledQty).toBe(0);
    await newShipment(body);
  });
});
