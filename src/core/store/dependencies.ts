import type { DataSource, EntityMetadata } from 'typeorm';
import type { Resource } from '../metadata/resource.js';

/**
 * Tables from which a row's deletion changes rows of a table without anybody writing them: the database itself deletes or empties what refers
 * to it. What a resource deletes with its rows by its own hooks is none of them.
 * @returns such tables by the table that changes.
 */
export function silentlyChangedBy(
  resources: readonly Resource[],
  dataSource: DataSource,
): ReadonlyMap<string, ReadonlySet<string>> {
  const deletedByHooks = new Set(
    resources.flatMap(({ cascadeChildren }) =>
      cascadeChildren.map(({ target, via }) => `${target().entity.name}.${via}`),
    ),
  );
  const silent = (metadata: EntityMetadata, only?: 'CASCADE'): EntityMetadata[] =>
    metadata.relations
      .filter(({ propertyName, onDelete, joinColumns }) => {
        const acts = only ? onDelete === only : onDelete === 'CASCADE' || onDelete === 'SET NULL';
        return (
          joinColumns.length > 0 && acts && !deletedByHooks.has(`${metadata.targetName}.${propertyName}`)
        );
      })
      .map(({ inverseEntityMetadata }) => inverseEntityMetadata);
  const found = new Map<string, ReadonlySet<string>>();
  for (const metadata of dataSource.entityMetadatas) {
    const tables = new Set<string>();
    const follow = (next: readonly EntityMetadata[]): void => {
      for (const each of next) {
        if (tables.has(each.tableName)) continue;
        tables.add(each.tableName);
        follow(silent(each, 'CASCADE'));
      }
    };
    follow(silent(metadata));
    found.set(metadata.tableName, tables);
  }
  return found;
}
