import { expect, it, jest } from '@jest/globals';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase } from '../support/open-database.js';
import { eventually } from '../support/receiver.js';
import { serverProcesses } from '../support/server-process.js';
import { startWorker } from '../support/worker-process.js';

// processes start, each with all of the server's modules
jest.setTimeout(60_000);

onEachDatabase((database) => {
  const start = serverProcesses();

  it('a worker tells on a port of its own how it is', async () => {
    await (await start({ DATABASE_URL: database.url() })).ready();
    const worker = startWorker({ DATABASE_URL: database.url() });
    try {
      const port = (): string | undefined => /health and metrics on port (\d+)/.exec(worker.output())?.[1];
      await eventually('the worker tells its port', () => port() !== undefined);
      const get = (path: string, headers = {}): Promise<Response> =>
        fetch(`http://127.0.0.1:${port()}${path}`, { headers });
      for (const path of ['/health', '/health/ready']) {
        const answer = await get(path);
        expect([path, answer.status, await answer.json()]).toEqual([path, 200, { status: 'ok' }]);
      }
      const metrics = await get('/metrics');
      expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(await metrics.text()).toMatch(/^outbox_deliveries_waiting 0$/m);
      expect((await get('/metrics', { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404);
      expect((await get('/shipments')).status).toBe(404);
      const db = await openDatabase(database.url());
      await db.rows('ALTER TABLE mails RENAME TO mails_away');
      expect((await get('/health/ready')).status).toBe(503);
      expect((await get('/health')).status).toBe(200);
      await db.rows('ALTER TABLE mails_away RENAME TO mails');
      await db.close();
    } finally {
      worker.kill('SIGTERM');
    }
    expect(await worker.ended).toBe(0);
  });

  it('a worker whose port is taken says so in a sentence', async () => {
    const server = await (await start({ DATABASE_URL: database.url() })).ready();
    const { port } = new URL(server.url);
    const worker = startWorker({ DATABASE_URL: database.url(), WORKER_PORT: port });
    expect(await worker.ended).toBe(1);
    expect(worker.output()).toContain(`Port ${port} of 127.0.0.1 is in use: `);
    expect(worker.output()).toContain('set WORKER_PORT to another one');
  });
});
