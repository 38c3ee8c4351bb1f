import { describe, expect, it } from '@jest/globals';
import { type Body, onEachApi, signIn, startServer, type TenantClient } from '../../support/api.js';
import { countsOf } from '../../support/statements.js';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 4, 10, 12);

const total = async (client: Pick<TenantClient, 'get'>, path: string): Promise<number> =>
  (await client.get(path)).body['hydra:totalItems'] as number;

onEachApi((api) => {
  const shipment = (tenant: TenantClient, body: object = {}) =>
    tenant.make('/shipments', { workspace: tenant.workspace, ...body });

  /** Puts a shipment on its way as a carrier's word would, with the mark that goes with it. */
  async function setOff(tenant: TenantClient, id: string, at: number): Promise<void> {
    const moment = new Date(at).toISOString().replace('T', ' ').replace('Z', '000');
    await api.db().transaction(async (transaction) => {
      await transaction.run(
        "UPDATE shipments SET trackingStatus = 'in_transit', transitStartedAt = ?, idleDays = 0 WHERE id = ?",
        [moment, id],
      );
    });
    await tenant.put(`/shipments/${id}`, { email: `${Math.random()}@example.com` });
  }

  describe('a total that was told before', () => {
    it('follows what is made, changed and deleted', async () => {
      const tenant = await api.tenant();
      const list = `${tenant.workspace}/shipments`;
      const filtered = `${list}?email=ann&itemsPerPage=1`;
      await shipment(tenant, { email: 'ann@example.com' });
      const second = await shipment(tenant, { email: 'ann@example.org' });
      await shipment(tenant, { email: 'bob@example.com' });
      const seen = async () => [await total(tenant, `${list}?itemsPerPage=1`), await total(tenant, filtered)];
      expect([await seen(), await seen()]).toEqual([
        [3, 2],
        [3, 2],
      ]);
      await tenant.put(second['@id'] as string, { email: 'bob@example.org' });
      expect(await seen()).toEqual([3, 1]);
      await tenant.delete(second['@id'] as string);
      expect(await seen()).toEqual([2, 1]);
      await shipment(tenant, { email: 'ann@example.net' });
      expect(await seen()).toEqual([3, 2]);
    });

    it('and its page follow what another process writes', async () => {
      const tenant = await api.tenant();
      const list = `${tenant.workspace}/shipments?itemsPerPage=1&order[createdAt]=desc`;
      for (let made = 0; made < 3; made++) await shipment(tenant);
      expect([await total(tenant, list), await total(tenant, list)]).toEqual([3, 3]);
      const other = await startServer(api.database.url());
      try {
        const there = await signIn(other.url, tenant);
        const made = await there.post('/shipments', {
          workspace: tenant.workspace,
          email: 'new@example.com',
        });
        const page = (await tenant.get(list)).body;
        expect([page['hydra:totalItems'], page['hydra:member'][0].id]).toEqual([4, made.body.id]);
        await tenant.delete(made.body['@id'] as string);
        expect(await total(there, list)).toBe(3);
      } finally {
        await other.app.close();
      }
    });

    it('follows what is written below an item, and what goes with a workspace’s own statuses', async () => {
      const tenant = await api.tenant();
      const list = `${tenant.workspace}/shipments?shipmentStatus.code=packed&itemsPerPage=1`;
      const status = { code: 'packed', title: 'Packed' };
      const first = await shipment(tenant, { shipmentStatus: status });
      await shipment(tenant, { shipmentStatus: status });
      expect([await total(tenant, list), await total(tenant, list)]).toEqual([2, 2]);
      const { shipmentStatus } = (await tenant.get(first['@id'] as string)).body;
      await tenant.put(shipmentStatus['@id'] as string, { code: 'boxed' });
      expect(await total(tenant, list)).toBe(0);
    });

    it('follows a clock that passes a day, on every page', async () => {
      const tenant = await api.tenant();
      api.setTime(NOON);
      try {
        const shipments = [];
        for (let made = 0; made < 4; made++) shipments.push(await shipment(tenant));
        for (const [index, { id }] of shipments.entries())
          await setOff(tenant, id as string, NOON - 9 * DAY - index * 1000);
        const late = `${tenant.workspace}/shipments?daysInTransit[gte]=10&itemsPerPage=1`;
        const exact = `${tenant.workspace}/shipments?daysInTransit=9&itemsPerPage=1`;
        const seen = async () => [await total(tenant, late), await total(tenant, exact)];
        expect([await seen(), await seen()]).toEqual([
          [0, 4],
          [0, 4],
        ]);
        api.setTime(NOON + DAY - 3001);
        expect(await seen()).toEqual([0, 4]);
        api.setTime(NOON + DAY - 3000);
        expect(await seen()).toEqual([1, 3]);
        api.setTime(NOON + DAY - 1001);
        expect(await seen()).toEqual([2, 2]);
        api.setTime(NOON + DAY - 1000);
        expect(await seen()).toEqual([3, 1]);
        api.setTime(NOON + DAY);
        expect([await seen(), await seen()]).toEqual([
          [4, 0],
          [4, 0],
        ]);
        api.setTime(NOON + DAY - 3001);
        expect(await seen()).toEqual([0, 4]);
      } finally {
        api.setTime(undefined);
      }
    });

    it('is exact for each of two processes while both write and read', async () => {
      const tenant = await api.tenant();
      const list = `${tenant.workspace}/shipments?itemsPerPage=1`;
      const other = await startServer(api.database.url());
      try {
        const there = await signIn(other.url, tenant);
        const worker = async (client: Pick<TenantClient, 'get' | 'post'>): Promise<number[]> => {
          const seen: number[] = [];
          for (let made = 0; made < 20; made++) {
            const { status } = await client.post('/shipments', { workspace: tenant.workspace });
            expect(status).toBe(201);
            seen.push(await total(client, list));
          }
          return seen;
        };
        const all = await Promise.all([worker(tenant), worker(tenant), worker(there), worker(there)]);
        // nobody sees fewer than it has made itself, and what it sees only grows
        for (const seen of all) {
          expect(seen.every((each, index) => each > index)).toBe(true);
          expect(seen).toEqual(seen.toSorted((a, b) => a - b));
        }
        expect([await total(tenant, list), await total(there, list)]).toEqual([80, 80]);
      } finally {
        await other.app.close();
      }
    });

    it('belongs to the caller who asked: another tenant has its own', async () => {
      const [one, two] = [await api.tenant(), await api.tenant()];
      for (let made = 0; made < 3; made++) await shipment(one);
      await shipment(two);
      const list = '/shipments?itemsPerPage=0';
      const seen = [await total(one, list), await total(two, list), await total(one, list)];
      expect(seen).toEqual([3, 1, 3]);
    });
  });

  describe('what a workspace tells of itself', () => {
    type Reads = Pick<TenantClient, 'get'>;
    const shownBy = ({ shipmentsCount, ordersCount }: Body): number[] => [shipmentsCount, ordersCount];
    /** As the item has it, and as it is among all workspaces. */
    async function seen(client: Reads, { workspace }: Pick<TenantClient, 'workspace'>): Promise<number[]> {
      const item = shownBy((await client.get(workspace)).body);
      const list: Body[] = (await client.get('/workspaces')).body['hydra:member'];
      const member = list.find((each) => each['@id'] === workspace) ?? {};
      expect(shownBy(member)).toEqual(item);
      return item;
    }

    it('follows what is made and deleted, here and by another process', async () => {
      const tenant = await api.tenant(['One', 'Two']);
      const other = await startServer(api.database.url());
      try {
        const there = await signIn(other.url, tenant);
        expect([await seen(tenant, tenant), await seen(there, tenant)]).toEqual([
          [0, 0],
          [0, 0],
        ]);
        const made = await shipment(tenant, { orderNumbers: ['1'] });
        await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: '1' });
        expect([await seen(tenant, tenant), await seen(there, tenant)]).toEqual([
          [1, 1],
          [1, 1],
        ]);
        await there.delete(made['@id'] as string);
        expect([await seen(tenant, tenant), await seen(there, tenant)]).toEqual([
          [0, 1],
          [0, 1],
        ]);
        const put = await there.put(tenant.workspace, { title: 'One more' });
        expect(shownBy(put.body)).toEqual([0, 1]);
      } finally {
        await other.app.close();
      }
    });

    it('is counted once, and not when something changes', async () => {
      const tenant = await api.tenant();
      const counting = (expected: number[]): Promise<string[]> =>
        countsOf(async () => expect(await seen(tenant, tenant)).toEqual(expected));
      await shipment(tenant);
      expect(await counting([1, 0])).not.toEqual([]);
      await shipment(tenant);
      expect(await counting([2, 0])).toEqual([]);
    });
  });
});
