import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { onEachApi, type Client } from '../../support/api.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';

/** Where Debian's package, or .ci/run, puts it. */
const PROMTOOL = ['/usr/bin/promtool', '/usr/local/bin/promtool'].find((path) => existsSync(path));

/** The values of a metric, by its labels. */
async function valuesOf(client: Client, name: string): Promise<Record<string, number>> {
  const text = (await client.get('/metrics')).body as string;
  const found = text.matchAll(new RegExp(`^${name}(\\{.*\\})? (\\S+)$`, 'gm'));
  return Object.fromEntries([...found].map(([, labels = '', value]) => [labels, Number(value)]));
}

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();

    describe('what waits to be done behind requests', () => {
      it('is told as figures', async () => {
        const tenant = await api.tenant();
        for (const name of [
          'outbox_deliveries_waiting',
          'outbox_oldest_delivery_seconds',
          'webhooks_failing',
          'mails_waiting',
          'mails_oldest_seconds',
          'tracking_parcels_due',
        ])
          expect(Object.keys(await valuesOf(tenant, name))).toEqual(['']);
        expect(Object.keys(await valuesOf(tenant, 'background_jobs'))).toEqual([
          '{kind="export",status="pending"}',
          '{kind="export",status="running"}',
          '{kind="import",status="pending"}',
          '{kind="import",status="running"}',
        ]);
      });

      it('counts what a webhook that fails has not been told, and requests by what came of them', async () => {
        receiver.answer = (response) => void response.writeHead(500).end();
        const tenant = await api.tenant();
        const { workspace } = tenant;
        await tenant.make('/workflows', {
          workspace,
          title: 'Away',
          period: 'immediately',
          type: 'webhook',
          event: 'create',
          entity: 'shipments',
          enabled: true,
          url: receiver.url(),
        });
        const before = (await valuesOf(tenant, 'outbox_deliveries_waiting'))[''] ?? NaN;
        await tenant.make('/shipments', { workspace });
        await tenant.make('/shipments', { workspace });
        await eventually(
          'the webhook fails',
          async () => ((await valuesOf(tenant, 'webhooks_failing'))[''] ?? 0) > 0,
        );
        expect((await valuesOf(tenant, 'outbox_deliveries_waiting'))['']).toBe(before + 2);
        expect((await valuesOf(tenant, 'outbox_oldest_delivery_seconds'))['']).toBeGreaterThan(0);
        expect((await valuesOf(tenant, 'webhook_deliveries_total'))['{outcome="failed"}']).toBeGreaterThan(0);
      });

      // where tests run for a decision it is there
      (PROMTOOL === undefined && process.env.CI === undefined ? it.skip : it)(
        'has names that Prometheus likes',
        async () => {
          const { body } = await api.anonymous().get('/metrics');
          const said = execFileSync(PROMTOOL ?? 'promtool', ['check', 'metrics'], {
            input: body as string,
            encoding: 'utf8',
          });
          expect(said).toBe('');
        },
      );
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);
