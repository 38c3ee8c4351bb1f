import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { Source } from '../query/source.js';
import type { Condition } from '../resource/condition.js';
import { NotFound } from '../resource/errors.js';
import type { Group, ReadContext, Row } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { keyOf, type Json, type ManyValues, type Reader } from '../serializer/reader.js';
import type { Catalog } from './catalog.js';

/** Runs a SELECT: on what is committed, or inside a unit of work. */
export type Read = (sql: string, params: Condition['params']) => Promise<readonly Row[]>;

export const readFrom =
  (database: Database): Read =>
  (sql, params) =>
    database.read(sql, params);

/** Rows as lists: every column of a selection has a name of its own. */
export const readIn =
  (transaction: Transaction): Read =>
  async (sql, params) =>
    (await transaction.rows<Record<string, unknown>>(sql, params)).map((row) => Object.values(row));

/** The one row for which a condition over `t` holds. @throws NotFound. */
export async function readItem(
  catalog: Catalog,
  resource: Resource,
  group: Group,
  where: Condition,
  context: ReadContext,
  read: Read,
): Promise<Json> {
  const { selection } = catalog.reader(resource, group);
  const source = new Source(catalog.tables, resource.entity, context.now, selection.joins);
  const rows = await read(`SELECT ${selection.sql} FROM ${source.sql} WHERE ${where.sql}`, where.params);
  const [item] = await readMembers(catalog, catalog.reader(resource, group), rows, context, read);
  if (!item) throw new NotFound();
  return item;
}

/** Rows as JSON, with their to-many fields: one query a field. */
export async function readMembers(
  catalog: Catalog,
  reader: Reader,
  rows: readonly Row[],
  context: ReadContext,
  read: Read,
): Promise<Json[]> {
  const many = await manyOf(reader, rows, catalog.tables, read);
  return rows.map((row) => reader.toJson(row, many, context));
}

async function manyOf(reader: Reader, rows: readonly Row[], tables: Tables, read: Read): Promise<ManyValues> {
  const values = new Map<string, ReadonlyMap<number, readonly unknown[]>>();
  if (rows.length === 0) return values;
  const pks = rows.map(keyOf);
  for (const [name, many] of reader.many) {
    const sql = many.sql(pks.map(() => '?').join(', '), (resource) => tables.of(resource.entity).name);
    const byOwner = new Map<number, unknown[]>();
    for (const [owner, value] of await read(sql, pks)) {
      const list = byOwner.get(owner as number);
      if (list) list.push(value);
      else byOwner.set(owner as number, [value]);
    }
    values.set(name, byOwner);
  }
  return values;
}
