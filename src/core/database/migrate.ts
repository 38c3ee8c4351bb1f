import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type DataSource, type Migration, MigrationExecutor, type QueryRunner } from 'typeorm';
import { lookingFirst } from './looking-first.js';
import { codeOf, errnoOf, failureOf } from './failures.js';
import { LeaseLost, leaseMigrations, LEASE_TIMEOUT_MS } from './migration-lease.js';
import { assertNotNewer, recordForOlderServers } from './newer-database.js';
import { ownConnection } from './own-connection.js';

const logger = new Logger('migrations');

/**
 * Seconds for which a change waits for those who use the table, before it lets them pass and asks again: as long as it
 * waits, nobody else gets to the table.
 */
const LOCK_SECONDS = 2;
const RETRY_DELAY_MS = 500;
/** Milliseconds after which such a change is given up. */
const TIMEOUT_MS = 600_000;

/** How often the migrations are begun again when another process came in between, or the database went away. */
const ATTEMPTS = 5;

/** It is there, or gone, already: what a process that died had begun went on in the database. */
const DONE_MEANWHILE = new Set<unknown>([1005, 1022, 1050, 1060, 1061, 1091, 1826]);

/**
 * Brings the tables up to date. Of several processes that start at once, one does it and the others wait for it. When it
 * dies, at whatever moment, the next one goes on.
 * @returns the names of the migrations that it ran.
 * @throws NewerDatabase.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  await assertNotNewer(dataSource);
  const isSqlite = dataSource.options.type === 'better-sqlite3';
  const ran = await (isSqlite ? migrateSqlite(dataSource) : migrateMysql(dataSource));
  return ran.map(({ name }) => name);
}

/** Runs migrations in the order of their list; TypeORM goes by the time stamps in their names. */
class MigrationsInOrder extends MigrationExecutor {
  /** Each statement is kept at once; whoever needs a transaction around all of them begins it. */
  override transaction = 'none' as const;

  protected override getMigrations(): Migration[] {
    const names = this.dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
    return super.getMigrations().sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  }
}

async function pending(runner: QueryRunner): Promise<Migration[]> {
  const ran = await new MigrationsInOrder(runner.connection, lookingFirst(runner)).executePendingMigrations();
  if (ran.length > 0) await recordForOlderServers(runner.connection, runner);
  return ran;
}

/** MySQL ends a transaction with each change of a table, so that each step is done again after an interruption. */
async function migrateMysql(dataSource: DataSource): Promise<Migration[]> {
  for (let attempt = 1; ; attempt++) {
    const runner = dataSource.createQueryRunner();
    try {
      return await withLease(runner);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthAnother(error)) throw error;
      logger.warn(`interrupted (${codeOf(error) ?? 'another process came in between'}); going on`);
      await pause(RETRY_DELAY_MS * attempt);
    } finally {
      await endConnection(runner);
    }
  }
}

const isWorthAnother = (error: unknown): boolean =>
  error instanceof LeaseLost ||
  DONE_MEANWHILE.has(errnoOf(error)) ||
  ['collision', 'unavailable'].includes(failureOf(error).kind);

async function withLease(runner: QueryRunner): Promise<Migration[]> {
  await runner.connect();
  for (const setting of ['lock_wait_timeout', 'innodb_lock_wait_timeout'])
    await runner.query(`SET SESSION ${setting} = ${LOCK_SECONDS}`);
  // a change of a large table takes its time; MySQL bounds reads alone and does not know it
  await runner.query('SET SESSION max_statement_time = 0').catch(() => undefined);
  // what another node of a cluster has migrated is seen here; others do not know it
  await runner.query('SET SESSION wsrep_sync_wait = 1').catch(() => undefined);
  const beats = await ownConnection(runner.connection, LEASE_TIMEOUT_MS / 4);
  try {
    const lease = await leaseMigrations(runner, beats);
    try {
      return await pending(patient(runner, () => lease.assertHeld()));
    } finally {
      await lease.release();
    }
  } finally {
    beats.close();
  }
}

/** Lets a runner ask again for locks that others have, as long as it may go on. */
function patient(runner: QueryRunner, assertMayGoOn: () => void): QueryRunner {
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  return Object.assign(runner, {
    query: async (...args: unknown[]): Promise<unknown> => {
      const began = performance.now();
      for (let attempt = 1; ; attempt++) {
        assertMayGoOn();
        try {
          return await query(...args);
        } catch (error) {
          if (failureOf(error).kind !== 'collision' || performance.now() - began > TIMEOUT_MS) throw error;
          if (attempt === 1) logger.log(`a table is in use; waiting for it: ${String(args[0]).slice(0, 60)}`);
          await pause(RETRY_DELAY_MS);
        }
      }
    },
  });
}

/** Its settings and locks go with it. */
async function endConnection(runner: QueryRunner): Promise<void> {
  const connection = (await runner.connect().catch(() => undefined)) as { destroy(): void } | undefined;
  connection?.destroy();
}

/** SQLite makes and changes tables inside a transaction, which keeps other writers out and ends with its process. */
async function migrateSqlite(dataSource: DataSource): Promise<Migration[]> {
  const runner = dataSource.createQueryRunner();
  await runner.beforeMigration();
  try {
    await beginAlone(runner);
    try {
      const ran = await pending(runner);
      await runner.query('COMMIT');
      return ran;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.afterMigration();
    await runner.release();
  }
}

async function beginAlone(runner: QueryRunner): Promise<void> {
  const began = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      await runner.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (failureOf(error).kind !== 'collision' || performance.now() - began > TIMEOUT_MS) throw error;
      if (attempt === 1) logger.log('another process writes to the file; waiting for it');
      await pause(RETRY_DELAY_MS / 5);
    }
  }
}
