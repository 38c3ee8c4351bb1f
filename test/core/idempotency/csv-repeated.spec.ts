import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Connection from 'libsql';
import { Clock } from '../../../src/core/database/clock.js';
import {
  type Answer,
  client,
  type Client,
  onEachApi,
  startServer,
  type TenantClient,
} from '../../support/api.js';
import { relayTo } from '../../support/relay.js';

const LINES = 2000;
/** Lines of the file that are refused: before, around and after the interruption. */
const REFUSED = [3, 4, 600, 2001];

onEachApi((api) => {
  let tenant: TenantClient;
  let count = 0;
  beforeAll(async () => {
    tenant = await api.tenant();
  });

  const file = (prefix: string): string =>
    ['workspace,trackingNumber,email']
      .concat(
        Array.from({ length: LINES }, (_, n) => {
          const email = REFUSED.includes(n + 2) ? 'nobody' : 'ada@example.com';
          return `${tenant.workspace},${prefix}${n},${email}`;
        }),
      )
      .join('\n');
  const send = (to: Client, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
    to.send('POST', '/shipments', { body, headers: { 'Content-Type': 'text/csv', ...headers } });
  const key = (): Record<string, string> => ({ 'Idempotency-Key': `csv-${(count += 1)}` });
  const made = async (prefix: string): Promise<number> =>
    (await tenant.get(`/shipments?trackingNumber=${prefix}&itemsPerPage=0`)).body[
      'hydra:totalItems'
    ] as number;
  const whole = {
    created: LINES - REFUSED.length,
    failed: REFUSED.map((line) =>
      expect.objectContaining({ line, message: expect.stringContaining('email: ') }),
    ),
    ignoredColumns: [],
  };

  describe('a CSV with an Idempotency-Key', () => {
    it('is answered the same when it is sent again, with every refused line', async () => {
      const headers = key();
      const first = await send(tenant, file('CA'), headers);
      const again = await send(tenant, file('CA'), headers);
      expect(first.body).toEqual(whole);
      expect(again.body).toEqual(first.body);
      expect(again.body.failed[0].violations).toEqual([expect.objectContaining({ propertyPath: 'email' })]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(await made('CA')).toBe(whole.created);
    });

    it('keeps its answer however many lines are refused', async () => {
      const headers = key();
      const body = ['workspace,email']
        .concat(Array.from({ length: 3000 }, (_, n) => `${tenant.workspace},no-address-${n * 7919}-at-all`))
        .join('\n');
      const first = await send(tenant, body, headers);
      expect(first.status).toBe(200);
      expect(first.body).toMatchObject({ created: 0, ignoredColumns: [] });
      expect(first.body.failed).toHaveLength(3000);
      expect((await send(tenant, body, headers)).body).toEqual(first.body);
    });
  });

  describe('a CSV in the middle of which the database goes away', () => {
    let app: NestFastifyApplication;
    let there: Client;
    let takeAway: () => Promise<void>;
    let giveBack: () => Promise<void>;
    let end: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      let address = api.database.url();
      if (api.database.kind === 'mariadb') {
        const url = new URL(address);
        const relay = await relayTo(Number(url.port));
        url.port = String(relay.port);
        address = url.href;
        takeAway = () => relay.cut();
        giveBack = () => relay.restore();
        end = () => relay.cut();
      } else {
        // a file that another process has locked for long
        let other: InstanceType<typeof Connection> | undefined;
        takeAway = async () => {
          other = await lockOf(address);
        };
        giveBack = () => Promise.resolve(void other?.close());
      }
      const server = await startServer(address);
      app = server.app;
      there = client(server.url, tenant.token);
    });
    afterAll(async () => {
      await app.close();
      await end?.();
    });

    const interrupted = async (prefix: string, headers?: Record<string, string>): Promise<Answer> => {
      const answer = send(there, file(prefix), headers);
      while ((await made(prefix)) < 20) await pause(1);
      await takeAway();
      const result = await answer;
      await giveBack();
      return result;
    };

    it('goes on with the next line when it is sent again with its key', async () => {
      const headers = key();
      const first = await interrupted('CB', headers);
      expect(first.status).toBe(503);
      expect(first.headers.get('retry-after')).toBe('5');
      expect(first.body['hydra:description']).toMatch(
        /^The service is not available at the moment\. \d+ of 2000 lines are done\. Please send the request again with the same Idempotency-Key: it goes on with the next line\.$/,
      );
      const before = await made('CB');
      expect(before).toBeGreaterThanOrEqual(20);
      expect(before).toBeLessThan(whole.created);
      // the claim of the first attempt has ended by then
      app.get(Clock).now = () => Date.now() + 61_000;
      const second = await send(there, file('CB'), headers);
      app.get(Clock).now = () => Date.now();
      expect(second.body).toEqual(whole);
      expect(await made('CB')).toBe(whole.created);
      expect((await send(tenant, file('CB'), headers)).body).toEqual(second.body);
    });

    it('says how far it has come without a key, so that the rest can be sent', async () => {
      const first = await interrupted('CC');
      const [, done, line] =
        /(\d+) of 2000 lines are done\. Please send what begins at line (\d+) again\.$/.exec(
          first.body['hydra:description'] as string,
        ) ?? [];
      expect(first.status).toBe(503);
      expect(Number(line)).toBe(Number(done) + 2);
      const [header = '', ...lines] = file('CC').split('\n');
      const rest = await send(tenant, [header, ...lines.slice(Number(done))].join('\n'));
      expect(rest.status).toBe(200);
      expect(await made('CC')).toBe(whole.created);
    });
  });
});

async function lockOf(url: string): Promise<InstanceType<typeof Connection>> {
  const connection = new Connection(url.slice('sqlite:'.length));
  for (;;) {
    try {
      connection.exec('BEGIN IMMEDIATE');
      return connection;
    } catch {
      // the server writes just now
      await pause(0);
    }
  }
}
