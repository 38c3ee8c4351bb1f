import type { Table, Tables } from '../database/tables.js';
import { and, condition, isIn, isNever, type Condition, type Stored } from '../metadata/condition.js';
import { Violations } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import { recordRow } from './row-changes.js';
import { insertsOf } from './row-inserts.js';
import { columnOf, takenBatchOf, uniquely } from './unique-rules.js';
import { unitChanges } from './unit-changes.js';
import { type Batch, readBatch, type Transaction } from '../metadata/transaction.js';
import type { Violation } from '../metadata/violation.js';

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

  /** `row` is a whole one, see `blankRow`. @returns its key. @throws Violations when a unique rule speaks against it. */
  async insert(resource: Resource, row: Columns): Promise<number> {
    const { columns } = this.tables.of(resource.entity);
    if (columns.has('createdAt')) row.createdAt = this.transaction.moment;
    if (columns.has('updatedAt')) row.updatedAt = this.transaction.moment;
    for (const unique of resource.unique) {
      const values = unique.columns.map((path) => row[path] ?? null);
      if (!values.includes(null))
        this.transaction.claim(`${resource.path} ${unique.columns.join()}`, [JSON.stringify(values)]);
    }
    const made = await this.transaction.batch(insertsOf(resource, this.tables), row);
    if (typeof made !== 'number') throw new Violations([made]);
    row.pk = made;
    if (resource.owner === 'workspace') recordRow(resource.entity, { after: row }, this.transaction);
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
      : this.transaction.batch(takenBatchOf(resource, this.tables), row);
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
