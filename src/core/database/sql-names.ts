import { DefaultNamingStrategy, getMetadataArgsStorage } from 'typeorm';
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
  const table = tableOf(entity);
  const prefix = alias === undefined ? '' : `${alias}.`;
  const names: Record<string, string> = { table: alias === undefined ? table : `${table} ${alias}` };
  for (const [path, column] of columnsOf(entity)) names[path] = prefix + column;
  return new Proxy(names as SqlNames<E>, {
    get: (known, path: string) => {
      if (!Object.hasOwn(known, path)) throw new Error(`${entity.name} has no column "${String(path)}".`);
      return names[path];
    },
  });
}

function tableOf(entity: Entity<unknown>): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table) throw new Error(`${entity.name} is not an entity.`);
  return naming.tableName(entity.name, table.name);
}

/** The names of columns by property path, those of embedded objects by `address.city`. */
function columnsOf(entity: unknown, prefixes: readonly string[] = [], path = ''): [string, string][] {
  const { columns, embeddeds } = getMetadataArgsStorage();
  return [
    ...columns
      .filter(({ target }) => target === entity)
      .map(({ propertyName, options }): [string, string] => [
        path + propertyName,
        naming.columnName(propertyName, options.name as string, [...prefixes]),
      ]),
    ...embeddeds
      .filter(({ target }) => target === entity)
      .flatMap(({ propertyName, type }) =>
        columnsOf(type(), [...prefixes, propertyName], `${path}${propertyName}.`),
      ),
  ];
}
