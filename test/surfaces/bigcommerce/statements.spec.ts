import { describe, expect, it } from '@jest/globals';
import { onEachApi, type Answer } from '../../support/api.js';
import { statementsOf } from '../../support/statements.js';
import { bodyOf, JANE, orderOf, storeOf, TRISHY } from '../../support/stores.js';

// as in test/app/statements.spec.ts: a number that falls is written down here, and one that grows has to be worth it
onEachApi((api) => {
  /** How many statements a request makes, which must succeed. */
  const countOf = async (request: () => Promise<Answer>): Promise<number> => {
    const statuses: number[] = [];
    const statements = await statementsOf(async () => statuses.push((await request()).status));
    expect(statuses.map((status) => Math.floor(status / 100))).toEqual([2]);
    return statements.length;
  };

  describe("the statements of a store's writes", () => {
    it('are few for a new shipment, a change of it, and one that is deleted', async () => {
      const store = await storeOf(api, await api.tenant());
      const order = await orderOf(store, [3]);
      const ship = (tracking_number: string): Promise<Answer> =>
        store.post(order.path, bodyOf(order, 1, { tracking_number, shipping_provider: 'usps' }));
      // the first one makes the status that stands for Partially Shipped
      expect([await countOf(() => ship('STATEMENTS1')), await countOf(() => ship('STATEMENTS2'))]).toEqual([
        20, 17,
      ]);
      const [first] = (await store.get(order.path)).body;
      const path = `${order.path}/${first.id}`;
      expect([
        await countOf(() => store.put(path, { comments: 'Fragile' })),
        await countOf(() => store.put(path, { tracking_number: 'STATEMENTS3' })),
        await countOf(() => store.delete(path)),
      ]).toEqual([9, 15, 25]);
    });

    it('are few for a new order, a change of it, and one that is put away', async () => {
      const store = await storeOf(api, await api.tenant());
      const products = [{ name: 'Mug', quantity: 1, price_inc_tax: 10, price_ex_tax: 10 }];
      const make = (more: object = {}): Promise<Answer> =>
        store.post('/orders', { billing_address: JANE, products, ...more });
      expect([
        await countOf(() => make({ external_order_id: 'S-1' })),
        await countOf(() => make()),
        await countOf(() => make({ shipping_addresses: [TRISHY, JANE] })),
      ]).toEqual([12, 15, 17]);
      const [{ id }] = (await store.get('/orders')).body;
      expect([
        await countOf(() => store.put(`/orders/${id}`, { staff_notes: 'Fragile' })),
        await countOf(() => store.delete(`/orders/${id}`)),
      ]).toEqual([10, 5]);
    });
  });
});
