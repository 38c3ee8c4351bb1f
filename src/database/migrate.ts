import { type DataSource, type Migration, MigrationExecutor, type QueryRunner } from 'typeorm';
import { persistently } from './unit-of-work.js';

/** Seconds for which a process waits while another one changes the tables. */
const PATIENCE = 600;

/**
 * Brings the tables up to date. Of several processes that start at once, one does it and the others wait for it.
 * @returns the names of the migrations that it ran.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const isSqlite = dataSource.options.type === 'better-sqlite3';
    const ran = await (isSqlite ? migrateSqlite(runner) : migrateMysql(runner));
    return ran.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}

const pending = (runner: QueryRunner, transaction: 'each' | 'none'): Promise<Migration[]> =>
  Object.assign(new MigrationExecutor(runner.connection, runner), { transaction }).executePendingMigrations();

/** MySQL ends a transaction with each new table, so a lock of the connection keeps the others out. */
async function migrateMysql(runner: QueryRunner): Promise<Migration[]> {
  const lock = "CONCAT('waybill ', SHA1(DATABASE()))";
  const [held] = (await runner.query(`SELECT GET_LOCK(${lock}, ${PATIENCE}) AS held`)) as { held: unknown }[];
  if (Number(held?.held) !== 1)
    throw new Error('Another process has been migrating the database for too long.');
  try {
    return await pending(runner, 'each');
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${lock})`);
  }
}

/** SQLite makes and changes tables inside a transaction, which keeps other writers out. */
async function migrateSqlite(runner: QueryRunner): Promise<Migration[]> {
  await runner.beforeMigration();
  await persistently(() => runner.query('BEGIN IMMEDIATE'));
  try {
    const ran = await pending(runner, 'none');
    await runner.query('COMMIT');
    return ran;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.afterMigration();
  }
}
