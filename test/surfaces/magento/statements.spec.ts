import { describe, expect, it } from '@jest/globals';
import { onEachApi } from '../../support/api.js';
import { shop, unique } from '../../support/api2.js';
import { statementsOf } from '../../support/statements.js';

// as in test/app/statements.spec.ts: a number that falls is written down here, and one that grows has to be worth it
onEachApi((api) => {
  describe('the statements of a shop', () => {
    it('are few for a new shipment', async () => {
      const ours = await shop(api);
      const { pk, number, items } = await ours.order({ email: 'jane@example.com' }, { qty: 5 }, { qty: 1 });
      const [item] = items;
      const create = (order: object, ...qty: number[]): Promise<unknown> =>
        ours.store.post('/api2/shipment/create', {
          ...order,
          items: qty.map((each) => ({ order_item_id: item?.pk, qty: each })),
          track_number: unique('STATEMENTS'),
        });
      expect(await statementsOf(() => create({ order_id: pk }, 1))).toHaveLength(18);
      expect(await statementsOf(() => create({ order_increment_id: number }, 1))).toHaveLength(18);
    });

    it('are few for a track that is added, and for a list', async () => {
      const ours = await shop(api);
      const { pk } = await ours.order({}, { qty: 5 });
      await ours.store.post('/api2/shipment/create', { order_id: pk, track_number: unique('STATEMENTS') });
      const add = { order_id: pk, track_number: unique('STATEMENTS') };
      expect(await statementsOf(() => ours.store.post('/api2/shipment/track', add))).toHaveLength(22);
      expect(await statementsOf(() => ours.store.get('/api2/shipment'))).toHaveLength(7);
    });
  });
});
