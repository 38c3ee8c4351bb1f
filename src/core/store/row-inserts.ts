import { insertRow, insertValues } from '../database/insert.js';
import { entityColumns } from '../database/sql-names.js';
import type { Table, Tables } from '../database/tables.js';
import { isIn, type Stored } from '../metadata/condition.js';
import { Collision, Violations } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import { type Batch, type Transaction, writeBatch } from '../metadata/transaction.js';
import type { Violation } from '../metadata/violation.js';
import { withDefaults } from './row-changes.js';
import type { Columns } from './rows.js';
import { columnOf, takenOf, uniquely } from './unique-rules.js';

const blanks = new WeakMap<Resource, Readonly<Columns>>();

/**
 * A new row before its body says anything: every column but the key, those of the fields as POST leaves them. Copied with
 * `{ ...blank }`, rows of a resource have one shape, which is what makes them quick to fill and to read.
 */
export function blankRow(resource: Resource): Readonly<Columns> {
  const known = blanks.get(resource) ?? makeBlank(resource);
  blanks.set(resource, known);
  return known;
}

function makeBlank(resource: Resource): Readonly<Columns> {
  const row = { ...withDefaults<unknown>(resource.entity, {}) } as Columns;
  delete row.pk;
  for (const { groups, write } of resource.fields.values())
    if (groups.has('post')) Object.assign(row, write?.columns?.(write.default ?? null, noSecret));
  // V8 keeps an object that is filled by names as a hash table, and one that is parsed with a shape
  return JSON.parse(JSON.stringify(row)) as Columns;
}

const noSecret = (): never => {
  throw new Error('What a field has by default is no secret.');
};

type InsertBatch = Batch<Columns, number | Violation>;

const batches = new WeakMap<Tables, Map<Resource, InsertBatch>>();

/** Inserts whole rows of a resource; answers their keys, or the unique rule that speaks against one. */
export function insertsOf(resource: Resource, tables: Tables): InsertBatch {
  const known = batches.get(tables) ?? new Map<Resource, InsertBatch>();
  batches.set(tables, known);
  const table = tables.of(resource.entity);
  const batch =
    known.get(resource) ?? writeBatch((rows, transaction) => insertMany(resource, table, rows, transaction));
  known.set(resource, batch);
  return batch;
}

/** @throws Violations of a single row. */
async function insertMany(
  resource: Resource,
  table: Table,
  rows: readonly Columns[],
  transaction: Transaction,
): Promise<readonly (number | Violation)[]> {
  const [only] = rows;
  if (only && rows.length === 1) return [await insertOne(resource, table, only, transaction)];
  const taken = await takenOf(resource, table, rows, transaction);
  // of several rules the database says which comes first
  for (const [at, { length }] of taken.entries())
    if (length > 1)
      taken[at] = await refusalOf(() => insertOne(resource, table, rows[at] ?? {}, transaction));
  const free = rows.filter((_, at) => taken[at]?.length === 0);
  const paths = toldPaths(resource, free);
  const columns = paths.map((path) => columnOf(table, path)).join(', ');
  const values = free.map((row) => paths.map((path) => row[path] ?? null));
  await insertValues(transaction, table.name, columns, values);
  const those = isIn(
    'id',
    free.map(({ id }) => id ?? null),
  );
  const made = await transaction.read(`SELECT id, pk FROM ${table.name} WHERE ${those.sql}`, those.params);
  const pks = new Map(made as [string, number][]);
  return rows.map(({ id }, at) => taken[at]?.[0] ?? (pks.get(id as string) as number));
}

/** The columns in which some row has another value than the table gives it anyway. */
function toldPaths({ entity }: Resource, rows: readonly Columns[]): string[] {
  return entityColumns(entity).flatMap(({ path, options }) => {
    const given = (options.default as Stored | undefined) ?? null;
    return path !== 'pk' && rows.some((row) => (row[path] ?? null) !== given) ? [path] : [];
  });
}

const insertOne = (
  resource: Resource,
  table: Table,
  row: Columns,
  transaction: Transaction,
): Promise<number> => {
  const paths = Object.keys(row).filter((path) => path !== 'pk');
  const stored = Object.fromEntries(paths.map((path) => [columnOf(table, path), row[path] ?? null]));
  return uniquely(resource, table, false, () => insertRow(transaction, table.name, stored));
};

async function refusalOf(write: () => Promise<unknown>): Promise<readonly Violation[]> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Violations) return error.violations;
    throw error;
  }
  throw new Collision();
}
