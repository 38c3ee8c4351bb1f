import { copyFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { DATABASE, type Database } from '../../../src/core/database/database.js';
import { failureOf } from '../../../src/core/database/failures.js';
import { createTenant } from '../../../src/modules/identity/tenants/create-tenant.js';
import { onEachApi, startServer, signIn, client, type Answer, type Client } from '../../support/api.js';
import { shop } from '../../support/api2.js';
import { onEachDatabase } from '../../support/databases.js';
import { openDatabase } from '../../support/open-database.js';
import { relayTo, type Relay } from '../../support/relay.js';
import { serverProcesses } from '../../support/server-process.js';
import { storeOf } from '../../support/stores.js';

jest.setTimeout(120_000);

/** What a server says whose database is not there for a request. */
function expectUnavailable({ status, headers }: Answer): void {
  expect(status).toBe(503);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come about.');
    await pause(50);
  }
}

const isReady = async (url: string): Promise<boolean> =>
  (await client(url).get('/health/ready')).status === 200;

onEachApi((api) => {
  describe('a table that is missing', () => {
    it('makes the server not ready, and what asks for it is a 503 in the words of each surface', async () => {
      const { tenant, store, order } = await shop(api);
      const { number } = await order();
      const bigcommerce = await storeOf(api, tenant);
      const open = await openDatabase(api.database.url());
      await open.rows('ALTER TABLE shipments RENAME TO shipments_away');
      try {
        const answers = await Promise.all([
          tenant.get('/shipments'),
          tenant.post('/shipments', { workspace: tenant.workspace, trackingNumber: 'AWAY1' }),
          bigcommerce.get('/orders/1/shipments'),
          store.get(`/api2/shipment?order_id=${number}`),
        ]);
        expect(await isReady(api.url())).toBe(false);
        expect((await client(api.url()).get('/api2/oauth/health')).status).toBe(503);
        answers.slice(0, 2).forEach(expectUnavailable);
        expect(answers[0]?.body).toMatchObject({ '@type': 'hydra:Error' });
        for (const { status, body } of answers.slice(2)) {
          expect([404, 503]).toContain(status);
          expect(JSON.stringify(body)).not.toMatch(/shipments_away|no such table|doesn't exist/i);
        }
      } finally {
        await open.rows('ALTER TABLE shipments_away RENAME TO shipments');
        await open.close();
      }
      expect(await isReady(api.url())).toBe(true);
      expect((await tenant.get('/shipments')).status).toBe(200);
    });
  });

  if (api.database.kind !== 'sqlite') return;

  describe('an SQLite file', () => {
    const path = (): string => api.database.url().replace('sqlite:', '');

    it('that is full takes nothing, and takes more when there is room again', async () => {
      const tenant = await api.tenant();
      const dataSource = api.provider(DataSource);
      const [{ page_count: pages } = { page_count: 0 }] =
        await dataSource.query<{ page_count: number }[]>('PRAGMA page_count');
      await dataSource.query(`PRAGMA max_page_count = ${pages}`);
      const parcel = { workspace: tenant.workspace };
      let answer = await tenant.post('/shipments', parcel);
      for (let count = 0; answer.status === 201 && count < 500; count++)
        answer = await tenant.post('/shipments', parcel);
      expectUnavailable(answer);
      await dataSource.query('PRAGMA max_page_count = 1000000');
      expect((await tenant.post('/shipments', parcel)).status).toBe(201);
    });

    it.each(['gone', 'replaced by rubbish'])('that is %s is not written to any more', async (how) => {
      const tenant = await api.tenant();
      await rename(path(), `${path()}.away`);
      try {
        if (how !== 'gone') await writeFile(path(), 'rubbish'.repeat(1000));
        expect(await isReady(api.url())).toBe(false);
        expectUnavailable(await tenant.get('/orders'));
        expectUnavailable(await tenant.post('/shipments', { workspace: tenant.workspace }));
      } finally {
        await rename(`${path()}.away`, path());
      }
      expect(await isReady(api.url())).toBe(true);
      expect((await tenant.post('/shipments', { workspace: tenant.workspace })).status).toBe(201);
    });
  });
});

onEachDatabase((database) => {
  if (database.kind === 'sqlite') {
    it('an SQLite file is whole alone after a clean stop: a copy of it has everything', async () => {
      const { app, url } = await startServer(database.url());
      const made = await app
        .get<Database>(DATABASE)
        .transaction((transaction) =>
          createTenant({ team: 'Team', email: 'a@example.com', workspaces: ['Shop'] }, transaction),
        );
      const tenant = await signIn(url, made);
      const workspace = `/workspaces/${made.workspaces[0]?.id}`;
      for (let count = 0; count < 30; count++) await tenant.post('/shipments', { workspace });
      await app.close();
      const path = database.url().replace('sqlite:', '');
      await copyFile(path, `${path}.copy`);
      const copy = await openDatabase(`${database.url()}.copy`);
      const [row] = await copy.rows<{ count: number }>('SELECT COUNT(*) AS count FROM shipments');
      await copy.close();
      expect(row?.count).toBe(30);
    });
    return;
  }

  describe('a database that hangs', () => {
    let relay: Relay;
    let running: Awaited<ReturnType<typeof startServer>>;
    let tenant: Client;
    let workspace = '';
    let root: Connection;
    /** The database as the server reaches it. */
    let through = '';

    beforeAll(async () => {
      const url = new URL(database.url());
      relay = await relayTo(Number(url.port));
      url.port = String(relay.port);
      through = url.href;
      running = await startServer(through, { DATABASE_TIMEOUT_MS: '1500' });
      const open = await openDatabase(database.url());
      const made = await open.tenant();
      await open.close();
      workspace = `/workspaces/${made.workspaces[0]?.id}`;
      tenant = await signIn(running.url, made);
      root = await createConnection(database.url());
    });
    afterAll(async () => {
      await root.end();

      await running.app.close();

      await relay.cut();
    });

    it('is left: 503s within a bound, and 200s by itself when there is a way again', async () => {
      await Promise.all(Array.from({ length: 12 }, () => tenant.get('/shipments')));
      relay.silence();
      const asked = Array.from({ length: 30 }, (_, index) =>
        index % 2 ? tenant.get('/shipments') : tenant.post('/shipments', { workspace }),
      );
      expect(await isReady(running.url)).toBe(false);
      (await Promise.all(asked)).forEach(expectUnavailable);
      relay.speak();
      await eventually(async () => (await tenant.get('/shipments')).status === 200);
      await eventually(() => isReady(running.url));
      expect((await tenant.post('/shipments', { workspace })).status).toBe(201);
    });

    it('with one table that is locked goes on with all others', async () => {
      await root.query('LOCK TABLES shipments WRITE');
      const posts = Array.from({ length: 15 }, () => tenant.post('/shipments', { workspace }));
      await pause(100);
      for (let count = 0; count < 5; count++) expect((await tenant.get('/orders')).status).toBe(200);
      expect(await isReady(running.url)).toBe(true);
      (await Promise.all(posts)).forEach(expectUnavailable);
      await root.query('UNLOCK TABLES');
      expect((await tenant.post('/shipments', { workspace })).status).toBe(201);
    });

    it('does not keep a server from ending', async () => {
      const other = await startServer(through, { DATABASE_TIMEOUT_MS: '1500' });
      expect((await client(other.url).get('/health/ready')).status).toBe(200);
      relay.silence();
      const asked = client(other.url).get(
        '/oauth/v2/token?grant_type=client_credentials&client_id=a&client_secret=b',
      );
      await Promise.all([other.app.close(), asked]);
      relay.speak();
    });
  });

  describe('a database that takes no writes', () => {
    const user = `waybill_${Math.random().toString(36).slice(2, 10)}`;
    let root: Connection;
    let running: Awaited<ReturnType<typeof startServer>>;
    let tenant: Client;
    let workspace = '';

    beforeAll(async () => {
      root = await createConnection(database.url());
      const url = new URL(database.url());
      await root.query(`CREATE USER ${user}@'127.0.0.1' IDENTIFIED BY 'first'`);
      await root.query(`GRANT ALL ON ${url.pathname.slice(1)}.* TO ${user}@'127.0.0.1'`);
      [url.username, url.password] = [user, 'first'];
      running = await startServer(url.href);
      const open = await openDatabase(database.url());
      const made = await open.tenant();
      await open.close();
      workspace = `/workspaces/${made.workspaces[0]?.id}`;
      tenant = await signIn(running.url, made);
    });
    afterAll(async () => {
      await running.app.close();
      await root.query(`DROP USER ${user}@'127.0.0.1'`);
      await root.end();
    });

    it('is not ready, reads on, and writes are 503s', async () => {
      await root.query('SET GLOBAL read_only = 1');
      try {
        expect(await isReady(running.url)).toBe(false);
        expectUnavailable(await tenant.post('/shipments', { workspace }));
        expect((await tenant.get('/shipments')).status).toBe(200);
      } finally {
        await root.query('SET GLOBAL read_only = 0');
      }
      expect(await isReady(running.url)).toBe(true);
      expect((await tenant.post('/shipments', { workspace })).status).toBe(201);
    });

    it.each([
      ['lets the user in no more', 'ACCOUNT LOCK', 'ACCOUNT UNLOCK'],
      ['has a limit that the user has reached', 'WITH MAX_QUERIES_PER_HOUR 1', 'WITH MAX_QUERIES_PER_HOUR 0'],
      ['has another password', "IDENTIFIED BY 'second'", "IDENTIFIED BY 'first'"],
    ])('or %s: 503s until that is mended', async (_, change, mend) => {
      await root.query(`ALTER USER ${user}@'127.0.0.1' ${change}`);
      try {
        await root.query(`KILL USER ${user}@'127.0.0.1'`);
        await eventually(async () => (await tenant.get('/shipments')).status === 503);
        expectUnavailable(await tenant.post('/shipments', { workspace }));
        expect(await isReady(running.url)).toBe(false);
      } finally {
        await root.query(`ALTER USER ${user}@'127.0.0.1' ${mend}`);
      }
      await eventually(() => isReady(running.url));
      await eventually(async () => (await tenant.get('/shipments')).status === 200);
    });

    it('a node outside of its cluster is not available; a collision is something else', () => {
      expect(failureOf({ errno: 1047, code: 'ER_UNKNOWN_COM_ERROR' })).toEqual({ kind: 'unavailable' });
      expect(failureOf({ errno: 1213 })).toEqual({ kind: 'collision' });
    });
  });

  describe('a database that is away at the start', () => {
    const start = serverProcesses();

    it('is waited for, and the log says so in words', async () => {
      const url = new URL(database.url());
      const relay = await relayTo(Number(url.port));
      url.port = String(relay.port);
      await relay.cut();
      const server = await start({ DATABASE_URL: url.href });
      await eventually(() => Promise.resolve(server.output().includes('cannot be reached (ECONNREFUSED)')));
      expect(server.output()).not.toContain('undefined');
      await relay.restore();
      await server.ready();
      server.kill('SIGTERM');
      expect(await server.ended).toEqual({ code: 0, signal: null });
      await relay.cut();
    });

    it('does not keep the process from ending', async () => {
      const server = await start({ DATABASE_URL: 'mysql://u:hunter2@127.0.0.1:1/waybill' });
      await eventually(() => Promise.resolve(server.output().includes('cannot be reached')));
      server.kill('SIGTERM');
      expect(await server.ended).toEqual({ code: 0, signal: null });
      expect(server.output()).not.toContain('hunter2');
    });
  });
});
