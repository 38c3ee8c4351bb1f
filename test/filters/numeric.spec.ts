import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type TenantClient } from '../support/api.js';
import { asked, found } from '../support/rows.js';

/** Order items by name, with their quantity. */
const QUANTITIES: Record<string, number> = { none: 0, one: 1, five: 5, six: 6, most: 2_147_483_647 };
const ALL = Object.keys(QUANTITIES);

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    const { workspace } = tenant;
    const order = await tenant.make('/orders', { workspace, orderNumber: '1' });
    const shipment = await tenant.make('/shipments', { workspace });
    for (const [name, qty] of Object.entries(QUANTITIES)) {
      const named = { externalSourceSyncId: name, qty };
      const item = await tenant.make('/order_items', { ...named, order: order['@id'] });
      await tenant.make('/shipment_items', { ...named, shipment: shipment['@id'], orderItem: item['@id'] });
    }
  });

  describe.each(['order_items', 'shipment_items'])('/%s', (path) => {
    it.each([
      ['qty=5', ['five']],
      ['qty=5.0', ['five']],
      ['qty=%2B5', ['five']],
      ['qty=+5', ['five']],
      ['qty=05', ['five']],
      ['qty=5.', ['five']],
      ['qty=0.5e1', ['five']],
      ['qty= 5 ', ['five']],
      ['qty=0', ['none']],
      ['qty=-0', ['none']],
      ['qty=5.5', []],
      ['qty=-5', []],
      ['qty=7', []],
      ['qty=2147483647', ['most']],
      ['qty=2147483648', []],
      ['qty=99999999999999999999', []],
      ['qty=1e300', []],
    ])('?%s finds what is equal', async (query, names) => {
      expect(await found(tenant, `/${path}?${query}`)).toEqual(names);
    });

    it.each([
      ['qty[]=5&qty[]=6', ['five', 'six']],
      ['qty[]=6&qty[]=5.0&qty[]=7', ['five', 'six']],
      ['qty[0]=1&qty[5]=0', ['none', 'one']],
      ['qty%5B%5D=5', ['five']],
      ['qty=5&qty=6', ['six']],
      ['qty=5&qty[]=6', ['six']],
    ])('?%s finds what equals one of them', async (query, names) => {
      expect(await found(tenant, `/${path}?${query}`)).toEqual(names);
    });

    it.each([
      'qty=',
      'qty=abc',
      'qty=5x',
      'qty=5,0',
      'qty=0x5',
      'qty=NaN',
      'qty=Infinity',
      'qty=1e999',
      'qty=５',
      'qty=true',
      'qty[]=5&qty[]=x',
      'qty[]=&qty[]=6',
      'qty[0]=5&qty[1]=six',
      'qty[eq]=5',
    ])('?%s is ignored as a whole', async (query) => {
      expect(await found(tenant, `/${path}?${query}`)).toEqual(ALL);
    });
  });

  it('holds beside other filters', async () => {
    expect(await found(tenant, '/order_items?qty[]=5&qty[]=6&qty[gt]=5')).toEqual(['six']);
    expect(await found(tenant, '/order_items?qty[]=5&qty[]=6&price=1')).toEqual([]);
  });

  it('counts the shipments of an order that have no tracking number', async () => {
    const { workspace } = tenant;
    const orders = ['two', 'one', 'zero'].map(async (name) => {
      const order = { workspace, orderNumber: name, externalSourceSyncId: name };
      return [name, (await tenant.make('/orders', order))['@id'] as string] as const;
    });
    const { two, one } = Object.fromEntries(await Promise.all(orders)) as Record<string, string>;
    await tenant.make('/shipments', { workspace, orders: [two, one] });
    await tenant.make('/shipments', { workspace, orders: [two] });
    await tenant.make('/shipments', { workspace, orders: [two], trackingNumber: 'A1' });
    const of = (value: string): Promise<string[]> =>
      found(tenant, `/orders?orderNumber=o&${asked('shipmentsWithoutTrackingCount', value)}`);
    expect(await of('2')).toEqual(['two']);
    expect(await of('1')).toEqual(['one']);
    expect(await of('0')).toEqual(['zero']);
    expect(await of('3')).toEqual([]);
  });
});
