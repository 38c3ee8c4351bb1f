import type { Database } from '../database/database.js';
import { entityColumns } from '../database/sql-names.js';
import { Tables } from '../database/tables.js';
import { type ChangedRows, type ColumnsByTable, filteredColumns } from '../query/changed-rows.js';
import { CollectionQuery, type CollectionQueryOptions } from '../query/collection-query.js';
import type { DataSource } from 'typeorm';
import type { Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { readerOf, type Reader } from '../serializer/reader.js';
import { scopeCondition } from './caller.js';
import type { CountedRows } from './count-cache.js';
import { silentlyChangedBy } from './dependencies.js';
import type { RowObservers } from './unit-changes.js';

const READ_GROUPS: readonly Group[] = ['get', 'getc', 'getp'];

/** What is made of each declaration at the start: its queries and its readers. */
export class Catalog {
  readonly tables: Tables;
  /** What filters of lists read, by table. */
  readonly filteredColumns: ColumnsByTable;
  /** Tables by whose deletions the database itself changes a table, by that table. */
  readonly silentlyChangedBy: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly compiled = new Map<
    Resource,
    { queries: CollectionQuery; readers: ReadonlyMap<Group, Reader> }
  >();

  /** @throws when a declaration does not fit its entity; the message names the resource. */
  constructor(
    resources: readonly Resource[],
    dataSource: DataSource,
    { dialect }: Pick<Database, 'dialect'>,
  ) {
    this.tables = new Tables(dataSource, dialect);
    for (const resource of resources) {
      try {
        this.assertOwned(resource);
        const readers = READ_GROUPS.map((group) => [group, readerOf(resource, group, this.tables)] as const);
        const queries = new CollectionQuery(resource, this.tables);
        this.compiled.set(resource, { queries, readers: new Map(readers) });
      } catch (error) {
        throw new Error(`${resource.name}: ${(error as Error).message}`, { cause: error });
      }
    }
    this.filteredColumns = filteredColumns(resources, this.tables);
    this.silentlyChangedBy = silentlyChangedBy(resources, dataSource);
  }

  /** What is kept of changed rows. */
  observers(resources: readonly Resource[]): RowObservers {
    const owned = resources.filter(({ owner }) => owner === 'workspace');
    const tables = new Map(owned.map(({ path, entity }) => [path, this.tables.of(entity).name]));
    const images = owned.map(({ entity }) => {
      const { name } = this.tables.of(entity);
      const columns = this.filteredColumns.get(name);
      const kept = entityColumns(entity).filter(({ column }) => columns?.has(column));
      return [name, kept.map(({ path, column }) => [path, column] as const)] as const;
    });
    const paths = new Map([...tables].map(([path, table]) => [table, path]));
    return { images: new Map(images), tables, paths };
  }

  queries(resource: Resource): CollectionQuery {
    return this.of(resource).queries;
  }

  /** What a count needs to know of the rows that a query asks for. */
  counted(
    resource: Resource,
    options: CollectionQueryOptions & Pick<CountedRows, 'workspacePks'>,
  ): Omit<CountedRows, 'name' | 'read'> {
    const queries = this.queries(resource);
    const { now, workspacePks } = options;
    const changedRows = (): ChangedRows | undefined => queries.changedRows(options, this.filteredColumns);
    return { plan: queries.plan(options), now, workspacePks, changedRows };
  }

  reader(resource: Resource, group: Group): Reader {
    const reader = this.of(resource).readers.get(group);
    if (!reader) throw new Error(`${resource.name} is not read in the group "${group}".`);
    return reader;
  }

  private of(resource: Resource): { queries: CollectionQuery; readers: ReadonlyMap<Group, Reader> } {
    const compiled = this.compiled.get(resource);
    if (!compiled) throw new Error(`${resource.name} is not in the list of resources.`);
    return compiled;
  }

  private assertOwned(resource: Resource): void {
    const scope = scopeCondition(resource, {
      teams: new Set([0]),
      workspaces: new Map([[0, 0]]),
      workspaceIds: new Map(),
      user: 0,
    });
    const column = /^\(*t\.(\w+)/.exec(scope.sql)?.[1] ?? '';
    if (this.tables.of(resource.entity).columns.has(column)) return;
    throw new Error(`its rows have no "${column}", so they would belong to no tenant.`);
  }
}
