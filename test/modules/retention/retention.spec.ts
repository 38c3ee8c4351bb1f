import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { insertRows } from '../../../src/core/database/insert.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { RetentionService } from '../../../src/modules/retention/retention.service.js';
import { pkOf } from '../../support/all-rows.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { unique } from '../../support/one-of-each.js';

const DAY = 86_400_000;

const archive = mkdtempSync(join(tmpdir(), 'waybill-archive-'));
afterAll(() => rm(archive, { recursive: true, force: true }));

interface Kept {
  readonly tenant: TenantClient;
  readonly workspacePk: number;
  readonly delivered: Body;
}

onEachApi(
  (api) => {
    afterEach(() => api.setTime(undefined));
    const apply = (): Promise<number> => api.provider(RetentionService).apply();

    const rowsIn = async (table: string, { workspacePk }: Kept): Promise<number> =>
      (await api.db().read(`SELECT 1 FROM ${table} WHERE workspacePk = ?`, [workspacePk])).length;

    const counts = async (kept: Kept): Promise<Record<string, number>> => {
      const tables = ['checkpoints', 'workflow_runs', 'outbox_events', 'messages'];
      const found = await Promise.all(tables.map((table) => rowsIn(table, kept)));
      return Object.fromEntries(tables.map((table, at) => [table, found[at] ?? 0]));
    };

    /** A workspace with things of today: two parcels, one delivered, each with checkpoints; runs, events, messages. */
    async function filled(checkpoints = 3): Promise<Kept> {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const hook = await tenant.make('/workflows', {
        type: 'webhook',
        title: 'Hook',
        workspace,
        url: 'https://hooks.example/',
        period: '6 hours',
      });
      const delivered = await tenant.make('/shipments', { workspace });
      const moving = await tenant.make('/shipments', { workspace });
      const workspacePk = await pkOf(api.db(), 'workspaces', tenant.workspaces[0]?.id ?? '');
      const workflowPk = await pkOf(api.db(), 'workflows', hook.id as string);
      const at = toStored(Date.now());
      const row = () => ({ id: randomUUID(), workspacePk, createdAt: at });
      const dates = { occurredAt: at, dueAt: at, updatedAt: at };
      const pks = await Promise.all(
        [delivered, moving].map(({ id }) => pkOf(api.db(), 'shipments', id as string)),
      );
      await api.db().transaction(async (t) => {
        await t.run('UPDATE shipments SET trackingStatus = ?, lastStatusUpdate = ? WHERE pk = ?', [
          'delivered',
          at,
          pks[0] ?? 0,
        ]);
        for (const shipmentPk of pks) {
          const seen = { shipmentPk, checkpointDate: at, info: 'Zürich' };
          await insertRows(
            t,
            'checkpoints',
            Array.from({ length: checkpoints }, () => ({ ...row(), ...seen })),
          );
        }
        const run = { workflowPk, status: 'success', messageId: randomUUID(), updatedAt: at };
        await insertRows(t, 'workflow_runs', [
          { ...row(), ...run },
          { ...row(), ...run },
        ]);
        const message = (status: string) => ({
          ...{
            ...row(),
            ...dates,
            shipmentPk: pks[0] ?? 0,
            event: 'shipped',
            occurrence: unique(),
            channel: 'email',
          },
          status,
        });
        await insertRows(t, 'messages', [message('sent'), message('skipped'), message('waiting')]);
      });
      return { tenant, workspacePk, delivered };
    }

    /** All lines that were archived of a table. */
    async function archived(kept: Kept, table: string): Promise<Body[]> {
      const folder = join(archive, kept.tenant.workspaces[0]?.id ?? '');
      const files = (await readdir(folder)).filter((name) => name.startsWith(`${table}-`));
      const texts = await Promise.all(
        files.map(async (name) => {
          expect(name).toMatch(/^[a-z_]+-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
          expect((await stat(join(folder, name))).mode & 0o77).toBe(0);
          return gunzipSync(await readFile(join(folder, name))).toString();
        }),
      );
      return texts.flatMap((text) =>
        text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line)),
      );
    }

    describe('retention', () => {
      it('removes nothing of a workspace that does not ask for it', async () => {
        const kept = await filled();
        const before = await counts(kept);
        api.setTime(Date.now() + 100 * DAY);
        await apply();
        expect(await counts(kept)).toEqual(before);
        // tokens of today are over by then
        api.setTime(undefined);
        expect((await kept.tenant.get(kept.tenant.workspace)).body.retention).toEqual({});
      });

      it('removes of each kind what is older than the workspace says, and archives it first', async () => {
        const [kept, other] = [await filled(700), await filled()];
        const { tenant } = kept;
        const retention = { checkpoints: 30, runs: 5, events: 3, messages: 20 };
        expect((await tenant.put(tenant.workspace, { retention })).body.retention).toEqual(retention);
        const before = await counts(kept);
        const others = await counts(other);
        const totals = (await tenant.get(`${tenant.workspace}/messages`)).body['hydra:totalItems'];
        expect(totals).toBe(3);
        const steps: [number, object][] = [
          [2.9, {}],
          [3.1, { outbox_events: 0 }],
          [5.1, { outbox_events: 0, workflow_runs: 0 }],
          [20.1, { outbox_events: 0, workflow_runs: 0, messages: 1 }],
          [29.9, { outbox_events: 0, workflow_runs: 0, messages: 1 }],
          [30.1, { outbox_events: 0, workflow_runs: 0, messages: 1, checkpoints: 700 }],
        ];
        const now = Date.now();
        for (const [days, gone] of steps) {
          api.setTime(now + days * DAY);
          await apply();
          expect([days, await counts(kept)]).toEqual([days, { ...before, ...gone }]);
        }
        expect(await apply()).toBe(0);
        expect(await counts(other)).toEqual(others);
        api.setTime(undefined);
        // what is counted is counted anew, and the parcel stays as it was
        expect((await tenant.get(`${tenant.workspace}/messages`)).body['hydra:totalItems']).toBe(1);
        expect((await tenant.get(kept.delivered['@id'] as string)).body.trackingStatus).toBe('delivered');
        const deliveries = await api
          .db()
          .read('SELECT 1 FROM outbox_deliveries WHERE eventPk NOT IN (SELECT pk FROM outbox_events)', []);
        expect(deliveries).toEqual([]);
        const checkpoints = await archived(kept, 'checkpoints');
        expect(new Set(checkpoints.map(({ id }) => id as string)).size).toBe(700);
        expect(checkpoints).toHaveLength(700);
        expect(checkpoints[0]).toMatchObject({ info: 'Zürich', workspacePk: kept.workspacePk });
        expect(await archived(kept, 'messages')).toHaveLength(2);
        expect(await archived(kept, 'workflow_runs')).toHaveLength(2);
        const events = await archived(kept, 'outbox_events');
        expect(events).toHaveLength(before.outbox_events ?? 0);
        for (const { data } of events) JSON.parse(data as string);
      });

      it('is refused where it makes no sense', async () => {
        const { tenant } = await filled();
        for (const retention of [
          { runs: 0 },
          { runs: 30 },
          { runs: 1.5 },
          { runs: '7' },
          { orders: 3 },
          7,
          [1],
        ])
          expect((await tenant.put(tenant.workspace, { retention })).status).toBe(400);
        const { status, body } = await tenant.put(tenant.workspace, { retention: { runs: 7, events: null } });
        expect([status, body.retention]).toEqual([200, { runs: 7 }]);
        expect((await tenant.put(tenant.workspace, { retention: null })).body.retention).toEqual({});
      });
    });
  },
  { WORKER: '0', RETENTION_ARCHIVE: archive },
);
