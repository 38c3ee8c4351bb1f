import { type ColumnOptions, DefaultNamingStrategy, getMetadataArgsStorage } from 'typeorm';
import type { ColumnsOf } from '../store/rows.js';

/** An entity's class. */
export type Entity<E> = new () => E;

type BooleanColumn<E> = { [K in keyof E & string]: E[K] extends boolean ? K : never }[keyof E & string];

/** A column by its property path: `comments`, `address.city`. */
export type ColumnPath<E> = (keyof ColumnsOf<E> & string) | BooleanColumn<E>;

/**
 * What a table and its columns are called in a statement. Columns go by property path, so that a statement that names one
 * which the entity does not have is no TypeScript.
 */
export type SqlNames<E> = { readonly [P in ColumnPath<E>]: string } & {
  /** What stands after FROM, JOIN, INTO and UPDATE. */
  readonly table: string;
};

const naming = new DefaultNamingStrategy();

/**
 * The names of an entity's table:
 *
 *     const s = sqlNames(Shipment, 's');
 *     `SELECT ${s.pk}, ${s['address.city']} FROM ${s.table} WHERE ${s.id} = ?`
 *
 * is `SELECT s.pk, s.addressCity FROM shipments s WHERE s.id = ?`; without an alias its columns stand alone.
 * @throws when the class is no entity, and where a name is asked for that is no column: mostly when the server starts.
 */
export function sqlNames<E>(entity: Entity<E>, alias?: string): SqlNames<E> {
  const table = tableNameOf(entity);
  const prefix = alias === undefined ? '' : `${alias}.`;
  const names: Record<string, string> = { table: alias === undefined ? table : `${table} ${alias}` };
  for (const { path, column } of entityColumns(entity)) names[path] = prefix + column;
  return new Proxy(names as SqlNames<E>, {
    get: (known, path: string) => {
      if (!Object.hasOwn(known, path)) throw new Error(`${entity.name} has no column "${String(path)}".`);
      return names[path];
    },
  });
}

/** The table of an entity. @throws when the class is none. */
export function tableNameOf(entity: Entity<unknown>): string {
  const known = tableNames.get(entity);
  if (known !== undefined) return known;
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table) throw new Error(`${entity.name} is not an entity.`);
  const name = naming.tableName(entity.name, table.name);
  tableNames.set(entity, name);
  return name;
}

const tableNames = new Map<Entity<unknown>, string>();

/** A column of an entity, as its declaration has it. */
export interface EntityColumn {
  /** By property: `address.city`. */
  readonly path: string;
  readonly column: string;
  readonly options: ColumnOptions;
}

/** The columns of an entity, those of embedded objects too. */
export function entityColumns(entity: Entity<unknown>): readonly EntityColumn[] {
  const known = columns.get(entity) ?? columnsOf(entity);
  columns.set(entity, known);
  return known;
}

const columns = new Map<Entity<unknown>, readonly EntityColumn[]>();

function columnsOf(entity: unknown, prefixes: readonly string[] = [], path = ''): EntityColumn[] {
  const declared = getMetadataArgsStorage();
  return [
    ...declared.columns
      .filter(({ target }) => target === entity)
      .map(({ propertyName, options }) => ({
        path: path + propertyName,
        column: naming.columnName(propertyName, options.name as string, [...prefixes]),
        options,
      })),
    ...declared.embeddeds
      .filter(({ target }) => target === entity)
      .flatMap(({ propertyName, type }) =>
        columnsOf(type(), [...prefixes, propertyName], `${path}${propertyName}.`),
      ),
  ];
}

/**
 * All columns of an entity as a row has them, by property path: ``s.pk AS `pk`, s.addressCity AS `address.city` ``.
 */
export function selectList(entity: Entity<unknown>, alias?: string): string {
  const prefix = alias === undefined ? '' : `${alias}.`;
  return entityColumns(entity)
    .map(({ path, column }) => `${prefix}${column} AS \`${path}\``)
    .join(', ');
}
