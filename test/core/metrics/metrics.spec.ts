import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoggerService } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { DATABASE, type Database } from '../../../src/core/database/database.js';
import { client, onEachApi, startServer } from '../../support/api.js';
import { onEachDatabase } from '../../support/databases.js';

onEachApi((api) => {
  describe('/metrics', () => {
    it('counts requests by route, queries by kind, and waits for the pool', async () => {
      const tenant = await api.tenant();
      await tenant.make('/shipments', { workspace: tenant.workspace });
      await tenant.get(`${tenant.workspace}/shipments`);
      await tenant.get('/nowhere/at/all');
      const { status, headers, body } = await api.anonymous().get('/metrics');
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
      const text = body as string;
      expect(text).toMatch(
        /http_request_duration_seconds_count\{method="GET",route="\/workspaces\/:\w+\/shipments",status="200"\} [1-9]/,
      );
      expect(text).toMatch(
        /http_request_duration_seconds_count\{method="GET",route="none",status="404"\} [1-9]/,
      );
      for (const statement of ['select', 'insert'])
        expect(text).toMatch(
          new RegExp(`database_query_duration_seconds_count\\{statement="${statement}"\\} [1-9]`),
        );
      expect(text).toMatch(/database_pool_wait_seconds_count [1-9]/);
      expect(text).toMatch(/process_resident_memory_bytes [1-9]/);
      if (api.database.kind === 'mariadb')
        expect(text).toMatch(/database_pool_connections\{state="(busy|idle)"\} \d/);
      expect(text).not.toContain(tenant.workspace);
    });

    it('is hidden from what comes through a proxy', async () => {
      for (const name of [
        'X-Forwarded-For',
        'X-Forwarded-Host',
        'X-Forwarded-Proto',
        'Forwarded',
        'X-Real-IP',
        'Via',
        'CF-Connecting-IP',
        'True-Client-IP',
        'X-Client-IP',
        'X-Original-Forwarded-For',
      ]) {
        const { status } = await api.anonymous().get('/metrics', { [name]: '127.0.0.1' });
        expect([name, status]).toEqual([name, 404]);
      }
      expect((await api.anonymous().get('/metrics', { 'X-Request-Id': 'abc' })).status).toBe(200);
    });
  });
});

onEachDatabase((database) => {
  const lines: unknown[] = [];
  const logger: LoggerService = {
    log: () => undefined,
    error: () => undefined,
    warn: (line: unknown) => lines.push(line),
  };
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    server = await startServer(database.url(), {
      METRICS_TOKEN: 'a-token-of-some-length',
      SLOW_QUERY_MS: '80',
    });
    Logger.overrideLogger(logger);
  });
  afterAll(async () => {
    Logger.overrideLogger(false);
    await server.app.close();
  });

  it('/metrics with METRICS_TOKEN is for whoever has it', async () => {
    const { get } = client(server.url);
    const authorization = 'Bearer a-token-of-some-length';
    expect((await get('/metrics')).status).toBe(404);
    expect((await get('/metrics', { authorization: 'Bearer another' })).status).toBe(404);
    expect((await get('/metrics', { authorization })).status).toBe(200);
    expect((await get('/metrics', { authorization, 'X-Forwarded-For': '203.0.113.9' })).status).toBe(200);
  });

  it('a slow query is logged with its request, without its values', async () => {
    const db = server.app.get<Database>(DATABASE);
    const slow =
      database.kind === 'mariadb'
        ? 'SELECT SLEEP(0.1), ?'
        : 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT COUNT(*), ? FROM n';
    await db.read(slow, ['ann@example.com'], { request: 'request-1' });
    await db.transaction((transaction) => transaction.rows(slow, ['ann@example.com']), {
      request: 'request-2',
    });
    await db.read('SELECT 1', [], { request: 'request-3' });
    expect(lines).toEqual(
      ['request-1', 'request-2'].map((request) => ({
        msg: 'slow query',
        milliseconds: expect.any(Number),
        request,
        sql: slow,
      })),
    );
  });
});
