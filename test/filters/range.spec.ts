import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type TenantClient } from '../support/api.js';
import { asked, found, write } from '../support/rows.js';

/** Order items and shipment items by name, with their quantity. */
const QUANTITIES: Record<string, number> = { zero: 0, one: 1, three: 3, five: 5, nine: 9 };

/** Order items and orders by name, with their price and sums. */
const PRICES: Record<string, string | null> = {
  null: null,
  negative: '-3.5',
  zero: '0',
  cents: '0.10',
  less: '12.4999',
  even: '12.50',
  more: '12.5001',
  large: '99999999999.9999',
};

/** Shipments by name, with their review's score. */
const SCORES: Record<string, number | null> = { null: null, worst: 1, middle: 3.33, good: 4.5, best: 5 };

onEachApi((api) => {
  let counted: TenantClient;
  let priced: TenantClient;
  let reviewed: TenantClient;

  beforeAll(async () => {
    counted = await api.tenant();
    const order = await counted.make('/orders', { workspace: counted.workspace, orderNumber: '1' });
    const shipment = await counted.make('/shipments', { workspace: counted.workspace });
    for (const [externalSourceSyncId, qty] of Object.entries(QUANTITIES)) {
      const row = { externalSourceSyncId, qty };
      const item = await counted.make('/order_items', { ...row, order: order['@id'] });
      await counted.make('/shipment_items', { ...row, shipment: shipment['@id'], orderItem: item['@id'] });
    }

    priced = await api.tenant();
    for (const [externalSourceSyncId, price] of Object.entries(PRICES)) {
      const row = { externalSourceSyncId, workspace: priced.workspace, orderNumber: '1' };
      const sums = { subtotal: price, total: price };
      const { '@id': iri } = await priced.make('/orders', { ...row, ...sums });
      await priced.make('/order_items', { externalSourceSyncId, order: iri, price });
    }

    reviewed = await api.tenant();
    for (const [externalSourceSyncId, reviewTotalScore] of Object.entries(SCORES)) {
      const row = { externalSourceSyncId, workspace: reviewed.workspace };
      const { id } = await reviewed.make('/shipments', row);
      await write(api, 'shipments', id, { reviewTotalScore });
    }
  });

  describe.each(['order_items', 'shipment_items'])('/%s', (path) => {
    it.each([
      ['qty[gt]=3', ['five', 'nine']],
      ['qty[gte]=3', ['three', 'five', 'nine']],
      ['qty[lt]=3', ['zero', 'one']],
      ['qty[lte]=3', ['zero', 'one', 'three']],
      ['qty[gt]=2.5', ['three', 'five', 'nine']],
      ['qty[lte]=3.0', ['zero', 'one', 'three']],
      ['qty[gte]=-1', ['zero', 'one', 'three', 'five', 'nine']],
      ['qty[lt]=0', []],
      ['qty[gt]=1e300', []],
      ['qty[gt]=1&qty[lt]=9', ['three', 'five']],
      ['qty[lt]=9&qty[gte]=1&qty[lte]=3', ['one', 'three']],
      ['qty[gt]=5&qty[lt]=5', []],
      ['qty%5Bgt%5D=5', ['nine']],
      ['qty[gt]=1&qty[gt]=5', ['nine']],
    ])('?%s', async (query, names) => {
      expect(await found(counted, `/${path}?${query}`)).toEqual(names);
    });

    it.each([
      ['1..5', ['one', 'three', 'five']],
      ['2..8', ['three', 'five']],
      ['5..5', ['five']],
      ['4..4', []],
      ['5..1', []],
      ['-5..0', ['zero']],
      ['1.5..5.0', ['three', 'five']],
      [' 1 .. 3 ', ['one', 'three']],
    ])('?qty[between]=%s takes in both ends', async (value, names) => {
      expect(await found(counted, `/${path}?${asked('qty[between]', value)}`)).toEqual(names);
    });

    it.each(['', '1', '..', '1..', '..5', 'a..b', '1..b', '1..2..3', '1,5', '1-5', '1....5'])(
      '?qty[between]=%s is ignored',
      async (value) => {
        expect(await found(counted, `/${path}?${asked('qty[between]', value)}`)).toEqual(
          Object.keys(QUANTITIES),
        );
        expect(await found(counted, `/${path}?${asked('qty[between]', value, 'qty[gt]', '5')}`)).toEqual([
          'nine',
        ]);
      },
    );

    it.each([
      'qty[gt]=',
      'qty[gte]=x',
      'qty[lt]=5x',
      'qty[lte]=NaN',
      'qty[GT]=5',
      'qty[ge]=5',
      'qty[gt][]=5',
    ])('?%s is ignored', async (query) => {
      expect(await found(counted, `/${path}?${query}`)).toEqual(Object.keys(QUANTITIES));
      expect(await found(counted, `/${path}?${query}&qty[lte]=0`)).toEqual(['zero']);
    });

    it('combines with between', async () => {
      expect(await found(counted, `/${path}?qty[between]=1..9&qty[lt]=9&qty[gt]=1`)).toEqual([
        'three',
        'five',
      ]);
    });
  });

  describe('money', () => {
    it.each([
      ['gt', '12.5', ['more', 'large']],
      ['gte', '12.5', ['even', 'more', 'large']],
      ['lt', '12.5', ['negative', 'zero', 'cents', 'less']],
      ['lte', '12.50', ['negative', 'zero', 'cents', 'less', 'even']],
      ['gt', '12.49995', ['even', 'more', 'large']],
      ['lt', '12.50005', ['negative', 'zero', 'cents', 'less', 'even']],
      ['lt', '0', ['negative']],
      ['gte', '9', ['less', 'even', 'more', 'large']],
      ['gte', '99999999999.9999', ['large']],
      ['gt', '99999999999.9999', []],
      ['lt', '1e300', ['negative', 'zero', 'cents', 'less', 'even', 'more', 'large']],
      ['between', '0..12.5', ['zero', 'cents', 'less', 'even']],
      ['between', '-10..0.1', ['negative', 'zero', 'cents']],
      ['between', '12.5..12.5', ['even']],
      ['between', '12.5..0', []],
    ])('is compared by its amount: [%s]=%s', async (operator, amount, names) => {
      expect(await found(priced, `/order_items?${asked(`price[${operator}]`, amount)}`)).toEqual(names);
      expect(await found(priced, `/orders?${asked(`subtotal[${operator}]`, amount)}`)).toEqual(names);
      expect(await found(priced, `/orders?${asked(`total[${operator}]`, amount)}`)).toEqual(names);
    });

    it('ignores what is no amount', async () => {
      for (const value of ['', 'abc', '1,5', '12.5 USD'])
        expect(await found(priced, `/order_items?${asked('price[gt]', value)}`)).toEqual(Object.keys(PRICES));
    });

    it('holds beside the exact filter', async () => {
      expect(await found(priced, '/orders?subtotal[gt]=12.5&total[lt]=13')).toEqual(['more']);
      expect(await found(priced, '/orders?subtotal[]=12.5&subtotal[]=12.5001&subtotal[gt]=12.5')).toEqual([
        'more',
      ]);
      expect(await found(priced, '/orders?subtotal=12.5&total[gt]=12.5')).toEqual([]);
    });
  });

  describe('a score', () => {
    it.each([
      ['gt', '4.5', ['best']],
      ['gte', '4.50', ['good', 'best']],
      ['lt', '3.33', ['worst']],
      ['lte', '3.33', ['worst', 'middle']],
      ['gte', '0', ['worst', 'middle', 'good', 'best']],
      ['between', '3.33..4.5', ['middle', 'good']],
      ['between', '3.331..4.499', []],
    ])('is compared with its fraction, and null is in no range: [%s]=%s', async (operator, score, names) => {
      expect(await found(reviewed, `/shipments?${asked(`reviewTotalScore[${operator}]`, score)}`)).toEqual(
        names,
      );
    });

    it('has no filter for equality', async () => {
      expect(await found(reviewed, '/shipments?reviewTotalScore=5')).toEqual(Object.keys(SCORES));
    });
  });
});
