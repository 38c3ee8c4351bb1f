import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrate } from '../../src/core/database/migrate.js';
import { migrations } from '../../src/migrations/index.js';
import { partsOf } from '../../src/modules/shipments/tracking-number-parts.js';
import { onEachDatabase } from '../support/databases.js';
import { MigratingProcess } from '../support/migrating.js';
import { dataSourceOf } from '../support/open-database.js';

jest.setTimeout(900_000);

/** Moments at which processes are killed; `WAYBILL_KILLS` asks for more, or for fewer. */
const KILLS = Number(process.env.WAYBILL_KILLS ?? 50);
const OF_FIRST_STARTS = Math.ceil(KILLS * 0.4);
const OF_UPGRADES = KILLS - OF_FIRST_STARTS;

onEachDatabase((database) => {
  let next: Promise<MigratingProcess> = Promise.reject(new Error('not yet'));
  next.catch(() => undefined);
  /** What all tables look like when nothing was ever interrupted. */
  let whole: string[] = [];
  /** Milliseconds that a first start takes from its connection on. */
  let duration = 0;

  beforeAll(async () => {
    const url = await freshDatabase();
    const migrating = await MigratingProcess.start();
    const began = performance.now();
    await migrating.begin(url);
    await migrating.done();
    duration = performance.now() - began;
    await migrating.kill();
    whole = await shapeOf(url);
    next = MigratingProcess.start();
  });
  afterAll(async () => {
    await (await next).kill();
  });

  /** An empty database beside the test's own. */
  async function freshDatabase(): Promise<string> {
    const name = `killed_${randomBytes(6).toString('hex')}`;
    if (database.kind === 'sqlite') return database.url().replace('test.sqlite', `${name}.sqlite`);
    const connection = await createConnection(database.url());
    const own = `${new URL(database.url()).pathname.slice(1)}_${name}`.slice(0, 64);
    await connection.query(`CREATE DATABASE ${own} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.end();
    made.push(own);
    return new URL(`/${own}`, database.url()).href;
  }
  const made: string[] = [];
  afterAll(async () => {
    if (database.kind === 'sqlite') return;
    const connection = await createConnection(database.url());
    for (const name of made) await connection.query(`DROP DATABASE ${name}`);
    await connection.end();
  });

  async function withDatabase<T>(
    url: string,
    work: (dataSource: DataSource) => Promise<T>,
    options: Partial<DataSourceOptions> = {},
  ): Promise<T> {
    const given = { ...dataSourceOf(url).options, ...options } as DataSourceOptions;
    const dataSource = await new DataSource(given).initialize();
    try {
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  }

  /** Every table with its columns, indexes and rules, in words. */
  const shapeOf = (url: string): Promise<string[]> =>
    withDatabase(url, async (dataSource) => {
      const sql =
        database.kind === 'sqlite'
          ? "SELECT name || ' ' || sql AS line FROM sqlite_master WHERE sql IS NOT NULL"
          : `SELECT CONCAT_WS(' ', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLLATION_NAME) AS line
              FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
            UNION ALL SELECT CONCAT_WS(' ', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE)
              FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
            UNION ALL SELECT CONCAT_WS(' ', TABLE_NAME, CONSTRAINT_NAME, REFERENCED_TABLE_NAME, DELETE_RULE, UPDATE_RULE)
              FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()`;
      const lines = await dataSource.query<{ line: string }[]>(sql);
      return lines.map(({ line }) => line).sort();
    });

  /** Kills a process that migrates, at a moment, and starts once more. */
  async function interrupt(url: string, moment: number): Promise<void> {
    const migrating = await next;
    next = MigratingProcess.start();
    await migrating.begin(url);
    await pause(moment);
    await migrating.kill();
    await withDatabase(url, migrate);
    expect(await shapeOf(url)).toEqual(whole);
    const names = await withDatabase(url, (dataSource) => dataSource.query('SELECT name FROM migrations'));
    expect(names).toEqual(migrations.map(({ name }) => ({ name })));
  }

  it(`a first start that is killed at any of ${OF_FIRST_STARTS} moments is finished by the next`, async () => {
    for (let kill = 0; kill < OF_FIRST_STARTS; kill++)
      await interrupt(await freshDatabase(), duration * Math.random());
  });

  it(`an upgrade from any version that is killed at any of ${OF_UPGRADES} moments is finished by the next`, async () => {
    for (let kill = 0; kill < OF_UPGRADES; kill++) {
      const version = 1 + (kill % (migrations.length - 1));
      const url = await freshDatabase();
      await withDatabase(url, migrate, { migrations: migrations.slice(0, version) });
      await withDatabase(url, (dataSource) => addParcels(dataSource, version));
      await interrupt(url, duration * Math.random() * (1 - version / migrations.length));
    }
  });

  it('of several processes that start at once one migrates, and the others wait', async () => {
    const url = await freshDatabase();
    const processes = await Promise.all([1, 2, 3].map(() => MigratingProcess.start()));
    await Promise.all(
      processes.map(async (each) => {
        await each.begin(url);
        await each.done();
      }),
    );
    expect(await shapeOf(url)).toEqual(whole);
    const names = await withDatabase(url, (dataSource) => dataSource.query('SELECT name FROM migrations'));
    expect(names).toEqual(migrations.map(({ name }) => ({ name })));
    const waited = processes.filter((each) => each.output().includes('waiting for it'));
    expect(waited.length).toBeLessThan(3);
    await Promise.all(processes.map((each) => each.kill()));
  });

  if (database.kind === 'mariadb')
    it('an upgrade waits for a table that an old process uses, and lets others use it meanwhile', async () => {
      const url = await freshDatabase();
      await withDatabase(url, migrate, { migrations: migrations.slice(0, 3) });
      const old = await createConnection(url);
      await old.query('START TRANSACTION');
      await old.query('SELECT pk FROM shipments');
      const migrating = await MigratingProcess.start();
      await migrating.begin(url);
      const done = migrating.done();
      for (
        const end = Date.now() + 60_000;
        !migrating.output().includes('a table is in use');
        await pause(50)
      )
        if (Date.now() > end) throw new Error(migrating.output());
      const other = await createConnection(url);
      await other.query('SELECT pk FROM shipments');
      await other.end();
      await old.query('COMMIT');
      await done;
      await old.end();
      await migrating.kill();
      expect(await shapeOf(url)).toEqual(whole);
    });

  /** Parcels with numbers, as an old version keeps them. */
  async function addParcels(dataSource: DataSource, version: number): Promise<void> {
    const now = "'2026-01-01 00:00:00'";
    await dataSource.query(
      `INSERT INTO teams (id, name, nameFolded, createdAt, updatedAt) VALUES ('t', 'T', 't', ${now}, ${now})`,
    );
    await dataSource.query(
      `INSERT INTO workspaces (id, teamPk, title, titleFolded, storeHash, createdAt, updatedAt)
        SELECT 'w', pk, 'W', 'w', 'hash', ${now}, ${now} FROM teams`,
    );
    for (let parcel = 0; parcel < 3; parcel++)
      await dataSource.query(
        `INSERT INTO shipments (id, workspacePk, trackingNumber, orderNumbers, createdAt, updatedAt)
          SELECT 's${parcel}', pk, 'RR${parcel}23456785GB', '', ${now}, ${now} FROM workspaces`,
      );
    if (version < 3) return;
    const part = partsOf('RR123456785GB')?.[0];
    await dataSource.query(
      `INSERT INTO tracking_number_parts (workspacePk, part, shipmentPk) SELECT workspacePk, ${part}, pk FROM shipments`,
    );
  }
});
