import type { QueryRunner } from 'typeorm';

export const isMysql = (runner: QueryRunner): boolean => runner.connection.options.type !== 'better-sqlite3';

/** What a database has now: never what the runner remembers, for a step may be repeated after it was interrupted. */
async function isThere(
  runner: QueryRunner,
  mysql: string,
  sqlite: string,
  params: readonly string[],
): Promise<boolean> {
  const rows = (await runner.query(isMysql(runner) ? mysql : sqlite, [...params])) as unknown[];
  return rows.length > 0;
}

export const hasTable = (runner: QueryRunner, table: string): Promise<boolean> =>
  isThere(
    runner,
    'SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?',
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
    [table],
  );

export const hasColumn = (runner: QueryRunner, table: string, column: string): Promise<boolean> =>
  isThere(
    runner,
    'SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = ?',
    'SELECT 1 FROM pragma_table_info(?) WHERE name = ?',
    [table, column],
  );

export const hasIndex = (runner: QueryRunner, table: string, index: string): Promise<boolean> =>
  isThere(
    runner,
    'SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME = ?',
    "SELECT 1 FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND name = ?",
    [table, index],
  );

export const hasForeignKey = (runner: QueryRunner, table: string, name: string): Promise<boolean> =>
  isThere(
    runner,
    `SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'FOREIGN KEY'
      AND TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND CONSTRAINT_NAME = ?`,
    `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? AND instr(sql, 'CONSTRAINT "' || ? || '"') > 0`,
    [table, name],
  );
