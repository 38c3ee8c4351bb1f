import { type DataSource, Migration, MigrationExecutor, type QueryRunner } from 'typeorm';
import { lookingFirst, repeatable } from '../migrations/repeatable.js';
import { persistently } from './unit-of-work.js';

/** Seconds for which a process waits while another one changes the tables. */
const PATIENCE = 600;

/**
 * Brings the tables up to date. Of several processes that start at once, one does it and the others wait for it.
 * @returns the names of the migrations that it ran.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = lookingFirst(dataSource.createQueryRunner());
  try {
    const isSqlite = dataSource.options.type === 'better-sqlite3';
    const ran = await (isSqlite ? migrateSqlite(runner) : migrateMysql(runner));
    return ran.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}

/** Runs migrations in the order of their list; TypeORM goes by the time stamps in their names. */
class MigrationsInOrder extends MigrationExecutor {
  /** Each statement is kept at once; whoever needs a transaction around all of them begins it. */
  override transaction = 'none' as const;

  protected override getMigrations(): Migration[] {
    const names = this.dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
    return super
      .getMigrations()
      .sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
      .map(({ id, timestamp, name, instance }) =>
        instance
          ? new Migration(id, timestamp, name, repeatable(instance))
          : new Migration(id, timestamp, name),
      );
  }
}

const pending = (runner: QueryRunner): Promise<Migration[]> =>
  new MigrationsInOrder(runner.connection, runner).executePendingMigrations();

/** MySQL ends a transaction with each new table, so a lock of the connection keeps the others out. */
async function migrateMysql(runner: QueryRunner): Promise<Migration[]> {
  const lock = "CONCAT('waybill ', SHA1(DATABASE()))";
  const [held] = (await runner.query(`SELECT GET_LOCK(${lock}, ${PATIENCE}) AS held`)) as { held: unknown }[];
  if (Number(held?.held) !== 1)
    throw new Error('Another process has been migrating the database for too long.');
  try {
    return await pending(runner);
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${lock})`);
  }
}

/** SQLite makes and changes tables inside a transaction, which keeps other writers out. */
async function migrateSqlite(runner: QueryRunner): Promise<Migration[]> {
  await runner.beforeMigration();
  await persistently(() => runner.query('BEGIN IMMEDIATE'));
  try {
    const ran = await pending(runner);
    await runner.query('COMMIT');
    return ran;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.afterMigration();
  }
}
