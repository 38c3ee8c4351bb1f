import { beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '../../../../src/core/database/migrate.js';
import { DEFAULT_STATUSES } from '../../../../src/modules/orders/statuses/default-statuses.js';
import {
  client,
  onEachApi,
  startServer,
  type Body,
  type Client,
  type TenantClient,
} from '../../../support/api.js';
import { onEachDatabase } from '../../../support/databases.js';
import { openDatabase, type OpenDatabase } from '../../../support/open-database.js';
import { storeOf } from '../../../support/stores.js';

/** In the order in which a shop is offered them. */
const OF_ORDERS = [
  ['new', 'New'],
  ['pending', 'Pending'],
  ['processing', 'Processing'],
  ['on-hold', 'On hold'],
  ['shipped', 'Shipped'],
  ['completed', 'Completed'],
  ['cancelled', 'Cancelled'],
  ['refunded', 'Refunded'],
  ['failed', 'Failed'],
];
const OF_SHIPMENTS = [
  ['new', 'New'],
  ['processing', 'Processing'],
  ['on-hold', 'On hold'],
  ['shipped', 'Shipped'],
  ['completed', 'Completed'],
  ['cancelled', 'Cancelled'],
];

const shown = ({ code, title }: Body): unknown[] => [code, title];

async function statusesOf(shop: Client, workspace: string, query = ''): Promise<Body[]> {
  const { status, body } = await shop.get(`${workspace}/statuses${query}`);
  expect(status).toBe(200);
  expect(body['hydra:totalItems']).toBe(body['hydra:member'].length);
  return body['hydra:member'] as Body[];
}

onEachApi((api) => {
  describe('a new workspace', () => {
    let tenant: TenantClient;
    let workspace: string;

    beforeAll(async () => {
      tenant = await api.tenant();
      const body = { title: 'Second shop', team: `/teams/${tenant.teamId}` };
      workspace = (await tenant.make('/workspaces', body))['@id'] as string;
    });

    it('has statuses for orders and shipments, in their order', async () => {
      for (const each of [workspace, tenant.workspace]) {
        const all = await statusesOf(tenant, each);
        expect(all.map(shown)).toEqual([...OF_ORDERS, ...OF_SHIPMENTS]);
        expect((await statusesOf(tenant, each, '?entity=orders')).map(shown)).toEqual(OF_ORDERS);
        expect((await statusesOf(tenant, each, '?entity=shipments')).map(shown)).toEqual(OF_SHIPMENTS);
      }
    });

    it('counts them at once, also for who has counted before', async () => {
      const total = async (): Promise<number> =>
        (await tenant.get('/statuses?entity=orders')).body['hydra:totalItems'] as number;
      const before = await total();
      await tenant.make('/workspaces', { title: 'Third shop', team: `/teams/${tenant.teamId}` });
      expect(await total()).toBe(before + OF_ORDERS.length);
    });

    it('finds them by any spelling, and lets orders and shipments have them', async () => {
      const [onHold] = await statusesOf(tenant, workspace, '?entity=orders&title=on%20HOLD&code=ON-hold');
      expect(onHold).toMatchObject({ code: 'on-hold', description: null });
      const before = (await statusesOf(tenant, workspace)).length;
      const order = await tenant.make('/orders', {
        workspace,
        orderNumber: 'F-1',
        orderStatus: { code: 'On-Hold', title: 'On hold' },
      });
      expect(order.orderStatus).toMatchObject({ '@id': onHold['@id'], code: 'on-hold' });
      const shipment = await tenant.make('/shipments', {
        workspace,
        shipmentStatus: { code: 'processing', title: 'Processing' },
      });
      const [processing] = await statusesOf(tenant, workspace, '?entity=shipments&code=processing');
      expect(shipment.shipmentStatus['@id']).toBe(processing['@id']);
      expect(await statusesOf(tenant, workspace)).toHaveLength(before);
    });

    it('has them as its own: they are renamed and deleted like others, and another workspace keeps its own', async () => {
      const [failed] = await statusesOf(tenant, workspace, '?entity=orders&code=failed');
      const renamed = await tenant.put(failed['@id'] as string, { title: 'Not paid' });
      expect([renamed.status, renamed.body.title]).toEqual([200, 'Not paid']);
      expect((await tenant.delete(failed['@id'] as string)).status).toBe(204);
      expect(await statusesOf(tenant, workspace, '?entity=orders&code=failed')).toEqual([]);
      expect((await statusesOf(tenant, tenant.workspace, '?code=failed')).map(shown)).toEqual([
        ['failed', 'Failed'],
      ]);
      const again = { workspace, entity: 'orders', code: 'FAILED', title: 'Failed' };
      await tenant.make('/statuses', again);
      expect((await tenant.post('/statuses', again)).status).toBe(400);
    });

    it('is made without any when the request is refused', async () => {
      const count = (): Promise<unknown> => api.db().read('SELECT COUNT(*) FROM statuses', []);
      const before = await count();
      for (const body of [
        { title: '', team: `/teams/${tenant.teamId}` },
        { title: 'No team' },
        { title: 'Nobody’s', team: '/teams/00000000-0000-4000-8000-000000000000' },
      ])
        expect((await tenant.post('/workspaces', body)).status).toBe(400);
      expect(await count()).toEqual(before);
    });

    it('leaves none behind when it is deleted', async () => {
      const made = await tenant.make('/workspaces', { title: 'Gone', team: `/teams/${tenant.teamId}` });
      const orphans = `SELECT COUNT(*) FROM statuses s WHERE s.workspacePk NOT IN (SELECT pk FROM workspaces)`;
      const [status] = await statusesOf(tenant, made['@id'] as string);
      expect((await tenant.delete(made['@id'] as string)).status).toBe(204);
      expect((await tenant.get(status['@id'] as string)).status).toBe(404);
      expect((await api.db().read(orphans, [])).map(([count]) => Number(count))).toEqual([0]);
    });
  });

  describe('BigCommerce’s order statuses', () => {
    it('are called what BigCommerce calls them, and an order without one awaits fulfillment', async () => {
      const tenant = await api.tenant();
      const shop = await storeOf(api, tenant);
      const { body: list } = await shop.get('/order_statuses');
      expect(list).toHaveLength(15);
      for (const { name, custom_label } of list) expect(custom_label).toBe(name);
      const order = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'F-2' });
      expect(order.orderStatus).toBeNull();
      const { body: orders } = await shop.get('/orders');
      const awaiting = {
        status_id: 11,
        status: 'Awaiting Fulfillment',
        custom_status: 'Awaiting Fulfillment',
      };
      expect(orders).toEqual([expect.objectContaining(awaiting)]);
      for (const { id } of list as Body[]) {
        const found = await shop.get(`/orders?status_id=${id}`);
        expect([id, found.status]).toEqual([id, id === 11 ? 200 : 204]);
      }
    });
  });
});

onEachDatabase((database) => {
  describe('a workspace that was there before', () => {
    /** Work on a database that has tables and, for once, no server. */
    async function onTables(work: (db: OpenDatabase) => Promise<void>): Promise<void> {
      const db = await openDatabase(database.url());
      try {
        await migrate(db.dataSource);
        await work(db);
      } finally {
        await db.close();
      }
    }

    /** As a version would leave it that knew nothing of first statuses. */
    const forget = async (db: OpenDatabase): Promise<void> => {
      await db.rows("DELETE FROM migrations WHERE name LIKE 'FirstStatuses%'");
    };

    const statuses = (db: OpenDatabase, workspaceId: string | undefined): Promise<Body[]> =>
      db.rows(
        `SELECT s.* FROM statuses s JOIN workspaces w ON w.pk = s.workspacePk WHERE w.id = ? ORDER BY s.pk`,
        [workspaceId ?? ''],
      );

    it('gets what a new one has when it has none, and keeps just its own when it has any', async () => {
      await onTables(async (db) => {
        const [none, own, fresh] = [await db.tenant(), await db.tenant(), await db.tenant()];
        const idOf = ({ workspaces: [workspace] }: typeof none): string | undefined => workspace?.id;
        await db.rows('DELETE FROM statuses WHERE workspacePk IN (SELECT pk FROM workspaces WHERE id = ?)', [
          idOf(none) ?? '',
        ]);
        await db.rows(
          `DELETE FROM statuses WHERE code <> 'pending' AND workspacePk IN (SELECT pk FROM workspaces WHERE id = ?)`,
          [idOf(own) ?? ''],
        );
        await forget(db);
        await migrate(db.dataSource);
        expect((await statuses(db, idOf(own))).map(({ code }) => code as string)).toEqual(['pending']);
        // all but keys and dates, byte by byte
        const rowsOf = async (each: typeof none): Promise<unknown[]> =>
          (await statuses(db, idOf(each))).map(
            ({ entity, code, codeFolded, title, titleFolded, description }) => ({
              entity,
              code,
              codeFolded,
              title,
              titleFolded,
              description,
            }),
          );
        expect(await rowsOf(none)).toEqual(await rowsOf(fresh));
        expect(await rowsOf(none)).toHaveLength(Object.values(DEFAULT_STATUSES).flat().length);
        const [{ createdAt, updatedAt }] = (await statuses(db, idOf(none))) as [Body];
        expect(Math.abs(Date.parse(`${String(createdAt).replace(' ', 'T')}`) - Date.now())).toBeLessThan(
          86_400_000,
        );
        expect(updatedAt).toEqual(createdAt);
      });
    });

    it('gets them when there are many, and once when that is done again', async () => {
      await onTables(async (db) => {
        const { teamId } = await db.tenant();
        await db.rows('DELETE FROM statuses');
        const [team] = await db.rows<{ pk: number }>('SELECT pk FROM teams WHERE id = ?', [teamId]);
        const ids = Array.from({ length: 250 }, () => crypto.randomUUID());
        await db.rows(
          `INSERT INTO workspaces (id, teamPk, title, titleFolded, storeHash, createdAt, updatedAt) VALUES ${ids
            .map(
              (id) =>
                `('${id}', ${team?.pk}, 'Shop', 'SHOP', '${id.slice(0, 13)}', '2026-01-01 00:00:00', '2026-01-01 00:00:00')`,
            )
            .join(', ')}`,
        );
        await forget(db);
        await migrate(db.dataSource);
        const counts = (): Promise<Body[]> =>
          db.rows('SELECT workspacePk, COUNT(*) AS n FROM statuses GROUP BY workspacePk');
        const [{ n: workspaces }] = (await db.rows('SELECT COUNT(*) AS n FROM workspaces')) as [Body];
        expect((await counts()).map(({ n }) => Number(n))).toEqual(Array(Number(workspaces)).fill(15));
        const before = await db.rows('SELECT id FROM statuses ORDER BY pk');
        await forget(db);
        await migrate(db.dataSource);
        expect(await db.rows('SELECT id FROM statuses ORDER BY pk')).toEqual(before);
      });
    });
  });

  describe('a restart', () => {
    it('brings back nothing that was deleted', async () => {
      const first = await startServer(database.url(), { TEST_ENDPOINTS: '1' });
      const email = 'restart@example.com';
      const anonymous = client(first.url);
      await anonymous.post('/security/signup', { email });
      const { body: confirmation } = await anonymous.get(`/public/user-confirmation-link/${email}`);
      const code = (confirmation.link as string).split('/').at(-1);
      const verified = await anonymous.post('/security/verify-email', { code });
      const token = verified.body.token.access_token as string;
      const shop = client(first.url, token);
      const made = await shop.post('/workspaces', { team: { name: 'Team' }, title: 'Shop' });
      const workspace = made.body['@id'] as string;
      const [refunded, ...others] = (await statusesOf(shop, workspace, '?entity=orders')).reverse();
      expect(refunded).toMatchObject({ code: 'failed' });
      await shop.delete(refunded['@id'] as string);
      for (const { '@id': iri } of await statusesOf(shop, workspace, '?entity=shipments'))
        await shop.delete(iri as string);
      await first.app.close();

      const second = await startServer(database.url());
      try {
        const left = await statusesOf(client(second.url, token), workspace);
        expect(left.map(({ id }) => id as string)).toEqual(others.reverse().map(({ id }) => id as string));
      } finally {
        await second.app.close();
      }
    });
  });
});
