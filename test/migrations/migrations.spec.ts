import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrate } from '../../src/core/database/migrate.js';
import { migrations } from '../../src/migrations/index.js';
import { lookingFirst } from '../../src/core/database/looking-first.js';
import { partsOf } from '../../src/modules/shipments/tracking-number-parts.js';
import { onEachDatabase } from '../support/databases.js';
import { dataSourceOf, openDatabase } from '../support/open-database.js';

/** SHA-256 of each migration's file as it landed, without its imports: what it calls may move. */
const LANDED: Readonly<Record<string, string>> = {
  '1795400000000-initial.ts': '61bbc7c1a574429e71fb27f72f4d511495c2a8d645736d08840eced0cd036ea6',
  '1795486400000-idempotency-keys.ts': 'bada84b61fe05355d20bcb393ca7f90dfcee4fd81cdb02bcd5e257938f8f2118',
  '1795572800000-fast-lists.ts': '6a29b03fdd48526d2559b54b7427e711a7cbc535df1186e89eb7ab00f26a2f92',
  '1795659200000-tracking.ts': '475341e3bf69a17e1859ea2b9698f112109e34801472cd6f42693511fd89f729',
  '1795745600000-accounts.ts': 'd362be3e58efd6353aecb65fa674878f081050b6bf1e712e3dc5d82fec1ba71d',
  '1795832000000-webhooks.ts': 'cb89192291ebcf15a17cf3f3bfff05c6f391eae947413e3af2ce70b85fce9b34',
  '1795884123000-line-log.ts': 'd2b53efcbf4a88dcdb131bcae35f108ad1267b791f1b261f0281933538ef3610',
  '1795884356000-repaired-keys.ts': '7b271a6e21a488cabc1e641419a1ac83e4b723ad092431b4042e70f60088c8a9',
  '1795884613000-clients.ts': '662e569a90b087434e0cf607e73ef49814654a2a042d3748ba12c08bca87d7ee',
  '1795886153000-identity-keys.ts': 'd9c32ef655ff802a8bf33395a48a6f61474c96b7c8726bff656588a9c9f45073',
  '1795886400000-order-details.ts': 'bb27ccc5a5f2f3f92247d5b8d4f7b2d0454a7ffbcab13fb70be9e6cea89083e6',
  '1795887758000-erasure.ts': '43900fa1124e9c1fe354eda24af8a837681e2c69898cad82f310238b548a6ed0',
  '1795887900000-first-statuses.ts': '8f8bd9ebe1a7ce7d243a2bdffe4252b535745908eb7c4ec850114bb0f729cc43',
  '1795888065000-plain-letters.ts': '1502db668b4fd37de4f4f33ab0ccfce13e083893dfa4fafdbced5c479ca2d941',
  '1795888760000-shared-numbers.ts': '18c6303ba1c8c72f78c5dfc643981752bd424faae05524144d2d873f30b613bf',
  '1795887258000-invited-as.ts': '8a6f059e7cbd3f67957af061400052ce5dde74e38bb038bd6eb3f515bb4da3f2',
  '1795918400000-notes-exports-links.ts': '7073ccf9b2f442d2d1eaec2e7e7dad1091b563cd094ec65e23107c59f1cc531b',
  '1796004800000-shops.ts': '0bea5c4ca6ef46d1b6a1e24d85d663fbca0c2dfc1c575060d9d18b9dfcd670d6',
  '1795897086000-mercure.ts': '650ce9ef5adc40c9718598ceb73e5b3f639f1f4f29c18064b8784aa9e911a8dd',
};

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

describe('a migration that has landed', () => {
  const directory = new URL('../../src/migrations/', import.meta.url);
  const files = readdirSync(directory)
    .filter((name) => /^\d/.test(name))
    .sort();

  it.each(files)('is not changed any more: %s', (name) => {
    const text = readFileSync(new URL(name, directory), 'utf8').replace(/^import [^;]*;\n/gm, '');
    const hash = createHash('sha256').update(text).digest('hex');
    // of a new one, add the hash; what a landed one lacks, another one brings
    expect(LANDED).toHaveProperty([name], hash);
  });

  it('is in the list', () => {
    expect(migrations.map(({ name }) => name.slice(-13)).sort()).toEqual(
      files.map((name) => name.slice(0, 13)),
    );
  });
});
