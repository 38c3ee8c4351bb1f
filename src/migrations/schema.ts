import { type QueryRunner, Table, type TableColumnOptions, TableForeignKey, TableIndex } from 'typeorm';
import { hasColumn, hasForeignKey, hasIndex, hasTable, isMysql } from '../core/database/schema-checks.js';

/*
 * A migration may be interrupted at any moment and is then done again from its beginning, so everything here looks
 * before it acts: what is there already is not made twice, what has gone is not dropped twice.
 */

/** A column of a table to be made, in words that are the same on MySQL and SQLite. */
export interface ColumnSketch {
  readonly name: string;
  readonly type:
    'pk' | 'ascii' | 'text' | 'longtext' | 'int' | 'bigint' | 'tinyint' | 'moment' | 'decimal' | 'double';
  readonly length?: number;
  readonly nullable?: boolean;
  readonly primary?: boolean;
  readonly default?: number;
}

type Sketch = (name: string, nullable?: 'nullable') => ColumnSketch;
const plain =
  (type: ColumnSketch['type']): Sketch =>
  (name, nullable) => ({ name, type, nullable: nullable === 'nullable' });

/** The automatic key. */
export const pk: ColumnSketch = { name: 'pk', type: 'pk' };
export const int = plain('int');
export const bigint = plain('bigint');
export const longtext = plain('longtext');
export const moment = plain('moment');
/** Four digits, two of them after the point. */
export const decimal = plain('decimal');
export const double = plain('double');
export const ascii = (name: string, length: number, nullable?: 'nullable'): ColumnSketch => ({
  name,
  type: 'ascii',
  length,
  nullable: nullable === 'nullable',
});
export const text = (name: string, length: number, nullable?: 'nullable'): ColumnSketch => ({
  ...ascii(name, length, nullable),
  type: 'text',
});
/** 0 or 1. */
export const flag = (name: string, initial: 0 | 1): ColumnSketch => ({
  name,
  type: 'tinyint',
  default: initial,
});
export const counter = (name: string): ColumnSketch => ({ name, type: 'int', default: 0 });
export const primary = (column: ColumnSketch): ColumnSketch => ({ ...column, primary: true });

export interface TableSketch {
  readonly name: string;
  readonly columns: readonly ColumnSketch[];
  /** Columns by index name; a name that begins with `UQ_` is a unique rule. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
  /** By constraint name: the column, the table it points to, and what happens when that row goes. */
  readonly foreignKeys: Readonly<Record<string, readonly [string, string, 'CASCADE' | 'SET NULL']>>;
}

/** Makes tables that may refer to each other. Each comes whole, with its indexes and rules, or not at all. */
export function createTables(runner: QueryRunner, tables: readonly TableSketch[]): Promise<void> {
  return withoutForeignKeys(runner, async (mysql) => {
    for (const sketch of tables) {
      if (await hasTable(runner, sketch.name)) continue;
      await runner.createTable(tableOf(sketch, mysql), false, true, true);
    }
  });
}

function tableOf({ name, columns, indexes, foreignKeys }: TableSketch, mysql: boolean): Table {
  return new Table({
    name,
    columns: columns.map((column) => columnOptions(column, mysql)),
    indices: Object.entries(indexes).map(([index, columnNames]) => indexNamed(index, columnNames)),
    foreignKeys: Object.entries(foreignKeys).map(([key, [column, referencedTableName, onDelete]]) => ({
      name: key,
      columnNames: [column],
      referencedColumnNames: ['pk'],
      referencedTableName,
      onDelete,
      onUpdate: 'NO ACTION',
    })),
  });
}

const indexNamed = (name: string, columnNames: readonly string[]): TableIndex =>
  new TableIndex({ name, columnNames: [...columnNames], isUnique: name.startsWith('UQ_') });

export async function dropTables(runner: QueryRunner, names: readonly string[]): Promise<void> {
  await withoutForeignKeys(runner, async () => {
    for (const name of names) await runner.query(`DROP TABLE IF EXISTS ${name}`);
  });
}

/** Work with tables that refer to tables which are not there: not yet, or no longer. */
export async function withoutForeignKeys(
  runner: QueryRunner,
  work: (mysql: boolean) => Promise<void>,
): Promise<void> {
  const mysql = isMysql(runner);
  await runner.query(mysql ? 'SET FOREIGN_KEY_CHECKS = 0' : 'PRAGMA defer_foreign_keys = 1');
  try {
    await work(mysql);
  } finally {
    if (mysql) await runner.query('SET FOREIGN_KEY_CHECKS = 1');
  }
}

/** Adds indexes, by name; a name that begins with `UQ_` is a unique rule. */
export async function createIndexes(
  runner: QueryRunner,
  table: string,
  indexes: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  for (const [name, columns] of Object.entries(indexes))
    if (!(await hasIndex(runner, table, name))) await runner.createIndex(table, indexNamed(name, columns));
}

export async function dropIndexes(
  runner: QueryRunner,
  table: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names)
    if (await hasIndex(runner, table, name))
      await runner.query(`DROP INDEX ${name}${isMysql(runner) ? ` ON ${table}` : ''}`);
}

/** Ids and codes are ASCII, text is utf8mb4; both compare byte by byte, as SQLite does. */
function columnOptions(column: ColumnSketch, mysql: boolean): TableColumnOptions {
  const { name, type, length, nullable = false } = column;
  const characters = (charset: string): Partial<TableColumnOptions> =>
    mysql ? { charset, collation: `${charset}_bin` } : {};
  const common = {
    name,
    isNullable: nullable,
    ...(column.primary ? { isPrimary: true } : {}),
    ...(column.default === undefined ? {} : { default: mysql ? `'${column.default}'` : column.default }),
  };
  switch (type) {
    case 'pk':
      return {
        ...common,
        type: mysql ? 'int' : 'integer',
        isPrimary: true,
        isGenerated: true,
        generationStrategy: 'increment',
      };
    case 'ascii':
      return { ...common, type: 'varchar', length: String(length), ...characters('ascii') };
    case 'text':
      return { ...common, type: 'varchar', length: String(length), ...characters('utf8mb4') };
    case 'longtext':
      return { ...common, type: 'text', ...characters('utf8mb4') };
    case 'moment':
      return { ...common, type: 'datetime', precision: 6 };
    case 'decimal':
      return { ...common, type: 'decimal', precision: 4, scale: 2 };
    case 'int':
      return { ...common, type: mysql ? 'int' : 'integer' };
    default:
      return { ...common, type };
  }
}

/** Adds columns to a table that may be large: both databases do that without copying it. */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly ColumnSketch[],
): Promise<void> {
  const mysql = isMysql(runner);
  for (const column of columns) {
    if (await hasColumn(runner, table, column.name)) continue;
    const { type, length, precision, charset, collation, isNullable, ...more } = columnOptions(column, mysql);
    const initial = more.default as string | number | undefined;
    const size = length ?? precision;
    const parts = [
      column.name,
      size === undefined ? type : `${type}(${size})`,
      ...(charset === undefined ? [] : [`CHARACTER SET ${charset} COLLATE ${collation}`]),
      isNullable ? 'NULL' : 'NOT NULL',
      ...(initial === undefined ? [] : [`DEFAULT ${mysql ? initial : `(${initial})`}`]),
    ];
    await runner.query(`ALTER TABLE ${table} ADD COLUMN ${parts.join(' ')}`);
  }
}

export async function dropColumns(
  runner: QueryRunner,
  table: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names)
    if (await hasColumn(runner, table, name)) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${name}`);
}

/** A reference that a table gets later, with its index. When the other row goes, this one goes as well. */
export interface AddedReference {
  readonly table: string;
  readonly name: string;
  readonly column: string;
  /** Columns that its index has besides. */
  readonly indexed: readonly string[];
  readonly target: string;
}

const indexOf = ({ name }: AddedReference): string => name.replace('FK_', 'IX_');

/** Adds the column of a reference with its index and its rule; SQLite makes the table anew for the rule. */
export async function addReference(runner: QueryRunner, added: AddedReference): Promise<void> {
  const { name, column, indexed, target } = added;
  await addColumns(runner, added.table, [int(column, 'nullable')]);
  await createIndexes(runner, added.table, { [indexOf(added)]: [column, ...indexed] });
  if (await hasForeignKey(runner, added.table, name)) return;
  // the runner remembers tables as they were
  const table = (await runner.getTable(added.table)) as Table;
  await runner.createForeignKey(
    table,
    new TableForeignKey({
      name,
      columnNames: [column],
      referencedColumnNames: ['pk'],
      referencedTableName: target,
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    }),
  );
}

/** Takes back what `addReference` has added. */
export async function dropReference(runner: QueryRunner, added: AddedReference): Promise<void> {
  const { name, column } = added;
  if (await hasForeignKey(runner, added.table, name))
    await runner.dropForeignKey((await runner.getTable(added.table)) as Table, name);
  await dropIndexes(runner, added.table, [indexOf(added)]);
  await dropColumns(runner, added.table, [column]);
}
