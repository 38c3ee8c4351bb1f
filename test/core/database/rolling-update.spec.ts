import { afterAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../../src/app/data-source-options.js';
import { readConfig } from '../../../src/config/config.js';
import { connect } from '../../../src/core/database/connect.js';
import { migrate } from '../../../src/core/database/migrate.js';
import type { RollingMigration } from '../../../src/core/database/newer-database.js';
import { migrations } from '../../../src/migrations/index.js';
import { addColumns, createTables, flag, int, pk, text } from '../../../src/migrations/schema.js';
import { client, signIn, startServer, type Body, type Client } from '../../support/api.js';
import { onEachDatabase, type TestDatabase } from '../../support/databases.js';
import { openDatabase } from '../../support/open-database.js';
import { unique } from '../../support/one-of-each.js';
import { ownTables } from '../../support/own-tables.js';

/** What the next version brings: only more. */
class NextVersion2795938160000 implements RollingMigration {
  readonly olderServersGoOn = true;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'orders', [flag('isGift', 0), text('giftMessage', 255, 'nullable')]);
    const columns = [pk, int('workspacePk')];
    await createTables(runner, [{ name: 'gifts', columns, indexes: {}, foreignKeys: {} }]);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

type MigrationClass = new () => MigrationInterface;

/** Brings the tables to where a version with these migrations leaves them. */
async function migrateAs<T>(
  database: TestDatabase,
  list: readonly MigrationClass[],
  look: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const options = dataSourceOptions(readConfig({ DATABASE_URL: database.url() }));
  const dataSource = await connect({ ...options, migrations: [...list] }, 5000);
  try {
    await migrate(dataSource);
    return await look(dataSource);
  } finally {
    await dataSource.end();
  }
}

interface Column {
  readonly type: string;
  readonly isOptional: boolean;
}

/** Columns by `table.column`, and unique rules by name. */
async function schemaOf(
  dataSource: DataSource,
): Promise<{ columns: Map<string, Column>; unique: Set<string> }> {
  const columns = new Map<string, Column>();
  const unique = new Set<string>();
  for (const table of await ownTables(dataSource)) {
    const name = table.name.replace(/^.*\./, '');
    for (const column of table.columns)
      columns.set(`${name}.${column.name}`, {
        // TypeORM sometimes leaves the usual length out
        type: `${column.type}(${column.length || (column.type === 'varchar' ? '255' : '')})`,
        isOptional: column.isNullable || column.isGenerated || column.default !== undefined,
      });
    for (const index of [...table.indices.filter(({ isUnique }) => isUnique), ...table.uniques])
      unique.add(`${name}.${index.name}`);
  }
  return { columns, unique };
}

onEachDatabase((database) => {
  const servers: NestFastifyApplication[] = [];
  afterAll(() => Promise.all(servers.map((app) => app.close())));
  const start = async (): Promise<string> => {
    const { app, url } = await startServer(database.url(), { WORKER: '0' });
    servers.push(app);
    return url;
  };

  describe('while servers of two versions run on one database', () => {
    it('migrations that say older servers go on only add what these need not know', async () => {
      const isRolling = (each: MigrationClass): boolean =>
        (new each() as RollingMigration).olderServersGoOn === true;
      const list = [...migrations, NextVersion2795938160000] as readonly MigrationClass[];
      const first = list.findIndex(isRolling);
      let before = await migrateAs(database, list.slice(0, first), schemaOf);
      let seen = 0;
      for (let at = first; at < list.length - 1; at++) {
        const after = await migrateAs(database, list.slice(0, at + 1), schemaOf);
        if (isRolling(list[at] as MigrationClass)) {
          seen++;
          expectOnlyMore(before, after);
        }
        before = after;
      }
      expect(seen).toBeGreaterThan(0);
    });

    it('requests are answered through the update, and what each version writes the other reads', async () => {
      const old = await start();
      const db = await openDatabase(database.url());
      const tenant = await db.tenant();
      await db.close();
      const one = await signIn(old, tenant);
      const workspace = `/workspaces/${tenant.workspaces[0]?.id}`;
      const make = async (through: Client): Promise<Body> => {
        const { status, body } = await through.post('/orders', { workspace, orderNumber: unique() });
        expect(status).toBe(201);
        return body;
      };
      let isOver = false;
      const made: Body[] = [await make(one)];
      const load = (async () => {
        while (!isOver) made.push(await make(one));
      })();
      await migrateAs(database, [...migrations, NextVersion2795938160000] as never, async (newer) => {
        // as a server of the next version writes
        await newer.query('UPDATE orders SET isGift = 1, giftMessage = ?', ['Enjoy']);
      });
      isOver = true;
      await load;
      expect(made.length).toBeGreaterThan(1);
      // one that starts on tables that are newer than it
      const another = client(await start(), one.token);
      made.push(await make(another), await make(one));
      for (const through of [one, another]) {
        const { body } = await through.get(`${workspace}/orders?itemsPerPage=500`);
        expect(body['hydra:totalItems']).toBe(made.length);
        const last = made.at(-1);
        const changed = await through.put(last['@id'] as string, { orderNumber: unique() });
        expect(changed.status).toBe(200);
        expect((await one.get(last['@id'] as string)).body.orderNumber).toBe(changed.body.orderNumber);
      }
      const look = await openDatabase(database.url());
      const gifts = await look.rows<{ isGift: number }>('SELECT isGift FROM orders WHERE isGift IS NULL');
      const kept = await look.rows("SELECT pk FROM orders WHERE giftMessage = 'Enjoy'");
      await look.close();
      expect(gifts).toEqual([]);
      expect(kept.length).toBeGreaterThan(0);
    });
  });
});

function expectOnlyMore(
  before: Awaited<ReturnType<typeof schemaOf>>,
  after: Awaited<ReturnType<typeof schemaOf>>,
): void {
  for (const [name, column] of before.columns)
    expect([name, after.columns.get(name)]).toEqual([name, column]);
  const tables = new Set([...before.columns.keys()].map((name) => name.split('.')[0]));
  const isOld = (name: string): boolean => tables.has(name.split('.')[0]);
  for (const [name, { isOptional }] of after.columns)
    if (isOld(name) && !before.columns.has(name)) expect([name, isOptional]).toEqual([name, true]);
  expect([...after.unique].filter(isOld).sort()).toEqual([...before.unique].sort());
}
