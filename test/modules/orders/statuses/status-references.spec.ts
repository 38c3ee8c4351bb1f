import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Body, type TenantClient } from '../../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let stranger: TenantClient;
  let workspaceId: string;
  beforeAll(async () => {
    [tenant, stranger] = [await api.tenant(), await api.tenant()];
    workspaceId = tenant.workspaces[0]?.id as string;
  });

  let counter = 0;
  const status = (entity = 'orders', owner = tenant): Promise<Body> =>
    owner.make('/statuses', { workspace: owner.workspace, entity, code: `s-${++counter}`, title: 'S' });
  const orderWith = (of: Body): Promise<Body> =>
    tenant.make('/orders', {
      workspace: tenant.workspace,
      orderNumber: `R-${++counter}`,
      orderStatus: of['@id'],
    });

  describe('statuses', () => {
    it('have a description', async () => {
      const made = await tenant.make('/statuses', {
        workspace: tenant.workspace,
        code: 'described',
        description: 'Waits for paper.',
      });
      expect(made).toMatchObject({ code: 'described', title: null, description: 'Waits for paper.' });
    });

    it('know how many orders have them', async () => {
      const of = await status();
      const check = (): Promise<Body> =>
        tenant.post('/statuses/check-references', { workspaceId, statusId: of.id });
      expect(await check()).toMatchObject({ status: 200, body: { refsCount: 0 } });
      await orderWith(of);
      await orderWith(of);
      expect((await check()).body).toEqual({ refsCount: 2 });
      const byIri = await tenant.post('/statuses/check-references', { statusId: of['@id'] });
      expect(byIri.body).toEqual({ refsCount: 2 });
    });

    it('know how many shipments have them', async () => {
      const of = await status('shipments');
      await tenant.make('/shipments', { workspace: tenant.workspace, shipmentStatus: of['@id'] });
      const answer = await tenant.post('/statuses/check-references', { statusId: of.id });
      expect(answer.body).toEqual({ refsCount: 1 });
    });

    it('give what has them to another one', async () => {
      const [from, to] = [await status(), await status()];
      const orders = [await orderWith(from), await orderWith(from), await orderWith(to)];
      const answer = await tenant.post('/statuses/migrate-references', {
        workspaceId,
        fromStatusId: from.id,
        toStatusId: to.id,
      });
      expect(answer).toMatchObject({ status: 200, body: { updatedRefsCount: 2 } });
      for (const { '@id': iri } of orders)
        expect((await tenant.get(iri as string)).body.orderStatus).toMatchObject({ id: to.id });
      const again = await tenant.post('/statuses/migrate-references', {
        fromStatusId: from.id,
        toStatusId: to.id,
      });
      expect(again.body).toEqual({ updatedRefsCount: 0 });
    });

    it('do not become statuses of another kind', async () => {
      const [from, to] = [await status('orders'), await status('shipments')];
      const answer = await tenant.post('/statuses/migrate-references', {
        fromStatusId: from.id,
        toStatusId: to.id,
      });
      expect(answer).toMatchObject({
        status: 400,
        body: { 'hydra:description': 'toStatusId: The value you selected is not a valid choice.' },
      });
    });

    it('of others are as if they were not there', async () => {
      const foreign = await status('orders', stranger);
      const mine = await status();
      for (const [path, body] of [
        ['check-references', { statusId: foreign.id }],
        ['migrate-references', { fromStatusId: foreign.id, toStatusId: mine.id }],
        ['migrate-references', { fromStatusId: mine.id, toStatusId: foreign.id }],
      ] as const) {
        expect(await tenant.post(`/statuses/${path}`, body)).toMatchObject({
          status: 400,
          body: { 'hydra:description': `Item not found for "/statuses/${foreign.id as string}".` },
        });
      }
      const workspace = stranger.workspaces[0]?.id as string;
      expect(
        await tenant.post('/statuses/check-references', { workspaceId: workspace, statusId: mine.id }),
      ).toMatchObject({
        status: 400,
        body: { 'hydra:description': `Item not found for "/workspaces/${workspace}".` },
      });
    });

    it('are asked for by name', async () => {
      const answer = await tenant.post('/statuses/migrate-references', []);
      expect(answer).toMatchObject({
        status: 400,
        body: {
          violations: [
            { propertyPath: 'fromStatusId', message: 'This value should not be blank.' },
            { propertyPath: 'toStatusId', message: 'This value should not be blank.' },
          ],
        },
      });
    });
  });
});
