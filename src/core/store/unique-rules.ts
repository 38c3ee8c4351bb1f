import { failureOf } from '../database/failures.js';
import type { Table, Tables } from '../database/tables.js';
import { and, condition, isIn, type Stored } from '../metadata/condition.js';
import { Violations } from '../metadata/errors.js';
import type { Resource, Unique } from '../metadata/resource.js';
import { type Batch, readBatch, type Transaction } from '../metadata/transaction.js';
import { CODE, type Violation } from '../metadata/violation.js';
import type { Columns } from './rows.js';

type TakenBatch = Batch<Readonly<Columns>, readonly Violation[]>;

const batches = new WeakMap<Tables, Map<Resource, TakenBatch>>();

/** Answers which unique rules speak against a row, those of many lines with a query for each rule. */
export function takenBatchOf(resource: Resource, tables: Tables): TakenBatch {
  const known = batches.get(tables) ?? new Map<Resource, TakenBatch>();
  batches.set(tables, known);
  const table = tables.of(resource.entity);
  const batch =
    known.get(resource) ?? readBatch((rows, transaction) => takenOf(resource, table, rows, transaction));
  known.set(resource, batch);
  return batch;
}

/** A violated unique index is the same 400 that a look beforehand would give, and it holds under concurrency. */
export async function uniquely<T>(
  resource: Resource,
  table: Table,
  isUpdate: boolean,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'duplicate') throw error;
    const columns = table.unique.get(failure.index) ?? sqliteColumns(failure.index);
    const unique = resource.unique.find((each) => each.columns.join() === columns.join());
    if (!unique) throw error;
    throw new Violations([isTaken(unique, isUpdate)]);
  }
}

/** The unique rules that rows of the table hold against each of some rows, in the order of the rules. */
export async function takenOf(
  { unique: rules }: Resource,
  table: Table,
  rows: readonly Readonly<Columns>[],
  transaction: Transaction,
): Promise<(readonly Violation[])[]> {
  const found = rows.map((): Violation[] => []);
  for (const unique of rules) {
    const columns = unique.columns.map((path) => columnOf(table, path));
    const last = columns.at(-1) as string;
    /** Rows that have all but the last column in common, which is looked for in one list. */
    const groups = new Map<string, { first: Stored[]; values: Stored[] }>();
    const keys = rows.map((row) => unique.columns.map((path) => row[path] ?? null));
    for (const values of keys) {
      if (values.includes(null)) continue;
      const first = values.slice(0, -1);
      const group = groups.get(JSON.stringify(first)) ?? { first, values: [] };
      groups.set(JSON.stringify(first), group);
      group.values.push(values.at(-1) as Stored);
    }
    const holders = new Map<string, number>();
    for (const { first, values } of groups.values()) {
      const where = and([
        ...first.map((value, at) => condition(`${columns[at]} = ?`, value)),
        isIn(last, values),
      ]);
      const others = await transaction.read(
        `SELECT pk, ${last} FROM ${table.name} WHERE ${where.sql}`,
        where.params,
      );
      for (const [pk, value] of others) holders.set(JSON.stringify([...first, value]), pk as number);
    }
    keys.forEach((values, at) => {
      const holder = holders.get(JSON.stringify(values));
      const pk = rows[at]?.pk;
      if (holder !== undefined && holder !== pk) found[at]?.push(isTaken(unique, pk !== undefined));
    });
  }
  return found;
}

const isTaken = ({ propertyPath, message, onUpdate }: Unique, isUpdate: boolean): Violation => ({
  propertyPath,
  message: isUpdate && onUpdate ? `${message}. ${onUpdate}` : message,
  code: CODE.notUnique,
});

/** `shipments.workspacePk, shipments.trackingNumber` */
const sqliteColumns = (list: string): string[] =>
  list.split(', ').map((each) => each.slice(each.indexOf('.') + 1));

/** The column of a property path: `addressCity` of `address.city`. */
export function columnOf(table: Table, path: string): string {
  const column = table.columns.get(path);
  if (column === undefined) throw new Error(`The table ${table.name} has no column for "${path}".`);
  return column;
}
