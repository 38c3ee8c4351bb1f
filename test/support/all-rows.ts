import type { Database } from '../../src/core/database/database.js';

/** The names of all tables. */
export async function tableNames(db: Database): Promise<string[]> {
  const names = await db.read(
    db.dialect.kind === 'mysql'
      ? 'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1'
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1",
    [],
  );
  return names.map(([name]) => name as string);
}

/** What the server's own work changes at any moment; that somebody has written shows in `change_marks` as well. */
const BACKGROUND = new Set(['erasures', 'workspace_changes']);

/** Everything that the database holds, by table: two of these tell whether something was written between them. */
export async function allRows(db: Database): Promise<Record<string, readonly unknown[]>> {
  const tables: Record<string, readonly unknown[]> = {};
  for (const name of await tableNames(db))
    if (!BACKGROUND.has(name)) tables[name] = await db.read(`SELECT * FROM \`${name}\``, []);
  return tables;
}

/** The key of a row by its public id. */
export async function pkOf(db: Database, table: string, id: string): Promise<number> {
  const [row] = await db.read(`SELECT pk FROM ${table} WHERE id = ?`, [id]);
  if (!row) throw new Error(`There is no row ${id} in ${table}.`);
  return row[0] as number;
}
