import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Connection, createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { type Answer, type Client, client, onEachApi, signIn, startServer } from '../../support/api.js';
import {
  FAST,
  findMariadbd,
  freePort,
  type MariadbServer,
  startMariadb,
} from '../../support/mariadb-server.mjs';
import { openDatabase } from '../../support/open-database.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';
import { relayTo } from '../../support/relay.js';

jest.setTimeout(240_000);

const HOUR = 3_600_000;

function expectUnavailable({ status, headers }: Answer): void {
  expect(status).toBe(503);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();

    it('a clock that steps by an hour, there and back, loses nothing and keeps the order of events', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const webhook = { type: 'webhook', title: 'All', period: 'immediately', workspace, enabled: true };
      await tenant.make('/workflows', { ...webhook, url: receiver.url() });
      const { '@id': iri } = await tenant.make('/shipments', { workspace, email: 'v0@example.com' });
      try {
        let version = 0;
        for (const step of [HOUR, 0, -HOUR, 0, HOUR]) {
          api.setTime(Date.now() + step);
          const again = await api.as(tenant);
          for (let count = 0; count < 3; count++)
            expect((await again.put(iri, { email: `v${++version}@example.com` })).status).toBe(200);
          expect((await again.get(`${workspace}/shipments`)).body['hydra:totalItems']).toBe(1);
        }
        const emails = (): unknown[] => receiver.elements.map(({ data }) => data.email);
        await eventually('all versions are told', () => emails().includes(`v${version}@example.com`));
        expect([...new Set(emails())]).toEqual(
          Array.from({ length: version + 1 }, (_, index) => `v${index}@example.com`),
        );
      } finally {
        api.setTime(undefined);
      }
    });

    if (api.database.kind !== 'sqlite') return;

    it('an SQLite file that takes no writes is read on, and written to when it takes them again', async () => {
      const tenant = await api.tenant();
      const parcel = { workspace: tenant.workspace };
      const dataSource = api.provider(DataSource);
      await dataSource.query('PRAGMA query_only = 1');
      try {
        expectUnavailable(await tenant.post('/shipments', parcel));
        expect((await tenant.get('/shipments')).status).toBe(200);
      } finally {
        await dataSource.query('PRAGMA query_only = 0');
      }
      expect((await tenant.post('/shipments', parcel)).status).toBe(201);
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);

const onMariadb =
  process.env.WAYBILL_TEST_DATABASES === 'sqlite' || !findMariadbd() ? describe.skip : describe;

onMariadb('a MariaDB of its own', () => {
  let directory = '';
  let port = 0;
  let mariadb: MariadbServer;
  let root: Connection;
  let running: { app: NestFastifyApplication; url: string };
  let tenant: Client & { token: string };
  let workspace = '';

  /** Megabytes that the tables have at most. */
  let room = 48;

  /** What is committed outlives the process. */
  const start = (): Promise<MariadbServer> =>
    startMariadb({
      dataDirectory: join(directory, 'data'),
      port,
      settings: [
        ...FAST,
        '--innodb-flush-log-at-trx-commit=2',
        '--innodb-file-per-table=0',
        `--innodb-data-file-path=ibdata1:12M:autoextend:max:${room}M`,
      ],
    });
  const connected = async (): Promise<Connection> => {
    const connection = await createConnection(mariadb.url);
    // it ends with the server
    connection.on('error', () => undefined);
    return connection;
  };
  const post = (): Promise<Answer> => tenant.post('/shipments', { workspace });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'waybill-faults-'));
    port = await freePort();
    mariadb = await start();
    root = await connected();
    await root.query('CREATE DATABASE waybill CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await root.query("CREATE USER waybill@'127.0.0.1' IDENTIFIED BY 'waybill'");
    await root.query("GRANT ALL ON waybill.* TO waybill@'127.0.0.1'");
    running = await startServer(`mysql://waybill:waybill@127.0.0.1:${port}/waybill`);
    const open = await openDatabase(`${mariadb.url}/waybill`);
    const made = await open.tenant();
    await open.close();
    workspace = `/workspaces/${made.workspaces[0]?.id}`;
    tenant = await signIn(running.url, made);
  });

  afterAll(async () => {
    await running.app.close();
    root.destroy();
    await mariadb.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('that is full takes nothing, is read on, and takes more when there is room again', async () => {
    await root.query('CREATE TABLE waybill.filler (content LONGBLOB)');
    const fill = (bytes: number): Promise<unknown> =>
      root.query(`INSERT INTO waybill.filler VALUES (REPEAT('x', ${bytes}))`);
    for (const bytes of [1_000_000, 50_000, 6000])
      for (let isFull = false; !isFull;)
        isFull = await fill(bytes).then(
          () => false,
          () => true,
        );
    let answer = await post();
    for (let count = 0; answer.status === 201 && count < 2000; count++) answer = await post();
    expectUnavailable(answer);
    expect((await tenant.get('/shipments')).status).toBe(200);
    // as an operator gives it more disk
    root.destroy();
    await mariadb.stop();
    room = 256;
    mariadb = await start();
    root = await connected();
    await eventually('it takes more', async () => (await post()).status === 201);
  });

  it('whose connections are all taken by others is a 503, until one is free', async () => {
    const others: Connection[] = [];
    const [before] = await root.query('SELECT @@GLOBAL.max_connections AS most');
    const { most } = (before as { most: number }[])[0] ?? { most: 300 };
    await root.query('SET GLOBAL max_connections = 25');
    try {
      const takeAll = async (): Promise<void> => {
        for (let isFull = false; !isFull;)
          isFull = await createConnection(`mysql://waybill:waybill@127.0.0.1:${port}/waybill`).then(
            (connection) => !others.push(connection),
            () => true,
          );
      };
      /** Ends the server's own; each place is taken before the server comes for it. */
      const killOwn = async (): Promise<void> => {
        const [found] = await root.query(
          "SELECT id FROM information_schema.processlist WHERE user = 'waybill'",
        );
        const taken = new Set(others.map(({ threadId }) => threadId));
        for (const { id } of found as { id: number }[]) {
          if (taken.has(id)) continue;
          await root.query(`KILL ${id}`).catch(() => undefined);
          await takeAll();
        }
      };
      let answer = await post();
      // now and then the server is quicker
      await eventually('it has none left', async () => {
        await takeAll();
        await killOwn();
        answer = await post();
        return answer.status !== 201;
      });
      expectUnavailable(answer);
      expect((await client(running.url).get('/health')).status).toBe(200);
    } finally {
      await root.query(`SET GLOBAL max_connections = ${most}`);
      for (const other of others) other.destroy();
    }
    await eventually('it has one again', async () => (await post()).status === 201);
    await eventually(
      'it is ready',
      async () => (await client(running.url).get('/health/ready')).status === 200,
    );
  });

  it('that is killed under load and started again has all that was acknowledged, once', async () => {
    const acknowledged: string[] = [];
    let isOver = false;
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let count = 0; !isOver; count++) {
        const key = `killed ${writer} ${count}`;
        const body = { workspace, trackingNumber: `KILLED${writer}X${count}` };
        for (let answer: Answer | undefined; answer?.status !== 201;) {
          answer = await tenant.post('/shipments', body, { 'idempotency-key': key }).catch(() => undefined);
          if (answer?.status === 201) acknowledged.push(answer.body['@id'] as string);
          else {
            expect([409, 503]).toContain(answer?.status);
            await pause(50);
          }
        }
      }
    });
    for (let round = 0; round < 2; round++) {
      const enough = acknowledged.length + 40;
      await eventually('some are written', () => acknowledged.length > enough);
      process.kill(mariadb.pid ?? 0, 'SIGKILL');
      await mariadb.stop();
      mariadb = await start();
    }
    const enough = acknowledged.length + 40;
    await eventually('more are written', () => acknowledged.length > enough);
    isOver = true;
    await Promise.all(writers);
    root = await connected();
    const [rows] = await root.query("SELECT id FROM waybill.shipments WHERE trackingNumber LIKE 'KILLED%'");
    const ids = (rows as { id: string }[]).map(({ id }) => `/shipments/${id}`);
    expect(ids.sort()).toEqual(acknowledged.sort());
  });

  it('that is slow is waited for, and holds nothing up that does not need it', async () => {
    const relay = await relayTo(port);
    relay.delay(150);
    const slow = await startServer(`mysql://waybill:waybill@127.0.0.1:${relay.port}/waybill`);
    try {
      const answer = client(slow.url, tenant.token);
      const asked = [
        answer.get('/shipments?itemsPerPage=1'),
        answer.post('/shipments', { workspace }),
        answer.get('/orders?itemsPerPage=1'),
      ];
      const began = performance.now();
      expect((await client(slow.url).get('/health')).status).toBe(200);
      const health = performance.now() - began;
      const statuses = (await Promise.all(asked)).map(({ status }) => status);
      expect(statuses).toEqual([200, 201, 200]);
      // it has not waited for the database even once, there and back
      expect(health).toBeLessThan(performance.now() - began);
      expect((await client(slow.url).get('/health/ready')).status).toBe(200);
    } finally {
      await slow.app.close();
      await relay.cut();
    }
  });
});
