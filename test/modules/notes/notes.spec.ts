import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let stranger: TenantClient;
  let shipment: Body;
  let order: Body;
  beforeAll(async () => {
    [tenant, stranger] = [await api.tenant(), await api.tenant()];
    const { workspace } = tenant;
    shipment = await tenant.make('/shipments', { workspace, trackingNumber: 'NOTED1' });
    order = await tenant.make('/orders', { workspace, orderNumber: 'N-1' });
  });

  afterEach(() => api.setTime(undefined));

  const noteOn = (about: Body, entity: string, more: object = {}): Promise<Body> =>
    tenant.make('/notes', {
      workspace: tenant.workspace,
      entity,
      entityId: about.id as string,
      comment: 'The customer called.',
      ...more,
    });

  describe('notes', () => {
    it('know who wrote them and what they are about', async () => {
      const note = await noteOn(shipment, 'shipments');
      expect(note).toMatchObject({
        '@type': 'Note',
        workspace: tenant.workspace,
        entity: 'shipments',
        entityId: shipment.id,
        user: `/users/${tenant.userId}`,
        comment: 'The customer called.',
        attachment: null,
        userPhoto: null,
        userFullName: null,
      });
      expect((await tenant.get(note['@id'] as string)).body).toEqual(note);
    });

    it('tell the full name of their author', async () => {
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE users SET firstName = ?, lastName = ? WHERE id = ?', [
            'Ada',
            'Byron',
            tenant.userId,
          ]),
        );
      expect(await noteOn(order, 'orders')).toMatchObject({ userFullName: 'Ada Byron' });
    });

    it('take an IRI for what they are about', async () => {
      expect(await noteOn(order, 'orders', { entityId: order['@id'] })).toMatchObject({ entityId: order.id });
    });

    it.each(['', '/workspaces/{id}', '/teams/{team}/workspaces/{id}'])(
      'are listed at %s/notes, by what they are about and in order of their time',
      async (prefix) => {
        const { body: workspace } = await tenant.get(tenant.workspace);
        const base = prefix
          .replace('{id}', workspace.id as string)
          .replace('{team}', (workspace.team as string).slice('/teams/'.length));
        api.setTime(Date.now() + 600_000);
        const last = await noteOn(shipment, 'shipments', { comment: 'Later.' });
        const path = `${base}/notes?entity=shipments&entityId=${shipment.id as string}&order[createdAt]=desc`;
        const members = (await tenant.get(path)).body['hydra:member'] as Body[];
        expect(members.length).toBeGreaterThan(1);
        expect(members[0]?.id).toBe(last.id);
        expect(members.every((each) => each.entityId === shipment.id)).toBe(true);
        const both = await tenant.get(`${base}/notes?entity[]=shipments&entity[]=orders`);
        expect(new Set((both.body['hydra:member'] as Body[]).map(({ entity }) => entity as string))).toEqual(
          new Set(['shipments', 'orders']),
        );
      },
    );

    it.each([
      ['workspace', 'workspace: This value should not be blank.'],
      ['entity', 'entity: This value should not be blank.'],
      ['entityId', 'entityId: This value should not be blank.'],
      ['comment', 'comment: This value should not be blank.'],
    ])('are refused without %s', async (field, description) => {
      const body: Record<string, unknown> = {
        workspace: tenant.workspace,
        entity: 'orders',
        entityId: order.id,
        comment: 'x',
      };
      delete body[field];
      const answer = await tenant.post('/notes', body);
      expect({ status: answer.status, description: answer.body['hydra:description'] }).toEqual({
        status: 400,
        description,
      });
    });

    it("are about nothing of somebody else's, and of no other kind", async () => {
      const foreign = await stranger.make('/orders', { workspace: stranger.workspace, orderNumber: 'X' });
      const send = (entity: string, entityId: unknown) =>
        tenant.post('/notes', { workspace: tenant.workspace, entity, entityId, comment: 'x' });
      const answer = await send('orders', foreign.id);
      expect(answer).toMatchObject({
        status: 400,
        body: { 'hydra:description': `Item not found for "/orders/${foreign.id as string}".` },
      });
      expect((await send('shipments', order.id)).status).toBe(400);
      expect((await send('teams', order.id)).body['hydra:description']).toBe(
        'entity: The value you selected is not a valid choice.',
      );
      expect((await send('orders', 'nonsense')).body['hydra:description']).toBe(
        'entityId: This value is not valid.',
      );
    });

    it('cannot be changed or deleted, and go with what they are about', async () => {
      const gone = await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: 'GONE1' });
      const note = await noteOn(gone, 'shipments');
      const path = note['@id'] as string;
      expect((await tenant.put(path, { comment: 'y' })).status).toBe(405);
      expect((await tenant.delete(path)).status).toBe(405);
      expect((await tenant.delete(gone['@id'] as string)).status).toBe(204);
      expect((await tenant.get(path)).status).toBe(404);
    });
  });
});
