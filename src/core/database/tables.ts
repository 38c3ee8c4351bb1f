import type { DataSource, EntityMetadata } from 'typeorm';
import type { SqlDialect } from '../metadata/field.js';

type Entity = new () => unknown;

/** A table as TypeORM's metadata tell it. */
export interface Table {
  readonly name: string;
  /** Column names by property path: `address.city` is `addressCity`. */
  readonly columns: ReadonlyMap<string, string>;
  /** To-one relations by property: the foreign key's column, and the table it points to. */
  readonly relations: ReadonlyMap<string, { readonly column: string; readonly target: Entity }>;
  /** Property paths of its unique indexes, by name. */
  readonly unique: ReadonlyMap<string, readonly string[]>;
}

/** The tables of all entities, and the dialect of their database. Asking for what is not there throws: declarations are wrong, and the start stops. */
export class Tables {
  private readonly tables = new Map<Entity, Table>();

  constructor(
    dataSource: DataSource,
    readonly dialect: SqlDialect,
  ) {
    for (const metadata of dataSource.entityMetadatas)
      this.tables.set(metadata.target as Entity, tableOf(metadata));
  }

  of(entity: Entity): Table {
    const table = this.tables.get(entity);
    if (!table) throw new Error(`${entity.name} is not an entity of the data source.`);
    return table;
  }
}

function tableOf(metadata: EntityMetadata): Table {
  const relations = new Map<string, { column: string; target: Entity }>();
  for (const relation of metadata.relations) {
    const [join] = relation.joinColumns;
    if (join) {
      const target = relation.inverseEntityMetadata.target as Entity;
      relations.set(relation.propertyName, { column: join.databaseName, target });
    }
  }
  const indexes = [...metadata.uniques, ...metadata.indices.filter((index) => index.isUnique)];
  return {
    name: metadata.tableName,
    columns: new Map(metadata.columns.map((column) => [column.propertyPath, column.databaseName])),
    relations,
    unique: new Map(
      indexes.map((index) => [index.name ?? '', index.columns.map((column) => column.propertyPath)]),
    ),
  };
}
