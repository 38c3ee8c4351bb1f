import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { serverProcesses } from '../../support/server-process.js';

const LINES = 2000;

onEachApi(
  (api) => {
    const start = serverProcesses();

    /** The claims of a dead process would run out after a while. */
    const letClaimsRunOut = (table: string): Promise<unknown> =>
      api
        .db()
        .transaction((transaction) =>
          transaction.run(`UPDATE ${table} SET claimedUntil = ? WHERE status = 'running'`, [
            toStored(Date.now() - 1),
          ]),
        );

    const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
      for (;;) {
        const found = await look();
        if (found !== undefined) return found;
        await pause(30);
      }
    };

    describe('an import whose process is killed in the middle', () => {
      it('goes on in another process, and makes nothing twice', async () => {
        const tenant: TenantClient = await api.tenant();
        const numbers = Array.from({ length: LINES }, (_, at) => `KILL${at}`);
        const made = await tenant.make('/imports', {
          workspace: tenant.workspace,
          file: `trackingNumber\n${numbers.join('\n')}\n`,
        });
        const state = async (): Promise<Body> => (await tenant.get(made['@id'] as string)).body;
        expect(await state()).toMatchObject({ status: 'pending', createdCount: 0 });
        const first = await (await start({ DATABASE_URL: api.database.url() })).ready();
        await until(async () => ((await state()).createdCount > 20 ? true : undefined));
        first.kill('SIGKILL');
        await first.ended;
        const halfway = await state();
        expect(halfway.status).toBe('running');
        expect(halfway.createdCount).toBeLessThan(LINES);
        await letClaimsRunOut('imports');
        const second = await (await start({ DATABASE_URL: api.database.url() })).ready();
        const done = await until(async () => {
          const now = await state();
          return now.status === 'running' || now.status === 'pending' ? undefined : now;
        });
        expect(done).toMatchObject({ status: 'done', createdCount: LINES, failedCount: 0, errors: [] });
        const { body } = await tenant.get(`${tenant.workspace}/shipments?itemsPerPage=0`);
        expect(body['hydra:totalItems']).toBe(LINES);
        second.kill('SIGTERM');
        await second.ended;
      });
    });

    describe('an export whose process is told to stop', () => {
      it('is made by another process', async () => {
        const tenant: TenantClient = await api.tenant();
        await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: 'STOPPED1' });
        const { body } = await tenant.post('/export', { entity: 'shipments' });
        const path = new URL(body.link as string).pathname;
        expect(await tenant.get(path)).toMatchObject({ status: 202, body: { status: 'pending' } });
        const server = await (await start({ DATABASE_URL: api.database.url() })).ready();
        server.kill('SIGTERM');
        expect(await server.ended).toEqual({ code: 0, signal: null });
        await (await start({ DATABASE_URL: api.database.url() })).ready();
        const file = await until(async () => {
          const answer = await tenant.get(path);
          return answer.status === 202 ? undefined : answer;
        });
        expect(file).toMatchObject({ status: 200, body: expect.stringContaining('STOPPED1') });
      });
    });
  },
  { WORKER: '0' },
);
