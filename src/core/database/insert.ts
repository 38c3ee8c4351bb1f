import type { Stored } from '../metadata/condition.js';
import { type Batch, type Transaction, writeBatch } from '../metadata/transaction.js';
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

/** Values of one statement at most: what a driver does with them holds up nobody for more than a few milliseconds. */
const MAX_VALUES = 6_000;
/** Characters of one statement at most: servers take a megabyte or more, as they are set. */
const MAX_CHARACTERS = 500_000;

/** Inserts rows into a table, their columns by their names, with as few statements as their columns allow. */
export async function insertRows(
  transaction: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, Stored>>[],
): Promise<void> {
  const alike = new Map<string, { names: readonly string[]; rows: Stored[][] }>();
  for (const row of rows) {
    const names = Object.keys(row);
    const key = names.join(', ');
    const group = alike.get(key) ?? { names, rows: [] };
    alike.set(key, group);
    group.rows.push(Object.values(row));
  }
  for (const [columns, { rows: values }] of alike) await insertValues(transaction, table, columns, values);
}

/** Inserts rows with few statements, each with its values in the order of the columns: `id, addressCity`. */
export async function insertValues(
  transaction: Transaction,
  table: string,
  columns: string,
  rows: readonly (readonly Stored[])[],
): Promise<void> {
  for (const some of inStatements(rows)) await transaction.insert(`${table} (${columns})`, some);
}

/** Rows in groups that one statement takes. */
function* inStatements(rows: readonly (readonly Stored[])[]): Generator<readonly (readonly Stored[])[]> {
  const most = Math.max(1, Math.floor(MAX_VALUES / (rows[0]?.length ?? 1)));
  let some: (readonly Stored[])[] = [];
  let characters = 0;
  for (const row of rows) {
    const long = row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
    if (some.length > 0 && (some.length >= most || characters + long > MAX_CHARACTERS)) {
      yield some;
      some = [];
      characters = 0;
    }
    some.push(row);
    characters += long;
  }
  if (some.length > 0) yield some;
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
  await insertValues(transaction, names.table, columns, rows);
}

/** `insertAll` for the rows of many lines together. */
export const insertBatch = <E>(
  entity: Entity<E>,
  paths: readonly ColumnPath<E>[],
): Batch<readonly (readonly Stored[])[], void> =>
  writeBatch(async (lists, transaction) => {
    await insertAll(transaction, entity, paths, lists.flat());
    return lists.map(() => undefined);
  });

const known = new Map<Entity<unknown>, unknown>();

function namesOf<E>(entity: Entity<E>): SqlNames<E> {
  const names = (known.get(entity) as SqlNames<E> | undefined) ?? sqlNames(entity);
  known.set(entity, names);
  return names;
}
