import type { DataSource, Table } from 'typeorm';

/** What TypeORM and the migrations keep for themselves. */
const HOUSEKEEPING = ['migrations', 'migration_lease', 'typeorm_metadata', 'sqlite_sequence'];

/**
 * The tables of a database as TypeORM reads them. Asked without names, it reads those of all databases of the server, which other tests
 * make and remove meanwhile.
 */
export async function ownTables(dataSource: DataSource): Promise<Table[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const rows = (await runner.query(
      dataSource.options.type === 'better-sqlite3'
        ? "SELECT name FROM sqlite_master WHERE type = 'table'"
        : 'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
    )) as { name: string }[];
    const names = rows.map(({ name }) => name).filter((name) => !HOUSEKEEPING.includes(name));
    return names.length === 0 ? [] : await runner.getTables(names);
  } finally {
    await runner.release();
  }
}
