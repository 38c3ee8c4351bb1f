import { expect, it } from '@jest/globals';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { leaseDue } from '../../../src/modules/tracking/leased-shipments.js';
import { onEachApi, startServer, client, type Body, type TenantClient } from '../../support/api.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';

const HOUR = 3_600_000;

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();
    const hours = (count: number): string => toStored(Date.now() + count * HOUR);
    const run = (sql: string, ...params: (string | number)[]) =>
      api.db().transaction((transaction) => transaction.run(sql, params));

    const webhook = (tenant: TenantClient): Promise<Body> =>
      tenant.make('/workflows', {
        type: 'webhook',
        title: 'Shop',
        period: 'immediately',
        workspace: tenant.workspace,
        enabled: true,
        url: receiver.url(),
      });
    /** A webhook with an event that waits, while another process has its queue. */
    async function waitingEvent(): Promise<string> {
      const tenant = await api.tenant();
      const { id } = await webhook(tenant);
      await run(
        "UPDATE outbox_subscriptions SET lease = 'other', leasedUntil = ? WHERE id = ?",
        toStored(Date.now() + 15_000),
        id,
      );
      await tenant.make('/shipments', { workspace: tenant.workspace });
      return id;
    }

    it('a queue that was leased by a clock which was ahead is free', async () => {
      const id = await waitingEvent();
      await run('UPDATE outbox_subscriptions SET leasedUntil = ? WHERE id = ?', hours(5), id);
      expect(await receiver.until(1)).toHaveLength(1);
    });

    it('a queue that such a clock has paused, with events that it wrote and put off, goes on', async () => {
      const id = await waitingEvent();
      await run(
        'UPDATE outbox_deliveries SET createdAt = ?, dueAt = ? WHERE subscriptionPk = (SELECT pk FROM outbox_subscriptions WHERE id = ?)',
        hours(5),
        hours(5),
        id,
      );
      await run(
        'UPDATE outbox_subscriptions SET lease = NULL, leasedUntil = NULL, pausedUntil = ? WHERE id = ?',
        hours(9),
        id,
      );
      expect(await receiver.until(1)).toHaveLength(1);
    });

    it('a job that such a clock has claimed is done', async () => {
      const tenant = await api.tenant();
      const quiet = await startServer(api.database.url(), { WORKER: '0' });
      const asked = await client(quiet.url, tenant.token).post('/export', {
        workspaceId: tenant.workspaces[0]?.id,
        entity: 'shipments',
        params: [],
      });
      await run(
        "UPDATE exports SET status = 'running', claim = 'other', claimedUntil = ? WHERE status = 'pending'",
        hours(5),
      );
      await quiet.app.close();
      const { pathname } = new URL(asked.body.link as string);
      await eventually('the file is there', async () => (await api.anonymous().get(pathname)).status === 200);
    });

    it('a parcel that such a clock has leased is due', async () => {
      const tenant = await api.tenant();
      const made = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: 'AHEAD123',
        originCarrier: 'dhl',
      });
      await run('UPDATE shipments SET nextCheckAt = ? WHERE id = ?', hours(50), made.id as string);
      const { leased } = await api.db().transaction((transaction) => leaseDue(50, Date.now(), transaction));
      expect(leased.map(({ trackingNumber }) => trackingNumber)).toContain('AHEAD123');
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);
