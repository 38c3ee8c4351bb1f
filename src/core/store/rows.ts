import { failureOf } from '../database/failures.js';
import { insertRow } from '../database/insert.js';
import type { Table, Tables } from '../database/tables.js';
import type { Condition, Stored } from '../metadata/condition.js';
import { Violations } from '../metadata/errors.js';
import type { Resource, Unique } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
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
    const { name, columns } = this.tables.of(resource.entity);
    const selected = [...columns].map(([path, column]) => `t.${column} AS \`${path}\``).join(', ');
    const sql = `SELECT ${selected} FROM ${name} t WHERE ${where.sql} ORDER BY t.pk${lock === 'unlocked' ? '' : this.transaction.dialect.forUpdate}`;
    return this.transaction.rows<ColumnsOf<E>>(sql, where.params);
  }

  /** Keys of the first rows for which a condition over the table `t` holds. */
  async some(resource: Resource, where: Condition, limit: number): Promise<number[]> {
    const { name } = this.tables.of(resource.entity);
    const sql = `SELECT t.pk AS pk FROM ${name} t WHERE ${where.sql} ORDER BY t.pk LIMIT ${limit}`;
    return (await this.transaction.rows<{ pk: number }>(sql, where.params)).map(({ pk }) => pk);
  }

  /** @returns the new row's key. @throws Violations when a unique rule speaks against it. */
  async insert(resource: Resource, row: Columns): Promise<number> {
    const table = this.tables.of(resource.entity);
    if (table.columns.has('createdAt')) row.createdAt = this.transaction.moment;
    if (table.columns.has('updatedAt')) row.updatedAt = this.transaction.moment;
    const columns = Object.fromEntries(
      Object.entries(row).map(([path, value]) => [columnOf(table, path), value]),
    );
    return this.uniquely(resource, false, () => insertRow(this.transaction, table.name, columns));
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
    await this.uniquely(resource, true, () =>
      this.transaction.run(`UPDATE ${table.name} SET ${set} WHERE pk = ?`, params),
    );
    return true;
  }

  async delete(resource: Resource, pk: number): Promise<void> {
    await this.transaction.run(`DELETE FROM ${this.tables.of(resource.entity).name} WHERE pk = ?`, [pk]);
  }

  /** A violated unique index is the same 400 that a look beforehand would give, and it holds under concurrency. */
  private async uniquely<T>(resource: Resource, isUpdate: boolean, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'duplicate') throw error;
      const columns =
        this.tables.of(resource.entity).unique.get(failure.index) ?? sqliteColumns(failure.index);
      const unique = resource.unique.find((each) => each.columns.join() === columns.join());
      if (!unique) throw error;
      throw new Violations([isTaken(unique, isUpdate)]);
    }
  }

  /** The unique rules that other rows hold against a row, looked up beforehand. */
  async taken(resource: Resource, row: Readonly<Columns>): Promise<Violation[]> {
    const table = this.tables.of(resource.entity);
    const found: Violation[] = [];
    for (const unique of resource.unique) {
      const values = unique.columns.map((path) => row[path] ?? null);
      if (values.includes(null)) continue;
      const same = unique.columns.map((path) => `${columnOf(table, path)} = ?`).join(' AND ');
      const others = await this.transaction.rows(
        `SELECT pk FROM ${table.name} WHERE ${same} AND pk <> ? LIMIT 1`,
        [...values, row.pk ?? 0],
      );
      if (others.length > 0) found.push(isTaken(unique, row.pk !== undefined));
    }
    return found;
  }
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
