import { describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrate } from '../src/database/migrate.js';
import { migrations } from '../src/migrations/index.js';
import { lookingFirst } from '../src/migrations/repeatable.js';
import { partsOf } from '../src/shipments/tracking-number-parts.js';
import { onEachDatabase } from './support/databases.js';
import { dataSourceOf, openDatabase } from './support/open-database.js';

onEachDatabase((database) => {
  /** Work on a connection that has these migrations. */
  async function withMigrations<T>(
    list: readonly (new () => MigrationInterface)[],
    work: (dataSource: DataSource) => Promise<T>,
  ): Promise<T> {
    const { options } = dataSourceOf(database.url());
    const dataSource = await new DataSource({ ...options, migrations: [...list] }).initialize();
    try {
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  }

  /** A shipment with a number, and a part of it to find it by. */
  async function addParcel(): Promise<void> {
    const open = await openDatabase(database.url());
    try {
      await open.tenant();
      await open.rows(
        `INSERT INTO shipments (id, workspacePk, trackingNumber, orderNumbers, createdAt, updatedAt)
          SELECT id, pk, 'RR123456785GB', '', createdAt, updatedAt FROM workspaces`,
      );
      await open.rows(
        `INSERT INTO tracking_number_parts (workspacePk, part, shipmentPk)
          SELECT workspacePk, ${partsOf('RR123456785GB')?.[0]}, pk FROM shipments`,
      );
    } finally {
      await open.close();
    }
  }

  describe('migrations', () => {
    it('run in the order of the list, whatever their time stamps, after those that a database has', async () => {
      const ran: string[] = [];
      const step = (name: string): new () => MigrationInterface =>
        class {
          name = name;
          up(): Promise<void> {
            ran.push(name);
            return Promise.resolve();
          }
          down(): Promise<void> {
            return Promise.resolve();
          }
        };
      const first = step('First1796004800009');
      await withMigrations([first], migrate);
      const later = await withMigrations(
        [first, step('Second1796004800001'), step('Third1796004800000')],
        migrate,
      );
      expect(later).toEqual(['Second1796004800001', 'Third1796004800000']);
      expect(ran).toEqual(['First1796004800009', ...later]);
    });

    it('can be done again when they have been done but not recorded, over rows that are there', async () => {
      await withMigrations(migrations, async (dataSource) => {
        await migrate(dataSource);
        const names = async (): Promise<string[]> =>
          (await dataSource.query<{ name: string }[]>('SELECT name FROM migrations')).map(({ name }) => name);
        await addParcel();
        await dataSource.query('DELETE FROM migrations');
        await migrate(dataSource);
        expect(await names()).toEqual(migrations.map(({ name }) => name));
        const parts = await dataSource.query('SELECT part FROM tracking_number_parts');
        expect(parts).not.toEqual([]);
      });
    });

    it('can be taken back again when they have been taken back but not recorded', async () => {
      await withMigrations(migrations, async (dataSource) => {
        const runner = lookingFirst(dataSource.createQueryRunner());
        for (const migration of [...dataSource.migrations].reverse()) {
          await migration.down(runner);
          await migration.down(runner);
        }
        await runner.release();
      });
    });
  });
});
