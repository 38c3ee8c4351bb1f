import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { allRows } from '../../support/all-rows.js';
import { onEachApi, startServer } from '../../support/api.js';
import { cli } from '../../support/cli.js';
import { createDatabase, type CreatedDatabase } from '../../support/databases.js';
import { makeOneOfEach } from '../../support/one-of-each.js';
import { DATABASE, type Database } from '../../../src/core/database/database.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const env = (url: string) => ({ DATABASE_URL: url });

onEachApi(
  (api) => {
    describe('cli backup and restore', () => {
      const file = (): string => join(folder, `${api.database.kind}.backup`);
      let target: CreatedDatabase | undefined;
      beforeAll(async () => {
        target = await createDatabase(api.database.kind);
      });
      afterAll(() => target?.remove());

      it('copy a running database, and bring all of it into an empty one', async () => {
        const tenant = await api.tenant();
        await makeOneOfEach(api, tenant);
        await tenant.make('/notes', {
          workspace: tenant.workspace,
          entity: 'orders',
          entityId: (await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'ÄÖ-☕' })).id,
          comment: 'quote \' " \\ 🎉 new\nline',
        });
        const made = await cli(['backup', '--to', file(), '--json'], env(api.database.url()));
        expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
        expect((JSON.parse(made.stdout) as { bytes: number }).bytes).toBe((await stat(file())).size);
        expect((await stat(file())).mode & 0o77).toBe(0);
        const before = await allRows(api.db());
        // what is written later is not in it
        await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'LATER' });
        const url = target?.url ?? '';
        const restored = await cli(['restore', '--from', file()], env(url));
        expect({ code: restored.code, stderr: restored.stderr }).toEqual({ code: 0, stderr: '' });
        const copy = await startServer(url, { WORKER: '0' });
        try {
          const db = copy.app.get<Database>(DATABASE);
          const rows = await allRows(db);
          expect(Object.keys(rows).sort()).toEqual(Object.keys(before).sort());
          for (const [table, each] of Object.entries(before))
            if (!OF_SERVERS.has(table)) expect([table, rows[table]]).toEqual([table, each]);
          expect(rows.orders?.length).toBeGreaterThan(1);
        } finally {
          await copy.app.close();
        }
      });

      it('refuse what would destroy something', async () => {
        const there = await cli(['backup', '--to', file()], env(api.database.url()));
        expect(there).toMatchObject({ code: 1, stderr: `There is a file ${file()} already.\n` });
        const url = target?.url ?? '';
        const again = await cli(['restore', '--from', file()], env(url));
        expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('holds tables already') });
        const missing = await cli(['restore', '--from', join(folder, 'nope')], env(url));
        expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no file') });
        const replaced = await cli(['restore', '--from', file(), '--replace'], env(url));
        expect(replaced).toMatchObject({ code: 0, stdout: `Restored ${file()}.\n` });
      });

      if (api.database.kind === 'sqlite')
        it('take no damaged file', async () => {
          const damaged = join(folder, 'damaged');
          const whole = await readFile(file());
          await writeFile(
            damaged,
            Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(8192, 7), whole.subarray(12288)]),
          );
          const target = `sqlite:${join(folder, 'target.sqlite')}`;
          const refused = await cli(['restore', '--from', damaged], env(target));
          expect(refused.code).toBe(1);
          expect(refused.stderr).toMatch(/damaged|malformed|not a database/);
        });
      else
        it('tell the password to nobody who lists processes', async () => {
          const [server = '', name = ''] = api.database.url().split(/\/(?=[^/]+$)/);
          const root = await createConnection(server);
          const password = 'p#"\\ \'w;=%[x]';
          await root.query(`CREATE OR REPLACE USER 'keeper'@'127.0.0.1' IDENTIFIED BY ?`, [password]);
          await root.query(`GRANT ALL ON ${name}.* TO 'keeper'@'127.0.0.1'`);
          const seen = join(folder, 'seen');
          const wrapper = join(folder, 'mariadb-dump');
          const path = process.env.PATH ?? '';
          await writeFile(
            wrapper,
            `#!/bin/sh\necho "$@" >> '${seen}'\nenv >> '${seen}'\nPATH='${path}' exec mariadb-dump "$@"\n`,
          );
          await chmod(wrapper, 0o700);
          try {
            const url = `${server.replace('root@', `keeper:${encodeURIComponent(password)}@`)}/${name}`;
            const made = await cli(['backup', '--to', join(folder, 'kept')], {
              ...env(url),
              PATH: `${folder}${delimiter}${path}`,
            });
            expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
            const told = await readFile(seen, 'utf8');
            expect(told).toContain('--single-transaction');
            expect(told.replace(/^DATABASE_URL=.*$/m, '')).not.toContain('p#');
            const wrong = await cli(['backup', '--to', join(folder, 'wrong')], {
              ...env(url.replace('keeper:', 'keeper:wrong')),
              PATH: path,
            });
            expect(wrong.code).toBe(1);
            expect(wrong.stderr).toContain('Access denied');
            await expect(stat(join(folder, 'wrong'))).rejects.toThrow('ENOENT');
            await expect(stat(join(folder, 'wrong.part'))).rejects.toThrow('ENOENT');
          } finally {
            await root.query(`DROP USER 'keeper'@'127.0.0.1'`);
            await root.end();
          }
        });
    });
  },
  { WORKER: '0' },
);

/** What a server that starts changes by itself. */
const OF_SERVERS = new Set(['migration_lease', 'settings']);
