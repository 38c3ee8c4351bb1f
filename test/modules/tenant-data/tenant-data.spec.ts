import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { insertRow } from '../../../src/core/database/insert.js';
import { isNever, type Stored } from '../../../src/core/metadata/condition.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { deleteTenant } from '../../../src/modules/tenant-data/delete-tenant.js';
import { findTenant, type FoundTenant } from '../../../src/modules/tenant-data/find-tenant.js';
import {
  OF_NO_TENANT,
  type TenantTable,
  tenantTables,
} from '../../../src/modules/tenant-data/tenant-tables.js';
import { allRows, tableNames } from '../../support/all-rows.js';
import { type Api, onEachApi, type TenantClient } from '../../support/api.js';
import { cli } from '../../support/cli.js';
import { makeOneOfEach, unique } from '../../support/one-of-each.js';
import { eventually } from '../../support/receiver.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'waybill-tenant-'));
  folders.push(made);
  return join(made, 'export');
}

interface Filled {
  readonly client: TenantClient;
  readonly tenant: FoundTenant;
  /** What opens something, in clear. */
  readonly secrets: readonly string[];
}

const HOOK_TOKEN = 'hook-token-in-clear';

/** A tenant with rows in every table that holds rows of tenants. */
async function filledTenant(api: Api): Promise<Filled> {
  const client = await api.tenant(['First', 'Second']);
  await makeOneOfEach(api, client);
  await makeOneOfEach(api, client, `/workspaces/${client.workspaces[1]?.id}`);
  const { workspace } = client;
  const hook = await client.make('/workflows', {
    type: 'webhook',
    title: 'Hook',
    workspace,
    url: 'https://hooks.example/',
    authType: 'bearer',
    token: HOOK_TOKEN,
    period: '6 hours',
  });
  await client.post('/orders', { workspace, orderNumber: unique() }, { 'idempotency-key': unique() });
  const store = await client.make(`${workspace}/store_tokens`, { scope: 'modify' });
  const form = new FormData();
  form.set('workspace', workspace);
  form.set('entity', 'orders');
  form.set('file', new Blob([`orderNumber\n${unique()}\n`], { type: 'text/csv' }), 'a.csv');
  expect((await client.send('POST', '/imports', { body: form })).status).toBe(201);
  expect((await client.post('/export', { entity: 'shipments' })).status).toBe(200);
  const tenant = await findTenant(client.teamId, api.db());
  await fillTheRest(api, tenant);
  return { client, tenant, secrets: [HOOK_TOKEN, hook.secret, store.token, client.clientSecret] };
}

/** A row in each table that is empty still: what the server itself writes at other moments. */
async function fillTheRest(api: Api, tenant: FoundTenant): Promise<void> {
  const [workspacePk = 0] = tenant.workspacePks;
  const keyIn = async (table: string): Promise<number> => {
    const found = tenantTables(api.provider(DataSource)).find(({ name }) => name === table) as TenantTable;
    const { sql, params } = found.rowsOf(tenant);
    return (await api.db().read(`SELECT MAX(pk) FROM ${table} WHERE ${sql}`, params))[0]?.[0] as number;
  };
  const [[userPk]] = (await api
    .db()
    .read('SELECT userPk FROM memberships WHERE teamPk = ?', [tenant.teamPk])) as unknown as [[number]];
  // owners before what is theirs
  for (const { name, metadata, rowsOf } of [...tenantTables(api.provider(DataSource))].reverse()) {
    const where = rowsOf(tenant);
    const [[count]] = (await api
      .db()
      .read(`SELECT COUNT(*) FROM ${name} WHERE ${where.sql}`, where.params)) as unknown as [[number]];
    if (Number(count) > 0) continue;
    const row: Record<string, Stored> = {};
    for (const {
      databaseName: column,
      type,
      isNullable,
      isGenerated,
      default: initial,
    } of metadata.columns) {
      if (column === 'workspacePk') row[column] = workspacePk;
      else if (column === 'teamPk') row[column] = tenant.teamPk;
      else if (column === 'userPk') row[column] = userPk;
      else if (OWNERS[column]) row[column] = await keyIn(OWNERS[column]);
      else if (column === 'id') row[column] = randomUUID();
      else if (column === 'about') row[column] = 'shipments';
      else if (isNullable || isGenerated || initial !== undefined) continue;
      else if (type === 'datetime') row[column] = toStored(Date.now());
      else row[column] = type === 'varchar' || type === 'text' ? unique().slice(0, 8) : 1;
    }
    await api.db().transaction((transaction) => insertRow(transaction, name, row));
  }
}

/** The tables whose keys are in columns that are no foreign keys everywhere. */
const OWNERS: Readonly<Record<string, string>> = {
  clientPk: 'oauth_clients',
  grantPk: 'oauth_grants',
  shipmentKey: 'shipments',
  trackingPagePk: 'tracking_pages',
  keyPk: 'idempotency_keys',
  importPk: 'imports',
  aboutPk: 'shipments',
  shipmentPk: 'shipments',
  orderPk: 'orders',
  subscriptionPk: 'outbox_subscriptions',
  eventPk: 'outbox_events',
};

onEachApi(
  (api) => {
    const source = (): DataSource => api.provider(DataSource);
    const env = () => ({ DATABASE_URL: api.database.url() });

    /** The rows of a tenant by table, as text. */
    async function rowsOf(tenant: FoundTenant): Promise<Map<string, string[]>> {
      const rows = new Map<string, string[]>();
      for (const { name, rowsOf: of } of tenantTables(source())) {
        const where = of(tenant);
        const found = isNever(where)
          ? []
          : await api.db().read(`SELECT * FROM ${name} WHERE ${where.sql}`, where.params);
        rows.set(name, found.map((row) => JSON.stringify(row)).sort());
      }
      return rows;
    }

    /** By the columns that every table really has. */
    async function expectNothingLeft({ teamPk, workspacePks }: FoundTenant): Promise<void> {
      for (const table of await tableNames(api.db())) {
        const columns = await columnsOf(table);
        const owners: [string, readonly number[]][] = [
          ['teamPk', [teamPk]],
          ['workspacePk', workspacePks],
        ];
        for (const [column, pks] of owners) {
          if (!columns.includes(column)) continue;
          const found = await api.db().read(`SELECT * FROM ${table} WHERE ${column} IN (${pks.join()})`, []);
          expect({ table, column, found }).toEqual({ table, column, found: [] });
        }
      }
    }

    const columnsOf = async (table: string): Promise<string[]> =>
      api.database.kind === 'sqlite'
        ? (await api.db().read(`SELECT name FROM pragma_table_info('${table}')`, [])).map(
            ([name]) => name as string,
          )
        : (
            await api
              .db()
              .read(
                'SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
                [table],
              )
          ).map(([name]) => name as string);

    describe('tenant:delete', () => {
      it('knows of every table whose it is', async () => {
        const known = [...tenantTables(source()).map(({ name }) => name), ...OF_NO_TENANT];
        const there = (await tableNames(api.db())).filter((name) => name !== 'migration_lease');
        expect(known.sort()).toEqual(there.sort());
      });

      it('says what it would delete, and with --yes leaves nothing of the team and all of another', async () => {
        const [gone, other] = [await filledTenant(api), await filledTenant(api)];
        const before = await rowsOf(gone.tenant);
        const others = await rowsOf(other.tenant);
        // tables that are empty would show nothing
        const empty = [...before].filter(([, rows]) => rows.length === 0).map(([name]) => name);
        expect(empty).toEqual([]);
        const args = ['tenant:delete', '--team', gone.client.teamId];
        const asked = await cli([...args, '--json'], env());
        const { rows, deleted } = JSON.parse(asked.stdout) as {
          rows: Record<string, number>;
          deleted: number;
        };
        expect(deleted).toBe(0);
        expect(rows.shipments).toBe(before.get('shipments')?.length);
        expect(await rowsOf(gone.tenant)).toEqual(before);
        const done = await cli([...args, '--yes'], env());
        expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/Deleted \d+ rows of "Team"/) });
        await expectNothingLeft(gone.tenant);
        expect(await rowsOf(other.tenant)).toEqual(others);
        if (api.database.kind === 'sqlite')
          expect(await api.db().read('SELECT * FROM pragma_foreign_key_check', [])).toEqual([]);
        const left = JSON.stringify(await allRows(api.db()));
        const ids = [...before.values()]
          .flat()
          .flatMap((row) => row.match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g) ?? []);
        // its members stay, and the clients that see all of their teams
        const stays = JSON.stringify([
          await api.db().read('SELECT id FROM users UNION SELECT id FROM oauth_clients', []),
        ]);
        expect(ids.filter((id) => left.includes(id) && !stays.includes(id))).toEqual([]);
        const again = await cli([...args, '--yes'], env());
        expect(again).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('There is no team with the id'),
        });
      });

      it('works in units of 500 rows, and goes on when it was interrupted', async () => {
        const { client, tenant } = await filledTenant(api);
        const lines = Array.from({ length: 1200 }, (_, at) =>
          JSON.stringify({ workspace: client.workspace, orderNumber: `B-${at}` }),
        );
        const sent = { headers: { 'content-type': 'application/x-ndjson' }, body: lines.join('\n') };
        expect((await client.send('POST', '/orders', sent)).status).toBe(200);
        const seen: [string, number][] = [];
        const deleting = (most: number): Promise<number> => {
          let units = 0;
          return deleteTenant(client.teamId, api.db(), source(), (table, rows) => {
            seen.push([table, rows]);
            if (++units === most) throw new Error('killed');
          });
        };
        for (let most = 3; ; most += 7)
          try {
            await deleting(most);
            break;
          } catch (error) {
            expect((error as Error).message).toBe('killed');
            await eventually(
              'nobody gets in any more',
              async () => (await client.get(client.workspace)).status !== 200,
            );
          }
        await expectNothingLeft(tenant);
        expect(Math.max(...seen.map(([, rows]) => rows))).toBe(500);
        expect(seen.filter(([table]) => table === 'orders').map(([, rows]) => rows)).toEqual([
          500,
          500,
          expect.any(Number),
        ]);
      });
    });

    describe('tenant:export', () => {
      it('writes every row of the team, as NDJSON and CSV, and no secret', async () => {
        const [{ client, tenant, secrets }, other] = [await filledTenant(api), await filledTenant(api)];
        const folder = await newFolder();
        const done = await cli(
          ['tenant:export', '--team', `/teams/${client.teamId}`, '--to', folder, '--json'],
          env(),
        );
        expect(done).toMatchObject({ code: 0, stderr: '' });
        const { rows } = JSON.parse(done.stdout) as { rows: Record<string, number> };
        const files = await readdir(folder);
        const all = new Map<string, string>();
        for (const file of files) {
          all.set(file, await readFile(join(folder, file), 'utf8'));
          expect((await stat(join(folder, file))).mode & 0o77).toBe(0);
        }
        for (const [table, count] of Object.entries(rows)) {
          const kept = (await rowsOf(tenant)).get(table);
          if (table !== 'users') expect([table, count]).toEqual([table, kept?.length]);
          const lines = (all.get(`${table}.ndjson`) ?? '').split('\n').slice(0, -1);
          expect([table, lines.length]).toEqual([table, count]);
          for (const line of lines) JSON.parse(line);
        }
        const [shipment] = (all.get('shipments.ndjson') ?? '').split('\n');
        expect(JSON.parse(shipment ?? '')).toMatchObject({
          id: expect.any(String),
          createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        });
        expect(all.get('orders.csv')?.split('\n')[0]).toContain('orderNumber');
        const text = [...all.values()].join('\n');
        for (const secret of [...secrets, 'secretHash', 'tokenHash', 'codeHash', 'passwordHash', 'v1:'])
          expect(text).not.toContain(secret);
        expect(text).not.toContain(other.client.teamId);
        for (const table of ['shipments', 'orders', 'checkpoints', 'workflows', 'audit_entries', 'messages'])
          expect(rows[table]).toBeGreaterThan(0);
        const again = await cli(['tenant:export', '--team', client.teamId, '--to', folder], env());
        expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
        const log = await client.get(`/teams/${client.teamId}/audit_log?action=export&entity=teams`);
        expect(log.body['hydra:member']).toMatchObject([{ user: null, itemId: client.teamId }]);
      });
    });
  },
  { WORKER: '0', ENCRYPTION_KEY: 'k'.repeat(32), SMTP_URL: 'smtp://127.0.0.1:9' },
);
