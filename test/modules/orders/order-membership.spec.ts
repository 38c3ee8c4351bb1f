import { beforeEach, describe, expect, it } from '@jest/globals';
import { pkOf } from '../../support/all-rows.js';
import { shop } from '../../support/api2.js';
import { type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { storeOf, type StoreClient } from '../../support/stores.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  let magento: Client;
  beforeEach(async () => {
    const made = await shop(api);
    tenant = made.tenant;
    magento = made.store;
    store = await storeOf(api, tenant);
  });

  const read = async (iri: string): Promise<Body> => (await tenant.get(iri)).body;
  const order = (orderNumber: string, more: object = {}): Promise<Body> =>
    tenant.make('/orders', { workspace: tenant.workspace, orderNumber, ...more });
  const shipment = (more: object = {}): Promise<Body> =>
    tenant.make('/shipments', { workspace: tenant.workspace, ...more });
  const item = (of: Body, qty = 2): Promise<Body> =>
    tenant.make('/order_items', { order: of['@id'], qty, productName: 'Tea', productSku: 'TEA' });

  /** What each surface says of the shipments of an order. */
  async function seen(of: Body): Promise<object> {
    const number = of.orderNumber as string;
    const pk = await pkOf(api.db(), 'orders', of.id as string);
    const bigcommerce = await store.get(`/orders/${pk}/shipments`);
    const count = await store.get(`/orders/${pk}/shipments/count`);
    const listed = await magento.get(`/api2/shipment?order_id=${pk}`);
    return {
      hydra: (await read(of['@id'])).shipments,
      bigcommerce: bigcommerce.status === 204 ? 0 : bigcommerce.body.length,
      counted: count.body.count,
      api2: listed.body.shipments.length,
      byNumber: (await tenant.get(`/shipments?orderNumbers=${number}`)).body['hydra:totalItems'],
    };
  }
  const none = { hydra: [], bigcommerce: 0, counted: 0, api2: 0, byNumber: 0 };
  const just = ({ '@id': iri }: Body): object => ({
    hydra: [iri],
    bigcommerce: 1,
    counted: 1,
    api2: 1,
    byNumber: 1,
  });

  describe('a shipment belongs to an order', () => {
    it('whose number it is posted with, in any spelling', async () => {
      const one = await order('web-1');
      const made = await shipment({ orderNumbers: ['  WEB-1 '] });
      expect(made).toMatchObject({ orders: [one['@id']], orderNumbers: ['WEB-1'] });
      expect(await seen(one)).toEqual(just(made));
      expect((await read(one['@id'])).shipmentsWithoutTrackingCount).toBe(1);
    });

    it('whose number a PUT adds, until a PUT leaves it out', async () => {
      const [one, two] = [await order('A-1'), await order('A-2')];
      const made = await shipment({ orderNumbers: ['A-1'] });
      const both = await tenant.put(made['@id'], { orderNumbers: ['A-1', 'a-2', 'A-3'] });
      expect(both.body).toMatchObject({
        orders: [one['@id'], two['@id']],
        orderNumbers: ['A-1', 'A-2', 'A-3'],
      });
      const left = await tenant.put(made['@id'], { orderNumbers: ['A-2'] });
      expect(left.body).toMatchObject({ orders: [two['@id']], orderNumbers: ['A-2'] });
      expect(await seen(one)).toEqual(none);
      expect(await seen(two)).toEqual(just(made));
    });

    it('of which it is posted with an item', async () => {
      const one = await order('B-1');
      const line = await item(one);
      const made = await shipment({ shipmentItems: [{ orderItem: line['@id'], qty: 1 }] });
      expect(made).toMatchObject({ orders: [one['@id']], orderNumbers: ['B-1'] });
      expect(await seen(one)).toEqual(just(made));
      expect(await read(one['@id'])).toMatchObject({ fulfillmentStatus: 'partial' });
    });

    it('of which it gets an item, by POST, by a PUT of the item, and by a PUT of the shipment', async () => {
      const [one, two, three] = [await order('C-1'), await order('C-2'), await order('C-3')];
      const [first, second, third] = [await item(one), await item(two), await item(three)];
      const made = await shipment({ orderNumbers: ['OWN'] });
      const inside = await tenant.make('/shipment_items', {
        shipment: made['@id'],
        orderItem: first['@id'],
        qty: 1,
      });
      expect(await read(made['@id'])).toMatchObject({ orders: [one['@id']], orderNumbers: ['OWN', 'C-1'] });
      await tenant.put(inside['@id'], { orderItem: second['@id'] });
      expect((await read(made['@id'])).orders).toEqual([one['@id'], two['@id']]);
      await tenant.put(made['@id'], {
        shipmentItems: [{ '@id': inside['@id'] }, { orderItem: third['@id'], qty: 1 }],
      });
      expect(await read(made['@id'])).toMatchObject({
        orders: [one['@id'], two['@id'], three['@id']],
        orderNumbers: ['OWN', 'C-1', 'C-2', 'C-3'],
      });
      for (const each of [one, two, three]) expect(await seen(each)).toEqual(just(made));
    });

    it('whose items come with the shipment inside of a shipment item', async () => {
      const one = await order('C-9');
      const line = await item(one);
      const inside = await tenant.make('/shipment_items', {
        shipment: { workspace: tenant.workspace },
        orderItem: line['@id'],
        qty: 1,
      });
      expect((await read(inside.shipment)).orders).toEqual([one['@id']]);
    });

    it('that comes later, and is told of quantities at once', async () => {
      const made = await shipment({ orderNumbers: ['D-1', 'D-2'], trackingNumber: 'TM102MEMBER1TM' });
      const later = await order('d-1');
      expect(later.shipments).toEqual([made['@id']]);
      expect(await read(made['@id'])).toMatchObject({
        orders: [later['@id']],
        orderNumbers: ['D-1', 'D-2'],
      });
      expect(await seen(later)).toEqual(just(made));
      const track = await magento.post('/api2/shipment/track', {
        order_increment_id: 'D-1',
        carrier_code: 'custom',
        track_number: 'BR123456789',
      });
      expect(track.status).toBe(201);
    });

    it('that a BigCommerce client makes later, with its number', async () => {
      const made = await shipment({ orderNumbers: ['5001'] });
      const { body } = await store.post('/orders', {
        external_order_id: '5001',
        billing_address: { first_name: 'Jane' },
        products: [{ name: 'Tea', quantity: 1, price_inc_tax: 1, price_ex_tax: 1 }],
      });
      expect((await store.get(`/orders/${body.id}/shipments`)).body).toHaveLength(1);
      expect((await read(made['@id'])).orders).toHaveLength(1);
    });

    it('whose own id becomes its number', async () => {
      const first = await store.post('/orders', {
        billing_address: { first_name: 'Jane' },
        products: [{ name: 'Tea', quantity: 1, price_inc_tax: 1, price_ex_tax: 1 }],
      });
      const made = await shipment({ orderNumbers: [String(first.body.id)] });
      expect((await store.get(`/orders/${first.body.id}/shipments`)).body).toHaveLength(1);
      const next = await shipment({ orderNumbers: [String(first.body.id + 1), '-'] });
      const second = await store.post('/orders', {
        billing_address: { first_name: 'Jane' },
        products: [{ name: 'Tea', quantity: 1, price_inc_tax: 1, price_ex_tax: 1 }],
      });
      expect(second.body.id).toBe(first.body.id + 1);
      expect((await read(next['@id'])).orders).toHaveLength(1);
      expect((await read(made['@id'])).orders).toHaveLength(1);
    });

    it('that an import makes later', async () => {
      const made = await shipment({ orderNumbers: ['CSV-1'] });
      const csv = await tenant.post('/orders', `workspace,orderNumber\n${tenant.workspace},csv-1\n`, {
        'content-type': 'text/csv',
      });
      expect(csv.body).toMatchObject({ created: 1 });
      expect((await read(made['@id'])).orders).toHaveLength(1);
    });
  });

  it('a deleted order leaves its number, and the next with that number has the shipment', async () => {
    const one = await order('E-1');
    const made = await shipment({ orderNumbers: ['E-1'] });
    expect((await tenant.delete(one['@id'])).status).toBe(204);
    expect(await read(made['@id'])).toMatchObject({ orders: [], orderNumbers: ['E-1'] });
    const again = await order('E-1');
    expect(await seen(again)).toEqual(just(made));
  });

  it('what is answered may be sent back, and changes nothing', async () => {
    const one = await order('F-1');
    const line = await item(one);
    const made = await shipment({
      orderNumbers: ['F-1', 'F-9'],
      shipmentItems: [{ orderItem: line['@id'], qty: 1 }],
    });
    for (const iri of [made['@id'], one['@id']]) {
      const before = await read(iri);
      const answer = await tenant.put(iri, before);
      expect([answer.status, answer.body]).toEqual([200, before]);
    }
  });

  describe('a number that several orders have', () => {
    it('means that of the shipment’s own integration', async () => {
      const integration = (title: string): Promise<Body> =>
        tenant.make('/workflows', { workspace: tenant.workspace, title, type: 'integration-shop' });
      const [blue, green] = [await integration('Blue'), await integration('Green')];
      const of = ({ '@id': externalSourceIntegration }: Body): object => ({ externalSourceIntegration });
      await order('12', of(blue));
      const meant = await order('12', of(green));
      const made = await shipment({ orderNumbers: ['12'], ...of(green) });
      expect(made.orders).toEqual([meant['@id']]);
    });

    it('means none of them where nothing tells which', async () => {
      await order('13');
      await order('13');
      const made = await shipment({ orderNumbers: ['13'] });
      expect(made).toMatchObject({ orders: [], orderNumbers: ['13'] });
    });

    it('leads to no other order when one is linked already', async () => {
      const one = await order('14');
      const made = await shipment({ orders: [one['@id']] });
      const other = await order('14');
      expect((await read(made['@id'])).orders).toEqual([one['@id']]);
      expect(other.shipments).toEqual([]);
      const put = await tenant.put(made['@id'], { orderNumbers: ['14', '15'] });
      expect(put.body.orders).toEqual([one['@id']]);
    });
  });

  it('an order of another workspace is never meant', async () => {
    const two = await api.tenant(['Main shop', 'Other shop']);
    const [main, other] = two.workspaces.map(({ id }) => `/workspaces/${id}`);
    await two.make('/orders', { workspace: other, orderNumber: 'G-1' });
    await order('G-1');
    const made = await two.make('/shipments', { workspace: main, orderNumbers: ['G-1'] });
    expect(made.orders).toEqual([]);
  });

  it('an order and a shipment made at the same moment find each other', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `SAME-${index}`);
    await Promise.all(numbers.flatMap((number) => [order(number), shipment({ orderNumbers: [number] })]));
    const list = await tenant.get(`${tenant.workspace}/shipments?itemsPerPage=500`);
    const linked = list.body['hydra:member'].map(({ orders }: Body) => orders.length);
    expect(linked).toEqual(numbers.map(() => 1));
  });
});
