import type { Stored } from '../metadata/condition.js';
import type { Transaction } from '../metadata/transaction.js';

/** Inserts a row, its columns by name. @returns the automatic key. */
export async function insertInto(
  transaction: Transaction,
  table: string,
  row: Readonly<Record<string, Stored>>,
): Promise<number> {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return (await transaction.run(sql, Object.values(row))).insertId;
}

/** Inserts rows with one statement, each with its values in the order of the columns. */
export async function insertAll(
  transaction: Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Stored[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const row = `(${columns.map(() => '?').join(', ')})`;
  await transaction.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => row).join(', ')}`,
    rows.flat(),
  );
}
