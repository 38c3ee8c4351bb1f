import { beforeAll, describe, expect, it } from '@jest/globals';
import { isCancelled } from '../../../src/modules/orders/cancelled.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';
import { storeOf, type StoreClient } from '../../support/stores.js';

const NAMES = [
  'Incomplete',
  'Pending',
  'Shipped',
  'Partially Shipped',
  'Refunded',
  'Cancelled',
  'Declined',
  'Awaiting Payment',
  'Awaiting Pickup',
  'Awaiting Shipment',
  'Completed',
  'Awaiting Fulfillment',
  'Manual Verification Required',
  'Disputed',
  'Partially Refunded',
];

/** What is shown of an order that has each status: with nothing, some and all of it in shipments made elsewhere. */
const SHOWN: readonly (readonly [said: number, none: number, some: number, all: number])[] = [
  [0, 0, 3, 2],
  [1, 1, 3, 2],
  [2, 2, 2, 2],
  [3, 3, 3, 2],
  [4, 4, 4, 4],
  [5, 5, 5, 5],
  [6, 6, 6, 6],
  [7, 7, 3, 2],
  [8, 8, 3, 2],
  [9, 9, 3, 2],
  [10, 10, 10, 10],
  [11, 11, 3, 2],
  [12, 12, 3, 2],
  [13, 13, 13, 13],
  [14, 14, 14, 14],
];

it.each([
  ['cancelled', true],
  ['canceled', true],
  [' Cancelled ', true],
  ['refunded', false],
  ['', false],
  [null, false],
])('counts the status %j as cancelled: %j', (code, answer) => {
  expect(isCancelled(code)).toBe(answer);
});

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();
    let tenant: TenantClient;
    let store: StoreClient;
    beforeAll(async () => {
      tenant = await api.tenant();
      store = await storeOf(api, tenant);
    });

    const order = async (body: object = {}, shop = store): Promise<Body> =>
      (
        await shop.post('/orders', {
          billing_address: { first_name: 'Jane' },
          products: [{ name: 'Mug', quantity: 2 }],
          ...body,
        })
      ).body;
    const uuidOf = async (table: 'orders' | 'order_items', pk: number): Promise<string> =>
      (await api.db().read(`SELECT id FROM ${table} WHERE pk = ?`, [pk]))[0]?.[0] as string;
    const productOf = async ({ id }: Body, shop = store): Promise<Body> =>
      (await shop.get(`/orders/${id as number}/products`)).body[0];
    /** In a shipment that is made on TrackMage's surface. */
    const shipElsewhere = async (made: Body, qty: number, client = tenant, shop = store): Promise<Body> => {
      const orderItem = `/order_items/${await uuidOf('order_items', (await productOf(made, shop)).id)}`;
      const orders = [`/orders/${await uuidOf('orders', made.id)}`];
      return client.make('/shipments', {
        workspace: client.workspace,
        orders,
        shipmentItems: [{ orderItem, qty }],
      });
    };
    const ship = async (made: Body, quantity: number): Promise<Body> => {
      const product = await productOf(made);
      const answer = await store.post(`/orders/${made.id as number}/shipments`, {
        order_address_id: product.order_address_id,
        items: [{ order_product_id: product.id, quantity }],
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    };
    const statusOf = async ({ id }: Body): Promise<[number, string]> => {
      const { body } = await store.get(`/orders/${id as number}`);
      return [body.status_id, body.status];
    };
    const ownCode = async ({ id }: Body): Promise<string | undefined> =>
      (await tenant.get(`/orders/${await uuidOf('orders', id)}`)).body.orderStatus?.code;

    it('shows, filters and counts orders by what their shop says and what is shipped', async () => {
      const other = await api.tenant();
      const shop = await storeOf(api, other);
      const expected = new Map<number, number[]>(NAMES.map((_, id) => [id, []]));
      for (const [said, none, some, all] of SHOWN) {
        for (const [qty, shown] of [none, some, all].entries()) {
          const made = await order({ status_id: said }, shop);
          if (qty > 0) await shipElsewhere(made, qty, other, shop);
          const { body } = await shop.get(`/orders/${made.id as number}`);
          const name = NAMES[shown];
          const answer = [said, qty, body.status_id, body.status, body.custom_status];
          expect(answer).toEqual([said, qty, shown, name, name]);
          expected.get(shown)?.push(made.id);
        }
      }
      for (const code of ['wc-processing', '', 'canceled']) {
        const made = await other.make('/orders', {
          workspace: other.workspace,
          orderNumber: `own-${code}`,
          ...(code === '' ? {} : { orderStatus: { code, title: 'In the works' } }),
        });
        const [[pk]] = (await api.db().read('SELECT pk FROM orders WHERE id = ?', [made.id])) as [[number]];
        const { body } = await shop.get(`/orders/${pk}`);
        const shown = code === 'canceled' ? 5 : 11;
        expect([body.status_id, body.status, body.custom_status]).toEqual([
          shown,
          NAMES[shown],
          code === '' ? 'Awaiting Fulfillment' : 'In the works',
        ]);
        expected.get(shown)?.push(pk);
      }

      for (const [id, orders] of expected) {
        const { body } = await shop.get(`/orders?limit=250&status_id=${id}`);
        expect([id, (body as Body[]).map((each) => each.id)]).toEqual([id, orders]);
      }
      expect((await shop.get('/orders/count')).body).toEqual({
        statuses: [0, 1, 7, 11, 9, 8, 3, 10, 2, 5, 6, 4, 13, 12, 14].map((id, place) => ({
          id,
          name: NAMES[id],
          system_label: NAMES[id],
          custom_label: expect.any(String),
          system_description: expect.any(String),
          count: expected.get(id)?.length,
          sort_order: place,
        })),
        count: 48,
      });
    });

    describe('a shipment', () => {
      it('makes its order Partially Shipped and then Shipped, and leaves it so when it is deleted', async () => {
        const made = await order({ status_id: 9 });
        expect([await statusOf(made), await ownCode(made)]).toEqual([
          [9, 'Awaiting Shipment'],
          'awaiting_shipment',
        ]);
        const first = await ship(made, 1);
        expect([await statusOf(made), await ownCode(made)]).toEqual([
          [3, 'Partially Shipped'],
          'partially_shipped',
        ]);
        const second = await ship(made, 1);
        expect([await statusOf(made), await ownCode(made)]).toEqual([[2, 'Shipped'], 'shipped']);
        const path = `/orders/${made.id as number}/shipments`;
        expect((await store.delete(`${path}/${second.id as number}`)).status).toBe(204);
        expect([await statusOf(made), await ownCode(made)]).toEqual([[2, 'Shipped'], 'shipped']);
        expect((await productOf(made)).quantity_shipped).toBe(1);
        expect((await store.delete(`${path}/${first.id as number}`)).status).toBe(204);
        expect(await statusOf(made)).toEqual([2, 'Shipped']);
        // what is free again may be shipped again
        await ship(made, 1);
        expect(await statusOf(made)).toEqual([3, 'Partially Shipped']);
      });

      it.each([
        [1, 3, 'partially_shipped'],
        [2, 2, 'shipped'],
      ])(
        'of %i that was made elsewhere and is deleted here leaves its order in status %i',
        async (qty, status, code) => {
          const made = await order({ status_id: 11 });
          await shipElsewhere(made, qty);
          expect([(await statusOf(made))[0], await ownCode(made)]).toEqual([status, 'awaiting_fulfillment']);
          expect((await store.delete(`/orders/${made.id as number}/shipments`)).status).toBe(204);
          expect([(await statusOf(made))[0], await ownCode(made)]).toEqual([status, code]);
        },
      );

      it.each([4, 5, 10, 13, 14])('leaves an order with status %i as it is', async (id) => {
        const made = await order({ status_id: id });
        await ship(made, 2);
        expect(await statusOf(made)).toEqual([id, NAMES[id]]);
        expect((await store.delete(`/orders/${made.id as number}/shipments`)).status).toBe(204);
        expect(await statusOf(made)).toEqual([id, NAMES[id]]);
      });

      it('moves an order on that has been declined before', async () => {
        const made = await order({ status_id: 6 });
        await ship(made, 2);
        expect(await statusOf(made)).toEqual([2, 'Shipped']);
      });
    });

    it('keeps the status of its own that an order has when what was answered is sent back', async () => {
      const made = await order();
      const iri = `/orders/${await uuidOf('orders', made.id)}`;
      const orderStatus = { code: 'my_own', title: 'Mein Eigen' };
      expect((await tenant.put(iri, { orderStatus })).status).toBe(200);
      const { body } = await store.get(`/orders/${made.id as number}`);
      expect([body.status_id, body.custom_status]).toEqual([11, 'Mein Eigen']);
      api.setTime(Date.now() + 60_000);
      expect((await store.put(`/orders/${made.id as number}`, body)).body).toEqual(body);
      api.setTime(undefined);
      expect(await ownCode(made)).toBe('my_own');
      await store.put(`/orders/${made.id as number}`, { status_id: 9 });
      expect([await statusOf(made), await ownCode(made)]).toEqual([
        [9, 'Awaiting Shipment'],
        'awaiting_shipment',
      ]);
    });

    it('leaves every order of a parcel as shipped as it was when the parcel is deleted', async () => {
      const both = [await order(), await order()];
      const orders = await Promise.all(both.map(async ({ id }) => `/orders/${await uuidOf('orders', id)}`));
      const shipmentItems = await Promise.all(
        both.map(async (made) => ({
          orderItem: `/order_items/${await uuidOf('order_items', (await productOf(made)).id)}`,
          qty: 1,
        })),
      );
      await tenant.make('/shipments', { workspace: tenant.workspace, orders, shipmentItems });
      expect((await store.delete(`/orders/${both[0]?.id as number}/shipments`)).status).toBe(204);
      for (const made of both) {
        expect((await store.get(`/orders/${made.id as number}/shipments`)).status).toBe(204);
        expect(await statusOf(made)).toEqual([3, 'Partially Shipped']);
      }
    });

    it('deletes all shipments that there are by then, also of those who ship meanwhile', async () => {
      const made = await order({ products: [{ name: 'Mug', quantity: 50 }] });
      const product = await productOf(made);
      const path = `/orders/${made.id as number}/shipments`;
      const body = {
        order_address_id: product.order_address_id,
        items: [{ order_product_id: product.id, quantity: 1 }],
      };
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, n) => (n % 3 === 2 ? store.delete(path) : store.post(path, body))),
      );
      expect(answers.filter(({ status }) => ![201, 204].includes(status))).toEqual([]);
      expect((await store.delete(path)).status).toBe(204);
      expect((await store.get(path)).status).toBe(204);
      expect((await productOf(made)).quantity_shipped).toBe(0);
      expect(await statusOf(made)).toEqual([3, 'Partially Shipped']);
    });

    it('keeps up with shipments and changes that come at the same time', async () => {
      const made = await order({ products: [{ name: 'Mug', quantity: 6 }] });
      const change = async (customer: number): Promise<Body> =>
        (await store.put(`/orders/${made.id as number}`, { customer_id: customer })).body;
      await Promise.all([ship(made, 1), change(1), ship(made, 2), change(2), ship(made, 3), change(3)]);
      const { body } = await store.get(`/orders/${made.id as number}`);
      expect([body.status_id, body.items_shipped, await ownCode(made)]).toEqual([2, 6, 'shipped']);
      expect([1, 2, 3]).toContain(body.customer_id);
    });

    it('tells webhooks of new orders with their final number, and of the status that follows from a shipment', async () => {
      await tenant.make('/workflows', {
        type: 'webhook',
        title: 'Shop',
        period: 'immediately',
        workspace: tenant.workspace,
        enabled: true,
        entity: 'orders',
        url: receiver.url(),
      });
      const made = await order();
      await ship(made, 2);
      await eventually('both are told', () => receiver.elements.length >= 2);
      const told = receiver.elements.map(({ event, data }: Body) => [
        event,
        data.orderNumber,
        data.orderStatus.code,
        data.fulfillmentStatus,
      ]);
      expect(told).toEqual([
        ['create', String(made.id), 'pending', 'not_fulfilled'],
        ['update', String(made.id), 'shipped', 'fulfilled'],
      ]);
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', ENCRYPTION_KEY: 'k'.repeat(32) },
);
