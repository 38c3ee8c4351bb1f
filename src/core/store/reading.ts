import type { Database, Origin } from '../database/database.js';
import { Source } from '../query/source.js';
import { type Condition, isNever } from '../metadata/condition.js';
import { NotFound } from '../metadata/errors.js';
import type { Group, ReadContext, Row } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Json } from '../serializer/reader.js';
import type { Catalog } from './catalog.js';
import { countedNow, totalsFor, type TotalsOf } from './workspace-totals.js';

/** Runs a SELECT: on what is committed, or inside a unit of work. */
export type Read = (sql: string, params: Condition['params']) => Promise<readonly Row[]>;

export const readFrom =
  (database: Database, origin: Origin): Read =>
  (sql, params) =>
    database.read(sql, params, origin);

export const readIn =
  (transaction: Transaction): Read =>
  (sql, params) =>
    transaction.read(sql, params);

/** As a unit of work sees it where there is one, else what is committed. */
export const readOf = (database: Database, origin: Origin, transaction: Transaction | undefined): Read =>
  transaction ? readIn(transaction) : readFrom(database, origin);

/** The one row for which a condition over `t` holds. @throws NotFound. */
export async function readItem(...asked: Parameters<typeof readItems>): Promise<Json> {
  const [item] = await readItems(...asked);
  if (!item) throw new NotFound();
  return item;
}

/** The rows for which a condition over `t` holds. `totalsOf` counts what workspaces show of themselves. */
export async function readItems(
  catalog: Catalog,
  resource: Resource,
  group: Group,
  where: Condition,
  context: ReadContext,
  read: Read,
  totalsOf: TotalsOf = countedNow(catalog),
): Promise<Json[]> {
  if (isNever(where)) return [];
  const reader = catalog.reader(resource, group);
  const { selection } = reader;
  const source = new Source(catalog.tables, resource.entity, context.now, selection.joins);
  const rows = await read(`SELECT ${selection.sql} FROM ${source.sql} WHERE ${where.sql}`, where.params);
  const whole = { ...context, ...(await totalsFor(reader, rows, read, totalsOf)) };
  return rows.map((row) => reader.toJson(row, whole));
}
