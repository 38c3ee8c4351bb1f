import { expect, it } from '@jest/globals';
import { apiDocument } from '../../../src/app/api-document.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();

    const webhook = (tenant: TenantClient, title: string, more: object = {}): Promise<Body> =>
      tenant.make('/workflows', {
        type: 'webhook',
        title,
        period: 'immediately',
        workspace: tenant.workspace,
        enabled: true,
        url: receiver.url(),
        entity: 'shipments',
        ...more,
      });
    const changesOf = async (tenant: TenantClient, shipment: Body): Promise<Body[]> => {
      const answer = await tenant.get(`${shipment['@id']}/changes`);
      expect(documented.deviations('GET', '/shipments/{id}/changes', answer)).toEqual([]);
      return answer.body as Body[];
    };

    it('are what was created and updated, the newest first, with the webhooks that were told', async () => {
      const tenant = await api.tenant();
      const all = await webhook(tenant, 'Everything');
      const news = await webhook(tenant, 'Creations', { event: 'create' });
      const shipment = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: '1Z12345E0205271688',
      });
      const other = await tenant.make('/shipments', { workspace: tenant.workspace });
      await tenant.put(shipment['@id'], { email: 'ada@example.com' });
      const told = (hook: Body, state: string) =>
        expect.objectContaining({ workflow: hook['@id'], title: hook.title, state });
      await eventually('all webhooks were told', async () =>
        (await changesOf(tenant, shipment)).every(({ deliveries }) =>
          deliveries.every(({ state }: Body) => state === 'delivered'),
        ),
      );
      const [update, create, ...more] = await changesOf(tenant, shipment);
      expect(more).toEqual([]);
      expect(update).toMatchObject({ event: 'update', deliveries: [told(all, 'delivered')] });
      expect(update.updatedFields).toContain('email');
      expect(create.event).toBe('create');
      expect(create.deliveries).toHaveLength(2);
      expect(create.deliveries).toEqual(
        expect.arrayContaining([told(all, 'delivered'), told(news, 'delivered')]),
      );
      expect(await changesOf(tenant, other)).toMatchObject([{ event: 'create' }]);
    });

    it('say that a webhook was not reached, and forget one that is deleted', async () => {
      const tenant = await api.tenant();
      receiver.answer = (response) => response.writeHead(503).end();
      const hook = await webhook(tenant, 'Down');
      const shipment = await tenant.make('/shipments', { workspace: tenant.workspace });
      await eventually('it was tried', async () => {
        const [{ deliveries }] = (await changesOf(tenant, shipment)) as [Body];
        return deliveries[0]?.attempts > 0;
      });
      expect(await changesOf(tenant, shipment)).toMatchObject([
        { deliveries: [{ workflow: hook['@id'], state: 'queued' }] },
      ]);
      expect((await tenant.delete(hook['@id'])).status).toBe(204);
      expect(await changesOf(tenant, shipment)).toMatchObject([{ event: 'create', deliveries: [] }]);
    });

    it('are nobody else’s', async () => {
      const tenant = await api.tenant();
      const shipment = await tenant.make('/shipments', { workspace: tenant.workspace });
      // nobody listens
      expect(await changesOf(tenant, shipment)).toEqual([]);
      const stranger = await api.tenant();
      expect((await stranger.get(`${shipment['@id']}/changes`)).status).toBe(404);
      expect((await tenant.get('/shipments/x/changes')).status).toBe(404);
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);
