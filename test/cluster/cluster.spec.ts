import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { client, signIn, startServer } from '../support/api.js';
import { brokenPromises } from '../support/invariants.js';
import { freePort } from '../support/mariadb-server.mjs';
import { openDatabase, type OpenDatabase } from '../support/open-database.js';
import { Receiver } from '../support/receiver.js';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';
import { type Cluster, type Node, startCluster } from './galera.js';
import { type Proxy, startProxy } from './haproxy.js';
import { Shop } from './load.js';
import { tableOf, Watch } from './watch.js';

jest.setTimeout(1_800_000);

/** Writes that are acknowledged at least; those that fit between the failures are about 4,000. */
const WRITES = Number(process.env.CLUSTER_WRITES ?? 3000);
const SHOPS = 4;
/** Seconds within which requests succeed again after whatever happens. */
const RECOVERS_WITHIN = 10;

const receiver = new Receiver();
const start = serverProcesses();
const watch = new Watch();
let cluster: Cluster;
let proxy: Proxy;
let ports: number[];
let servers: ServerProcess[];
let workers: WorkerProcess[];
let open: OpenDatabase;
const shops: Shop[] = [];

const environment = (): Record<string, string> => ({
  DATABASE_URL: `mysql://root@127.0.0.1:${proxy.sql}/waybill`,
  WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
  JWT_SECRET: 'a secret of 32 characters at least',
});
/** All servers of the run, for what they said. */
const launched: ServerProcess[] = [];
const launch = async (index: number): Promise<ServerProcess> => {
  const server = await start({ ...environment(), WORKER: '0', PORT: String(ports[index]) });
  launched.push(server);
  return server;
};
/** What the servers logged as errors. */
const errors = (): string[] =>
  launched.flatMap((server) =>
    server
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":50')),
  );
const restart = async (index: number): Promise<void> => {
  servers[index]?.kill('SIGTERM');
  expect(await servers[index]?.ended).toEqual({ code: 0, signal: null });
  servers[index] = await (await launch(index)).ready();
};
const node = (index: number): Node => cluster.nodes[index] as Node;

beforeAll(async () => {
  await receiver.open();
  cluster = await startCluster();
  // the user of HAProxy's check, which may do nothing else
  await node(0).query("CREATE USER haproxy_check@'127.0.0.1'");
  await node(0).query('CREATE DATABASE waybill CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  ports = [await freePort(), await freePort(), await freePort()];
  proxy = await startProxy(
    cluster.nodes.map(({ port }) => port),
    ports,
  );
});

afterAll(async () => {
  await open?.close();
  for (const worker of workers ?? []) worker.kill('SIGKILL');
  await Promise.all((workers ?? []).map(({ ended }) => ended));
  await proxy?.stop();
  await cluster?.remove();
  await receiver.close();
});

it('three servers migrate one empty cluster at once', async () => {
  servers = await Promise.all([0, 1, 2].map(launch));
  await Promise.all(servers.map((server) => server.ready()));
  for (const each of cluster.nodes) {
    const [row] = await each.query<{ count: number; names: number }>(
      'SELECT COUNT(*) AS count, COUNT(DISTINCT name) AS names FROM waybill.migrations',
    );
    expect(row?.count).toBeGreaterThan(20);
    expect(row?.names).toBe(row?.count);
  }
  workers = [0, 1].map(() => startWorker(environment()));
  open = await openDatabase(`${node(0).url}/waybill`);
  for (let index = 0; index < SHOPS; index++) {
    const made = await open.tenant();
    const { token } = await signIn(proxy.url, made);
    const shop = new Shop(proxy.url, token, `/workspaces/${made.workspaces[0]?.id}`, watch, `S${index}`);
    await shop.open(receiver.url());
    shops.push(shop);
  }
});

it('what a client has written it reads through every server and node at once', async () => {
  const [shop] = shops as [Shop];
  for (let count = 0; count < 30; count++) {
    const through = (index: number) => client(servers[index % 3]?.url ?? '', shop.token);
    const made = await through(count).post('/shipments', { workspace: shop.workspace });
    expect(made.status).toBe(201);
    const seen = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((more) => through(count + more).get(made.body['@id'])),
    );
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  }
});

it('survives under load whatever happens to its nodes and servers', async () => {
  let mayStop = false;
  const writing = Promise.all(shops.map((shop) => shop.write(() => mayStop)));
  // a failure of the load is told at the end
  writing.catch(() => (mayStop = true));
  const phase = async (name: string, work: () => Promise<void>, rest = 6000): Promise<void> => {
    watch.begin(name);
    await work();
    await pause(rest);
  };

  await phase('quiet', () => Promise.resolve());
  await phase('node killed', () => node(2).kill(), 12_000);
  await phase('node joins again', () => node(2).start());
  await phase('node cut off', () => node(1).isolate(true), 12_000);
  await phase('node healed', () => node(1).isolate(false));
  for (const [index, each] of cluster.nodes.entries())
    await phase(`node ${index + 1} restarted`, async () => {
      await each.stop();
      await each.start();
    });
  await phase('node with an empty directory', async () => {
    await node(2).empty();
    await node(2).start();
  });
  for (const index of servers.keys())
    await phase(`server ${index + 1} restarted`, () => restart(index), 2000);
  await phase('worker killed', async () => {
    workers[0]?.kill('SIGKILL');
    await workers[0]?.ended;
    workers[0] = startWorker(environment());
  });
  watch.begin('quiet again');
  while (watch.writes < WRITES && !mayStop) await pause(200);
  mayStop = true;
  await writing;

  const figures = watch.figures();
  console.log(`${watch.writes} writes\n${tableOf(figures)}`);
  // what they logged tells why
  expect([watch.wrong, watch.wrong.length > 0 ? errors() : []]).toEqual([[], []]);
  expect(figures.filter(({ recovered, silence }) => Math.max(recovered, silence) > RECOVERS_WITHIN)).toEqual(
    [],
  );
});

it('has kept every write that was acknowledged, and delivered every event in its order', async () => {
  const brokenIn = async (shop: Shop): Promise<string[]> =>
    brokenPromises(shop.ledger, {
      client: client(servers[0]?.url ?? '', shop.token),
      database: open,
      workspace: shop.workspace,
      received: receiver.received,
    });
  await open.close();
  open = await openDatabase(`${node(0).url}/waybill`);
  // the lease of a worker that was killed runs out first
  for (const deadline = Date.now() + 60_000; ; await pause(1000)) {
    const [row] = await open.rows<{ count: number }>(
      'SELECT COUNT(*) AS count FROM outbox_deliveries WHERE state = 0',
    );
    if (Number(row?.count) === 0 || Date.now() > deadline) break;
  }
  for (const shop of shops) expect((await brokenIn(shop)).slice(0, 20)).toEqual([]);
});

it('has oversold nothing, and has every unique number once', async () => {
  for (const shop of shops) {
    const { iri, qty } = shop.scarceItem;
    const { body } = await client(servers[0]?.url ?? '', shop.token).get(iri);
    expect(body).toMatchObject({ qty, fulfilledQty: qty });
    expect(shop.ledger.shipped.get(iri)).toBe(qty);
    expect(shop.refused).toBeGreaterThan(0);
    expect([...shop.taken.values()].filter((times) => times !== 1)).toEqual([]);
  }
  const twice = await open.rows(
    'SELECT trackingNumber FROM shipments WHERE trackingNumber IS NOT NULL GROUP BY workspacePk, trackingNumber HAVING COUNT(*) > 1',
  );
  expect(twice).toEqual([]);
});

it('tells the same exact totals through each node, whose tables are equal', async () => {
  const told: unknown[] = [];
  const sums: unknown[] = [];
  for (const each of cluster.nodes) {
    const { app, url } = await startServer(`${each.url}/waybill`, {
      WORKER: '0',
      JWT_SECRET: environment().JWT_SECRET ?? '',
    });
    try {
      const totals = shops.flatMap(({ token, workspace }) =>
        ['shipments', 'orders'].map(async (list) => {
          const { body } = await client(url, token).get(`${workspace}/${list}?itemsPerPage=1`);
          return body['hydra:totalItems'] as number;
        }),
      );
      told.push(await Promise.all(totals));
    } finally {
      await app.close();
    }
    sums.push(await checksums(each));
  }
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
  expect(sums[1]).toEqual(sums[0]);
  expect(sums[2]).toEqual(sums[0]);
});

/** A checksum of each table that nothing writes any more. */
async function checksums({ url }: Node): Promise<unknown> {
  const connection = await createConnection(`${url}/waybill`);
  try {
    await connection.query('SET SESSION wsrep_sync_wait = 15');
    const tables = [
      'shipments',
      'orders',
      'order_items',
      'shipment_items',
      'outbox_events',
      'idempotency_keys',
    ];
    const [rows] = await connection.query(`CHECKSUM TABLE ${tables.join()}`);
    return rows;
  } finally {
    connection.destroy();
  }
}
