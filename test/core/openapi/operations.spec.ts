import { beforeAll, describe, expect, it } from '@jest/globals';
import { apiDocument } from '../../../src/app/api-document.js';
import { onEachApi, type Answer, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { makeOneOfEach, type OneOfEach } from '../../support/one-of-each.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const JSON_TYPE = 'application/json';
const LINK = '/public/tracking_page_links/{hash}';
const SEARCH = '/public/tracking_page_by_domain/{subdomain}/link_search/{email}';
const DONE = [200, 201];

onEachApi((api) => {
  let tenant: TenantClient;
  let have: OneOfEach;
  beforeAll(async () => {
    tenant = await api.tenant();
    have = await makeOneOfEach(api, tenant);
  });

  /** Bodies of operations, by path; all are accepted. */
  const bodies = (): Readonly<Record<string, object>> => {
    const workspaceId = tenant.workspaces[0]?.id;
    const statusId = have.Status.id as string;
    const page = {
      trackingPageId: have.TrackingPage.id as string,
      filter: { id: have.Shipment.id as string },
    };
    return {
      '/statuses/check-references': { workspaceId, statusId },
      '/statuses/migrate-references': { workspaceId, fromStatusId: statusId, toStatusId: statusId },
      '/change_status_batch': { workspaceId, entity: 'orders', statusId, ids: [have.Order.id, 'none'] },
      '/delete_records_batch': { workspaceId, entity: 'shipments', ids: ['none'] },
      '/shipments/lookup': { search: 'u', orderId: have.Order.id, workspaceId },
      '/orders/lookup': { search: 'o', shipmentId: have.Shipment.id, workspaceId },
      '/generate_tracking_page_link': { ...page, preview: false },
      '/generate_tracking_page_links': { ...page, groupByField: 'email' },
      '/export': { workspaceId, entity: 'orders', params: ['order[createdAt]=desc'] },
      '/imports': { workspace: tenant.workspace, entity: 'orders', file: 'orderNumber\nI-1\n' },
    };
  };
  const paths = [
    '/statuses/check-references',
    '/statuses/migrate-references',
    '/change_status_batch',
    '/delete_records_batch',
    '/shipments/lookup',
    '/orders/lookup',
    '/generate_tracking_page_link',
    '/generate_tracking_page_links',
    '/export',
    '/imports',
  ];

  describe.each(paths)('POST %s', (path) => {
    it('takes and answers what is documented', async () => {
      const body = bodies()[path];
      expect(documented.refusals('POST', path, body, JSON_TYPE)).toEqual([]);
      for (const type of [JSON_TYPE, 'application/ld+json']) {
        const answer = await tenant.post(path, body, { 'content-type': type });
        expect(DONE).toContain(answer.status);
        expect(documented.deviations('POST', path, answer)).toEqual([]);
      }
    });

    it('refuses as is documented', async () => {
      const refused: [number, Answer][] = [
        [400, await tenant.post(path, '{')],
        [400, await tenant.post(path, '1')],
        [
          400,
          await tenant.post(path, {
            ...bodies()[path],
            workspaceId: 'x',
            workspace: 'x',
            trackingPageId: 'x',
          }),
        ],
        [401, await api.anonymous().post(path, bodies()[path])],
        [415, await tenant.post(path, 'x', { 'content-type': 'text/plain' })],
      ];
      for (const [status, answer] of refused) {
        expect(answer.status).toBe(status);
        expect(documented.deviations('POST', path, answer)).toEqual([]);
      }
    });
  });

  it('what customers see is as documented', async () => {
    const { body } = await tenant.post(
      '/generate_tracking_page_link',
      bodies()['/generate_tracking_page_link'],
    );
    const { pathname } = new URL(body.link as string);
    const hash = pathname.split('/').at(-1);
    const page = await api.anonymous().get(pathname);
    expect(page.body.shipments).toHaveLength(1);
    expect(documented.deviations('GET', LINK, page)).toEqual([]);
    expect(documented.deviations('GET', LINK, await api.anonymous().get(`${LINK}`))).toEqual([]);
    const later = await tenant.make('/shipments', { workspace: tenant.workspace });
    const own = await tenant.post('/generate_tracking_page_link', {
      trackingPageId: have.TrackingPage.id,
      filter: { id: later.id },
    });
    const at = new URL(own.body.link as string).pathname;
    const review = {
      hash: at.split('/').at(-1),
      domain: 'shop.example',
      shipmentId: later.id,
      carrierScore: 1,
      productScore: 2,
      packagingScore: 3,
    };
    expect(documented.refusals('POST', `${LINK}/reviews`, review, JSON_TYPE)).toEqual([]);
    for (const sent of [review, review, {}, { ...review, hash }]) {
      const answer = await api.anonymous().post(`${at}/reviews`, sent);
      expect(documented.deviations('POST', `${LINK}/reviews`, answer)).toEqual([]);
    }
    for (const email of ['ada@example.com', 'nonsense']) {
      const path = `/public/tracking_page_by_domain/${have.TrackingPage.subdomain as string}/link_search/${email}`;
      expect(documented.deviations('GET', SEARCH, await api.anonymous().get(path))).toEqual([]);
    }
    const exported = await tenant.post('/export', { entity: 'orders' });
    const file = await api.anonymous().get(new URL(exported.body.link as string).pathname);
    expect(documented.deviations('GET', '/public/exports/{token}', file)).toEqual([]);
    const gone = await api.anonymous().get('/public/exports/nothing');
    expect(gone.status).toBe(404);
    expect(documented.deviations('GET', '/public/exports/{token}', gone)).toEqual([]);
  });

  it('a user who only reads looks things up, exports, and changes nothing', async () => {
    const reader = await api.tenant();
    const { workspace } = reader;
    const order = await reader.make('/orders', { workspace, orderNumber: 'READ-1' });
    const page = await reader.make('/tracking_pages', {
      workspace,
      title: 'T',
      subdomain: `r-${Date.now()}`,
    });
    await api
      .db()
      .transaction((transaction) =>
        transaction.run(
          "UPDATE memberships SET role = 'read-only' WHERE teamPk = (SELECT pk FROM teams WHERE id = ?)",
          [reader.teamId],
        ),
      );
    api.setTime(Date.now() + 5000);
    const statusOf = async (path: string, body: object): Promise<number> =>
      (await reader.post(path, body)).status;
    expect(await statusOf('/orders/lookup', { workspaceId: workspace, search: 'READ' })).toBe(200);
    expect(await statusOf('/export', { workspaceId: workspace, entity: 'orders' })).toBe(200);
    expect(await statusOf('/imports', { workspace, file: 'orderNumber\nR\n', entity: 'orders' })).toBe(403);
    expect(await statusOf('/generate_tracking_page_link', { trackingPageId: page.id as string })).toBe(403);
    expect(
      await statusOf('/notes', { workspace, entity: 'orders', entityId: order.id as string, comment: 'x' }),
    ).toBe(403);
    const batch = { entity: 'orders', ids: [order.id as string] };
    expect(await statusOf('/delete_records_batch', { ...batch, workspaceId: workspace })).toBe(403);
    expect(await statusOf('/delete_records_batch', batch)).toBe(403);
    expect((await reader.get(order['@id'] as string)).status).toBe(200);
    api.setTime(undefined);
  });

  describe('fields of the newer API', () => {
    it('workspaces prefer carriers and say when parcels are late', async () => {
      const sent = { preferredCarriers: ['ups', 'dhl'], considerShipmentDelayed: { days: 5 } };
      expect((await tenant.put(tenant.workspace, sent)).body).toMatchObject(sent);
      expect((await tenant.get(tenant.workspace)).body).toMatchObject(sent);
    });

    it('order items count what was paid back', async () => {
      const path = have.OrderItem['@id'] as string;
      expect((await tenant.get(path)).body).toMatchObject({ refundedQty: 0 });
      expect((await tenant.put(path, { refundedQty: 2 })).body).toMatchObject({ refundedQty: 2 });
      expect((await tenant.put(path, { refundedQty: -1 })).body['hydra:description']).toBe(
        'refundedQty: This value should be either positive or zero.',
      );
    });

    it('shipments count the days since their last checkpoint', async () => {
      const at = Date.parse(
        ((await tenant.get(have.TrackingCheckpoint['@id'] as string)).body as { checkpointDate: string })
          .checkpointDate,
      );
      const { token } = await api.as(tenant);
      api.setTime(at + 40 * 60_000);
      const headers = { authorization: `Bearer ${token}` };
      const days = async (): Promise<unknown> =>
        (await tenant.get(have.Shipment['@id'] as string, headers)).body.daysSinceLastCheckpoint as unknown;
      expect(await days()).toBe(0);
      api.setTime(undefined);
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE checkpoints SET checkpointDate = ? WHERE id = ?', [
            '2020-01-01 00:00:00.000000',
            have.TrackingCheckpoint.id as string,
          ]),
        );
      expect(await days()).toBe(Math.floor((Date.now() - Date.parse('2020-01-01T00:00:00Z')) / 86_400_000));
      const fresh = await tenant.make('/shipments', { workspace: tenant.workspace });
      expect(fresh.daysSinceLastCheckpoint).toBeNull();
    });
  });
});
