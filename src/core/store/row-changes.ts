import { insertAll } from '../database/insert.js';
import {
  type ColumnPath,
  type Entity,
  entityColumns,
  selectList,
  tableNameOf,
} from '../database/sql-names.js';
import { isIn, type Condition, type Stored } from '../metadata/condition.js';
import { type Batch, type Transaction, writeBatch } from '../metadata/transaction.js';
import { recordEvent } from '../outbox/change-set.js';
import type { Columns, ColumnsOf } from './rows.js';
import { observersOf, unitChanges } from './unit-changes.js';
import { bumpVersion } from './workspace-version.js';

/** A row before and after a change. */
export interface BeforeAndAfter<E> {
  /** The whole row as it was; a new one was not. */
  readonly before?: Readonly<ColumnsOf<E>> | undefined;
  /** The whole row as it is; a deleted one is not. */
  readonly after?: Readonly<ColumnsOf<E>> | undefined;
}

/**
 * Says that this unit changes a row of a workspace: totals that were counted before become those of now by it. It raises the version of the workspace. The store says so of what it writes; whoever writes rows of a resource
 * with SQL of their own uses `addRows`, `updateRow` and `deleteRows`, or calls this.
 */
export function recordRow<E>(
  entity: Entity<E>,
  { before, after }: BeforeAndAfter<E>,
  transaction: Transaction,
): void {
  const row = (after ?? before) as Columns | undefined;
  const workspacePk = row?.workspacePk;
  if (!row || typeof workspacePk !== 'number') return;
  unitChanges(transaction).add({
    table: tableNameOf(entity),
    pk: row.pk as number | undefined,
    workspacePk,
    before: before,
    after: after,
  });
  bumpVersion(workspacePk, transaction);
}

/** Says that rows of a table have changed where nobody knows how they were: their totals are counted again. */
export function recordUnknown(entity: Entity<unknown>, workspacePk: number, transaction: Transaction): void {
  unitChanges(transaction).addUnknown(tableNameOf(entity), workspacePk);
  bumpVersion(workspacePk, transaction);
}

/** A row that is inserted, with what the table gives the columns that it does not name. */
export function withDefaults<E>(entity: Entity<E>, row: Readonly<Columns>): ColumnsOf<E> {
  const whole: Columns = {};
  for (const { path, options } of entityColumns(entity))
    whole[path] = row[path] ?? (options.default as Stored | undefined) ?? null;
  return whole as ColumnsOf<E>;
}

/** Inserts rows with one statement, each with its values in the order of the columns. */
export async function addRows<E>(
  transaction: Transaction,
  entity: Entity<E>,
  paths: readonly ColumnPath<E>[],
  rows: readonly (readonly Stored[])[],
): Promise<void> {
  await insertAll(transaction, entity, paths, rows);
  for (const values of rows) {
    const row = Object.fromEntries(paths.map((path, at) => [path, values[at] ?? null]));
    recordRow(entity, { after: withDefaults(entity, row) }, transaction);
  }
}

/**
 * Changes columns of a row, and says so to subscribers.
 * @param before the whole row as it is, held: `selectList` names its columns.
 * @returns the row as it is then; itself when nothing differs.
 */
export async function updateRow<E>(
  entity: Entity<E>,
  before: Readonly<ColumnsOf<E>>,
  set: { readonly [P in ColumnPath<E>]?: Stored },
  transaction: Transaction,
): Promise<Readonly<ColumnsOf<E>>> {
  const was = before as Columns;
  const wanted = set as Columns;
  const changed = entityColumns(entity).filter(
    ({ path }) => wanted[path] !== undefined && wanted[path] !== was[path],
  );
  if (!changed.some(({ path }) => path !== 'updatedAt')) return before;
  const after = { ...before, ...set } as ColumnsOf<E>;
  const values = changed.map(({ column, path }) => [column, wanted[path] ?? null] as const);
  await transaction.batch(updatesOf(entity), { pk: was.pk ?? null, values });
  recordUpdate(entity, before, after, transaction);
  return after;
}

interface RowUpdate {
  readonly pk: Stored;
  readonly values: readonly (readonly [column: string, value: Stored])[];
}

const updates = new Map<unknown, Batch<RowUpdate, void>>();

/** Rows of which the same columns change are changed with one statement. */
function updatesOf(entity: Entity<unknown>): Batch<RowUpdate, void> {
  const table = tableNameOf(entity);
  const known =
    updates.get(entity) ??
    writeBatch(async (all: readonly RowUpdate[], transaction) => {
      const alike = new Map<string, RowUpdate[]>();
      for (const each of all) {
        const columns = each.values.map(([column]) => column).join();
        alike.set(columns, [...(alike.get(columns) ?? []), each]);
      }
      for (const rows of alike.values()) await updateAlike(table, rows, transaction);
      return all.map(() => undefined);
    });
  updates.set(entity, known);
  return known;
}

async function updateAlike(
  table: string,
  rows: readonly RowUpdate[],
  transaction: Transaction,
): Promise<void> {
  const those = isIn(
    'pk',
    rows.map(({ pk }) => pk),
  );
  const columns = rows[0]?.values.map(([column]) => column) ?? [];
  const cases = rows.length === 1 ? '?' : `CASE pk ${rows.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const params = columns.flatMap((_, at) =>
    rows.flatMap(({ pk, values }) => {
      const value = values[at]?.[1] ?? null;
      return rows.length === 1 ? [value] : [pk, value];
    }),
  );
  const set = columns.map((column) => `${column} = ${cases}`).join(', ');
  await transaction.send(`UPDATE ${table} SET ${set} WHERE ${those.sql}`, [...params, ...those.params]);
}

/** As `recordRow`, of a row that is there before and after; subscribers are told as well. */
export function recordUpdate<E>(
  entity: Entity<E>,
  before: Readonly<ColumnsOf<E>>,
  after: Readonly<ColumnsOf<E>>,
  transaction: Transaction,
): void {
  recordRow(entity, { before, after }, transaction);
  const [was, is] = [before as Columns, after as Columns];
  const columns = Object.keys(is).filter((path) => path !== 'updatedAt' && is[path] !== was[path]);
  const table = tableNameOf(entity);
  recordEvent(
    {
      entity: observersOf(transaction)?.paths.get(table) ?? table,
      event: 'update',
      pk: was.pk as number,
      workspacePk: was.workspacePk as number,
      columns,
    },
    transaction,
  );
}

/** Rows of an entity as they are, held until the unit ends; `where` names its columns without an alias. */
export function heldRows<E>(
  entity: Entity<E>,
  where: Condition,
  transaction: Transaction,
): Promise<ColumnsOf<E>[]> {
  return transaction.rows<ColumnsOf<E>>(
    `SELECT ${selectList(entity)} FROM ${tableNameOf(entity)} WHERE ${where.sql} ORDER BY pk${transaction.dialect.forUpdate}`,
    where.params,
  );
}

/** A row of an entity: as this unit has written it, where it has, or as it is, held. */
export async function heldRow<E>(
  entity: Entity<E>,
  pk: number,
  transaction: Transaction,
): Promise<Readonly<ColumnsOf<E>> | undefined> {
  const written = unitChanges(transaction).rowOf(tableNameOf(entity), pk);
  return (
    (written as ColumnsOf<E> | undefined) ??
    (await heldRows(entity, { sql: 'pk = ?', params: [pk] }, transaction))[0]
  );
}

/** A row that this unit has made, as it is: whoever else writes waits for the unit before it sees it. */
export const newRow = <E>(
  entity: Entity<E>,
  pk: number,
  transaction: Transaction,
): Readonly<ColumnsOf<E>> | undefined =>
  unitChanges(transaction).newRowOf(tableNameOf(entity), pk) as ColumnsOf<E> | undefined;

/** Deletes rows, and says so. @returns how many. */
export async function deleteRows<E>(
  entity: Entity<E>,
  where: Condition,
  transaction: Transaction,
): Promise<number> {
  const rows = await heldRows(entity, where, transaction);
  if (rows.length === 0) return 0;
  const those = isIn(
    'pk',
    rows.map((row) => (row as { readonly pk?: Stored }).pk ?? null),
  );
  await transaction.send(`DELETE FROM ${tableNameOf(entity)} WHERE ${those.sql}`, those.params);
  for (const before of rows) recordRow(entity, { before }, transaction);
  return rows.length;
}
