import type { Stored } from '../metadata/condition.js';
import type { Transaction } from '../metadata/transaction.js';
import { type ColumnPath, type Entity, sqlNames, type SqlNames } from './sql-names.js';

/** Inserts a row of an entity, its columns by property path. @returns the automatic key. */
export function insertInto<E>(
  transaction: Transaction,
  entity: Entity<E>,
  row: { readonly [P in ColumnPath<E>]?: Stored },
): Promise<number> {
  const names = namesOf(entity);
  const columns = Object.entries(row).map(([path, value]) => [names[path as ColumnPath<E>], value as Stored]);
  return insertRow(transaction, names.table, Object.fromEntries(columns) as Record<string, Stored>);
}

/** Inserts a row into a table, its columns by their names. @returns the automatic key. */
export async function insertRow(
  transaction: Transaction,
  table: string,
  row: Readonly<Record<string, Stored>>,
): Promise<number> {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return (await transaction.run(sql, Object.values(row))).insertId;
}

/** Inserts rows with one statement, each with its values in the order of the columns. */
export async function insertAll<E>(
  transaction: Transaction,
  entity: Entity<E>,
  paths: readonly ColumnPath<E>[],
  rows: readonly (readonly Stored[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = namesOf(entity);
  const columns = paths.map((path) => names[path]).join(', ');
  const row = `(${paths.map(() => '?').join(', ')})`;
  await transaction.run(
    `INSERT INTO ${names.table} (${columns}) VALUES ${rows.map(() => row).join(', ')}`,
    rows.flat(),
  );
}

const known = new Map<Entity<unknown>, unknown>();

function namesOf<E>(entity: Entity<E>): SqlNames<E> {
  const names = (known.get(entity) as SqlNames<E> | undefined) ?? sqlNames(entity);
  known.set(entity, names);
  return names;
}
