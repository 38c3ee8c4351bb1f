import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { type Shop, shop, unique } from '../../support/api2.js';
import { bodyOf, type MadeOrder, orderOf, storeOf, type StoreClient } from '../../support/stores.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  let ours: Shop;
  let operator: Client;
  beforeAll(async () => {
    tenant = await api.tenant();
    store = await storeOf(api, tenant);
    ours = await shop(api);
    operator = await api.operator();
  });

  const ship = (order: MadeOrder, tracking_number: string): Promise<Answer> =>
    store.post(order.path, bodyOf(order, 1, { tracking_number, shipping_provider: 'ups' }));
  const push = async (trackingNumber: string, status: string, date: string): Promise<Body> =>
    (
      await operator.post('/tracking_updates', [
        { trackingNumber, checkpoints: [{ date, status, info: status }] },
      ])
    ).body;
  const rowOf = async ({ id }: Body): Promise<readonly unknown[]> => {
    const [row] = await api
      .db()
      .read(
        'SELECT trackingNumber, sharedNumber, trackingStatus, (SELECT COUNT(*) FROM checkpoints c WHERE c.shipmentPk = s.pk) FROM shipments s WHERE s.pk = ?',
        [id as number],
      );
    const [number, shared, status, checkpoints] = row ?? [];
    return row ? [number, shared, status, Number(checkpoints)] : [];
  };
  const two = async (number: string): Promise<readonly [MadeOrder, Body, MadeOrder, Body]> => {
    const [one, other] = [await orderOf(store), await orderOf(store)];
    const first = await ship(one, number);
    await push(number, 'in_transit', '2026-11-20T10:00:00Z');
    const second = await ship(other, number.toLowerCase());
    expect([first.status, second.status]).toEqual([201, 201]);
    return [one, first.body, other, second.body];
  };

  describe('two orders of a store in one parcel', () => {
    it('have a shipment each, and hear the same news', async () => {
      const number = unique('SH');
      const [one, first, other, second] = await two(number);
      expect(second).toMatchObject({
        order_id: other.id,
        tracking_number: number.toLowerCase(),
        generated_tracking_link: `https://www.ups.com/track?tracknum=${number}`,
      });
      expect(await rowOf(first)).toEqual([number, null, 'in_transit', 1]);
      expect(await rowOf(second)).toEqual([null, number, 'in_transit', 1]);
      const pushed = await push(number, 'delivered', '2026-11-21T10:00:00Z');
      expect(pushed.results).toMatchObject([{ accepted: true, shipments: 2, checkpoints: 2 }]);
      for (const each of [first, second]) expect((await rowOf(each)).slice(2)).toEqual(['delivered', 2]);
      const orders = await api
        .db()
        .read('SELECT shipmentsWithoutTrackingCount FROM orders WHERE pk IN (?, ?)', [one.id, other.id]);
      expect(orders.map((row) => Number(row[0]))).toEqual([0, 0]);
    });

    it('are one tracked parcel on TrackMage, whose rule stays', async () => {
      const number = unique('SH');
      const [, first, , second] = await two(number);
      const found = await tenant.get(`/shipments?trackingNumber=${number}`);
      expect(found.body['hydra:totalItems']).toBe(1);
      const refused = await tenant.post('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: number,
      });
      expect([refused.status, refused.body.violations[0].message]).toEqual([
        400,
        'Shipment with this tracking number already exists',
      ]);
      const [row] = await api.db().read('SELECT id FROM shipments WHERE pk = ?', [second.id as number]);
      const taken = await tenant.put(`/shipments/${row?.[0] as string}`, { trackingNumber: number });
      expect(taken.status).toBe(400);
      expect(await rowOf(first)).toEqual([number, null, 'in_transit', 1]);
    });

    it('stay when one of them goes: the other has the number from then on', async () => {
      const number = unique('SH');
      const [one, first, other, second] = await two(number);
      expect((await store.delete(`${one.path}/${first.id}`)).status).toBe(204);
      expect(await rowOf(second)).toEqual([number, null, 'in_transit', 1]);
      expect(
        (await tenant.get(`/shipments?trackingNumber=${number.slice(1)}`)).body['hydra:totalItems'],
      ).toBe(1);
      await push(number, 'delivered', '2026-11-21T10:00:00Z');
      expect((await rowOf(second)).slice(2)).toEqual(['delivered', 2]);
      const third = await ship(await orderOf(store), number);
      expect((await store.delete(`${other.path}/${second.id}`)).status).toBe(204);
      expect(await rowOf(third.body)).toEqual([number, null, 'delivered', 2]);
    });

    it('part when one gets another number, and meet again', async () => {
      const number = unique('SH');
      const next = unique('SH');
      const [one, first, other, second] = await two(number);
      const path = `${other.path}/${second.id}`;
      expect((await store.put(path, { tracking_number: number })).body.tracking_number).toBe(number);
      expect(await rowOf(second)).toEqual([null, number, 'in_transit', 1]);
      expect((await store.put(path, { tracking_number: next })).status).toBe(200);
      expect(await rowOf(second)).toEqual([next, null, 'no_info', 0]);
      expect((await store.put(path, { tracking_number: number })).status).toBe(200);
      expect(await rowOf(second)).toEqual([null, number, 'in_transit', 1]);
      expect((await store.put(`${one.path}/${first.id}`, { tracking_number: '' })).status).toBe(200);
      expect(await rowOf(second)).toEqual([number, null, 'in_transit', 1]);
      expect(await rowOf(first)).toEqual([null, null, null, 0]);
    });
  });

  it('is so with Magento’s tracks, but not within one order', async () => {
    const number = unique('SH');
    const [one, other] = [await ours.order({}, { qty: 2 }), await ours.order({}, { qty: 2 })];
    const create = (pk: number, more: object): Promise<Answer> =>
      ours.store.post('/api2/shipment/create', { order_id: pk, ...more });
    const first = await create(one.pk, { tracks: [{ track_number: number, carrier_code: 'ups' }] });
    await push(number, 'delivered', '2026-11-21T10:00:00Z');
    const own = unique('SH');
    const second = await create(other.pk, { tracks: [{ track_number: own }, { track_number: number }] });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.shipment.tracks).toMatchObject([{ track_number: own }, { track_number: number }]);
    expect(await rowOf({ id: second.body.shipment.tracks[1].entity_id })).toEqual([
      null,
      number,
      'delivered',
      1,
    ]);
    const again = await ours.store.post('/api2/shipment/track', {
      shipment_id: second.body.shipment.entity_id,
      track_number: number,
    });
    expect([again.status, again.body]).toEqual([409, { error: 'Conflict on save' }]);
  });
});
