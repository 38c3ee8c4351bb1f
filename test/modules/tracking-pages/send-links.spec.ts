import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { apiDocument } from '../../../src/app/api-document.js';
import { mailsTo, newAddress } from '../../support/accounts.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const PATH = '/send_tracking_page_links';

onEachApi(
  (api) => {
    const pageOf = async ({ make, workspace }: TenantClient): Promise<string> =>
      (await make('/tracking_pages', { workspace, title: 'Shop', subdomain: `shop-${randomUUID()}` }))['@id'];
    const shipmentTo = (tenant: TenantClient, email: string | null): Promise<Body> =>
      tenant.make('/shipments', { workspace: tenant.workspace, email });

    it('sends each customer the link to their parcel, once an hour, and says who got none', async () => {
      const tenant = await api.tenant();
      const email = newAddress();
      const [one, none] = [await shipmentTo(tenant, email), await shipmentTo(tenant, null)];
      const stranger = await shipmentTo(await api.tenant(), newAddress());
      const body = { trackingPageId: await pageOf(tenant), ids: [one.id, none.id, stranger.id] };
      const answer = await tenant.post(PATH, body);
      expect(documented.deviations('POST', PATH, answer)).toEqual([]);
      expect(answer).toMatchObject({
        status: 200,
        body: {
          succeeded: 1,
          failed: 2,
          results: [
            { id: one.id, done: true },
            { id: none.id, done: false, message: 'The shipment has no e-mail address.' },
            { id: stranger.id, done: false, message: 'Not Found' },
          ],
        },
      });
      const mails = await mailsTo(api, email);
      expect(mails).toHaveLength(1);
      const hash = /tracking_page_links\/([\w-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
      const shown = await api
        .anonymous()
        .get(`/public/tracking_page_links/${hash}`, { accept: 'application/json' });
      expect(shown.body.shipments.map(({ id }: Body) => id)).toEqual([one.id]);
      expect((await tenant.post(PATH, { ...body, ids: [one.id] })).body.results).toMatchObject([
        { done: false, message: 'The customer has got this link within the last hour.' },
      ]);
      expect(await mailsTo(api, email)).toHaveLength(1);
    });

    it('sends nothing over the page of somebody else', async () => {
      const tenant = await api.tenant();
      const stranger = await api.tenant();
      const { id } = await shipmentTo(tenant, newAddress());
      expect((await tenant.post(PATH, { trackingPageId: await pageOf(stranger), ids: [id] })).status).toBe(
        400,
      );
      expect((await tenant.post(PATH, { ids: [id] })).status).toBe(400);
    });
  },
  { TEST_ENDPOINTS: '1' },
);
