import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { client, signIn, type Client } from '../support/api.js';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase } from '../support/open-database.js';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';

// several processes start, each compiling all of the server's modules
jest.setTimeout(60_000);

/** A process that is told to stop has answered everything and is gone within this time. */
const STOP_LIMIT_MS = 5000;

/** A client of a new tenant of a running server, and its workspace. */
async function tenantOf(
  server: ServerProcess,
  databaseUrl: string,
): Promise<Client & { token: string; workspace: string }> {
  const db = await openDatabase(databaseUrl);
  try {
    const tenant = await db.tenant();
    const workspace = `/workspaces/${tenant.workspaces[0]?.id}`;
    return { ...(await signIn(server.url, tenant)), workspace };
  } finally {
    await db.close();
  }
}

/** Sends SIGTERM. @returns how the process ended, and after how many milliseconds. */
async function stop(server: ServerProcess): Promise<{ code: number | null; milliseconds: number }> {
  const start = performance.now();
  server.kill('SIGTERM');
  const { code } = await server.ended;
  return { code, milliseconds: performance.now() - start };
}

/** The status of the answer to a request, once all of it is there. */
async function statusOf(sent: ClientRequest): Promise<number | undefined> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

interface LogLine {
  readonly level: number;
  readonly msg: string;
}

/** The lines of a log. @throws when one is no JSON. */
const logOf = (server: ServerProcess): LogLine[] =>
  server
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);

describe('with an invalid environment', () => {
  const start = serverProcesses();

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, not "http".'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
    ],
    ['JWT_SECRET', 'hunter2', 'JWT_SECRET must be at least 32 characters long.'],
  ])('a process with %s=%s says so and ends with code 1', async (name, value, sentence) => {
    const server = await start({ [name]: value });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.output()).toBe(`${sentence}\n`);
  });
});

onEachDatabase((database) => {
  const start = serverProcesses();

  it('two processes that start at once on an empty database both come up', async () => {
    const servers = await Promise.all([1, 2].map(() => start({ DATABASE_URL: database.url() })));
    await Promise.all(servers.map((server) => server.ready()));
    for (const server of servers) {
      expect(await client(server.url).get('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(await client(server.url).get('/health/ready')).toMatchObject({ status: 200 });
      expect(logOf(server).filter((line) => line.level >= 40)).toEqual([]);
      expect(await stop(server)).toMatchObject({ code: 0 });
    }
  });

  it('a process starts on a database that has its tables', async () => {
    const db = await openDatabase(database.url());
    const migrations = 'SELECT name FROM migrations ORDER BY id';
    const before = await db.rows(migrations);
    const server = await (await start({ DATABASE_URL: database.url() })).ready();
    expect(await db.rows(migrations)).toEqual(before);
    await db.close();
    const tenant = await tenantOf(server, database.url());
    expect((await tenant.get(`${tenant.workspace}/shipments`)).body['hydra:totalItems']).toBe(0);
  });

  it('health asks for no token and tells no more than that', async () => {
    const server = await (await start({ DATABASE_URL: database.url() })).ready();
    expect((await client(server.url).get('/health')).body).toEqual({ status: 'ok' });
    expect((await client(server.url).get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'a process that does nothing ends at once on %s',
    async (signal) => {
      const server = await (await start({ DATABASE_URL: database.url() })).ready();
      const startedAt = performance.now();
      server.kill(signal);
      expect(await server.ended).toEqual({ code: 0, signal: null });
      expect(performance.now() - startedAt).toBeLessThan(STOP_LIMIT_MS);
    },
  );

  it('every request that has arrived before SIGTERM is answered, and is written', async () => {
    const server = await (await start({ DATABASE_URL: database.url() })).ready();
    const tenant = await tenantOf(server, database.url());
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const headers = { authorization: `Bearer ${tenant.token}`, 'content-type': 'application/json' };
    const posts = Array.from({ length: 50 }, (_, index) => {
      const sent = request(`${server.url}/shipments`, { agent, method: 'POST', headers });
      sent.end(JSON.stringify({ workspace: tenant.workspace, trackingNumber: `STOP${index}` }));
      return { flushed: once(sent, 'finish'), answered: statusOf(sent) };
    });
    await Promise.all(posts.map(({ flushed }) => flushed));
    const first = await Promise.race(posts.map(({ answered }) => answered));
    const ending = stop(server);
    const statuses = await Promise.all(posts.map(({ answered }) => answered));
    agent.destroy();
    expect(first).toBe(201);
    expect(statuses).toEqual(statuses.map(() => 201));
    const { code, milliseconds } = await ending;
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(STOP_LIMIT_MS);
    const db = await openDatabase(database.url());
    const rows = await db.rows("SELECT pk FROM shipments WHERE trackingNumber LIKE 'STOP%'");
    await db.close();
    expect(rows).toHaveLength(50);
  });

  it('connections that are kept alive, idle or busy, do not hold the process back', async () => {
    const server = await (await start({ DATABASE_URL: database.url() })).ready();
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const get = async (path: string): Promise<{ status: number | undefined; connection: unknown }> => {
      const sent = request(server.url + path, { agent }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      response.resume();
      await once(response, 'end');
      return { status: response.statusCode, connection: response.headers.connection };
    };
    await Promise.all(Array.from({ length: 20 }, () => get('/health')));
    const busy = Array.from({ length: 15 }, () => get('/health/ready'));
    await Promise.race(busy);
    const ending = stop(server);
    const answers = await Promise.allSettled(busy);
    expect(answers.filter((answer) => answer.status === 'rejected')).toEqual([]);
    const { code, milliseconds } = await ending;
    agent.destroy();
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(STOP_LIMIT_MS);
  });

  it('a client that keeps sending on its connection is told to open another one', async () => {
    const server = await (await start({ DATABASE_URL: database.url() })).ready();
    const tenant = await tenantOf(server, database.url());
    let going = true;
    const results: (number | 'refused')[] = [];
    const sending = Array.from({ length: 8 }, async (_, worker) => {
      for (let index = 0; going; index++) {
        const body = { workspace: tenant.workspace, trackingNumber: `ROLL${worker}X${index}` };
        const answer = await tenant.post('/shipments', body).catch(() => undefined);
        results.push(answer?.status ?? 'refused');
        if (!answer) return;
      }
    });
    await pause(300);
    const { code, milliseconds } = await stop(server);
    going = false;
    await Promise.all(sending);
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(STOP_LIMIT_MS);
    expect(new Set(results)).toEqual(new Set([201, 'refused']));
    const db = await openDatabase(database.url());
    const rows = await db.rows("SELECT pk FROM shipments WHERE trackingNumber LIKE 'ROLL%'");
    await db.close();
    expect(rows).toHaveLength(results.filter((result) => result === 201).length);
  });

  describe('bodies that come slowly', () => {
    /** Begins a POST whose body never ends: a byte now and then. Answers how to end it. */
    const dripping = (url: string, path: string, headers: Record<string, string>): (() => void) => {
      const sent = request(url + path, {
        method: 'POST',
        headers: { 'content-length': '10000', ...headers },
      });
      sent.on('error', () => undefined).on('response', (response: IncomingMessage) => response.resume());
      sent.write('[');
      const drips = setInterval(() => sent.write('['), 200);
      return () => {
        clearInterval(drips);
        sent.destroy();
      };
    };
    const json = { 'content-type': 'application/json' };

    it('do not hold the process back without a token', async () => {
      const server = await (await start({ DATABASE_URL: database.url() })).ready();
      const ends = ['/shipments', '/tracking_updates', '/api2/shipment/create', '/nowhere'].map((path) =>
        dripping(server.url, path, json),
      );
      await pause(300);
      const { code, milliseconds } = await stop(server);
      for (const end of ends) end();
      expect(code).toBe(0);
      expect(milliseconds).toBeLessThan(STOP_LIMIT_MS);
    });

    it('with a token, and of strangers, hold it back for STOP_TIMEOUT alone', async () => {
      const server = await (await start({ DATABASE_URL: database.url(), STOP_TIMEOUT: '2' })).ready();
      const { token } = await tenantOf(server, database.url());
      const ends = [
        dripping(server.url, '/shipments', { ...json, authorization: `Bearer ${token}` }),
        dripping(server.url, '/security/signup', json),
      ];
      const head = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
      head.write('GET / HTTP/1.1\r\nHost: x\r\n');
      await pause(300);
      const { code, milliseconds } = await stop(server);
      for (const end of ends) end();
      head.destroy();
      expect(code).toBe(0);
      expect(milliseconds).toBeGreaterThan(1500);
      expect(milliseconds).toBeLessThan(2000 + STOP_LIMIT_MS);
    });

    it('do not hold it back any more when it is told twice', async () => {
      const server = await (await start({ DATABASE_URL: database.url(), STOP_TIMEOUT: '60' })).ready();
      const { token } = await tenantOf(server, database.url());
      const end = dripping(server.url, '/shipments', { ...json, authorization: `Bearer ${token}` });
      await pause(300);
      const stopped = stop(server);
      await pause(1000);
      server.kill('SIGTERM');
      const { code, milliseconds } = await stopped;
      end();
      expect(code).toBe(143);
      expect(milliseconds).toBeLessThan(STOP_LIMIT_MS);
    });
  });

  it('the log has a JSON line an event and none of what clients send, even when the database speaks of it', async () => {
    const server = await (await start({ DATABASE_URL: database.url(), LOG_LEVEL: 'debug' })).ready();
    const db = await openDatabase(database.url());
    const tenant = await db.tenant();
    const api = await signIn(server.url, tenant);
    const order = {
      workspace: `/workspaces/${tenant.workspaces[0]?.id}`,
      orderNumber: 'MARKER-1',
      email: 'marker@example.com',
      shippingAddress: { city: 'Markerville' },
    };
    expect((await api.post('/orders', order)).status).toBe(201);
    expect((await api.post('/orders', { ...order, email: 'marker' })).status).toBe(400);
    expect((await api.get('/orders?email=marker@example.com')).status).toBe(200);
    await db.rows('CREATE UNIQUE INDEX UQ_of_the_test ON orders (email)');
    const failed = await api.post('/orders', order, { 'x-request-id': 'request-of-the-test' });
    await db.rows(`DROP INDEX UQ_of_the_test ${database.kind === 'sqlite' ? '' : 'ON orders'}`);
    await db.close();
    expect(failed.status).toBe(500);
    expect(failed.body['hydra:description']).toBe('Internal Server Error');
    await stop(server);

    const errors = logOf(server).filter((line) => line.level >= 50);
    expect(errors.map((line) => line.msg)).toEqual(['request-of-the-test POST /orders 500']);
    const sent = ['marker', '@example.com', api.token, tenant.clientId, tenant.clientSecret];
    const telling = logOf(server).filter((line) => {
      const text = JSON.stringify(line).toLowerCase();
      return sent.some((each) => text.includes(each.toLowerCase()));
    });
    expect(telling).toEqual([]);
  });
});
