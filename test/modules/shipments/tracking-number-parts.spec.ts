import { describe, expect, it } from '@jest/globals';
import { MIN_SEARCH_LENGTH, partsOf } from '../../../src/modules/shipments/tracking-number-parts.js';
import { onEachApi } from '../../support/api.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The same numbers at every run. */
function* numbers(count: number): Generator<string> {
  let state = 12345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // few letters, so that parts repeat and tie
  for (let made = 0; made < count; made++) {
    const alphabet = made % 2 === 0 ? LETTERS : 'A1B';
    yield Array.from({ length: 1 + next(34) }, () => alphabet[next(alphabet.length)]).join('');
  }
}

describe('partsOf', () => {
  it('gives every piece of seven characters or more parts that are parts of the whole', () => {
    for (const number of numbers(400)) {
      const whole = new Set(partsOf(number));
      for (let from = 0; from < number.length; from++) {
        for (let to = from + MIN_SEARCH_LENGTH; to <= number.length; to++) {
          const parts = partsOf(number.slice(from, to)) ?? [];
          expect(parts.length).toBeGreaterThan(0);
          expect(parts.every((part) => whole.has(part))).toBe(true);
        }
      }
    }
  });

  it('keeps about half of the parts', () => {
    const long = [...numbers(400)].filter((number, index) => index % 2 === 0 && number.length >= 20);
    const kept = long.reduce((sum, number) => sum + (partsOf(number)?.length ?? 0), 0);
    const all = long.reduce((sum, number) => sum + number.length - 4, 0);
    expect(kept / all).toBeLessThan(0.56);
  });

  it.each(['', 'ABC123', 'ABC-1234567', 'abcdefgh', 'TN 12345678'])('has none for "%s"', (text) => {
    expect(partsOf(text)).toBeUndefined();
  });
});

onEachApi((api) => {
  describe('a piece of a tracking number', () => {
    it('finds every number that contains it, as numbers come, change and go', async () => {
      const tenant = await api.tenant();
      const stranger = await api.tenant();
      const add = (trackingNumber: string) =>
        tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber, originCarrier: 'ups' });
      const first = await add('XQ10072345678');
      const second = await add('AAXQ10072345678BB');
      await add('ZZ00000000000');
      await stranger.make('/shipments', {
        workspace: stranger.workspace,
        trackingNumber: 'XQ10072345678',
        originCarrier: 'ups',
      });
      const find = async (piece: string, list = `${tenant.workspace}/shipments`): Promise<string[]> =>
        (await tenant.get(`${list}?trackingNumber=${piece}&order[trackingNumber]=asc`)).body[
          'hydra:member'
        ].map((each: { trackingNumber: string }) => each.trackingNumber);
      const both = ['AAXQ10072345678BB', 'XQ10072345678'];
      for (const piece of ['XQ10072345678', 'xq1007234', '0072345678', '2345', '10072345'])
        expect([piece, await find(piece)]).toEqual([piece, both]);
      expect(await find('XQ10072345678', '/shipments')).toEqual(both);
      expect(await find('AAXQ1007')).toEqual(['AAXQ10072345678BB']);
      expect(await find('XQ10072345679')).toEqual([]);
      await tenant.put(first['@id'] as string, { trackingNumber: 'YY99887766554' });
      expect(await find('XQ10072345678')).toEqual(['AAXQ10072345678BB']);
      expect(await find('99887766')).toEqual(['YY99887766554']);
      await tenant.delete(second['@id'] as string);
      expect(await find('XQ10072345678')).toEqual([]);
    });

    it('finds the items of the shipment', async () => {
      const tenant = await api.tenant();
      const order = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: '1' });
      const item = await tenant.make('/order_items', { order: order['@id'], productName: 'Tea', qty: 2 });
      const shipment = { workspace: tenant.workspace, trackingNumber: 'WW5550001112223' };
      const made = await tenant.make('/shipments', {
        ...shipment,
        shipmentItems: [{ orderItem: item['@id'], qty: 1 }],
      });
      for (const piece of ['5550001112', '0001']) {
        const { body } = await tenant.get(`/shipment_items?shipment.trackingNumber=${piece}`);
        expect(body['hydra:member'].map((each: { '@id': string }) => each['@id'])).toEqual(
          made.shipmentItems,
        );
      }
    });
  });
});
