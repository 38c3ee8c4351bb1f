import { failureOf } from '../database/failures.js';
import { insertRow, insertRows } from '../database/insert.js';
import type { Table, Tables } from '../database/tables.js';
import { and, condition, isIn, isNever, type Condition, type Stored } from '../metadata/condition.js';
import { Collision, Violations } from '../metadata/errors.js';
import type { Resource, Unique } from '../metadata/resource.js';
import { recordRow, withDefaults } from './row-changes.js';
import { unitChanges } from './unit-changes.js';
import { type Batch, readBatch, type Transaction, writeBatch } from '../metadata/transaction.js';
import { CODE, type Violation } from '../metadata/violation.js';

/** A row's columns by property path: `address.city`. */
export type Columns = Record<string, Stored>;

/** Properties of an entity that are other rows, or follow from them: no columns of its own. */
type NoColumn = boolean | readonly unknown[] | { readonly pk: number };

/**
 * The columns of an entity by property path, as rows have them; those of an embedded object each by themselves:
 * `address.city`. An entity that nobody knows has `Columns`.
 */
export type ColumnsOf<E> = 0 extends 1 & E
  ? Columns
  : { [K in keyof E & string as NonNullable<E[K]> extends Stored ? K : never]: E[K] } & {
      [P in EmbeddedPath<E>]: string | null;
    };

type EmbeddedPath<E> = {
  [K in keyof E & string]: NonNullable<E[K]> extends Stored | NoColumn
    ? never
    : `${K}.${keyof NonNullable<E[K]> & string}`;
}[keyof E & string];

/** Reads rows of a store, by property path. */
export type ReadRows = <E>(resource: Resource<E>, where: Condition) => Promise<ColumnsOf<E>[]>;

/** Rows by the value that each has in a column. */
export function rowsBy<R, K extends keyof R>(rows: readonly R[], column: K): ReadonlyMap<R[K], readonly R[]> {
  const found = new Map<R[K], R[]>();
  for (const row of rows) {
    const others = found.get(row[column]);
    if (others) others.push(row);
    else found.set(row[column], [row]);
  }
  return found;
}

/** The rows of resources inside a unit of work. */
export class Rows {
  constructor(
    private readonly tables: Tables,
    private readonly transaction: Transaction,
  ) {}

  /** The rows for which a condition over the table `t` holds, kept as they are until the unit ends unless unlocked. */
  async find<E>(resource: Resource<E>, where: Condition, lock?: 'unlocked'): Promise<ColumnsOf<E>[]> {
    if (isNever(where)) return [];
    const sql = `${selectOf(this.tables.of(resource.entity), where)}${lock === 'unlocked' ? '' : this.transaction.dialect.forUpdate}`;
    const rows = await this.transaction.rows<ColumnsOf<E> & { readonly pk: number }>(sql, where.params);
    const pks = rows.map(({ pk }) => pk);
    if (lock !== 'unlocked') this.claim(resource, pks);
    return rows;
  }

  /** The row that has all of these values, which is the same for many lines but for one column. It is not held. */
  async findSame(resource: Resource, same: Readonly<Columns>, by: string): Promise<Columns | undefined> {
    return (await this.same(resource, same, by, false))[0];
  }

  /** As `findSame`: all rows that have these values, held until the unit ends, in the order of their keys. */
  async holdSame(resource: Resource, same: Readonly<Columns>, by: string): Promise<readonly Columns[]> {
    const rows = await this.same(resource, same, by, true);
    const pks = rows.map(({ pk }) => pk as number);
    this.claim(resource, pks);
    return rows;
  }

  private same(
    resource: Resource,
    same: Readonly<Columns>,
    by: string,
    held: boolean,
  ): Promise<readonly Columns[]> {
    const { [by]: value = null, ...others } = same;
    return this.transaction.batch(lookupOf(resource, { others, by, held }, this.tables), value);
  }

  /** Rows, or what a row will be, that a line of a bulk write goes by. */
  claim({ path }: Resource, keys: readonly (string | number)[]): void {
    this.transaction.claim(path, keys);
  }

  /** Keys of the first rows for which a condition over the table `t` holds. */
  async some(resource: Resource, where: Condition, limit: number): Promise<number[]> {
    if (isNever(where)) return [];
    const { name } = this.tables.of(resource.entity);
    const sql = `SELECT t.pk AS pk FROM ${name} t WHERE ${where.sql} ORDER BY t.pk LIMIT ${limit}`;
    return (await this.transaction.rows<{ pk: number }>(sql, where.params)).map(({ pk }) => pk);
  }

  /** @returns the new row's key. @throws Violations when a unique rule speaks against it. */
  async insert(resource: Resource, row: Columns): Promise<number> {
    const { columns } = this.tables.of(resource.entity);
    if (columns.has('createdAt')) row.createdAt = this.transaction.moment;
    if (columns.has('updatedAt')) row.updatedAt = this.transaction.moment;
    for (const unique of resource.unique) {
      const values = unique.columns.map((path) => row[path] ?? null);
      if (!values.includes(null))
        this.transaction.claim(`${resource.path} ${unique.columns.join()}`, [JSON.stringify(values)]);
    }
    const made = await this.transaction.batch(batchesOf(resource, this.tables).insert, row);
    if (typeof made !== 'number') throw new Violations([made]);
    if (resource.owner === 'workspace')
      recordRow(
        resource.entity,
        { after: withDefaults(resource.entity, { ...row, pk: made }) },
        this.transaction,
      );
    return made;
  }

  /** Writes the columns that differ. @returns whether there are any. @throws Violations when a unique rule speaks against it. */
  async update(resource: Resource, before: Readonly<Columns>, after: Columns): Promise<boolean> {
    const table = this.tables.of(resource.entity);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    if (changed.length === 0) return false;
    if (table.columns.has('updatedAt')) {
      after.updatedAt = this.transaction.moment;
      changed.push('updatedAt');
    }
    const set = changed.map((path) => `${columnOf(table, path)} = ?`).join(', ');
    const params = [...changed.map((path) => after[path] ?? null), before.pk ?? null];
    await uniquely(resource, table, true, () =>
      this.transaction.run(`UPDATE ${table.name} SET ${set} WHERE pk = ?`, params),
    );
    this.record(resource, before, after);
    return true;
  }

  async delete(resource: Resource, before: Readonly<Columns>): Promise<void> {
    const { name } = this.tables.of(resource.entity);
    await this.transaction.run(`DELETE FROM ${name} WHERE pk = ?`, [before.pk ?? null]);
    if (resource.owner === 'workspace') recordRow(resource.entity, { before }, this.transaction);
  }

  /** `before` may have no more than the key of a row that this unit has written. */
  private record(resource: Resource, before: Readonly<Columns>, after: Columns): void {
    if (resource.owner !== 'workspace') return;
    const { name } = this.tables.of(resource.entity);
    const whole =
      before.workspacePk === undefined
        ? unitChanges(this.transaction).rowOf(name, before.pk as number)
        : before;
    if (whole) recordRow(resource.entity, { before: whole, after: { ...whole, ...after } }, this.transaction);
    else throw new Error(`${resource.name}: a row that nobody has read was changed.`);
  }

  /** The unique rules that other rows hold against a row, looked up beforehand. */
  taken(resource: Resource, row: Readonly<Columns>): Promise<readonly Violation[]> {
    return resource.unique.length === 0
      ? Promise.resolve([])
      : this.transaction.batch(batchesOf(resource, this.tables).taken, row);
  }
}

const selectOf = ({ name, columns }: Table, where: Condition): string =>
  `SELECT ${[...columns].map(([path, column]) => `t.${column} AS \`${path}\``).join(', ')} FROM ${name} t WHERE ${where.sql} ORDER BY t.pk`;

type Lookup = Batch<Stored, readonly Columns[]>;

/** Rows that have some values in common, and a column by which they are told apart. */
interface SoughtRows {
  readonly others: Readonly<Columns>;
  readonly by: string;
  readonly held: boolean;
}

const lookups = new WeakMap<Tables, Map<string, Lookup>>();

function lookupOf(resource: Resource, { others, by, held }: SoughtRows, tables: Tables): Lookup {
  const known = lookups.get(tables) ?? new Map<string, Lookup>();
  lookups.set(tables, known);
  const name = `${resource.path} ${by} ${held} ${JSON.stringify(others)}`;
  const lookup =
    known.get(name) ??
    readBatch(async (values: readonly Stored[], transaction: Transaction) => {
      const where = and([
        ...Object.entries(others).map(([column, each]) => condition(`t.${column} = ?`, each)),
        isIn(`t.${by}`, [...new Set(values)]),
      ]);
      const lock = held ? transaction.dialect.forUpdate : '';
      const sql = `${selectOf(tables.of(resource.entity), where)}${lock}`;
      const found = rowsBy(await transaction.rows<Columns>(sql, where.params), by);
      return values.map((value) => found.get(value) ?? []);
    });
  // one for each workspace: they are made again when they are too many
  if (known.size > 1000) known.clear();
  known.set(name, lookup);
  return lookup;
}

interface RowBatches {
  readonly insert: Batch<Columns, number | Violation>;
  readonly taken: Batch<Readonly<Columns>, readonly Violation[]>;
}

const batches = new WeakMap<Tables, Map<Resource, RowBatches>>();

function batchesOf(resource: Resource, tables: Tables): RowBatches {
  const known = batches.get(tables) ?? new Map<Resource, RowBatches>();
  batches.set(tables, known);
  const table = tables.of(resource.entity);
  const made = known.get(resource) ?? {
    insert: writeBatch((rows, transaction) => insertMany(resource, table, rows, transaction)),
    taken: readBatch((rows, transaction) => takenOf(resource, table, rows, transaction)),
  };
  known.set(resource, made);
  return made;
}

/** @returns the keys of the new rows, or the unique rule that speaks against one. @throws Violations of a single one. */
async function insertMany(
  resource: Resource,
  table: Table,
  rows: readonly Columns[],
  transaction: Transaction,
): Promise<readonly (number | Violation)[]> {
  const stored = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([path, value]) => [columnOf(table, path), value])),
  );
  const [only] = stored;
  if (only && stored.length === 1) return [await insertOne(resource, table, only, transaction)];
  const taken = await takenOf(resource, table, rows, transaction);
  // of several rules the database says which comes first
  for (const [at, { length }] of taken.entries())
    if (length > 1)
      taken[at] = await refusalOf(() => insertOne(resource, table, stored[at] ?? {}, transaction));
  const free = stored.filter((_, at) => taken[at]?.length === 0);
  await insertRows(transaction, table.name, free);
  const those = isIn(
    'id',
    free.map(({ id }) => id ?? null),
  );
  const made = await transaction.read(`SELECT id, pk FROM ${table.name} WHERE ${those.sql}`, those.params);
  const pks = new Map(made as [string, number][]);
  return stored.map(({ id }, at) => taken[at]?.[0] ?? (pks.get(id as string) as number));
}

const insertOne = (
  resource: Resource,
  table: Table,
  row: Columns,
  transaction: Transaction,
): Promise<number> => uniquely(resource, table, false, () => insertRow(transaction, table.name, row));

async function refusalOf(write: () => Promise<unknown>): Promise<readonly Violation[]> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Violations) return error.violations;
    throw error;
  }
  throw new Collision();
}

/** A violated unique index is the same 400 that a look beforehand would give, and it holds under concurrency. */
async function uniquely<T>(
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
async function takenOf(
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

function columnOf(table: Table, path: string): string {
  const column = table.columns.get(path);
  if (column === undefined) throw new Error(`The table ${table.name} has no column for "${path}".`);
  return column;
}
