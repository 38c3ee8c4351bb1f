import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrate } from '../src/database/migrate.js';
import { migrations } from '../src/migrations/index.js';
import { lookingFirst } from '../src/migrations/repeatable.js';
import { partsOf } from '../src/shipments/tracking-number-parts.js';
import { onEachDatabase } from './support/databases.js';
import { dataSourceOf, openDatabase } from './support/open-database.js';

/** SHA-256 of each migration's file as it landed. */
const LANDED: Readonly<Record<string, string>> = {
  '1795400000000-initial.ts': '101fe6a4ed88250be1ec3c9f0f75fe4fec90dd616ca465b5978e1c260bb6e2fd',
  '1795486400000-idempotency-keys.ts': '0f9bdeffb9324edb740fed0333c30da2ae853f97d72aace4b44238bebab0455e',
  '1795572800000-fast-lists.ts': '200119e4a86df0d81ef2f012ef36c589a01829bd10b5f18c16680cd9622de972',
  '1795659200000-tracking.ts': '1393f946430be9b70b9c4822a550166ff431ed94192d17a52e06c75787d0a30b',
  '1795745600000-accounts.ts': 'b0a5eae22e35cae28e005385778145346334f05dbe4526e7e4d7e93e9f35c36d',
  '1795832000000-webhooks.ts': 'b0e50b0301ad8e4cfef5a220d408d12ec8bf784a403af76e91a8cd21c2c8345a',
  '1795884123000-line-log.ts': '297265b89997db0cc7ac4755a883130e394c8b01a621270c319e0b20ac8a4896',
  '1795884356000-repaired-keys.ts': '4c0e2592b0310f50882ff39310840c6fe55613b5fb8c82d4eeffb37545c21ab0',
  '1795884613000-clients.ts': '04c29c515d5bfa72c5b8db344776aad1b566686d992758c330eeee2466af6fb2',
  '1795886153000-identity-keys.ts': 'b34d69d307a3f78429c5e05a5c258c031b49f39e3523f29f31aface6bdf37050',
  '1795886400000-order-details.ts': '00cbda858b37e2fb55a1e5d7a4f60259366062cbd7c1f6c661d66684ece01b50',
  '1795887758000-erasure.ts': '91df27aa3d748b4475e6f5035a81f3a8a7ef249e9975a36e604525ae45ce995b',
  '1795887900000-first-statuses.ts': '1bc4ab03a45f1ab64a2c8d14af8ac98bc06d698233e852c58e1c5810682959a3',
  '1795888065000-plain-letters.ts': '751c1b1acceb3223c8c43049b6e9877d464f8ddc2056a9214b81046b956d32e3',
  '1795888760000-shared-numbers.ts': 'd9a081dcb00b970c51b62cdba2a7613553caad99fb2bff252b0a3140f9be66b9',
  '1795887258000-invited-as.ts': 'a56211c7461795432db17c03d60df3f99446fb0288dec30328f18152c0be20e4',
  '1795918400000-notes-exports-links.ts': '269cd5a3c48fdb32d4fcb2d5e9a36d78b8f934a3abc445cf9d78a46cc7d68537',
  '1796004800000-shops.ts': '92679ff2609c56ef9324ee84d563333d8c4b1930f7cd757153e1caca39e9163e',
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
  const directory = new URL('../src/migrations/', import.meta.url);
  const files = readdirSync(directory)
    .filter((name) => /^\d/.test(name))
    .sort();

  it.each(files)('is not changed any more: %s', (name) => {
    const hash = createHash('sha256')
      .update(readFileSync(new URL(name, directory)))
      .digest('hex');
    // of a new one, add the hash; what a landed one lacks, another one brings
    expect(LANDED).toHaveProperty([name], hash);
  });

  it('is in the list', () => {
    expect(migrations.map(({ name }) => name.slice(-13)).sort()).toEqual(
      files.map((name) => name.slice(0, 13)),
    );
  });
});
