import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrate } from '../../src/core/database/migrate.js';
import { hashOf, LANDED, migrationFiles } from '../../src/migrations/author.mjs';
import { migrations } from '../../src/migrations/index.js';
import { lookingFirst } from '../../src/core/database/looking-first.js';
import { partsOf } from '../../src/modules/shipments/tracking-number-parts.js';
import { onEachDatabase } from '../support/databases.js';
import { dataSourceOf, openDatabase } from '../support/open-database.js';
import { run } from '../support/run.js';

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
      // a server does not start on a database whose migrations it does not know
      await withMigrations([], (dataSource) => dataSource.query('DROP TABLE migrations'));
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

    it('bring databases of the first versions to what a new one has', async () => {
      await withMigrations(migrations, async (dataSource) => {
        const shape = (): Promise<unknown[]> =>
          dataSource.query(
            database.kind === 'sqlite'
              ? "SELECT sql FROM sqlite_master WHERE name = 'IX_shipments_parent'"
              : `SELECT CONCAT(TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE) AS line
                  FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()
                UNION ALL SELECT CONCAT(INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME) FROM information_schema.STATISTICS
                  WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'IX_shipments_parent' ORDER BY line`,
          );
        await migrate(dataSource);
        const whole = await shape();
        if (database.kind === 'sqlite') {
          await dataSource.query('DROP INDEX IX_shipments_parent');
          await dataSource.query('CREATE INDEX IX_shipments_parent ON shipments (parentPk)');
        } else {
          await dataSource.query(
            'ALTER TABLE shipments DROP INDEX IX_shipments_parent, ADD INDEX IX_shipments_parent (parentPk)',
          );
          await dataSource.query('ALTER TABLE memberships DROP FOREIGN KEY FK_memberships_user');
          await dataSource.query(
            'ALTER TABLE memberships ADD CONSTRAINT FK_memberships_user FOREIGN KEY (userPk) REFERENCES users (pk) ON DELETE CASCADE',
          );
        }
        expect(await shape()).not.toEqual(whole);
        await dataSource.query("DELETE FROM migrations WHERE name LIKE 'RepairedKeys%'");
        await migrate(dataSource);
        expect(await shape()).toEqual(whole);
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

/** The last that landed before the list's order had to be that of the time stamps. */
const LAST_OF_OLD = '1795887900000-first-statuses.ts';

describe('a migration that has landed', () => {
  const files = migrationFiles();
  const landed = JSON.parse(readFileSync(LANDED, 'utf8')) as Record<string, string>;

  it.each(files)('is not changed any more: %s', (file) => {
    // of a new one, `npm run migration:seal` adds the hash; what a landed one lacks, another one brings
    expect(landed).toHaveProperty([file], hashOf(file));
  });

  it('is in the list', () => {
    expect(migrations.map(({ name }) => name.slice(-13)).sort()).toEqual(
      files.map((file) => file.slice(0, 13)),
    );
  });

  const stamps = migrations.map(({ name }) => Number(name.slice(-13)));
  const fromNowOn = stamps.slice(stamps.indexOf(Number(LAST_OF_OLD.slice(0, 13))));

  it('is in the list in the order of its time stamp, as all are from now on', () => {
    expect(fromNowOn).toEqual([...fromNowOn].sort());
  });

  it('is not dated after the commit that brought it, as none is from now on', async () => {
    const late: string[] = [];
    for (const stamp of fromNowOn.slice(1)) {
      const file = files.find((each) => each.startsWith(String(stamp)));
      const { stdout } = await run('git', [
        'log',
        '--diff-filter=A',
        '--format=%ct',
        '--',
        `src/migrations/${file}`,
      ]);
      // a file that no commit has yet, or sources without their history: then it is now
      const committed = stdout === '' ? Date.now() : Number(stdout.trim().split('\n').at(-1)) * 1000 + 999;
      if (stamp > committed) late.push(`${file}`);
    }
    expect(late).toEqual([]);
  });
});
