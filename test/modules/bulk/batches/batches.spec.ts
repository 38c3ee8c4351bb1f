import { beforeAll, describe, expect, it } from '@jest/globals';
import { allRows } from '../../../support/all-rows.js';
import { onEachApi, type Body, type TenantClient } from '../../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let stranger: TenantClient;
  beforeAll(async () => {
    [tenant, stranger] = [await api.tenant(['Main shop', 'Second']), await api.tenant()];
  });

  let counter = 0;
  const order = (owner = tenant, workspace = owner.workspace): Promise<Body> =>
    owner.make('/orders', { workspace, orderNumber: `B-${++counter}` });
  const second = (): string => `/workspaces/${tenant.workspaces[1]?.id}`;

  describe('POST /change_status_batch', () => {
    it('gives orders a status, each for itself', async () => {
      const status = await tenant.make('/statuses', { workspace: tenant.workspace, code: 'packed' });
      const [a, b, foreign] = [await order(), await order(), await order(stranger)];
      const answer = await tenant.post('/change_status_batch', {
        workspaceId: tenant.workspaces[0]?.id,
        entity: 'orders',
        statusId: status.id,
        ids: [a.id, b['@id'], foreign.id, 'nonsense', a.id],
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        entity: 'orders',
        succeeded: 2,
        failed: 2,
        results: [
          { id: a.id, done: true },
          { id: b.id, done: true },
          { id: foreign.id, done: false, message: 'Not Found' },
          { id: 'nonsense', done: false, message: 'Not Found' },
        ],
      });
      for (const { '@id': iri } of [a, b])
        expect((await tenant.get(iri as string)).body.orderStatus).toMatchObject({ code: 'packed' });
      expect((await stranger.get(foreign['@id'] as string)).body.orderStatus).toBeNull();
    });

    it('takes the status of shipments away without one', async () => {
      const shipment = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        shipmentStatus: { code: 'boxed' },
      });
      const sent = { entity: 'shipments', statusId: null, ids: [shipment.id] };
      expect(await tenant.post('/change_status_batch', sent)).toMatchObject({ body: { succeeded: 1 } });
      expect((await tenant.get(shipment['@id'] as string)).body.shipmentStatus).toBeNull();
    });

    it('gives no status of another workspace, another kind or somebody else', async () => {
      const mine = await order();
      const elsewhere = await order(tenant, second());
      const status = await tenant.make('/statuses', { workspace: second(), code: 'two' });
      const kind = await tenant.make('/statuses', { workspace: second(), entity: 'shipments', code: 'two' });
      const foreign = await stranger.make('/statuses', { workspace: stranger.workspace, code: 'x' });
      const send = (statusId: unknown, ids: unknown[]): Promise<Body> =>
        tenant.post('/change_status_batch', { entity: 'orders', statusId, ids });
      expect((await send(status.id, [mine.id, elsewhere.id])).body).toMatchObject({
        succeeded: 1,
        failed: 1,
        results: [
          { id: mine.id, done: false },
          { id: elsewhere.id, done: true },
        ],
      });
      expect(await send(kind.id, [elsewhere.id])).toMatchObject({
        status: 400,
        body: { 'hydra:description': 'statusId: The value you selected is not a valid choice.' },
      });
      expect(await send(foreign.id, [mine.id])).toMatchObject({
        status: 400,
        body: { 'hydra:description': `Item not found for "/statuses/${foreign.id as string}".` },
      });
    });

    it('touches only the workspace that it names', async () => {
      const [here, there] = [await order(), await order(tenant, second())];
      const answer = await tenant.post('/change_status_batch', {
        workspaceId: tenant.workspace,
        entity: 'orders',
        ids: [here.id, there.id],
      });
      expect(answer.body.results).toMatchObject([{ done: true }, { done: false, message: 'Not Found' }]);
    });
  });

  describe('POST /delete_records_batch', () => {
    it('deletes through the rules of each kind', async () => {
      const { workspace } = tenant;
      const owner = await order();
      const item = await tenant.make('/order_items', { order: owner['@id'], productName: 'Tea', qty: 3 });
      const shipment = await tenant.make('/shipments', {
        workspace,
        shipmentItems: [{ orderItem: item['@id'], qty: 3 }],
      });
      expect((await tenant.get(owner['@id'] as string)).body.fulfillmentStatus).toBe('fulfilled');
      const sent = { workspaceId: tenant.workspaces[0]?.id, entity: 'shipments', ids: [shipment.id] };
      expect(await tenant.post('/delete_records_batch', sent)).toMatchObject({
        status: 200,
        body: { entity: 'shipments', succeeded: 1, failed: 0 },
      });
      expect((await tenant.get(shipment['@id'] as string)).status).toBe(404);
      expect((await tenant.get(owner['@id'] as string)).body.fulfillmentStatus).toBe('not_fulfilled');
      expect((await tenant.get(item['@id'] as string)).body.fulfilledQty).toBe(0);
      expect((await tenant.post('/delete_records_batch', sent)).body).toMatchObject({
        succeeded: 0,
        failed: 1,
        results: [{ message: 'Not Found' }],
      });
    });

    it.each([
      ['orders', (one: Body) => one.order],
      ['order_items', (one: Body) => one.item],
      ['products', (one: Body) => one.product],
      ['product_variants', (one: Body) => one.variant],
      ['statuses', (one: Body) => one.status],
    ])('deletes %s', async (entity, pick) => {
      const made = await order();
      const { team } = (await tenant.get(tenant.workspace)).body;
      const product = await tenant.make('/products', { team, name: 'Tea' });
      const one = {
        order: made,
        item: await tenant.make('/order_items', { order: made['@id'], qty: 1 }),
        product,
        variant: await tenant.make('/product_variants', { team, sku: 'T', product: product['@id'] }),
        status: await tenant.make('/statuses', { workspace: tenant.workspace, code: `d-${++counter}` }),
      };
      const record = pick(one);
      const sent = { workspaceId: tenant.workspace, entity, ids: [record['@id']] };
      expect((await tenant.post('/delete_records_batch', sent)).body).toMatchObject({ succeeded: 1 });
      expect((await tenant.get(record['@id'] as string)).status).toBe(404);
    });

    it("does nothing to somebody else's records", async () => {
      const foreign = await order(stranger);
      const before = await allRows(api.db());
      const answer = await tenant.post('/delete_records_batch', { entity: 'orders', ids: [foreign.id] });
      expect(answer.body.results).toEqual([{ id: foreign.id, done: false, message: 'Not Found' }]);
      const workspaceId = stranger.workspaces[0]?.id;
      expect(
        (await tenant.post('/delete_records_batch', { workspaceId, entity: 'orders', ids: [foreign.id] }))
          .status,
      ).toBe(400);
      expect(await allRows(api.db())).toEqual(before);
    });

    it.each([
      [{ entity: 'orders', ids: [] }, 'ids: This value should not be blank.'],
      [{ entity: 'teams', ids: ['x'] }, 'entity: The value you selected is not a valid choice.'],
      [{ ids: ['x'] }, 'entity: This value should not be blank.'],
      [
        { entity: 'orders', ids: Array.from({ length: 1001 }, (_, at) => `x${at}`) },
        'ids: This collection should contain 1000 elements or less.',
      ],
      [{ entity: 'orders', ids: 'x' }, 'The type of the "ids" attribute must be "array", "string" given.'],
    ])('refuses what it cannot do (%#)', async (body, description) => {
      expect(await tenant.post('/delete_records_batch', body)).toMatchObject({
        status: 400,
        body: { 'hydra:description': description },
      });
    });

    it('takes the list as PHP sends one with gaps', async () => {
      const made = await order();
      const sent = { entity: 'orders', ids: { 3: made.id } };
      expect((await tenant.post('/delete_records_batch', sent)).body).toMatchObject({ succeeded: 1 });
    });
  });
});
